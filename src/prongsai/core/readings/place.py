"""Where something stands. Alone, so that what reads files need not know what a reading is."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.sentences import Sentence, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands, as far as it is known: in a file, or in a plan by `path`.

    Numbers count from 1; `column` is the heading of the column, or the name of the field.
    `hidden`: it is in the file, in a row or a column of a workbook that nobody sees.
    """

    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: str = ""
    path: tuple[str, ...] = ()
    hidden: bool = False

    def steps(self) -> tuple[Sentence | str, ...]:
        """Return the way to the place, outermost first."""
        counted: tuple[tuple[Sentence, int | None], ...] = (
            (say("page %(number)s", number=self.page), self.page),
            (say("line %(number)s", number=self.line), self.line),
            (say("table %(number)s", number=self.table), self.table),
            (say("row %(number)s", number=self.row), self.row),
        )
        return (
            *self.path,
            *(sentence for sentence, number in counted if number is not None),
            *([self.column] if self.column else []),
            *([say("hidden in the workbook")] if self.hidden else []),
        )
