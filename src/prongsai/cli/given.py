"""What a person gives a command: a file, or what another command writes to standard input."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.cli.endings import STANDARD_INPUT, may_be_reading
from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.readings.model import Reading
from prongsai.core.results import ResultSheet
from prongsai.core.sentences import say, write
from prongsai.formats.editions import load_edition
from prongsai.formats.file_bytes import LARGEST_DOCUMENT, check_size, read_at_most
from prongsai.formats.load_plan import LoadedPlan, load_plan
from prongsai.formats.reading_file import is_reading

if TYPE_CHECKING:
    from prongsai.core.readings.draft import Draft, Open
    from prongsai.core.readings.source import Source


def bytes_given(path: Path) -> bytes:
    """Return what stands in a file, or comes on standard input.

    :raises Refusal: it is not there, or too large.
    """
    if path == STANDARD_INPUT:
        data = sys.stdin.buffer.read(LARGEST_DOCUMENT + 1)
    else:
        data = read_at_most(path, LARGEST_DOCUMENT)
    try:
        check_size(data, LARGEST_DOCUMENT)
    except Refusal as refusal:
        raise refusal.within(str(path)) from None
    return data


def reading_of(data: bytes, path: Path) -> Reading:
    """Return what a document says, or what a reading says that it said.

    :raises Refusal: it is of no kind that is read, or empty, or a reading that was changed.
    """
    return document_in(data, path)[1]


def document_in(data: bytes, path: Path) -> tuple[Source, Reading]:
    """Return a document as it stands in its file, and what it says.

    :raises Refusal: it is of no kind that is read, or empty.
    """
    from prongsai.formats.read_apart import read_apart  # noqa: PLC0415 -- slow import

    try:
        read = read_apart(data)
        if not is_reading(data):
            _check_not_empty(read.reading)
    except Refusal as refusal:
        raise refusal.within(str(path)) from None
    return read.source, read.reading


def _check_not_empty(reading: Reading) -> None:
    if not reading.passages:
        raise Refusal(
            say("Nothing stands in the document."),
            fix=say("See whether it is the right file, and whether all of it was saved."),
        )


def reading_in(path: Path) -> Reading | None:
    """Return the reading in a file that may hold one, None where it holds something else.

    :raises Refusal: it was changed, or standard input has something else.
    """
    if not may_be_reading(path):
        return None
    data = bytes_given(path)
    if is_reading(data):
        return reading_of(data, path)
    if path != STANDARD_INPUT:
        return None
    raise Refusal(
        say("Standard input has no reading."),
        fix=say("Write it there with prongsai read FILE, or name a file."),
        where=(str(path),),
    )


def plan_in(path: Path, year: int | None = None) -> tuple[LoadedPlan, Draft | None]:
    """Return the plan in a file; of a reading, the plan that it drafts, and the draft.

    :raises Refusal: the file, or what it names, cannot be read.
    """
    reading = reading_in(path)
    if reading is None:
        return load_plan(path), None
    from prongsai.formats.load_draft import drafted  # noqa: PLC0415 -- slow import

    return drafted(reading, year)


def results_in(
    path: Path, edition: str | None, year: int | None, words: Mapping[str, str]
) -> tuple[Edition, ResultSheet]:
    """Return the results of a reading and their edition, and tell what is open about them.

    :raises Refusal: the file has no reading, or its year or edition is not known.
    """
    reading = reading_in(path)
    if reading is None:
        raise Refusal(
            say("The file has no reading."),
            fix=say("Give a result sheet (CSV or XLSX), or what prongsai read writes."),
            where=(str(path),),
        )
    from prongsai.core.readings.draft import results_of, years_of  # noqa: PLC0415 -- slow import
    from prongsai.formats.edition_years import edition_of_year  # noqa: PLC0415 -- slow import

    years = years_of(reading, year)
    known = edition_of_year(years.result) if edition is None else load_edition(edition)
    sheet, told = results_of(reading, known, years.result)
    show_open((*years.open, *told), words)
    return known, sheet


def show_open(found: tuple[Open, ...], words: Mapping[str, str]) -> None:
    """Tell, beside the output, what a person must look at."""
    for each in found:
        place = " › ".join(write(step, words) for step in each.place.steps())
        what = write(each.what, words)
        told = say("To be looked at: %(what)s", what=f"{place}: {what}" if place else what)
        print(write(told, words), file=sys.stderr)
