"""Thai words, so that no line ends inside one. Offline: the dictionary comes with PyThaiNLP."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

# What must not begin a line, and what must not end one. Marks above and below stand here for texts
# that begin with one by mistake.
_CLOSING = re.compile(r"[)\]}”’»,.;:!?%ๆฯ/\\\-–—…\u0300-\u036f\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]")
_OPENING = re.compile(r".*[(\[{“‘«]", re.DOTALL)
_MARK = re.compile("[\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_WIDTHS = {
    **dict.fromkeys(" !|'ijlI,.:;ๅ()-[]_{}\"\\`frtเโใ", 0.4),
    **dict.fromkeys("*/?sJcxyzไงราำ$0123456789EFLSabdeghknpquvจฐวฯะ", 0.57),
    **dict.fromkeys("@MWm%ฌญฒณ๗๛", 1.05),
}
_THAI = re.compile("[\u0e01-\u0e4e]")
# "ต่าง ๆ" is one piece: the repetition mark does not begin a line.
_WORD_OR_SPACE = re.compile(r"\n| +|[^ \n]+(?: [ๆฯ][^ \n]*)*")


class WordList:
    """A word list that answers what the tokeniser asks of a Trie, without building the tree.

    The tree of the whole dictionary takes 0.4 s and 60 MiB. A set, and how long the longest word is
    that begins with a given pair of letters, take 0.03 s, and a document is cut as fast.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._longest: dict[str, int] = {}
        for word in self._words:
            if len(word) > self._longest.get(word[:2], 0):
                self._longest[word[:2]] = len(word)

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def __len__(self) -> int:
        return len(self._words)

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """Return the words that stand in `text` at `start`, shortest first."""
        longest = max(
            self._longest.get(text[start : start + 2], 0),
            self._longest.get(text[start : start + 1], 0),
        )
        ends = range(start + 1, min(start + longest, len(text)) + 1)
        return [text[start:end] for end in ends if text[start:end] in self._words]


class _Without:
    """A word list that does not know one of its words."""

    def __init__(self, whole: WordList, word: str) -> None:
        self._whole = whole
        self._word = word

    def __len__(self) -> int:
        return len(self._whole)

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        return [found for found in self._whole.prefixes(text, start) if found != self._word]


class _Tokeniser(NamedTuple):
    segment: Any  # (text, word list) -> words
    cluster_ends: Any  # text -> for every place, if a cluster of letters ends before it
    thai_words: Any  # () -> the dictionary


@cache
def _pythainlp() -> _Tokeniser:
    # Or it makes a folder for downloads in the home folder, which a server may not let it write.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.corpus import thai_words  # noqa: PLC0415 -- slow import
    from pythainlp.tokenize.newmm import segment  # noqa: PLC0415 -- slow import
    from pythainlp.tokenize.tcc_p import tcc_pos_array  # noqa: PLC0415 -- slow import

    return _Tokeniser(segment, tcc_pos_array, thai_words)


@cache
def _word_list() -> WordList:
    ours = files("prongsai").joinpath("data", "texts", "words.txt").read_text("utf-8")
    lines = (line.strip() for line in ours.splitlines())
    return WordList(
        {*_pythainlp().thai_words(), *(line for line in lines if line and not line.startswith("#"))}
    )


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
    """Cut a word that is too wide into the words in it, and those that still are into clusters."""
    shorter = _pythainlp().segment(word, _Without(_word_list(), word))
    units = (
        unit for part in shorter for unit in ([part] if width(part) <= widest else _clusters(part))
    )
    parts = [""]
    for unit in units:
        if parts[-1] and width(parts[-1] + unit) > widest:
            parts.append("")
        parts[-1] += unit
    return parts


def _clusters(word: str) -> Iterator[str]:
    """Yield what stays together even in the narrowest column: Thai clusters, other letters."""
    ends = _pythainlp().cluster_ends(word)
    start = 0
    for end in range(1, len(word) + 1):
        if end == len(word) or ends[end]:
            yield word[start:end]
            start = end


@lru_cache(maxsize=20_000)
def _words(part: str) -> tuple[str, ...]:
    """Cut a text between two spaces; a document says the same phrases again and again."""
    words: list[str] = []
    for word in _pythainlp().segment(part, _word_list()):
        if words and _belong_together(words[-1], word):
            words[-1] += word
        else:
            words.append(word)
    return tuple(words)


def _belong_together(before: str, word: str) -> bool:
    if _CLOSING.match(word) or _OPENING.fullmatch(before) or word.isspace():
        return True
    return not _THAI.search(before[-1]) and not _THAI.search(word[0])  # i7, 1,234.50, www.example
