"""One spelling for Thai text, whoever typed it and whatever it was copied from."""

from __future__ import annotations

import re
import unicodedata

# Old Windows fonts kept shifted shapes of the marks at private places; text copied from PDFs of
# that time still has them.
_WINDOWS_SHAPES = dict(
    zip(
        range(0xF700, 0xF71B),
        "ฐ" + "ิีึื" + "่้๊๋์" + "่้๊๋์" + "ญ" + "ัํ็" + "่้๊๋์" + "ฺุู",
        strict=True,
    )
)
_SHIFTED = re.compile("[\uf700-\uf71a]")  # to look for one is quicker than to translate all

# Left out: control and formatting characters (zero-width spaces, soft hyphens, changes of
# direction) and halves of pairs. Nobody sees them, and files of XML may not hold them all.
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
# No characters, and places that Unicode keeps for more that nobody will see (Default_Ignorable).
_NOT_CHARACTERS = re.compile("[\u2065\ufdd0-\ufdef\ufff0-\ufff8\ufffe\uffff\U000e0000-\U000e0fff]")
_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")

_SARA_E_TWICE = re.compile("\u0e40\u0e40")
_TONE_AFTER_SARA_AM = re.compile("\u0e33([\u0e48-\u0e4c]+)")
_SARA_AM_IN_PARTS = re.compile("\u0e4d\u0e32")
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}")


def normalise(text: str) -> str:
    """Write text the one way we keep it: marks in order, single spaces, nothing unseen, NFC.

    The lines of a text stay lines, ended by a line feed.
    """
    if _SHIFTED.search(text):
        text = text.translate(_WINDOWS_SHAPES)
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    if not text.replace("\n", "").isprintable():
        text = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in _UNSEEN)
    text = _in_order(_NOT_CHARACTERS.sub("", text))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return unicodedata.normalize("NFC", "\n".join(lines)).strip("\n")


def _in_order(text: str) -> str:
    text = _SARA_E_TWICE.sub("\u0e41", text)
    text = _TONE_AFTER_SARA_AM.sub("\\1\u0e33", text)
    text = _MARKS.sub(lambda marks: _once(sorted(marks.group(), key=_place)), text)
    return _SARA_AM_IN_PARTS.sub("\u0e33", text)


def _place(mark: str) -> tuple[int, int]:
    """Order the marks of one letter: vowel, then tone or silencer, then the ring of a sara am."""
    if mark == "\u0e4d":
        return 2, 0
    return (1 if mark >= "\u0e48" else 0), unicodedata.combining(mark)


def _once(marks: list[str]) -> str:
    return "".join(dict.fromkeys(marks))
