"""The analysis of results, for the published figures of Na Thong and for almost empty sheets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from prongsai.core.documents.analysis import analysis_of_results
from prongsai.core.documents.case import Case
from prongsai.core.documents.model import Chart, Cover, Document, Heading, Listing, Paragraph, Table
from prongsai.core.documents.texts import Texts
from prongsai.core.findings.analysis import analyse
from prongsai.core.measures.model import Agency, Measure, Month, Plan
from prongsai.core.results import Result, ResultSheet
from prongsai.core.scoring.scorer import score
from prongsai.formats.editions import load_edition
from prongsai.formats.interface import catalogue, official_texts

DATED = date(2024, 1, 9)
INDICATORS = [
    *("96.07", "90.78", "92.92", "89.74", "89.50"),
    *("84.87", "91.23", "88.59"),
    *("97.50", "71.25"),
]
NA_THONG = ResultSheet(
    (
        *ResultSheet.of({str(n): each for n, each in enumerate(INDICATORS, start=1)}).results,
        *(Result(code=code, score=Decimal(0)) for code in ("o13", "o35", "o36", "o37", "o40")),
        Result(code="e3", part="survey", weak=True),
    )
)
MEASURE = Measure(
    key="M-2567-001",
    title="ทบทวนการจัดการความเสี่ยง",
    answers=("o35", "e3/survey"),
    steps=("แต่งตั้งคณะทำงาน", "รายงานผล"),
    lead="สำนักปลัด",
    support=("กองคลัง", "กองช่าง"),
    period=(Month(2566, 11), Month(2567, 3)),
    follow_up="ประชุมประจำเดือนเมษายน 2567",
    cures=("o31",),
    evidence=("คำสั่ง",),
)
PLAN = Plan(
    agency=Agency(name="อบต.นาทอง", district="เชียงยืน", province="มหาสารคาม"),
    edition="nacc-2566",
    result_year=2566,
    plan_year=2567,
    results=NA_THONG,
    history=((2564, Decimal("80.10")),),
    measures=(MEASURE,),
)

Build = Callable[[Plan], Document]


@pytest.fixture(scope="module")
def build() -> Build:
    texts = Texts(official_texts("analysis"), catalogue("th"))

    def made(plan: Plan) -> Document:
        card = score(load_edition(plan.edition), plan.results)
        return analysis_of_results(Case(plan=plan, analysis=analyse(card), texts=texts), DATED)

    return made


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def table(document: Document, caption: str) -> list[list[str]]:
    found = next(b for b in document.blocks if isinstance(b, Table) and b.caption == caption)
    titles = [column.title for column in found.columns]
    return [titles, *(["\n".join(cell.text) for cell in row] for row in found.rows)]


def test_the_document_is_the_agencys_and_dated(build: Build) -> None:
    document = build(PLAN)

    assert (document.author, document.dated, document.language) == ("อบต.นาทอง", DATED, "th")
    assert document.title.endswith("ประจำปีงบประมาณ พ.ศ. 2566")
    assert document.blocks[0] == Cover(
        (
            "รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน",
            "(Integrity and Transparency Assessment - ITA)",
            "ประจำปีงบประมาณ พ.ศ. 2566",
            "อบต.นาทอง",
            "อำเภอเชียงยืน จังหวัดมหาสารคาม",
        )
    )


def test_its_parts_stand_in_the_order_of_filed_reports(build: Build) -> None:
    assert headings(build(PLAN)) == [
        "คำนำ",
        "ผลการประเมินในภาพรวม",
        "ผลการประเมินย้อนหลัง",
        "การวิเคราะห์ผลการประเมินรายตัวชี้วัด",
        "ลำดับความสำคัญในการแก้ไข",
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2567",
        "ภาคผนวก ที่มาของตัวเลข",
    ]


def test_the_total_and_its_level_are_said_in_words(build: Build) -> None:
    assert (
        'ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 ของอบต.นาทอง มีคะแนนรวม 87.76 คะแนน อยู่ในระดับ "ผ่าน"'
    ) in paragraphs(build(PLAN))


def test_every_indicator_stands_with_its_score_and_whether_it_passes(build: Build) -> None:
    rows = table(build(PLAN), "ผลคะแนนรายตัวชี้วัด")

    assert rows[0] == ["ตัวชี้วัดที่", "รายละเอียดตัวชี้วัด", "คะแนน", "ผล"]
    assert [row[2] for row in rows[1:]] == INDICATORS
    assert [row[0] for row in rows[1:] if row[3] == "ต่ำกว่าเกณฑ์"] == ["6", "10"]


def test_the_years_are_shown_with_gaps_and_changes(build: Build) -> None:
    assert table(build(PLAN), "คะแนนรวมย้อนหลัง")[1:] == [
        ["2564", "80.10", ""],
        ["2565", "ไม่มีข้อมูล", ""],
        ["2566", "87.76", ""],
    ]


def test_a_change_is_of_the_year_before_only(build: Build) -> None:
    years = ((2565, Decimal("82.84")), (2564, Decimal("75.40")))
    assert table(build(replace(PLAN, history=years)), "คะแนนรวมย้อนหลัง")[1:] == [
        ["2564", "75.40", ""],
        ["2565", "82.84", "+7.44"],
        ["2566", "87.76", "+4.92"],
    ]


def test_weak_items_stand_under_their_indicator_and_the_others_keep_their_level(
    build: Build,
) -> None:
    rows = dict(
        row for row in table(build(PLAN), "ประเด็นที่ต้องแก้ไข ปรับปรุง หรือรักษาระดับ")[1:] if len(row) == 2
    )

    assert rows["1. การปฏิบัติหน้าที่ 96.07 คะแนน"] == "รักษาระดับมาตรฐานการดำเนินงาน"
    assert rows["6. คุณภาพการดำเนินงาน 84.87 คะแนน"].splitlines()[0] == (
        "ตัวชี้วัดนี้ได้ 84.87 คะแนน ต่ำกว่าเกณฑ์ 85 คะแนน"
    )
    assert rows["6. คุณภาพการดำเนินงาน 84.87 คะแนน"].splitlines()[1].startswith("ข้อ e3 (EIT Survey)")
    assert len(rows["10. การป้องกันการทุจริต 71.25 คะแนน"].splitlines()) == 5


def test_what_to_mend_first_and_the_way_up(build: Build) -> None:
    document = build(PLAN)

    rows = table(document, "ข้อที่เพิ่มคะแนนรวมได้มากที่สุด")
    assert [(row[0], row[3]) for row in rows[1:]] == [
        ("o40", "+2.00"),
        ("o35", "+1.25"),
        ("o36", "+1.25"),
        ("o37", "+1.25"),
        ("o13", "+0.50"),
    ]
    assert any('ระดับ "ผ่านดี" คือ o40' in text for text in paragraphs(document))


TITLE = (
    "1. ทบทวนการจัดการความเสี่ยง\n"
    "(ตอบประเด็นของปี 2566: o35, e3 (EIT Survey))\n"
    "(เผยแพร่ตามข้อของปี 2567: o31)"
)


def test_measures_have_five_columns(build: Build) -> None:
    rows = table(build(PLAN), "มาตรการ ผู้รับผิดชอบ ระยะเวลา และการติดตามผล")

    assert rows == [
        ["มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "การติดตามผล"],
        [
            TITLE,
            "1.1 แต่งตั้งคณะทำงาน\n1.2 รายงานผล",
            "สำนักปลัด\nสนับสนุน: กองคลัง, กองช่าง",
            "พ.ย. 66 - มี.ค. 67",
            "ประชุมประจำเดือนเมษายน 2567",
        ],
    ]


def test_the_appendix_opens_every_formula(build: Build) -> None:
    rows = table(build(PLAN), "วิธีคำนวณคะแนน")

    assert rows[1] == ["คะแนนรวม", "87.76", "0.30 × 91.80 + 0.30 × 88.23 + 0.40 × 84.38 = 87.76"]
    assert rows[-1] == ["10", "71.25", "ตามที่ประกาศ"]


def test_charts_say_their_values_in_words(build: Build) -> None:
    radar, trend = (block for block in build(PLAN).blocks if isinstance(block, Chart))

    assert "10. การป้องกันการทุจริต 71.25" in radar.description
    assert trend.description == "คะแนนรวมย้อนหลัง 2564: 80.10, 2565: ไม่มีข้อมูล, 2566: 87.76"


def test_numbers_that_do_not_agree_are_listed_to_be_looked_at(build: Build) -> None:
    stated = ResultSheet((*NA_THONG.results, Result(code="total", score=Decimal("88.00"))))

    listing = next(b for b in build(replace(PLAN, results=stated)).blocks if isinstance(b, Listing))

    assert listing.entries == ("คะแนนรวม: ค่าที่ประกาศคือ 88.00 แต่คำนวณจากส่วนย่อยได้ 87.76",)


def test_a_total_alone_is_at_best_a_level_and_needs_no_radar(build: Build) -> None:
    alone = replace(PLAN, results=ResultSheet.of({"total": "86.78"}), history=(), measures=())

    document = build(alone)

    text = "\n".join(paragraphs(document))
    assert 'อยู่ในระดับไม่เกิน "ผ่านดี" ทั้งนี้ ยังไม่อาจยืนยันระดับได้ เนื่องจากยังไม่มีคะแนน IIT' in text
    assert "ไม่มีคะแนนรายข้อเพียงพอที่จะคำนวณลำดับความสำคัญ" in text
    assert "ไม่มีประเด็นที่ต่ำกว่าเกณฑ์ จึงไม่มีมาตรการที่ต้องกำหนดเพิ่มเติม" in text
    assert [block for block in document.blocks if isinstance(block, Chart)] == []


def test_without_a_total_nothing_is_said_of_a_level(build: Build) -> None:
    nothing = replace(PLAN, results=ResultSheet.of({"i7": "60"}), agency=Agency(name="อบต.ก"))

    text = "\n".join(paragraphs(build(nothing)))

    assert "ยังไม่มีคะแนนรวม จึงยังไม่ระบุระดับผลการประเมิน" in text
    assert (
        "ไม่มีข้อมูล: ข้อ i1–i6, i8–i30, e1–e15, o1–o43; ตัวชี้วัดย่อยที่ 9.1, 9.2, 9.3, 9.4, 9.5, 10.1, 10.2;"
    ) in text
    assert text.endswith("แบบวัด IIT, EIT, OIT; คะแนนรวม")


def test_what_rests_on_unread_facts_says_so(build: Build) -> None:
    edition = load_edition("nacc-2568")
    full = ResultSheet.of(dict.fromkeys(edition.items, 96))
    plan = replace(PLAN, edition="nacc-2568", result_year=2568, plan_year=2569, results=full)

    text = "\n".join(paragraphs(build(plan)))

    assert "ข้อมูลที่ยังไม่ได้ยืนยันจากเอกสารต้นทางและมีผลต่อคะแนน: " in text
    assert "วิธีคำนวณตัวชี้วัดที่ 9 จากรายข้อ (U)" in text
    assert 'อยู่ในระดับไม่เกิน "ผ่านดีเยี่ยม"' in text


@pytest.mark.parametrize(
    ("agency", "line"),
    [
        (Agency(name="ก", province="ตราด"), "จังหวัดตราด"),
        (Agency(name="ก"), "ก"),
    ],
)
def test_a_place_that_nobody_gave_is_left_out(build: Build, agency: Agency, line: str) -> None:
    cover = build(replace(PLAN, agency=agency)).blocks[0]

    assert isinstance(cover, Cover)
    assert cover.lines[-1] == line


def test_an_indicator_without_a_score_is_not_told_to_keep_its_standard(build: Build) -> None:
    nothing = replace(PLAN, results=ResultSheet.of({"1": "96", "total": "90"}))

    rows = table(build(nothing), "ประเด็นที่ต้องแก้ไข ปรับปรุง หรือรักษาระดับ")

    assert rows[2:4] == [
        ["1. การปฏิบัติหน้าที่ 96.00 คะแนน", "รักษาระดับมาตรฐานการดำเนินงาน"],
        [
            "2. การใช้งบประมาณ (ไม่มีข้อมูลคะแนน)",
            "ไม่มีข้อมูลคะแนนของตัวชี้วัดนี้ จึงยังสรุปไม่ได้",
        ],
    ]


def test_what_the_way_up_rests_on_and_what_bars_it_are_said(build: Build) -> None:
    edition = load_edition("nacc-2568")
    low = ResultSheet.of({**dict.fromkeys(edition.items, 90), "o1": 0})
    plan = replace(PLAN, edition="nacc-2568", result_year=2568, plan_year=2569, results=low)
    barred = ResultSheet.of({"total": "80", "OIT": "70", "o1": "99"})

    found = "\n".join(paragraphs(build(plan)))
    short = "\n".join(paragraphs(build(replace(PLAN, results=barred))))

    assert "ผลการคำนวณนี้อาศัยข้อมูลที่ยังไม่ได้ยืนยันจากเอกสารต้นทาง: " in found
    assert 'ข้อที่ทราบคะแนนยังไม่เพียงพอที่จะถึงระดับ "ผ่าน" โดยยังขาดที่ คะแนนรวม' in short


def test_a_measure_that_names_no_codes_shows_its_title_alone(build: Build) -> None:
    plain = replace(MEASURE, answers=(), cures=(), support=())

    rows = table(build(replace(PLAN, measures=(plain,))), "มาตรการ ผู้รับผิดชอบ ระยะเวลา และการติดตามผล")

    assert rows[1][:3] == [
        "1. ทบทวนการจัดการความเสี่ยง",
        "1.1 แต่งตั้งคณะทำงาน\n1.2 รายงานผล",
        "สำนักปลัด",
    ]


def test_a_level_whose_limits_nobody_has_read_is_at_best(build: Build) -> None:
    low = ResultSheet.of({"total": "60"})
    plan = replace(PLAN, edition="nacc-2569", result_year=2569, plan_year=2570, results=low)

    text = "\n".join(paragraphs(build(plan)))

    assert (
        'อยู่ในระดับไม่เกิน "ต้องปรับปรุงโดยด่วน" ทั้งนี้ เกณฑ์บางส่วนของปีนี้ยังไม่ได้รับการยืนยันจากเอกสารต้นทาง'
    ) in text


def test_a_code_that_the_edition_does_not_know_stands_as_it_was_written(build: Build) -> None:
    odd = replace(MEASURE, answers=("x9/survey",), cures=())

    rows = table(build(replace(PLAN, measures=(odd,))), "มาตรการ ผู้รับผิดชอบ ระยะเวลา และการติดตามผล")

    assert rows[1][0].endswith("(ตอบประเด็นของปี 2566: x9/survey)")


def test_parts_and_groups_that_are_weak_stand_under_their_indicator(build: Build) -> None:
    results = (
        Result(code="6", part="survey", score=Decimal(80)),
        Result(code="9.2", score=Decimal(70)),
    )
    document = build(replace(PLAN, results=ResultSheet(results), measures=()))
    below = "คะแนน ต่ำกว่าเกณฑ์ 85 คะแนน"

    assert f"ตัวชี้วัดที่ 6 (EIT Survey): ได้ 80.00 {below}" in advice_lines(document)
    assert f"ตัวชี้วัดย่อยที่ 9.2 แผน งาน และบริการ: ได้ 70.00 {below}" in advice_lines(document)


def advice_lines(document: Document) -> set[str]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return {line for table in tables for row in table.rows for cell in row for line in cell.text}
