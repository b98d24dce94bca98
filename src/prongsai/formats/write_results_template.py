"""An empty result sheet of an edition, to type or paste the announced scores into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from prongsai.core.editions.model import TOTAL, Edition, Instrument
from prongsai.core.results import WEAK_WORDS
from prongsai.core.sentences import Names, Sentence, say, write
from prongsai.formats.read_results import COLUMNS
from prongsai.formats.read_workbook import SHEET_NAMES

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = {"code": 9, "topic": 60, "part": 11, "score": 12, "flag": 14, "note": 40}
# Without "none" Excel would take the font of its theme.
_FONT = {"font_name": "TH SarabunPSK", "font_size": 16, "font_scheme": "none"}
_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)  # a fixed time: the same edition gives the same bytes
_SPARE_ROWS = 200  # below the codes, with the same drop-downs

# The rules of the sheet hold for what is typed; what is pasted is checked when the sheet is read.
_SCORES = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100}


@dataclass(frozen=True, slots=True)
class _Line:
    code: str
    topic: str
    part: str = ""


def write_results_template(edition: Edition, words: Mapping[str, str]) -> bytes:
    """Write a workbook with a row for each code of the edition, and a page that explains it.

    `words` is the catalogue of the reader's language; without it the workbook is in English alone.
    """
    out = BytesIO()
    workbook = Workbook(out, {"in_memory": True, "default_format_properties": {**_FONT}})
    workbook.set_properties({"title": edition.key, "author": "", "created": _LONG_AGO})
    sheet = workbook.add_worksheet(SHEET_NAMES[0 if words else 1])
    lines = list(_lines(edition, words))
    _write_headings(workbook, sheet, words)
    _write_lines(workbook, sheet, lines)
    _add_rules(sheet, edition, words, len(lines) + _SPARE_ROWS)
    _write_help(workbook, edition, words)
    workbook.close()
    return out.getvalue()


def _lines(edition: Edition, words: Mapping[str, str]) -> Iterator[_Line]:
    """Yield the total, then each instrument with its indicators and their items."""
    language = "th" if words else "en"
    unknown = write(say("topic not known"), words)
    yield _Line(TOTAL, write(say("total score"), words))
    for instrument in edition.instruments:
        for code, names in _codes(instrument):
            topic = names.in_language(language) if names else unknown
            yield _Line(code, topic)
            for part in instrument.parts:
                yield _Line(code, f"{topic} – {part.title.in_language(language)}", part.key)


def _codes(instrument: Instrument) -> Iterator[tuple[str, Names | None]]:
    yield instrument.key, instrument.title
    for indicator in instrument.indicators:
        yield indicator.key, indicator.title
        for item in indicator.items:
            yield item.code, item.topic


def _write_headings(workbook: Workbook, sheet: Worksheet, words: Mapping[str, str]) -> None:
    bold = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF4"})
    text = workbook.add_format({"num_format": "@", "valign": "top"})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    score = workbook.add_format({"num_format": "0.00####", "valign": "top"})
    looks: dict[str, Format] = {"topic": wrapped, "note": wrapped, "score": score}
    for column, (name, called) in enumerate(COLUMNS.items()):
        sheet.set_column(column, column, _WIDTHS[name], looks.get(name, text))
        sheet.write_string(0, column, called[1 if words else 0], bold)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _write_lines(workbook: Workbook, sheet: Worksheet, lines: list[_Line]) -> None:
    # Written as strings: a topic of an edition file never becomes a formula, nor 9.2 a date.
    text = workbook.add_format({"num_format": "@", "valign": "top"})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    columns = {name: column for column, name in enumerate(COLUMNS)}
    for row, line in enumerate(lines, start=1):
        sheet.write_string(row, columns["code"], line.code, text)
        sheet.write_string(row, columns["topic"], line.topic, wrapped)
        if line.part:
            sheet.write_string(row, columns["part"], line.part, text)
    sheet.ignore_errors({"number_stored_as_text": f"A2:A{len(lines) + 1}"})


def _add_rules(sheet: Worksheet, edition: Edition, words: Mapping[str, str], last: int) -> None:
    columns = {name: column for column, name in enumerate(COLUMNS)}
    parts = dict.fromkeys(part.key for each in edition.instruments for part in each.parts)
    rules = {
        "score": _SCORES | {"error_message": write(say("Write a number from 0 to 100."), words)},
        "flag": {"validate": "list", "source": [WEAK_WORDS[1 if words else 0]]},
    }
    if parts:
        rules["part"] = {"validate": "list", "source": list(parts)}
    for name, rule in rules.items():
        sheet.data_validation(1, columns[name], last, columns[name], rule)


def _write_help(workbook: Workbook, edition: Edition, words: Mapping[str, str]) -> None:
    sheet = workbook.add_worksheet(write(say("Help"), words))
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    for column, language in enumerate([words, {}] if words else [{}]):
        sheet.set_column(column, column, 70)
        for row, sentence in enumerate(_help(edition)):
            sheet.write_string(row, column, write(sentence, language), wrapped)


def _help(edition: Edition) -> tuple[Sentence, ...]:
    return (
        say("Result sheet of the edition %(edition)s", edition=edition.key),
        say("Score: the announced score, from 0 to 100. Leave empty what was not measured."),
        say("Part: where the parts of an instrument were announced apart. Empty: the whole score."),
        say("Flag: %(words)s, where the assessor named it weak.", words=WEAK_WORDS),
        say("Codes can be written as you are used to: O12, 012 and ข้อ ๐๑๒ are o12."),
        say(
            "Rows that you do not need can be deleted. Formulas are not read: paste them as values."
        ),
        say("Then: prongsai score FILE.xlsx --edition %(edition)s", edition=edition.key),
    )
