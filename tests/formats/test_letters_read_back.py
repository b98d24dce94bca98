"""The heads and chains of our own letters are read back as the plan has them."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.core.documents.papers import Paper, Signature
from prongsai.core.measures.model import Agency
from prongsai.core.readings.model import Reading
from prongsai.core.readings.understand import understand
from prongsai.core.thai.numerals import to_arabic_digits
from prongsai.core.thai.style import Style
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.kinds import KINDS
from prongsai.formats.readers import source_in
from prongsai.formats.writers import WRITERS
from tests.factories.cases import PLAN, case

EXAMPLES = int(os.environ.get("PRONGSAI_EXAMPLES", "10"))
EXACT = (".docx", ".html")
DATED = date(2028, 2, 29)

names = st.sampled_from(
    ["", "นายสมมติ ใจดี", "นางสาวทดลอง งามจริง", "นาง ตัวอย่าง ณ ทดสอบ", "นายกมล สมมติ"]
)
ranked = st.tuples(
    st.sampled_from(["ว่าที่ ร.ต.", "ร.อ.", "พ.จ.อ.", "ว่าที่ ร.ต.หญิง", "สิบเอก"]),
    st.sampled_from(["สมมติ ใจดี", "ทดลอง งามจริง"]),
)
posts = st.sampled_from(
    [
        *("นิติกรปฏิบัติการ", "หัวหน้าสำนักปลัด", "ผู้อำนวยการกองคลัง", "รองปลัดเทศบาล", "นักวิชาการเงินและบัญชี"),
        *("นายกเทศมนตรีตำบลสมมติ", "ปลัดองค์การบริหารส่วนตำบลสมมติ", "เจ้าพนักงานธุรการ 5"),
    ]
)
capacities = st.sampled_from(["รักษาการแทน", "รักษาราชการแทน", "ปฏิบัติราชการแทน"])
opinions = st.sampled_from(
    [
        "",
        "",
        "เห็นควรอนุมัติ",
        "- เห็นชอบ",
        "อนุมัติ",
        "ทราบ และให้ทุกกองถือปฏิบัติ",
        "ตามที่เสนอ",
        "มอบสำนักปลัดดำเนินการภายใน 7 วัน",
    ]
)


@st.composite
def signatures(draw: st.DrawFn) -> Signature:
    """Make a step of a chain, of which more is known than nothing."""
    rank, name = draw(st.tuples(st.just(""), names) | ranked)
    filled = draw(st.tuples(st.just(""), st.just("")) | st.tuples(capacities, posts))
    return Signature(
        name=name,
        rank=rank,
        position=draw(posts),
        capacity=filled[0],
        acting=filled[1],
        opinion=draw(opinions),
    )


papers = st.builds(
    Paper,
    unit=st.sampled_from(["สำนักปลัด", "กองคลัง", "กองยุทธศาสตร์และงบประมาณ", "งานนิติการ สำนักปลัด"]),
    number=st.sampled_from(["", "สม 72401/156", "สม 72401/-", "มท 0809.3/ว 12", "12/2571"]),
    dated=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    subject=st.sampled_from(
        ["รายงานผล", "ขออนุมัติมาตรการ ประจำปีงบประมาณ พ.ศ. 2571 (ITA)", "มาตรการ " * 20]
    ).map(str.strip),
    to=st.sampled_from(["นายกเทศมนตรีตำบลสมมติ", "นายก อบต.สมมติ", "ผู้บริหารสูงสุดของหน่วยงาน"]),
    signatures=st.lists(signatures(), min_size=1, max_size=6).map(tuple),
)
agencies = st.builds(
    Agency,
    name=st.sampled_from(["เทศบาลตำบลสมมติ", "องค์การบริหารส่วนตำบลสมมติ", "กรมทดลองสมมติ"]),
    telephone=st.sampled_from(["", "0 2000 0000 ต่อ 11"]),
    email=st.sampled_from(["", "saraban@example.go.th"]),
)


def read(kind: str, ending: str, of: Agency, paper: Paper, thai: bool) -> Reading:
    """Write a letter and read it."""
    style = Style(thai_digits=thai)
    made = case(KINDS[kind].words, replace(PLAN, agency=of, style=style), papers={kind: paper})
    written = WRITERS[ending](KINDS[kind].build(made, DATED))
    data = written if isinstance(written, bytes) else str(written).encode()
    return understand(source_in(data), editions_by_year())


def said(reading: Reading) -> Paper:
    """Return what was read as a paper, in Arabic digits."""

    def text(name: str) -> str:
        each = getattr(reading, name)
        return to_arabic_digits(each.value) if each else ""

    return Paper(
        unit=text("unit"),
        number=text("number"),
        dated=reading.dated.value if reading.dated else None,
        subject=text("subject"),
        to=text("to"),
        signatures=tuple(arabic(each.value) for each in reading.signatures),
    )


def arabic(signature: Signature) -> Signature:
    return replace(
        signature,
        position=to_arabic_digits(signature.position),
        acting=to_arabic_digits(signature.acting),
        opinion=to_arabic_digits(signature.opinion),
    )


@pytest.mark.parametrize("ending", EXACT)
@given(agency=agencies, paper=papers, thai=st.booleans())
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
def test_a_memo_is_read_back_exactly(ending: str, agency: Agency, paper: Paper, thai: bool) -> None:
    assert said(read("memo", ending, agency, paper, thai)) == paper


@pytest.mark.parametrize("ending", EXACT)
@given(agency=agencies, paper=papers, thai=st.booleans())
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
def test_an_order_is_read_back_exactly(
    ending: str, agency: Agency, paper: Paper, thai: bool
) -> None:
    number = paper.number if "/" in paper.number else ""
    printed = replace(paper, unit="", to="", number=number, signatures=paper.signatures[-1:])

    assert said(read("order", ending, agency, paper, thai)) == printed


@pytest.mark.parametrize("ending", EXACT)
def test_totals_of_five_years_are_read_back(ending: str) -> None:
    first = PLAN.result_year - 4
    history = tuple((year, Decimal(f"{year - 2490}.50")) for year in range(first, first + 4))
    made = case(KINDS["analysis"].words, replace(PLAN, history=history))
    written = WRITERS[ending](KINDS["analysis"].build(made, DATED))
    data = written if isinstance(written, bytes) else str(written).encode()
    scores = understand(source_in(data), editions_by_year()).scores

    assert {s.value.year: s.value.score for s in scores if s.value.year} == dict(history)
