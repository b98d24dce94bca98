"""What of a page of HTML a reader does not see, and where that ends."""

from __future__ import annotations

import re
from collections.abc import Mapping

INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"),
        *("font", "i", "img", "input", "ins", "kbd", "label", "mark", "q", "s", "samp", "small"),
        *("span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
"""Elements inside a line: with them no paragraph begins or ends."""

_UNSEEN = frozenset(
    (
        *("head", "title", "script", "style", "template", "noscript", "svg", "math", "nav"),
        *("iframe", "audio", "video", "canvas", "datalist"),
    )
)
_VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr"),
    )
)
_IN_HEAD = frozenset(
    ("base", "link", "meta", "noscript", "object", "script", "style", "template", "title")
)

# Elements whose end need not be written, with what ends them (HTML Standard, 13.1.2.4).
_OF_A_ROW = frozenset({"td", "th", "tr", "tbody", "tfoot"})
_ENDED_BY = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": _OF_A_ROW,
    "th": _OF_A_ROW,
    "tr": frozenset({"tr", "tbody", "tfoot"}),
}
_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Unseen:
    """The elements that are open and not seen: one that is hidden, and those in it."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._open)

    def begins(self, tag: str, given: Mapping[str, str | None]) -> bool:
        """Take the beginning of an element; tell whether it is not seen.

        Style sheets are not looked at.
        """
        while self._open and self._is_ended_by(tag):
            self._open.pop()
        is_unseen = bool(self._open) or tag in _UNSEEN or _is_hidden(given)
        if is_unseen and tag not in _VOID:
            self._open.append(tag)
        return is_unseen

    def ends(self, tag: str) -> bool:
        """Take the end of an element; tell whether it was not seen."""
        if tag in self._open:
            while self._open.pop() != tag:
                pass
            return True
        if self._open and (self._open[0] in _ENDED_BY or self._open[0] == "p"):
            # It ends with what it stands in, unless that began in it.
            if tag in INLINE:
                return True
            self._open.clear()
        return bool(self._open)

    def _is_ended_by(self, tag: str) -> bool:
        """Tell whether an element ends the innermost one, whose end need not be written."""
        if self._open[0] == "p":
            return tag not in INLINE and tag not in _UNSEEN
        if self._open == ["head"]:
            return tag not in _IN_HEAD
        return tag in _ENDED_BY.get(self._open[-1], ())


def _is_hidden(given: Mapping[str, str | None]) -> bool:
    return "hidden" in given or _HIDES.search(given.get("style") or "") is not None
