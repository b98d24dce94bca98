"""Write docs/reference/permissions.md: which role brings which permission, in Thai and English.

python tools/permissions.py
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import django
from django.db import models
from django.utils.translation import override

from prongsai.foundation.accounts.roles import PERMISSIONS, Permission, Role

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "permissions.md"
HEAD = """# Roles and permissions

Written by `tools/permissions.py` from `src/prongsai/foundation/accounts/roles.py`; not by hand.
Who has several roles has the permissions of all of them. A post that somebody acts for brings those
of its role between its two days.
"""


def page() -> str:
    """Return the page; Django must be set up."""
    rows = [
        ["", *map(_both, Role)],
        ["---", *(":-:" for _ in Role)],
        *(
            [_both(each), *("✓" if each in PERMISSIONS[role] else "" for role in Role)]
            for each in Permission
        ),
    ]
    return "\n".join([HEAD, *(f"| {' | '.join(row)} |" for row in rows), ""])


def _both(choice: models.TextChoices) -> str:
    told = []
    for language in ("th", "en"):
        with override(language):
            told.append(str(choice.label))
    return "<br>".join(told)


def main() -> int:
    """Write the page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    sys.path.insert(0, str(ROOT))
    django.setup()
    PAGE.write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
