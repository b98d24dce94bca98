"""Items of a table of scores that have a number and no letter, where nothing names their survey.

The words above the table may name it. Else the numbers are counted: where they begin anew, the next
instrument begins, in the order of the edition. Whoever reads it must be able to say otherwise, so
nothing here is sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from prongsai.core.editions.model import CHECKLIST
from prongsai.core.readings.model import Certainty, Said, StatedScore
from prongsai.core.readings.source import Cell, SourceTable
from prongsai.core.readings.understand.frame import Frame, Guess
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.numerals import to_arabic_digits

# What a table has that is of measures, or of indicators alone.
_OTHERS = frozenset({"measure", "steps", "owner", "lead", "period", "problem", "advice"})
_COLUMNS = ("item_code", "item", "number")
_NUMBER = re.compile(
    r"\s*(?:ข้อ(?:ที่)?\s*)?(?P<number>[1-9][0-9]{0,2})(?:\s*[.)]?\s*|\s*[.)]?\s*(?P<name>[ก-๎].*))",
    re.DOTALL,
)
_OF_ALL = say("The numbers are as many as the indicators; they may be those of items.")


@dataclass(frozen=True, slots=True)
class Bare:
    """An item whose number stands alone, and its name."""

    guess: Guess
    name: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class _Number:
    value: int
    name: str
    cell: Cell


def bare_items(
    table: SourceTable, rows: Mapping[int, Mapping[str, Cell]], frame: Frame
) -> dict[int, Bare]:
    """Return the item of each row of a table of scores that has but a number for it.

    `rows`: the cells, by their fields, of the rows that no instrument stands above, by their index.
    """
    if "score" not in table.fields or _OTHERS & set(table.fields):
        return {}
    found = {index: each for index, cells in rows.items() if (each := _number_in(cells, frame))}
    if len(found) < len(rows) and all(frame.group(str(each.value)) for each in found.values()):
        return {}  # a result sheet: among codes and wholes the numbers are those of indicators
    named = frame.instrument_in(" ".join(table.above))
    guesses = (
        [frame.item(str(each.value), named) for each in found.values()]
        if named
        else _counted([*found.values()], frame)
    )
    return {
        index: Bare(guess=guess, name=each.name, cell=each.cell)
        for (index, each), guess in zip(found.items(), guesses, strict=True)
        if guess is not None
    }


def without_indicators(scores: Sequence[Said[StatedScore]]) -> tuple[Said[StatedScore], ...]:
    """Return scores without those counted as items whose number and score an indicator has too."""
    sure = {(s.value.code, s.value.score) for s in scores if s.certainty is Certainty.SURE}
    return tuple(
        said
        for said in scores
        if said.why != _no_letter(said.value.code)
        or (said.value.code[1:], said.value.score) not in sure
    )


def _number_in(cells: Mapping[str, Cell], frame: Frame) -> _Number | None:
    """Return the number by which a row names its item; beside the name of an indicator, none."""
    for field in _COLUMNS:
        cell = cells.get(field)
        found = _NUMBER.fullmatch(to_arabic_digits(cell.text)) if cell else None
        if cell is None or found is None:
            continue
        beside = cells["item"].text if "item" in cells and field != "item" else ""
        name = " ".join((found["name"] or beside).split())
        is_indicator = bool(name) and frame.indicator("", name) is not None
        return None if is_indicator else _Number(int(found["number"]), name, cell)
    return None


def _counted(numbers: Sequence[_Number], frame: Frame) -> Iterator[Guess | None]:
    """Yield what each number means where those of one instrument follow those of another."""
    order, begun, last = frame.with_items, 0, 0
    if [str(number.value) for number in numbers] == [*frame.indicators]:
        yield from (
            Guess(code=key, certainty=Certainty.ASK, why=_OF_ALL) for key in frame.indicators
        )
        return
    for number in numbers:
        begun += number.value <= last
        last = number.value
        named = frame.by_name(None, number.name)
        if named is not None and named.code == f"{frame.prefix(CHECKLIST)}{last}":
            begun = order.index(CHECKLIST)
            yield replace(named, certainty=Certainty.LIKELY)
            continue
        fitting = [key for key in order if frame.has_item(key, last)]
        key = next((key for key in order[begun:] if key in fitting), "")
        begun = order.index(key) if key else begun
        code = f"{frame.prefix(key)}{last}"
        sure = Certainty.LIKELY if len(fitting) == 1 else Certainty.ASK
        yield Guess(code=code, certainty=sure, why=_no_letter(code)) if key else None


def _no_letter(code: str) -> Sentence:
    return say(
        "It has no letter, and nothing says which survey it is of; it was counted as %(code)s.",
        code=code,
    )
