"""The plan file: what is written is read back the same, and an edit that went wrong is refused."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Agency, Plan
from prongsai.core.results import Result, ResultSheet
from prongsai.core.results.values import WEAK_WORDS
from prongsai.core.thai.style import Style
from prongsai.core.thai.text import normalise
from prongsai.core.tracking import Progress
from prongsai.formats.agency_file import PICTURES
from prongsai.formats.kinds import KINDS
from prongsai.formats.plan_file import PlanFile, read_plan, write_plan
from tests.factories.measures import measure, plan
from tests.factories.plan_strategies import THAI, WRITTEN, papers, plans, progresses, some_text

SHEET = ResultSheet(
    (
        Result(code="i7", score=Decimal("65.63")),
        Result(code="e3", part="public", weak=True, note="ระบุว่า: ควรปรับปรุง"),
    )
)
FULL = plan(
    agency=Agency(name="อบต.ตัวอย่าง", district="เมือง", units=(("it", "งานวิเคราะห์"),)),
    results=SHEET,
    previous=SHEET,
    previous_edition="before",
    history=((2569, Decimal("82.84")), (2568, None)),
    style=Style(thai_digits=True),
)


def written(plan: Plan) -> str:
    return write_plan(PlanFile(plan=plan))


def read(text: str) -> Plan:
    return read_file(text).plan


def read_file(text: str) -> PlanFile:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.yaml"
        path.write_text(text, "utf-8")
        return read_plan(path)


def refused(text: str) -> list[str]:
    with pytest.raises(Refusal) as caught:
        read(text)
    return str(caught.value).splitlines()


def test_a_plan_is_written_for_a_person_to_edit() -> None:
    comments, _, content = written(FULL).partition("\n\n")

    assert all(line.startswith("#") for line in comments.splitlines())
    assert content == EXPECTED


EXPECTED = """\
agency:
  name: อบต.ตัวอย่าง
  district: เมือง
  province: ""
  units:
    it: งานวิเคราะห์

edition: small
result_year: 2570
plan_year: 2571
thai_digits: true
long_months: false
catchword: false
history:
  "2569": "82.84"
  "2568": null

measures:

  - key: M-2571-001
    title: จัดทำแผนผัง
    answers: [i1]
    steps:
      - ตรวจสอบ
      - เผยแพร่
    lead: สำนักปลัด
    support: []
    start: ต.ค. 2570
    end: ธ.ค. 2570
    follow_up: รายงานในที่ประชุมประจำเดือนมกราคม 2571
    cures: [o1]
    evidence:
      - แผนผัง

results:
  - {code: i7, score: "65.63"}
  - {code: e3, part: public, flag: weak, note: "ระบุว่า: ควรปรับปรุง"}

previous_edition: before

previous:
  - {code: i7, score: "65.63"}
  - {code: e3, part: public, flag: weak, note: "ระบุว่า: ควรปรับปรุง"}
