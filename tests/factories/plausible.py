"""Plans as offices write them, made up at random: plausible Thai, and texts that are hard to read.

What nobody could tell apart, a person neither, is not made: a text that ends with a day which was
not the day of the action, or numbers of a list in which one is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

import prongsai
from prongsai.core.documents.case import Case
from prongsai.core.documents.papers import Paper
from prongsai.core.editions.model import CHECKLIST, TOTAL, Edition
from prongsai.core.measures.model import Agency, Measure, Month, Period, Plan
from prongsai.core.results import Key, Result, ResultSheet, name_of
from prongsai.core.thai.style import Style
from prongsai.core.tracking import NOTHING_SAID, Action, Progress, Proof, State
from prongsai.formats.edition_years import editions_by_year
from tests.factories.cases import case

_OFFICIAL = Path(prongsai.__file__).parent / "data" / "texts" / "words.txt"
_VERBS = ("จัดทำ", "ทบทวน", "ประชุมชี้แจง", "เผยแพร่", "ปรับปรุง", "ติดตาม", "แต่งตั้งคณะทำงานด้าน")
_THINGS = (
    *(line for line in _OFFICIAL.read_text("utf-8").splitlines() if not line.startswith("#")),
    "คู่มือการปฏิบัติงาน",
    "แผนป้องกันการทุจริต",
    "ประกาศเจตนารมณ์",
    "น้ำประปา",
)
_TAILS = (
    "ของหน่วยงาน",
    "ต่าง ๆ",
    "ระเบียบ ข้อบังคับ ฯลฯ",
    "ภายใน 7 วัน",
    "ร้อยละ 85.50",
    "จำนวน 2,500 บาท",
    "ปีละ 2 ครั้ง",
    "(ฉบับย่อ)",
    "(No Gift Policy)",
    "ผ่าน E-Service 24 ชั่วโมง",
    "บนเว็บไซต์ www.example.go.th/ita/2567",
    "ตามข้อ o12 และข้อ i7",
    "ตามตัวชี้วัดที่ 3 การใช้อำนาจ",
    "ให้ได้ไม่น้อยกว่า 90 คะแนน",
    "พ.ศ. 2560 มาตรา 9 (7)",
    "ครั้งที่ 1/2567",
    '"โปร่งใส ตรวจสอบได้"',
    "และนำไปใช้",
)
_NUMBERS = ("1) ", "(1) ", "2. ", "- ", "1.1 ")
_NO_NUMBERS = ("5 ส. ", "ก. ", "(ร่าง) ", "2567 ")
_UNITS = (
    "สำนักปลัด",
    "กองคลัง",
    "กองช่าง",
    "กองสาธารณสุขและสิ่งแวดล้อม",
    "กองการศึกษา ศาสนา และวัฒนธรรม",
    "กองยุทธศาสตร์, งบประมาณ และพัสดุ",
    "งานนิติการ สำนักปลัด",
    "งานนิติการ (สำนักปลัด)",
    "หน่วยตรวจสอบภายใน",
    "ศูนย์พัฒนาเด็กเล็กบ้านหนองขาม",
    "ผู้ดูแลเว็บไซต์",
    "ทุกส่วนราชการ",
    "กองพัฒนาชุมชน",
    "กองการเงินและบัญชี",
    "โรงเรียนเทศบาล 2",
)
_KINDS = (
    "องค์การบริหารส่วนตำบล",
    "องค์การบริหารส่วนจังหวัด",
    "เทศบาลตำบล",
    "เทศบาลเมือง",
    "เทศบาลนคร",
)
_FIRST_HALVES = ("บ้าน", "หนอง", "ห้วย", "โคก", "ท่า", "บาง", "คลอง", "ดอน")
_LAST_HALVES = ("ใหญ่", "ขาม", "ทราย", "พลวง", "ม่วงน้อย", "กระโดน", "โพธิ์ทอง", "ยางสูง")

days = st.dates(date(2020, 10, 1), date(2028, 9, 30))
_around_the_mark = st.sampled_from([Decimal(each) for each in ("0", "84.99", "85", "100")])
scores = st.decimals(0, 100, places=2) | _around_the_mark

phrases = st.builds(
    lambda verb, thing, tail: f"{verb}{thing} {tail}",
    st.sampled_from(_VERBS),
    st.sampled_from(_THINGS),
    st.sampled_from(_TAILS),
)


def texts(*beginnings: str) -> st.SearchStrategy[str]:
    """Make texts: short, long, with a line break; some begin in one of the ways given."""
    plain = st.one_of(
        phrases,
        st.lists(phrases, min_size=3, max_size=8).map(" ".join),
        st.tuples(phrases, phrases).map("\n".join),
    )
    begun = st.builds(lambda first, text: first + text, st.sampled_from(beginnings), phrases)
    return plain | begun


step_texts = texts(*_NUMBERS, *_NO_NUMBERS)
"""Texts that stand behind a number of ours."""

line_texts = phrases | st.builds(
    lambda first, text: first + text, st.sampled_from(_NO_NUMBERS), phrases
)
"""Texts of one line that begin without the number of a list."""

titles = st.just("") | line_texts
units = st.sampled_from(_UNITS)
lists = st.lists(step_texts, max_size=4).map(tuple)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A plan with all that is said of it, and the day on which its documents are made."""

    plan: Plan
    progress: dict[str, Progress]
    papers: dict[str, Paper]
    dated: date

    def case(self, words: str | None) -> Case:
        """Return the case of it with the words of a kind."""
        return case(words, self.plan, progress=self.progress, papers=self.papers)


