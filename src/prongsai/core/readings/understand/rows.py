"""The rows of a table with what stands above them: instrument and indicator are written once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from prongsai.core.readings.model import Certainty, Place
from prongsai.core.readings.source import Cell, CellRow, Source, SourceTable
from prongsai.core.readings.understand.bare_numbers import Bare, bare_items
from prongsai.core.readings.understand.codes import CODE, CODES
from prongsai.core.readings.understand.figures import FIGURE
from prongsai.core.readings.understand.frame import Frame, Guess
from prongsai.core.readings.understand.items import items_in
from prongsai.core.readings.understand.spelled import part_of
from prongsai.core.sentences import say
from prongsai.core.thai.near import nearly
from prongsai.core.thai.numerals import to_arabic_digits

_LABEL = re.compile(
    r"(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*)?(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})?)?\s*[.):]?\s*"
    r"(?P<name>.*?)\s*"
    rf"(?:\(?(?P<score>(?<![0-9.,]){FIGURE})\s*{nearly('คะแนน')}\)?)?\s*",
    re.DOTALL,
)
_ITEM = re.compile(CODE, re.IGNORECASE)
_ITEMS = re.compile(rf"(?:ข้อ(?:ที่)?\s*)?{CODES}", re.IGNORECASE)
_LONGEST = 120  # letters of a row that says which instrument comes
_MEASURE = {"indicator": "measure"}
_ACTIVITY = "กิจกรรม"
# Where none of these tells what a row is about, an activity does.
_ABOUT = frozenset({"measure", "item", "item_code", "indicator", "indicator_name", "problem"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands in the cell of an indicator: `1. การปฏิบัติหน้าที่ 96.07 คะแนน`."""

    number: str
    name: str
    score: str
    words: str
    place: Place
    indicator: Guess | None
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table; `cells` has its first cell of each field, empty or not.

    `over` has for each of its cells that cell itself, or the one of a row above that covers it.
    """

    table: SourceTable
    place: Place  # without a column
    cells: dict[str, Cell] = field(default_factory=dict)
    all_cells: CellRow = ()
    over: CellRow = ()
    instrument: str = ""
    label: Label | None = None  # of the indicator it stands under
    own_label: bool = False  # the label stands in this row, not in one above
    bare: Bare | None = None  # the item, where it has but a number
    added: tuple[Row, ...] = ()  # rows below that only say what else its measure is for

    @property
    def indicator(self) -> str:
        """Return the key of the indicator that the row stands under, or ""."""
        guess = self.label.indicator if self.label else None
        return guess.code if guess else ""

    def all_of(self, name: str) -> list[Cell]:
        """Return all cells of a field, empty or not."""
        pairs = zip(self.all_cells, self.table.fields, strict=False)
        return [cell for cell, field_name in pairs if field_name == name]

    def over_of(self, name: str) -> list[Cell]:
        """Return all cells of a field, in place of one that a cell above covers that one."""
        pairs = zip(self.over, self.table.fields, strict=False)
        return [cell for cell, field_name in pairs if field_name == name]

    def first(self, *names: str) -> Cell | None:
        """Return the first cell of these fields that holds something."""
        return next((self.cells[name] for name in names if self.text(name)), None)

    def text(self, name: str) -> str:
        """Return the text of a field, "" where it is empty or has no column."""
        return self.cells[name].text if name in self.cells else ""


def with_measures_named(source: Source, frame: Frame) -> Source:
    """Return a source in which measures stand under `measure`.

    Some agencies write them under a heading that reads “indicator”: then most of the cells below
    have a name, and it is no indicator's. Others call them activities, as steps are called too.
    """
    blocks = (
        replace(block, fields=_named(block, frame)) if isinstance(block, SourceTable) else block
        for block in source.blocks
    )
    return replace(source, blocks=tuple(blocks))


def _named(table: SourceTable, frame: Frame) -> tuple[str, ...]:
    if _holds_measures(table, frame):
        return tuple(_MEASURE.get(name, name) for name in table.fields)
    if _holds_codes(table):
        return tuple("item_code" if name == "indicator" else name for name in table.fields)
    if _numbers_indicators(table, frame):
        return tuple("number" if name == "item_code" else name for name in table.fields)
    # Who does it, or when, tells a plan from the steps of something else, and from advice.
    if not {"owner", "lead", "period", "start"} & set(table.fields):
        return table.fields
    if "advice" in table.fields and not {"measure", "steps"} & set(table.fields):
        return tuple("measure" if name == "advice" else name for name in table.fields)
    if _ABOUT & set(table.fields):
        return table.fields
    return tuple(
        "measure" if heading == _ACTIVITY else name
        for heading, name in zip(table.headings, table.fields, strict=True)
    )


def _numbers_indicators(table: SourceTable, frame: Frame) -> bool:
    """Tell whether what stands under a heading for items is the number of the indicator beside it.

    Each row has another indicator by name, of the same number; an item's row may have that once.
    """
    if not {"item_code", "indicator"} <= set(table.fields):
        return False
    code, label = table.fields.index("item_code"), table.fields.index("indicator")
    pairs = [
        (to_arabic_digits(row[code].text).strip(" ."), frame.indicator("", name))
        for row in table.rows
        if row[code].text and (name := read_label(row[label], frame).name)
    ]
    return len(pairs) > 1 and all(guess and guess.code == number for number, guess in pairs)


def _holds_codes(table: SourceTable) -> bool:
    """Tell whether nothing but codes of items stands where the heading says indicators."""
    if {"item", "item_code"} & set(table.fields) or table.fields.count("indicator") != 1:
        return False
    column = table.fields.index("indicator")
    texts = [" ".join(to_arabic_digits(row[column].text).split()) for row in table.rows]
    filled = [text for text in texts if text]
    return bool(filled) and all(_ITEMS.fullmatch(text) for text in filled)


def _holds_measures(table: SourceTable, frame: Frame) -> bool:
    if "measure" in table.fields or not {"steps", "indicator"} <= set(table.fields):
        return False
    column = table.fields.index("indicator")
    labels = [read_label(row[column], frame) for row in table.rows if row[column].text]
    names = [label.name for label in labels if label.name]
    known = sum(frame.indicator("", name) is not None for name in names)
    return 2 * len(names) > len(labels) and 2 * known < len(names)


def rows_of(table: SourceTable, frame: Frame) -> Iterator[Row]:
    """Yield the rows of a table but those that only say which instrument comes."""
    rows = [*_under_headings(table, frame)]
    alone = {n: row.cells for n, row in enumerate(rows) if not (row.instrument or row.label)}
    bare = bare_items(table, alone, frame)
    yield from (replace(row, bare=bare.get(n)) for n, row in enumerate(rows))


def _under_headings(table: SourceTable, frame: Frame) -> Iterator[Row]:
    section, column = "", ""  # the instrument that a row of its own names, or a cell
    label = None
    over: CellRow = ()
    for cells in table.rows:
        over = _over(cells, over)
        begins = frame.instrument(_alone(cells))
        if begins:
            section, column, label = begins, "", None
            continue
        named = frame.instrument(_text_of(cells, table, "instrument"))
        column, label = (named, None) if named else (column, label)
        by_field = _by_field(cells, table.fields)
        own = _label(by_field, frame)
        if own and not named:
            own, column = _settled(own, by_field, column, frame)
        label = own or label
        yield Row(
            table=table,
            place=_without_column(next(iter(by_field.values())).place),
            cells=by_field,
            all_cells=cells,
            over=over,
            instrument=named or section or column or frame.instrument_of(_key(label)),
            label=label,
            own_label=own is not None,
        )


def _over(cells: CellRow, above: CellRow) -> CellRow:
    """Return cells, in place of one that the cell above covers that one."""
    pairs = zip_longest(cells, above[: len(cells)])
    return tuple(upper if upper and own.covered and not own.text else own for own, upper in pairs)


def _without_column(place: Place) -> Place:
    return Place(page=place.page, line=place.line, table=place.table, row=place.row)


def _settled(
    own: Label, cells: dict[str, Cell], instrument: str, frame: Frame
) -> tuple[Label, str]:
    """Return the indicator and the instrument of a row that names an indicator alone.

    An empty cell means the instrument above; then a number of an indicator of another instrument is
    misread. Without such a cell, or where it cannot be read, the indicator tells the instrument.
    """
    told = frame.instrument_of(_key(own))
    empty = "instrument" in cells and not cells["instrument"].text
    if not (empty and instrument and told and told != instrument) or own.name:
        return own, told or instrument
    text = next((cells[name].text for name in ("item_code", "item") if name in cells), "")
    codes = [named.guess.code for named in items_in(text, frame, instrument)]
    guess = Guess(
        code=frame.indicator_of(codes[0]) if codes else "",
        certainty=Certainty.ASK,
        why=say(
            "Indicator %(number)s is not of %(instrument)s.",
            number=own.number,
            instrument=instrument,
        ),
    )
    return replace(own, indicator=guess if guess.code else None), instrument


def _alone(cells: CellRow) -> str:
    """Return the text of a row that has one short line, or nothing."""
    texts = [*{cell.text for cell in cells if cell.text}]
    if len(texts) != 1 or len(texts[0]) > _LONGEST or "\n" in texts[0]:
        return ""
    # What names an item is about it: a measure of which nothing else is said yet.
    return "" if _ITEM.search(to_arabic_digits(texts[0])) else texts[0]


def _text_of(cells: CellRow, table: SourceTable, name: str) -> str:
    return _by_field(cells, table.fields).get(name, cells[0]).text if name in table.fields else ""


def _by_field(cells: CellRow, fields: Sequence[str]) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for cell, name in zip(cells, fields, strict=False):
        if name and not (name in found and found[name].text):
            found[name] = cell
    return found or {"": cells[0]}


def _label(cells: dict[str, Cell], frame: Frame) -> Label | None:
    cell = cells.get("indicator")
    name_cell = cells.get("indicator_name")
    if cell is None or not cell.text:
        cell = name_cell
    if cell is None or not cell.text:
        return None
    return read_label(cell, frame, name_cell.text if name_cell else "")


def read_label(cell: Cell, frame: Frame, name: str = "") -> Label:
    """Read the cell of an indicator: number, name, score, each where it is there."""
    text = " ".join(cell.text.split())
    found = _LABEL.fullmatch(to_arabic_digits(text))
    if found is None:
        raise AssertionError(text)  # every part of a label may be missing
    number = found.group("number") or ""
    part, named = part_of(text[slice(*found.span("name"))].strip(), frame)
    written = named or " ".join(name.split())
    return Label(
        number=number,
        name=written,
        score=found.group("score") or "",
        words=text,
        place=cell.place,
        indicator=frame.indicator(number, written),
        part=part,
    )


def _key(label: Label | None) -> str:
    return label.indicator.code if label and label.indicator else ""
