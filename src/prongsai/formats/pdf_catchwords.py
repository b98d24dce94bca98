"""Give the words of a letter the catchwords of the pages that may begin with them.

Which word begins a page is known when the page is set, and only then. So every word brings along
what the foot of the page before would say: a piece becomes a pair of the piece and its catchword.
Where the page would begin with something that has none, its catchword is empty.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from prongsai.core.thai.numerals import thai_digits
from prongsai.formats.catchword import catchword_of

Json = dict[str, Any]
Words = list[Any]

_AHEAD = 24  # pieces of a text that a catchword can be made of


def with_catchwords(block: Json, *, thai: bool) -> Json:
    """Return a block of a letter with the catchwords of its words; `thai`: with Thai digits."""
    change = _CHANGES.get(block["kind"])
    if block["kind"] == "listing":
        return _listing(block, thai=thai)
    return change(block) if change else block


def _text(words: Words, before: str = "") -> Words:
    """Return pairs; `before` is what the template sets before the first of them."""
    pairs: Words = []
    for n, word in enumerate(words):
        if word.isspace():
            pairs.append(word)
        else:
            pairs.append([word, catchword_of([before, *words[n : n + _AHEAD]])])
            before = ""
    return pairs


def _silent(words: Words) -> Words:
    """Return pairs of words amid a row, whose page does not begin with them alone."""
    return [word if word.isspace() else [word, ""] for word in words]


def _running(block: Json) -> Json:
    return {**block, "text": _text(block["text"])}


def _listing(block: Json, *, thai: bool) -> Json:
    numbers = (str(n) for n in range(1, len(block["entries"]) + 1))
    digits = map(thai_digits, numbers) if thai else numbers
    before = (f"{n}. " if block["numbered"] else "" for n in digits)
    return {**block, "entries": list(map(_text, block["entries"], before))}


def _table(block: Json) -> Json:
    return {
        **block,
        "caption": _text(block["caption"]),
        "rows": [{**row, "cells": _cells(row["cells"])} for row in block["rows"]],
    }


def _cells(cells: list[Json]) -> list[Json]:
    """Return the cells of a row: a page begins with it if it begins with its first words."""
    changed = [{**cell, "text": [_silent(words) for words in cell["text"]]} for cell in cells]
    if cells and cells[0]["text"]:
        first = _text(cells[0]["text"][0])
        changed[0]["text"][0] = first[:1] + changed[0]["text"][0][1:]
    return changed


def _chart(block: Json) -> Json:
    return {**block, "caption": _text(block["caption"]), "description": _text(block["description"])}


def _head(block: Json) -> Json:
    lines = [
        [{key: _silent(words) for key, words in field.items()} for field in line]
        for line in block["lines"]
    ]
    return {**block, "title": _text(block["title"]), "lines": lines}


def _signatures(block: Json) -> Json:
    signers = [
        {key: [_text(words) for words in texts] for key, texts in signer.items()}
        for signer in block["signers"]
    ]
    return {**block, "signers": signers}


_CHANGES: dict[str, Callable[[Json], Json]] = {
    "heading": _running,
    "paragraph": _running,
    "table": _table,
    "chart": _chart,
    "letterhead": _head,
    "signatures": _signatures,
}