def _periods(plan_year: int) -> st.SearchStrategy[Period]:
    """Make periods of up to two years around a plan's year."""
    starts = st.integers(12 * (plan_year - 1) + 9, 12 * plan_year + 8)
    lengths = st.integers(0, 24)
    return st.builds(lambda start, length: (_month(start), _month(start + length)), starts, lengths)


def _month(number: int) -> Month:
    return Month(number // 12, number % 12 + 1)


def _measure(edition: Edition, next_edition: Edition, plan_year: int) -> st.SearchStrategy[Measure]:
    names = st.sampled_from([*map(name_of, _keys(edition))])
    duties = [item.code for item in next_edition.instrument[CHECKLIST].items]
    return st.builds(
        Measure,
        key=st.just(""),
        title=titles,
        answers=st.lists(names, max_size=4, unique=True).map(tuple),
        steps=lists,
        lead=st.just("") | units | st.just("สำนักปลัด/ทุกกอง"),
        support=st.lists(units, max_size=3, unique=True).map(tuple),
        period=st.none() | _periods(plan_year),
        follow_up=st.just("") | step_texts,
        cures=st.lists(st.sampled_from(duties), max_size=3, unique=True).map(tuple),
        evidence=lists,
        # A row that says nothing but IIT is a heading, to a reader as to a person.
    ).filter(lambda measure: bool(measure.title or measure.steps))


def _keys(edition: Edition) -> Sequence[Key]:
    """Return every code of an edition, alone and with each part it may have."""
    keys: list[Key] = [(TOTAL, None)]
    for code, above in edition.ancestors.items():
        line = (code, *above)
        instrument = next(edition.instrument[each] for each in line if each in edition.instrument)
        keys += [(code, None), *((code, part.key) for part in instrument.parts)]
    return keys


def _results(edition: Edition) -> st.SearchStrategy[ResultSheet]:
    keys = st.sampled_from(_keys(edition))
    row = st.tuples(keys, st.none() | scores, st.booleans())
    rows = st.lists(row, max_size=12, unique_by=lambda each: each[0])
    return rows.map(
        lambda found: ResultSheet(
            tuple(
                Result(code=code, part=part, score=score, weak=weak)
                for (code, part), score, weak in found
            )
        )
    )


names = st.builds(
    lambda first, last: first + last, *map(st.sampled_from, (_FIRST_HALVES, _LAST_HALVES))
)
agencies = st.builds(
    Agency,
    name=st.builds(lambda kind, name: kind + name, st.sampled_from(_KINDS), names),
    district=names,
    province=names,
    telephone=st.sampled_from(["", "0 2123 4567"]),
    email=st.sampled_from(["", "saraban@example.go.th"]),
    units=st.sampled_from([(), (("clerk", "สำนักปลัด"),)]),
)


def _papers(*numbers: str) -> st.SearchStrategy[Paper]:
    """Make papers with one of these numbers, or without one."""
    return st.builds(
        Paper,
        unit=st.sampled_from(["", "งานนิติการ", "สำนักปลัด (งานนิติการ)"]),
        number=st.sampled_from(["", *numbers]),
        dated=st.none() | days,
        subject=st.just("") | phrases,
        to=st.sampled_from(["", "ปลัดเทศบาล"]),
        meeting=st.sampled_from(["", "ครั้งที่ 2/2567"]),
    )


papers = st.fixed_dictionaries(
    {},
    optional={
        "memo": _papers("ทส 70001/15", "ทส 70001/ว 9", "7/2567"),
        "order": _papers("12", "7/2567"),
        "meeting": _papers(),
    },
)
said = st.builds(
    Progress,
    state=st.none() | st.sampled_from(State),
    actions=st.lists(st.builds(Action, text=step_texts, on=st.none() | days), max_size=4).map(
        tuple
    ),
    output=lists,
    outcome=lists,
    proofs=st.lists(
        st.builds(
            Proof,
            what=line_texts,
            address=st.sampled_from(["", "https://www.example.go.th/files/12?x=1"]),
            dated=st.none() | days,
        ),
        max_size=3,
    ).map(tuple),
).filter(lambda progress: progress != NOTHING_SAID)


@st.composite
def given_plans(draw: st.DrawFn, measures: int = 0) -> Given:
    """Make plans of the years that have an edition, with progress, papers and so many measures."""
    editions = editions_by_year()
    year = draw(st.sampled_from([2564, 2565, 2566, 2567, 2568, 2569]))
    edition = editions[year]
    measure = _measure(edition, editions.get(year + 1, edition), year + 1)
    drawn = draw(st.lists(measure, min_size=measures, max_size=5))
    keys = [f"M-{year + 1}-{number:03}" for number in range(1, len(drawn) + 1)]
    return Given(
        plan=Plan(
            agency=draw(agencies),
            edition=edition.key,
            result_year=year,
            plan_year=year + 1,
            results=draw(_results(edition)),
            history=tuple(
                sorted(
                    draw(st.dictionaries(st.integers(2560, year - 1), scores, max_size=3)).items()
                )
            ),
            measures=tuple(replace(each, key=key) for each, key in zip(drawn, keys, strict=True)),
            style=draw(st.builds(Style, thai_digits=st.booleans(), long_months=st.booleans())),
        ),
        progress=draw(st.dictionaries(st.sampled_from(keys), said)) if keys else {},
        papers=draw(papers),
        dated=draw(days),
    )
