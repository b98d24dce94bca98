"""Readings put together by hand, to be corrected and shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from prongsai.core.documents.papers import Signature
from prongsai.core.measures.model import Month
from prongsai.core.readings.model import (
    Certainty,
    Citation,
    NamedCode,
    NamedYear,
    Place,
    Reading,
    ReadMeasure,
    Said,
    StatedScore,
    YearRole,
)
from prongsai.core.sentences import say
from prongsai.core.tracking import Action, Proof, State

HEADING = Place(line=1)


def read(value: Any, words: str, place: Place = HEADING) -> Said[Any]:
    """Make a value of which a reader is sure."""
    return Said(value=value, words=words, place=place)


def unsure(value: Any, words: str, place: Place = HEADING) -> Said[Any]:
    """Make a value of which a person must say what it is."""
    why = say("The cell has several periods.")
    return Said(value=value, words=words, place=place, certainty=Certainty.ASK, why=why)


def row_place(row: int, column: str = "", table: int = 1) -> Place:
    return Place(line=10 + row, table=table, row=row, column=column)


def read_measure(row: int = 1, **fields: Any) -> ReadMeasure:
    """Make a measure of a row with a title, and what else is said of it."""
    title: Any = read(f"มาตรการ {row}", f"{row}. มาตรการ {row}", row_place(row, "มาตรการ"))
    usual: dict[str, Any] = {
        "place": row_place(row),
        "asked": frozenset({"title", "period"}),
        "title": title,
    }
    return ReadMeasure(**(usual | fields))


def full_measure() -> ReadMeasure:
    """Make a measure that has every field."""
    return read_measure(
        number=read("1", "๑", row_place(1, "ที่")),
        indicator=read("9", "๙", row_place(1, "ตัวชี้วัด")),
        answers=(read("i7", "i ๗"), read("e3/survey", "e3")),
        cures=(read("o9", "o๙"),),
        steps=(read("ก", "๑. ก"), read("ข", "๒. ข"), read("ค", "๓. ค")),
        lead=(read("กองคลัง", "กองคลัง"),),
        support=(unsure("ทุกกอง", "ทุกกอง"),),
        period=unsure((Month(2571, 1), Month(2571, 3)), "ม.ค.-มี.ค. ๗๑"),
        follow_up=read("รายไตรมาส", "รายไตรมาส"),
        state=read(State.DONE, "/"),
        actions=(read(Action(text="ประชุม", on=date(2028, 1, 31)), "ประชุม"),),
        output=(read("ได้แผน", "ได้แผน"),),
        outcome=(read("ร้องเรียนน้อยลง", "ร้องเรียนน้อยลง"),),
        proofs=(read(Proof(what="ประกาศ", address="www.example.org/1"), "ประกาศ"),),
    )


def full_reading() -> Reading:
    """Make a reading that has every field."""
    return Reading(
        kind="memo",
        number=read("ที่ สม 1/-", "ที่ สม 1/-"),
        dated=unsure(date(2027, 12, 1), "๑ ธ.ค. ๗๐"),
        unit=read("สำนักปลัด", "สำนักปลัด อบต.ตัวอย่าง"),
        subject=read("ขออนุมัติ", "ขออนุมัติ"),
        to=read("นายก อบต.ตัวอย่าง", "นายก อบต.ตัวอย่าง"),
        agencies=(read("อบต.ตัวอย่าง", "อบต.ตัวอย่าง"), unsure("อบต.ตัวอยาง", "อบต.ตัวอยาง")),
        districts=(read("สมมติ", "อ.สมมติ"),),
        provinces=(read("ทดสอบ", "จ.ทดสอบ"),),
        years=(read(NamedYear(year=2570, role=YearRole.RESULT), "ปี ๗๐"),),
        scores=(
            read(StatedScore(code="i7", score=Decimal("65.63")), "๖๕.๖๓"),
            unsure(StatedScore(code="i7", score=Decimal("66.63")), "๖๖.๖๓"),
            read(StatedScore(code="e3", part="survey", score=Decimal("80.00")), "๘๐.๐๐"),
            read(StatedScore(code="total", score=Decimal("75.40"), year=2569), "๗๕.๔๐"),
        ),
        levels=(read("ผ่าน", "ระดับผ่าน"),),
        names=(read(NamedCode(code="o9", name="ช่องทาง", under="9"), "o9 ช่องทาง"),),
        weak=(read("i7", "ข้อ i7"),),
        keep=(read("10", "รักษามาตรฐาน"),),
        citations=(read(Citation(item="i7", code="o9", words="แผน"), "o9"),),
        signatures=(read(Signature(name="นายสมมติ ใจดี", position="ปลัด"), "(นายสมมติ ใจดี)"),),
        measures=(full_measure(), read_measure(2)),
    )
