"""Cut Thai into words: the fewest words of a dictionary that make up a text (maximal matching).

The words are those of PyThaiNLP's tokeniser "newmm"; its dictionary and its clusters of letters are
used. Only these two are loaded: importing PyThaiNLP takes longer than cutting a document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from itertools import compress, pairwise
from pathlib import Path

_NOT_THAI = re.compile(r"[-a-zA-Z]+|\d+([,.]\d+)*|[ \t]+|\r?\n|[^\u0e00-\u0e7f \t\r\n]+")
_TWO_CONSONANTS = re.compile("[ก-ฮ]{,2}$")
_MOST_CHOICES = 51  # or a text that can be cut in ever so many ways would take as long


class Dictionary:
    """The words that are known.

    A plain set: a tree of them takes 0.4 s and 60 MiB to build, and cuts a document no faster.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._longest = max(map(len, self._words), default=0)

    def ends(self, text: str, start: int, clusters: bytearray) -> list[int]:
        """Return where the words end that begin at `start`, the shortest first."""
        first, behind = start + 1, start + self._longest + 1
        ends = compress(range(first, behind), clusters[first:behind])
        return [end for end in ends if text[start:end] in self._words]


def segment(text: str, dictionary: Dictionary, *, finer: bool = False) -> list[str]:
    """Cut a text into words of the dictionary, and into what stands between them.

    `finer`: the text is a word itself, and is cut into shorter ones.
    """
    clusters = cluster_ends(text)
    words: list[str] = []
    choices: dict[int, list[int]] = {}  # place: where words that begin there end
    room = _MOST_CHOICES
    start, waiting = 0, {0}
    while (place := min(waiting)) < len(text):
        waiting.remove(place)
        ends = dictionary.ends(text, place, clusters)
        if finer and place == 0 and ends[-1:] == [len(text)]:
            ends.pop()
        choices[place] = ends[: max(room, 1)]
        room -= len(choices[place])
        waiting.update(choices[place])
        if len(waiting) == 1:  # all ways meet here
            way = _fewest(choices, start, min(waiting))
            words.extend(text[begin:end] for begin, end in pairwise(way))
            start = way[-1]
            choices, room = {}, _MOST_CHOICES
        elif not waiting:
            start = _end_of_unknown(text, place, clusters, dictionary)
            words.append(text[place:start])
            waiting = {start}
            choices, room = {}, _MOST_CHOICES
    return words


def _fewest(choices: dict[int, list[int]], start: int, goal: int) -> list[int]:
    """Return the places of the shortest way; of several, the one of shorter words first."""
    before: dict[int, int] = {}
    reached = [start]
    for place in reached:
        for end in choices.get(place, ()):
            if end not in before:
                before[end] = place
                reached.append(end)
    way = [goal]
    while way[-1] != start:
        way.append(before[way[-1]])
    return way[::-1]


def _end_of_unknown(text: str, start: int, clusters: bytearray, dictionary: Dictionary) -> int:
    """Return where something ends that is no word of the dictionary."""
    foreign = _NOT_THAI.match(text, start)
    if foreign:
        return foreign.end()
    for place in range(start + 1, len(text)):
        if (
            clusters[place]
            and (
                _NOT_THAI.match(text, place)
                # A short word is more likely a part of the unknown one.
                or any(
                    not _TWO_CONSONANTS.match(text[place:end])
                    for end in dictionary.ends(text, place, clusters)
                )
            )
        ):
            return place
    return len(text)


def dictionary_words() -> list[str]:
    """Return the words of PyThaiNLP's dictionary."""
    text = (_pythainlp() / "corpus" / "words_th.txt").read_text("utf-8-sig")
    return [word for word in text.splitlines() if word]


def cluster_ends(text: str) -> bytearray:
    """Tell for every place of a text, its end included, if a cluster of letters ends before it."""
    return _clusters()(text)


@cache
def _clusters() -> Callable[[str], bytearray]:
    path = _pythainlp() / "tokenize" / "tcc_p.py"
    spec = spec_from_file_location("prongsai_thai_clusters", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path}: no such module of PyThaiNLP.")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    ends: Callable[[str], bytearray] = module.tcc_pos_array
    return ends


@cache
def _pythainlp() -> Path:
    spec = find_spec("pythainlp")  # finds it, does not load it
    if spec is None or spec.origin is None:
        raise ImportError("PyThaiNLP is not installed.")
    return Path(spec.origin).parent
