"""Where a line may end: between words, never inside one, and never before their punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

from prongsai.formats.thai_words import Dictionary, cluster_ends, dictionary_words, segment

_OURS = Path(__file__).parents[1] / "data" / "texts" / "words.txt"
_ONE_AT_A_TIME = Lock()

# What must not begin a line, and what must not end one. Marks above and below stand here for texts
# that begin with one by mistake.
_CLOSING = re.compile(r"\s*[)\]}”’»,.;:!?%ๆฯ/\\\-–—…\u0300-\u036f\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]")
_OPENING = re.compile(r".*[(\[{“‘«]", re.DOTALL)
_MARK = re.compile("[\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_WIDTHS = {
    **dict.fromkeys(" !|'ijlI,.:;ๅ()-[]_{}\"\\`frtเโใ", 0.4),
    **dict.fromkeys("*/?sJcxyzไงราำ$0123456789EFLSabdeghknpquvจฐวฯะ", 0.57),
    **dict.fromkeys("@MWm%ฌญฒณ๗๛", 1.05),
}
_ADDRESS_PART = re.compile(r"[^/.?&=_-]*[/.?&=_-]+|[^/.?&=_-]+")
_THAI = re.compile("[\u0e01-\u0e4e]")
# "ต่าง ๆ" is one piece: the repetition mark does not begin a line, nor does a bracket that closes,
# nor a year without its era.
_WORD_OR_SPACE = re.compile(r"\n| +|[^ \n]+(?: (?:[ๆฯ)\]}”’»]|(?<=[พค]\.ศ\. )[0-9๐-๙])[^ \n]*)*")


def _dictionary() -> Dictionary:
    with _ONE_AT_A_TIME:  # the writers of a document work side by side
        return _loaded()


@cache
def _loaded() -> Dictionary:
    lines = (line.strip() for line in _OURS.read_text("utf-8").splitlines())
    ours = (line for line in lines if line and not line.startswith("#"))
    return Dictionary([*dictionary_words(), *ours])


def pieces(text: str, widest: float | None = None) -> list[str]:
    """Cut a text where a line may end: words with their punctuation, single spaces, line feeds.

    A word wider than `widest` (em) is cut too, where it can be read on.
    Joined, the pieces are the text again.
    """
    cut: list[str] = []
    for part in _WORD_OR_SPACE.findall(text):
        for word in [part] if part.isspace() else _words(part):
            fits = widest is None or width(word) <= widest
            cut.extend([word] if fits else _parts(word, widest or 0))
    return cut


@lru_cache(maxsize=20_000)
def width(text: str) -> float:
    """Return how wide (em) a text is in Sarabun bold, a little too much rather than too little."""
    return sum(_WIDTHS.get(letter, 0 if _MARK.match(letter) else 0.75) for letter in text)


def _parts(word: str, widest: float) -> list[str]:
    """Cut a word that is too wide into the words in it, and those that still are into clusters.

    An address is cut after its punctuation first.
    """
    units: Iterable[str] = _finer(word)
    for cut in (_finer, _ADDRESS_PART.findall, _clusters):
        units = [
            finer for unit in units for finer in ([unit] if width(unit) <= widest else cut(unit))
        ]
    parts = [""]
    for unit in _with_punctuation(units, widest):
        if parts[-1] and width(parts[-1] + unit) > widest:
            parts.append("")
        parts[-1] += unit
    return parts


def _finer(word: str) -> list[str]:
    return segment(word, _dictionary(), finer=True)


def _with_punctuation(units: Iterable[str], widest: float) -> list[str]:
    """Join parts of a word and their punctuation, or as much of a part as there is room for."""
    joined = [""]
    for unit in units:
        before, after = joined[-1], unit
        clusters = [before] if width(before + unit) <= widest else list(_clusters(before))
        while clusters and _is_punctuation(clusters[-1], after):
            after = clusters.pop() + after
        fits = width(after) <= widest
        joined[-1:] = ["".join(clusters), after] if fits else [before, unit]
    return [part for part in joined if part]


def _clusters(word: str) -> Iterator[str]:
    """Yield what stays together even in the narrowest column: Thai clusters, other letters."""
    ends = cluster_ends(word)
    start = 0
    for end in range(1, len(word) + 1):
        if end == len(word) or ends[end]:
            yield word[start:end]
            start = end


@lru_cache(maxsize=20_000)
def _words(part: str) -> tuple[str, ...]:
    """Cut a text between two spaces; a document says the same phrases again and again."""
    words: list[str] = []
    for word in segment(part, _dictionary()):
        if words and _belong_together(words[-1], word):
            words[-1] += word
        else:
            words.append(word)
    return tuple(words)


def _belong_together(before: str, word: str) -> bool:
    if _is_punctuation(before, word):
        return True
    return not _THAI.search(before[-1]) and not _THAI.search(word[0])  # i7, 1,234.50, www.example


def _is_punctuation(before: str, word: str) -> bool:
    """Tell if a word must not begin a line, or the one before it must not end one."""
    return bool(_CLOSING.match(word) or _OPENING.fullmatch(before)) or word.isspace()
