from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_of_roles_and_permissions_is_current() -> None:
    written = runpy.run_path(str(ROOT / "tools" / "permissions.py"))["page"]()
    page = (ROOT / "docs" / "reference" / "permissions.md").read_text("utf-8")
    assert page == written, "run: python tools/permissions.py"
