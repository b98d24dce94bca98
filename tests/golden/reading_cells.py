"""What stands in a model document: by its hand-made key, and by what Prongsai read of it.

A key says where words stand (line, column, place in the cell) and what figures, codes and dates are
read; the words themselves are taken from the document, which lies beside the checkout.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest

from prongsai.core.checks.changes import changes_in
from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Certainty, Reading, ReadMeasure, Said, YearRole
from prongsai.core.readings.understand import understand
from prongsai.core.thai.calendar import buddhist_year
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.spelling import letters
from prongsai.core.thai.text import normalise
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.read_text import read_text
from prongsai.formats.read_yaml import read_yaml
from tests.factories.facts import SHARED
from tests.factories.mutations import Seen

KEYS = Path(__file__).parent / "readings"
NUMBERS = tuple(sorted(path.stem for path in KEYS.glob("*.yaml")))

TEXTS = ("title", "item", "steps", "output", "outcome", "follow_up")
COUNTED = ("steps", "output", "outcome")
SIGNED = ("capacity", "rank", "name", "position", "acting")
LISTS = ("agencies", "districts", "provinces", "levels", "changes")
WORDS = ("weak", "keep")

Values = tuple[str, ...]
Whole = TypeVar("Whole", Reading, ReadMeasure)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCells:
    """A row of a table of measures: exact values by field, and the entries of each text cell."""

    exact: Mapping[str, Values]
    texts: Mapping[str, Values]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """A document: exact values by field, its own texts, and its rows."""

    document: Mapping[str, Values]
    texts: Mapping[str, Values]
    rows: tuple[RowCells, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A model document: its lines, and where its tables stand by the key."""

    lines: tuple[str, ...]
    key: Mapping[str, Any] = field(hash=False)

    def cell(self, line: int, column: int) -> str:
        """Return the text of a cell, without tags, in one line."""
        bare = re.sub(r"<[^>]*>|\*\*", " ", self.lines[line - 1].split("\t")[column - 1])
        return " ".join(normalise(html.unescape(bare)).split())


@cache
def document(number: str) -> Document:
    """Return a model document with its key, or skip the test where it is absent."""
    path = next(iter(sorted((SHARED / "seeds").glob(f"{number}_*.txt"))), None)
    if path is None:
        pytest.skip("the model documents are not beside this checkout (PRONGSAI_SHARED)")
    lines = tuple(path.read_text("utf-8").split("\n"))
    return Document(lines, cast("Mapping[str, Any]", read_yaml(KEYS / f"{number}.yaml")))


def seen(of: Document) -> Seen:
    """Return a document as a person sees its rows, to be written otherwise."""
    tables = [[row["lines"] for row in table["rows"]] for table in of.key["tables"]]
    tables += [of.key["score_rows"]["lines"]] if "score_rows" in of.key else []
    return Seen(of.lines, tuple(tuple(map(_lines, rows)) for rows in tables))


def _lines(row: int | list[int]) -> tuple[int, ...]:
    return tuple(row) if isinstance(row, list) else (row,)


def read(lines: Sequence[str]) -> Reading:
    """Read a text with tables."""
    return understand(read_text("\n".join(lines).encode()), editions_by_year())


def only_sure(reading: Reading) -> Reading:
    """Return a reading without the values of which it is not sure."""
    measures = tuple(_only_sure(measure) for measure in reading.measures)
    return replace(_only_sure(reading), measures=measures)


def _only_sure(whole: Whole) -> Whole:
    changed: dict[str, Any] = {}
    for each in fields(whole):
        value = getattr(whole, each.name)
        if isinstance(value, tuple):
            changed[each.name] = tuple(one for one in value if not _is_unsure(one))
        elif _is_unsure(value):
            changed[each.name] = None
    return replace(whole, **changed)


def _is_unsure(value: object) -> bool:
    return isinstance(value, Said) and value.certainty is not Certainty.SURE


