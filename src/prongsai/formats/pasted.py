"""Scores pasted from a spreadsheet program: codes beside them, or one column in a known order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal, Refusals
from prongsai.core.results import Codes, Key, name_of, read_score
from prongsai.core.sentences import say

_MOST_REFUSALS = 20
_TWO = 2


def read_pasted(text: str, keys: Sequence[Key], edition: Edition) -> dict[Key, Decimal | None]:
    """Read lines of CODE, a tab and SCORE; or lines of scores alone, one for each of `keys`.

    Only these keys are asked for.

    :raises Refusal: with all that is wrong, but no more than the first twenty.
    """
    lines = [line.rstrip() for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    if not lines:
        raise Refusal(say("Nothing was pasted."), fix=say("Copy the cells, then paste them here."))
    if all("\t" not in line.strip() for line in lines):
        lines = list(_with_names(lines, keys))
    return _read(lines, keys, Codes(edition))


def _with_names(lines: Sequence[str], keys: Sequence[Key]) -> Iterator[str]:
    if len(lines) != len(keys):
        raise Refusal(
            say(
                "One column of %(found)s lines was pasted; there are %(asked)s items.",
                found=len(lines),
                asked=len(keys),
            ),
            fix=say("Copy the column with the codes too, or exactly one line for each item."),
        )
    for key, line in zip(keys, lines, strict=True):
        yield f"{name_of(key)}\t{line}"


def _read(lines: Sequence[str], keys: Collection[Key], codes: Codes) -> dict[Key, Decimal | None]:
    found: dict[Key, Decimal | None] = {}
    problems = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            key, score = _pair(line, codes)
            _check_asked_once(key, keys, found)
            found[key] = score
        except Refusal as refusal:
            problems.append(refusal.within(say("line %(number)s", number=number)))
    if problems:
        raise Refusals(problems[:_MOST_REFUSALS])
    return found


def _pair(line: str, codes: Codes) -> tuple[Key, Decimal | None]:
    cells = line.split("\t")
    if any(cell.strip() for cell in cells[_TWO:]):
        raise Refusal(
            say("The line has more than a code and a score."),
            fix=say("Copy two columns: the codes and the scores."),
        )
    code, score = (*cells, "")[:_TWO]
    return codes.read_key(code), read_score(score)


def _check_asked_once(key: Key, keys: Collection[Key], found: Collection[Key]) -> None:
    if key not in keys:
        raise Refusal(
            say("%(name)s is not asked for here.", name=name_of(key)),
            fix=say("Paste the scores of items only."),
        )
    if key in found:
        raise Refusal(
            say("%(name)s stands twice.", name=name_of(key)), fix=say("Give it one score.")
        )
