"""One sheet of a workbook to rows of text cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from zipfile import ZipFile

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.merged_areas import Area, area_of
from prongsai.formats.rows import (
    COLUMNS,
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    Fill,
    Row,
    cell_name,
    row_too_long,
    too_many_cells,
    too_many_columns,
)
from prongsai.formats.shown_cells import Formats, day_of_text, unescaped
from prongsai.formats.xml_parts import local, parse

_DIGITS = "0123456789"
_EXACT = 15  # digits of a number that Excel itself keeps; what stands behind them nobody has typed
_VALUES = frozenset(
    {"v", "t"}
)  # the elements that hold a value: of the cell, or of a text inside it
_USABLE = frozenset({"n", "s", "str", "inlineStr"})  # kinds of cells: a number, or a text


def read_sheet(
    archive: ZipFile, part: str, texts: Sequence[str], looks: Mapping[str, str]
) -> Iterator[Row]:
    """Yield the rows of a sheet.

    Its cells refer by number to `texts`, and to `looks`: "d" where a number is shown as a date, "%"
    where it is shown as a share.

    :raises Refusal: for merged cells, after the rows, and for a row out of bounds.
    """
    sheet = _Sheet(texts, looks)
    for _ in parse(archive, part, sheet):
        yield from sheet.rows
        sheet.rows.clear()
    if sheet.merged:
        raise Refusal(
            say("The cells %(cells)s are merged.", cells=sheet.merged),
            fix=say("Undo the merging, and give every row its own values."),
        )


def read_shown_sheet(
    archive: ZipFile, part: str, texts: Sequence[str], formats: Formats, areas: list[Area]
) -> Iterator[Row]:
    """Yield the rows of a sheet as a person sees them: what formulas gave, dates, shares.

    Of merged cells the first has the text; behind the last row they are all in `areas`.

    :raises Refusal: for a row out of bounds, and a formula that was never reckoned.
    """
    sheet = _ShownSheet(texts, formats)
    for _ in parse(archive, part, sheet):
        yield from sheet.rows
        sheet.rows.clear()
    areas.extend(sheet.areas)


class _LocalNames(dict[str, str]):
    """The names without their prefix; the few that a sheet has are worked out once."""

    def __missing__(self, name: str) -> str:
        return self.setdefault(name, local(name))


class _Sheet:
    """Takes the elements of a sheet; `rows` fills while they come."""

    def __init__(self, texts: Sequence[str], looks: Mapping[str, str]) -> None:
        self.rows: list[Row] = []
        self.merged = ""
        self._texts = texts
        self._looks = looks
        self._names = _LocalNames()
        self._begin_row(0)
        self._cell: dict[str, str] = {}
        self._raw = ""
        self._reads = self._is_formula = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        name = self._names[name]
        if name in _VALUES:
            self._reads = True
        elif name == "c":
            self._cell = attributes
            self._column += 1
            self._raw = ""
            self._is_formula = False
        elif name == "row":
            self._begin_row(int(attributes.get("r", self._row + 1)))
        elif name == "f":
            self._is_formula = True
        elif name == "mergeCell":
            self.merged = self.merged or attributes["ref"]

    def end(self, name: str) -> None:
        """Take the end of an element."""
        name = self._names[name]
        if name in _VALUES:
            self._reads = False
        elif name == "c":
            if self._raw or self._is_formula:
                self._end_cell()
        elif name == "row":
            self._end_row()

    def data(self, text: str) -> None:
        """Take some of the text of an element."""
        if self._reads:
            self._raw += text
            if len(self._raw) > MOST_CHARACTERS:
                raise row_too_long(self._row)

    def _begin_row(self, number: int) -> None:
        self._row = number
        self._column = -1
        self._cells: list[str] = []
        self._unusable: list[tuple[int, Refusal]] = []
        self._size = 0

    def _end_row(self) -> None:
        self.rows.append(Row(self._row, tuple(self._cells), tuple(self._unusable)))

    def _end_cell(self) -> None:
        self._column = self._place()
        if self._column >= MOST_COLUMNS:
            raise too_many_columns(self._row)
        kind = self._kind()
        text = self._raw
        if kind == "s":
            text = self._texts[int(text)]
        elif kind == "n" and len(text) > _EXACT:
            text = f"{float(text):.{_EXACT}g}"
        self._take(kind, text)

    def _place(self) -> int:
        """Return the column of the cell; one without a name stands behind the one before it."""
        letters = self._cell.get("r", "").rstrip(_DIGITS)
        return COLUMNS.get(letters, MOST_COLUMNS) if letters else self._column

    def _take(self, kind: str, text: str) -> None:
        """Take a cell, and why it cannot be taken at its word."""
        self._put(text)
        if kind not in _USABLE:
            why = _unusable(kind, cell_name(self._column, self._row), text)
            self._unusable.append((self._column, why))

    def _kind(self) -> str:
        if self._is_formula:
            return "formula"
        kind = self._cell.get("t", "n")
        return self._looks.get(self._cell.get("s", ""), kind) if kind == "n" else kind

    def _put(self, text: str) -> None:
        self._size += len(text)
        if self._size > MOST_CHARACTERS:
            raise row_too_long(self._row)
        gap = self._column - len(self._cells)
        if gap < 0:
            raise ValueError  # cells stand in the order of their columns, or the file is damaged
        self._cells += [""] * gap
        self._cells.append(text)


class _ShownSheet(_Sheet):
    """Takes the elements of a sheet whose cells are shown to a person."""

    def __init__(self, texts: Sequence[str], formats: Formats) -> None:
        super().__init__(texts, {})
        self.areas: list[Area] = []
        self._formats = formats
        self._hidden: frozenset[int] = frozenset()
        self._is_hidden = False
        self._fills: list[Fill] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element, and which rows and columns nobody sees."""
        super().start(name, attributes)
        name = self._names[name]
        if name == "row":
            self._is_hidden = _is_unseen(attributes, "ht")
            self._fills.clear()
        elif name == "c":
            self._take_fill()
        elif name == "mergeCell":
            self._take_area(attributes["ref"])
        elif name == "col" and _is_unseen(attributes, "width"):
            columns = range(int(attributes["min"]) - 1, int(attributes["max"]))
            self._hidden |= {*columns[:MOST_COLUMNS]}

    def _end_row(self) -> None:
        row = Row(
            self._row,
            tuple(self._cells),
            is_hidden=self._is_hidden,
            hidden=self._hidden,
            fills=tuple(self._fills),
        )
        self.rows.append(row)

    def _kind(self) -> str:
        return self._cell.get("t", "n")

    def _take(self, kind: str, text: str) -> None:
        if kind == "n":
            self._check_reckoned(text)
            text = self._formats.shown(text, self._cell.get("s", "0"))
        elif kind == "d":
            text = day_of_text(text)
        elif kind == "b":
            text = "TRUE" if text == "1" else "FALSE"
        else:
            text = unescaped(text)
        self._put(text)

    def _take_fill(self) -> None:
        """Take the colour of a cell, whatever stands in it; many cells of one colour at once."""
        colour = self._formats.fills.get(self._cell.get("s", ""), "")
        column = self._place() if colour else MOST_COLUMNS
        if column >= MOST_COLUMNS:
            return
        first, last, before = self._fills[-1] if self._fills else (column, column, "")
        if before == colour and last + 1 == column:
            self._fills[-1] = first, column, colour
        else:
            self._fills.append((column, column, colour))

    def _take_area(self, reference: str) -> None:
        area = area_of(reference)
        if area is not None:
            self.areas.append(area)
            if len(self.areas) > MOST_CELLS:
                raise too_many_cells()

    def _check_reckoned(self, text: str) -> None:
        if self._is_formula and not text:
            raise Refusal(
                say(
                    "%(cell)s holds a formula without what it gives.",
                    cell=cell_name(self._column, self._row),
                ),
                fix=say("Open the workbook in your spreadsheet program and save it."),
            )


def _is_unseen(attributes: Mapping[str, str], size: str) -> bool:
    """Tell whether a row or a column is hidden, or so small that nothing of it is seen."""
    is_said = attributes.get("hidden", "0") in {"1", "true"}
    return is_said or float(attributes.get(size, "1")) == 0


def _unusable(kind: str, cell: str, text: str) -> Refusal:
    """Say why a cell of this kind cannot be taken at its word."""
    match kind:
        case "formula":
            return Refusal(
                say("%(cell)s holds a formula.", cell=cell),
                fix=say("Copy the cells and paste them as values."),
            )
        case "e":
            return Refusal(
                say("%(cell)s holds the error %(error)s.", cell=cell, error=text),
                fix=say("Mend it in the workbook, or empty the cell."),
            )
        case "b":
            return Refusal(
                say("%(cell)s holds true or false.", cell=cell),
                fix=say("Write the value as a text or a number."),
            )
        case "%":
            return Refusal(
                say("%(cell)s shows a share in per cent.", cell=cell),
                fix=say("Give the cell the format Number, and write points, such as 84.37."),
            )
    return Refusal(
        say("%(cell)s holds a date.", cell=cell),
        fix=say("Give the cell the format Text, and write the value anew."),
    )
