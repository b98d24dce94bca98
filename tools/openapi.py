"""Write docs/openapi.json: what the API answers to what.

python tools/openapi.py
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "docs" / "openapi.json"


def main() -> int:
    """Write the file."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    sys.path.insert(0, str(ROOT))
    django.setup()
    from prongsai.api.description import as_text  # noqa: PLC0415 -- slow import

    FILE.write_text(as_text(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