"""


def test_a_plan_is_read_back_the_same() -> None:
    assert read(written(FULL)) == FULL


@given(plans)
def test_whatever_a_plan_says_is_read_back_the_same(given_plan: Plan) -> None:
    assert read(written(given_plan)) == given_plan


@given(plans, st.data())
def test_progress_papers_and_pictures_are_read_back_the_same(
    given_plan: Plan, data: st.DataObject
) -> None:
    keys = [each.key for each in given_plan.measures]
    file = PlanFile(
        plan=given_plan,
        progress=data.draw(st.dictionaries(st.sampled_from(keys), progresses)) if keys else {},
        papers=data.draw(st.dictionaries(st.sampled_from(list(KINDS)), papers, max_size=2)),
        pictures=data.draw(st.dictionaries(st.sampled_from(PICTURES), some_text)),
    )

    assert read_file(write_plan(file)) == file


@given(WRITTEN)
@example("  ก  ข ")
@example("นํ้า")
def test_texts_are_normalised_on_reading(text: str) -> None:
    typed = plan(measures=(measure(lead=text),))

    assert read(written(typed)) == plan(measures=(measure(lead=normalise(text)),))


@given(st.text(st.one_of(THAI, st.just(" ")), min_size=100, max_size=300))
def test_a_long_text_stays_on_one_line(text: str) -> None:
    lead = normalise(text)

    assert f"    lead: {lead}\n" in written(plan(measures=(measure(lead=lead),))).replace('"', "")


def test_the_place_in_the_old_file_is_not_kept() -> None:
    placed = ResultSheet((replace(SHEET.results[0], place="B12"),))

    assert read(written(plan(results=placed))).results == ResultSheet(SHEET.results[:1])


def test_a_measure_may_say_nothing_but_its_key() -> None:
    silent = measure(title="", answers=(), steps=(), lead="", period=None, follow_up="", cures=())

    assert read(written(plan(measures=(silent,)))) == plan(measures=(silent,))


@pytest.mark.parametrize("written", ["2570-10", "ตุลาคม ๒๕๗๐", "ต.ค. 70", "October 2570"])
def test_months_are_read_however_people_write_them(written: str) -> None:
    assert edited("ต.ค. 2570", f'"{written}"') == plan()


@pytest.mark.parametrize("written", ["๒๕๗๑", '"2571"', '" ๒๕๗๑ "'])
def test_years_are_read_in_thai_digits_and_in_quotation_marks(written: str) -> None:
    assert edited("plan_year: 2571", f"plan_year: {written}") == plan()


def test_what_a_person_leaves_out_is_empty() -> None:
    text = """
        {agency: {name: }, edition: small, result_year: 2570, plan_year: 2571, results: [],
         measures: [{key: a, title: ก, answers: [], steps: [], lead: , start: ต.ค. 2570,
                     end: ธ.ค. 2570, follow_up: ""}]}"""

    assert read(text) == plan(
        agency=Agency(name=""),
        measures=(
            measure(
                key="a",
                title="ก",
                answers=(),
                steps=(),
                lead="",
                follow_up="",
                cures=(),
                evidence=(),
            ),
        ),
    )


def edited(old: str, new: str) -> Plan:
    return read(written(plan()).replace(old, new))


FIELDS = "agency, edition, result_year, plan_year, measures, results"
MORE = "thai_digits, long_months, catchword, history, previous_edition, previous, papers"
TEXT = "Write a text here, in quotation marks if it looks like a number."
MEASURE = "measures › M-2571-001"
NOT_AFTER = "The plan's year is not after the year of the results."
WHOLE_YEAR = "Expected a whole number, found “ปีหน้า”. Write a whole number without quotation marks."
BEHIND = "Behind this value stands “#”: the text after it would be lost."
LONG = "ก" * 301
ABOVE = written(plan()).partition("\n\n")[0].count("\n")  # the comments
MISTAKES = [
    (
        "edition: small",
        "edition: small\nyear: 7",
        f"year: This field is not known here. Allowed: {FIELDS}, {MORE}.",
    ),
    ("plan_year: 2571", "", "plan_year: This field is missing. Add it."),
    ("plan_year: 2571", "plan_year: ปีหน้า", f"plan_year: {WHOLE_YEAR}"),
    (
        "name: อบต.ตัวอย่าง",
        f"name: {LONG}",
        (
            "agency › name: The name is longer than 300 characters."
            " Write the name of the agency alone."
        ),
    ),
    (
        "title: จัดทำแผนผัง",
        "title: จัดทำ #แผนผัง",
        (
            f"line {ABOVE + 20}: {BEHIND}"
            " Put the value in quotation marks, or the comment on a line of its own."
        ),
    ),
    (
        "plan_year: 2571",
        "plan_year: 2570",
        (
            f"plan_year: {NOT_AFTER} "
            "A plan answers the results of a year that is over; correct one of the two."
        ),
    ),
    (
        "plan_year: 2571",
        "plan_year: 2028",
        (
            "plan_year: This is no Buddhist year (พ.ศ.). "
            "Write four digits; the Christian year plus 543."
        ),
    ),
    ("title: จัดทำแผนผัง", "title: 7", f"{MEASURE} › title: Expected a text, found 7. {TEXT}"),
    (
        "ต.ค. 2570",
        "ต้นปี",
        f"{MEASURE} › start: “ต้นปี” is no month with its year. Write it as in “ม.ค. 2571”.",
    ),
    (
        "ต.ค. 2570",
        '""',
        (
            f"{MEASURE} › start: Only one of the two months of the measure is there."
            " Write both, or leave both empty."
        ),
    ),
    (
        "results: []",
        "results: [{code: i7, score: 101}]",
        "results › i7 › score: 101 is not from 0 to 100. Check the score; it is in points of 100.",
    ),
    (
        "results: []",
        "results: [{code: i7, flag: bad}]",
        (
            f"results › i7 › flag: bad is not a flag. Write one of {', '.join(WEAK_WORDS)}, "
            "or leave it empty."
        ),
    ),
    (
        "results: []",
        "results: [{score: 7}]",
        "results › row 1 › code: This field is missing. Add it.",
    ),
    (
        "results: []",
        "results: []\nprevious: []",
        "previous: Nobody says which edition these results are of. Name it in “previous_edition”.",
    ),
    (
        "results: []",
        "results: [{code: i7, score: 65.63}]",
        (
            f"line {ABOVE + 34}: “65.63” is read differently by different programs. Put it "
            "in quotation marks: “65.63”."
        ),
    ),
]


@pytest.mark.parametrize(("old", "new", "refusal"), MISTAKES)
def test_an_edit_that_went_wrong_is_refused_at_its_place(old: str, new: str, refusal: str) -> None:
    assert refused(written(plan()).replace(old, new)) == [f"plan.yaml › {refusal}"]


def test_two_measures_of_one_key_are_refused_where_progress_would_be_lost() -> None:
    twice = (measure(title="ก"), measure(title="ข"))
    file = PlanFile(plan=plan(measures=twice), progress={twice[0].key: Progress(output=("ค",))})
    lost = "Give each measure a key of its own: its progress is filed under it."

    assert refused(write_plan(file)) == [
        f"plan.yaml › {MEASURE}: M-2571-001 stands twice. {lost}" for _ in twice
    ]
    assert read(written(plan(measures=twice))) == plan(measures=twice)
