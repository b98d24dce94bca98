"""Bring the Thai of the pages up to date: collect what they say, keep what is translated.

python tools/words.py          add and remove entries of the .po file
python tools/words.py --check  only say what is missing, empty, doubtful or left over
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "prongsai"
WORDS = SOURCE / "locale" / "th" / "LC_MESSAGES" / "django.po"
ROOMS = ("foundation", "stages", "web", "api", "config")
# Babel's own header would bear the day of each run.
HEADER = b"""msgid ""
msgstr ""
"Language: th\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
KEYWORDS = {
    "_": None, "gettext": None, "gettext_noop": None, "gettext_lazy": None,
    "ngettext": (1, 2), "pgettext": ((1, "c"), 2),
}  # fmt: skip


def main() -> int:
    """Write the file anew, or with --check return 1 where it is out of step."""
    settings.configure(USE_I18N=True)
    django.setup()
    said = set(sentences())
    kept = read_words()
    if "--check" in sys.argv[1:]:
        faults = [*(f"no Thai: {text}" for text in sorted(said) if not translated(kept, text))]
        faults += [f"nobody says: {each.id}" for each in kept if each.id and each.id not in said]
        sys.stderr.writelines(f"{fault}\n" for fault in faults)
        return int(bool(faults))
    WORDS.parent.mkdir(parents=True, exist_ok=True)
    WORDS.write_bytes(HEADER + b"\n" + _written({text: kept.get(text) for text in said}))
    return 0


def _written(entries: Mapping[str, Message | None]) -> bytes:
    fresh = Catalog()
    for text, old in sorted(entries.items()):
        fresh.add(text, old.string if old else "")
    out = io.BytesIO()
    write_po(out, fresh, width=110, omit_header=True)
    return out.getvalue()


def sentences() -> Iterator[str]:
    """Yield what the pages say, from Python and from templates."""
    for room in ROOMS:
        for path in sorted((SOURCE / room).rglob("*.py")):
            yield from _in_python(path.read_bytes())
        for path in sorted((SOURCE / room).rglob("*.html")):
            yield from _in_python(templatize(path.read_text("utf-8"), origin=path.name).encode())


def _in_python(text: bytes) -> Iterator[str]:
    for _line, message, _comments, _context in extract("python", io.BytesIO(text), KEYWORDS):
        yield message if isinstance(message, str) else message[0]


def read_words() -> Catalog:
    """Read the words that are translated, or none."""
    if not WORDS.exists():
        return Catalog(locale="th")
    with WORDS.open("rb") as file:
        return read_po(file, locale="th")


def translated(kept: Catalog, text: str) -> bool:
    """Test if a sentence has its Thai, and nobody doubts it."""
    found = kept.get(text)
    return found is not None and bool(found.string) and not found.fuzzy


if __name__ == "__main__":
    sys.exit(main())