def cells_of_key(of: Document) -> Cells:
    """Return what a person reads in a document."""
    key = of.key
    found: dict[str, Values] = {name: tuple(key.get(name, ())) for name in LISTS}
    found |= {name: tuple(str(key.get(name, "")).split()) for name in WORDS}
    found["scores"] = tuple(map(_score, key.get("scores", "").splitlines()))
    cited = key.get("citations", "").splitlines()
    found["citations"] = tuple(pair for line in cited for pair in _cited(line))
    found["kind"] = (key["kind"],)
    found["number"] = (_spelled(key["number"]),) if "number" in key else ()
    found["dated"] = (key["dated"],) if "dated" in key else ()
    signed = [
        [_place(of, each.get(part, "")) for part in SIGNED] for each in key.get("signatures", ())
    ]
    found["signatures"] = _in_order(each[0] for each in signed)
    texts = {
        "subject": (_place(of, key["subject"]),) if "subject" in key else (),
        "signed": tuple(map("".join, signed)),
    }
    found["years"] = tuple(f"{role} {year}" for role, year in key.get("years", {}).items())
    tables = key["tables"]
    return Cells(
        document=found,
        texts=texts,
        rows=tuple(
            _row_of_key(of, table["columns"], row) for table in tables for row in table["rows"]
        ),
    )


def _row_of_key(of: Document, columns: Mapping[str, int], row: Mapping[str, Any]) -> RowCells:
    lines = _lines(row["lines"])
    texts = {
        name: _entries(
            " ".join(of.cell(line, columns[name]) for line in lines), str(row.get(name, "-"))
        )
        for name in TEXTS
        if name in columns
    }
    exact = {
        name: tuple(row.get(name, "").split())
        for name in ("number", "indicator", "codes", "actions")
    }
    exact["period"] = (row["period"],) if "period" in row else ()
    exact["state"] = (row["state"] or "blank",) if "state" in row else ()
    for name in ("lead", "support"):
        column = columns.get(name, columns["lead"])
        places = str(row.get(name, "")).split()
        exact[name] = tuple(_unit(of, lines[0], column, place) for place in places)
    return RowCells(exact=exact | _counts(texts), texts=texts)


def _entries(cell: str, marks: str) -> Values:
    """Cut a cell into entries at its marks as the key has them; “-” is an entry without one."""
    if not cell:
        return ()
    starts, end = [], 0
    arabic = to_arabic_digits(cell)
    for mark in marks.split():
        found = re.compile(r"" if mark == "-" else rf"(?<!\S){re.escape(mark)}\s?\.?\s*").search(
            arabic, end
        )
        assert found, (cell[:20], mark)
        starts.append(found.span())
        end = found.end()
    ends = [*(start for start, _ in starts[1:]), len(cell)]
    return tuple(_spelled(cell[start:end]) for (_, start), end in zip(starts, ends, strict=True))


def _place(of: Document, place: str) -> str:
    """Return the letters at a place of running text: a line, or a part of one (35:0-26)."""
    if not place:
        return ""
    line, _, span = place.partition(":")
    start, _, end = span.partition("-")
    return _spelled(of.cell(int(line), 1)[int(start or 0) : int(end) if end else None])


def _unit(of: Document, line: int, column: int, place: str) -> str:
    elsewhere, _, span = place.rpartition(":")
    start, end = map(int, span.split("-"))
    return _spelled(of.cell(int(elsewhere or line), column)[start:end])


