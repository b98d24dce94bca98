"""Names of files as people gave them, fit for every system and for every reader's eye."""

from __future__ import annotations

import re
import unicodedata

from prongsai.formats.evidence.kinds import Kind

_LONGEST = 150  # characters, with the ending
_PATH = re.compile(r".*[/\\]", re.DOTALL)
_FORBIDDEN = re.compile(r'[<>:"|?*]')  # by Windows
_SPACES = re.compile(r"\s+")
_UNNAMED = "evidence"
_ENDINGS = (".jpeg", *(f".{each}" for each in Kind))  # another ending stays, before the right one


def clean_name(name: str, kind: Kind) -> str:
    """Return a name without folders, without letters that cannot be seen or that turn others round,
    and with the ending of what the file is.
    """
    last = _PATH.sub("", unicodedata.normalize("NFC", name))
    shown = "".join(" " if each.isspace() else each for each in last if _is_shown(each))
    plain = _SPACES.sub(" ", _FORBIDDEN.sub("_", shown)).strip(" .")
    ending = f".{kind}"
    known = next((each for each in _ENDINGS if plain.lower().endswith(each)), "")
    plain = plain[: len(plain) - len(known)]
    return (plain[: _LONGEST - len(ending)].rstrip(" .") or _UNNAMED) + ending


def _is_shown(letter: str) -> bool:
    # Controls, marks of direction, private and half letters: "exe.fdp" must not look as "pdf.exe".
    return letter.isspace() or not unicodedata.category(letter).startswith("C")
