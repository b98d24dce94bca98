"""Claim: the page of a document of 100 pages takes under 2 s, that of 200 twice as long.

The document is a memo and a table of measures, again and again, a page of text each.
"""

from __future__ import annotations

import time
from dataclasses import replace

from prongsai.core.checks import check
from prongsai.core.readings.model import Place
from prongsai.core.readings.source import Cell, Source, SourceTable, Text
from prongsai.core.readings.understand import understand
from prongsai.formats.corrections_file import write_corrections
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.interface import catalogue
from prongsai.formats.subject import subject_of
from prongsai.formats.write_reading_page import reading_page

PAGES = 100
FIELDS = ("item", "measure", "steps", "lead", "period")
HEADINGS = ("ข้อ", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา")
TEXT = "องค์การบริหารส่วนตำบลตัวอย่าง อำเภอสมมติ จังหวัดทดสอบ ปีงบประมาณ พ.ศ. ๒๕๖๗ ได้คะแนน ๘๔.๓๗ "
STEPS = "๑. ประชุมชี้แจงเจ้าหน้าที่ ๒. จัดทำคู่มือการปฏิบัติงาน ๓. เผยแพร่บนเว็บไซต์ ๔. ติดตามผล"
ROWS = 4  # more do not fit a page


def main() -> None:
    """Write the page of a document and of one twice as long, and print the ratio."""
    short, long = measured(PAGES), measured(2 * PAGES)
    print(f"page of {PAGES} pages   {short:6.2f} s (at most 2)")
    print(f"twice as many pages {long / short:5.2f} times as long (at most 2.5)")


def measured(pages: int) -> float:
    """Return how long (s) the page and the file of corrections take, without reading."""
    source = Source(blocks=tuple(block for page in range(1, pages + 1) for block in blocks(page)))
    reading = understand(source, editions_by_year())
    problems = check(subject_of(reading))
    words = catalogue("th")
    times = []
    for _ in range(3):
        start = time.perf_counter()
        made = reading_page(source, reading, problems, words)
        write_corrections(reading, problems, words)
        times.append(time.perf_counter() - start)
    print(
        f"  {pages} pages: {len(reading.measures)} measures, {len(problems)} problems,"
        f" {len(made) / 1e6:.1f} MB"
    )
    return min(times)


def blocks(page: int) -> tuple[Text | SourceTable, ...]:
    """Make a page: a paragraph and a table of measures."""
    place = Place(page=page, line=page * 100, table=page)
    rows = tuple(
        row(replace(place, line=page * 100 + n, row=n), page, n) for n in range(1, ROWS + 1)
    )
    table = SourceTable(headings=HEADINGS, rows=rows, place=place, fields=FIELDS)
    return Text(text=TEXT * 5, place=replace(place, table=None)), table


def row(place: Place, page: int, number: int) -> tuple[Cell, ...]:
    """Make a row of the table."""
    texts = (f"ข้อ i{number}", f"{number}. มาตรการที่ {page}", STEPS, "กองคลัง", "ม.ค. - มี.ค. ๖๗")
    return tuple(
        Cell(text=text, place=replace(place, column=heading))
        for heading, text in zip(HEADINGS, texts, strict=True)
    )


if __name__ == "__main__":
    main()