def cells_of_reading(reading: Reading) -> Cells:
    """Return what Prongsai read."""
    named = ((role, reading.year(role)) for role in (YearRole.RESULT, YearRole.PLAN))
    found: dict[str, Values] = {
        "kind": (reading.kind,),
        "number": (_spelled(reading.number.value),) if reading.number else (),
        "dated": (f"{_day(reading.dated.value)}",) if reading.dated else (),
        "signatures": _in_order(_spelled(said.value.capacity) for said in reading.signatures),
        "years": tuple(f"{role.value} {year}" for role, year in named if year is not None),
        "agencies": _distinct(reading.agencies),
        "districts": _distinct(reading.districts),
        "provinces": _distinct(reading.provinces),
        "levels": _distinct(reading.levels),
        "changes": tuple(_changes(reading)),
        "scores": tuple(_scores(reading)),
        "weak": _values(reading.weak),
        "keep": _values(reading.keep),
        "citations": tuple(f"{s.value.item} {s.value.code}" for s in reading.citations),
    }
    texts: dict[str, Values] = {
        "subject": (_spelled(reading.subject.value),) if reading.subject else (),
        "signed": tuple(
            "".join(_spelled(getattr(said.value, part)) for part in SIGNED)
            for said in reading.signatures
        ),
    }
    rows = tuple(map(_row_of_measure, reading.measures))
    return Cells(document=found, texts=texts, rows=rows)


def _row_of_measure(read: ReadMeasure) -> RowCells:
    texts = {
        "title": (_spelled(read.title.value),) if read.title else (),
        "item": (_spelled(" ".join(dict.fromkeys(s.words for s in read.answers))),)
        if read.answers
        else (),
        "steps": tuple(map(_spelled, _values(read.steps))),
        "output": tuple(map(_spelled, _values(read.output))),
        "outcome": tuple(map(_spelled, _values(read.outcome))),
        "follow_up": (_spelled(read.follow_up.value),) if read.follow_up else (),
    }
    exact: dict[str, Values] = {
        "number": (read.number.value,) if read.number else (),
        "indicator": (read.indicator.value,) if read.indicator else (),
        "codes": _values(read.answers),
        "period": (" ".join(map(_month, read.period.value)),) if read.period else (),
        "lead": tuple(map(_spelled, _values(read.lead))),
        "support": tuple(map(_spelled, _values(read.support))),
        "state": _state(read),
        "actions": tuple(_day(said.value.on) for said in read.actions if said.value.on),
    }
    return RowCells(exact=exact | _counts(texts), texts=texts)


def _counts(texts: Mapping[str, Values]) -> dict[str, Values]:
    """Return how many entries each list has, as one field for all lists."""
    return {"counts": tuple(f"{name} {len(texts[name])}" for name in COUNTED if texts.get(name))}


def _state(read: ReadMeasure) -> Values:
    if "state" not in read.asked:
        return ()
    return (read.state.value.value if read.state else "blank",)


def _scores(reading: Reading) -> Iterator[str]:
    for said in reading.scores:
        score = said.value
        year = f" {score.year}" if score.year else ""
        part = f"/{score.part}" if score.part else ""
        yield f"{score.code}{part} {score.score.normalize():f}{year}"


def _score(line: str) -> str:
    code, score, *year = line.split()
    return " ".join((code, f"{Decimal(score).normalize():f}", *year))


def _in_order(capacities: Iterable[str]) -> Values:
    """Return the steps of a chain of signatures, each with the capacity in which it is signed."""
    return tuple(f"{n} {capacity}".strip() for n, capacity in enumerate(capacities, start=1))


def _cited(line: str) -> Iterator[str]:
    item, *codes = line.split()
    yield from (f"{item} {code}" for code in codes)


def _changes(reading: Reading) -> Iterator[str]:
    for passage in reading.passages:
        for change in changes_in(to_arabic_digits(passage.text)):
            amount = f"{change.amount.value} {change.amount.unit.value}" if change.amount else ""
            yield f"{change.before} {change.now} {amount}"


def _day(day: date) -> str:
    return f"{buddhist_year(day)}-{day:%m-%d}"


def _month(month: Month) -> str:
    return f"{month.year}-{month.month:02}"


def _values(said: Sequence[Said[str]]) -> Values:
    return tuple(each.value for each in said)


def _distinct(said: Sequence[Said[str]]) -> Values:
    return tuple(dict.fromkeys(_values(said)))


def _spelled(text: str) -> str:
    return letters(to_arabic_digits(text))
