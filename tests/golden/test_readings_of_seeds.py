"""What stands in the five model documents beside the checkout: figures, codes and dates alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from prongsai.core.measures.model import Month
from prongsai.core.readings.model import Reading, YearRole
from prongsai.core.readings.understand import understand
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.readers import source_in
from tests.factories.facts import SHARED


@cache
def reading(number: str) -> Reading:
    path = next(iter(sorted((SHARED / "seeds").glob(f"{number}_*.txt"))), None)
    if path is None:
        pytest.skip("the model documents are not beside this checkout (PRONGSAI_SHARED)")
    return understand(source_in(path.read_bytes()), editions_by_year())


def scores(number: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for said in reading(number).scores:
        found.setdefault(said.value.code, []).append(str(said.value.score))
    return found


def spelled(codes: str) -> list[str]:
    return codes.split()


@pytest.mark.parametrize(
    ("number", "kind", "measures", "result", "plan"),
    [
        ("000", "memo", 36, 2565, 2566),
        ("001", "analysis", 6, 2566, 2566),
        ("002", "results", 10, 2568, 2568),
        ("003", "results", 10, 2565, 2566),
        ("004", "progress", 5, None, None),
    ],
)
def test_kinds_years_and_measures_are_found(
    number: str, kind: str, measures: int, result: int | None, plan: int | None
) -> None:
    found = reading(number)

    assert (found.kind, len(found.measures)) == (kind, measures)
    assert (found.year(YearRole.RESULT), found.year(YearRole.PLAN)) == (result, plan)


def test_the_scores_of_the_analysis_are_found_with_those_that_contradict() -> None:
    assert scores("001") == {
        "total": ["87.76"],
        "1": ["96.07", "96.07"],
        "2": ["90.78", "90.78"],
        "3": ["92.92", "92.92"],
        "4": ["89.74", "89.74"],
        "5": ["89.50", "89.50"],
        "6": ["84.87", "93.17"],
        "7": ["91.23", "95.08"],
        "8": ["88.59", "95.22"],
        "9": ["97.50", "100"],
        "10": ["71.25", "100"],
    }


def test_advice_of_the_analysis_is_found() -> None:
    found = reading("001")
    weak = "i7 i8 i13 i19 i20 e3/public e1/survey e2/survey e3/survey e11/survey e12/survey"

    assert [s.value for s in found.weak] == spelled(f"{weak} o13 o35 o36 o37 o40")
    assert [s.value for s in found.keep] == spelled("1 2 3 4 5 6 7 8")
    assert [s.value for s in found.levels] == ["ผ่าน"]
    cited: dict[str, list[str]] = {}
    for said in found.citations:
        cited.setdefault(said.value.item, []).append(said.value.code)
    assert cited == {
        "i7": ["o11"],
        "i8": ["o11", "o12"],
        "i13": ["o23", "o24", "o25"],
        "i19": ["o14", "o39"],
        "i20": ["o14", "o39"],
        "e3": ["o39", "o40", "o41"] * 2,
        "e1": ["o13", "o14"],
        "e2": ["o18", "o14", "o15"],
        "e11": ["o17"],
        "e12": ["o14", "o15", "o13", "o7", "o9"],
    }


SURVEY = {
    "i2": "76.73",
    "i3": "78.14",
    "i7": "65.63",
    "i8": "83.43",
    "i11": "84.50",
    "i12": "59.71",
    "i13": "80.10",
    "i14": "76.77",
    "i20": "66.73",
    "i21": "72.30",
    "i23": "75.60",
    "i24": "77.87",
    "i25": "82.30",
    "i26": "65.00",
    "i28": "67.82",
    "i29": "66.70",
    "i30": "74.58",
    "e6": "79.86",
    "e7": "82.11",
    "e10": "83.78",
    "e11": "83.00",
    "e12": "81.16",
    "e13": "83.78",
    "e14": "77.62",
    "e15": "80.32",
}


def test_the_weak_items_of_the_memo_are_found_with_their_scores() -> None:
    checklist = "o1 o2 o10 o12 o17 o19 o22 o22 o26 o32 o33 o34 o35 o39 o40 o41"

    assert [s.value for s in reading("000").weak] == [*SURVEY, *spelled(checklist)]
    assert scores("000") == {"total": ["82.84", "75.40"]} | {c: [s] for c, s in SURVEY.items()}


def test_the_totals_of_the_memo_are_of_two_years() -> None:
    scores = [said.value for said in reading("000").scores]

    assert [(s.score, s.year) for s in scores if s.code == "total"] == [
        (Decimal("82.84"), None),
        (Decimal("75.40"), 2564),
    ]
    assert [s.value for s in reading("000").levels] == ["B"]


def months(number: str) -> list[tuple[Month, Month] | None]:
    return [m.period.value if m.period else None for m in reading(number).measures]


def whole(year: int) -> tuple[Month, Month]:
    return Month(year - 1, 10), Month(year, 9)


def from_january(year: int, last: int) -> tuple[Month, Month]:
    return Month(year, 1), Month(year, last)


PERIODS = {
    "000": [
        *[None] * 20,
        *[from_january(2566, last) for last in (2, 2, 3, 3, 3, 3, 4, 3, 3, 3, 4, 3, 3, 3, 3, 3)],
    ],
    "001": [from_january(2567, 3)] * 6,
    "002": [
        whole(2568),
        (Month(2567, 10), Month(2568, 3)),
        *[whole(2568)] * 2,
        (Month(2567, 10), Month(2567, 12)),
        *[whole(2568)] * 5,
    ],
    "003": [
        from_january(2565, 3),
        (Month(2564, 11), Month(2565, 3)),
        *[whole(2566)] * 6,
        (Month(2566, 2), Month(2566, 3)),
        whole(2566),
    ],
    "004": [None] * 5,
}

# Steps, outputs and outcomes of each row.
COUNTS = {
    "002": "4-5-1 3-1-1 2-3-1 2-3-1 3-7-1 2-7-1 3-5-1 5-6-1 6-8-1 4-9-1",
    "003": "4-5-3 1-3-3 2-3-3 2-2-3 1-2-2 2-1-2 3-3-3 1-2-2 1-1-1 3-3-3",
}


@pytest.mark.parametrize("number", PERIODS)
def test_periods_are_found(number: str) -> None:
    assert months(number) == PERIODS[number]


def test_rows_of_the_results_are_numbered_apart_from_their_indicators() -> None:
    found = reading("003").measures

    assert [m.number and m.number.value for m in found] == [str(n) for n in range(1, 11)]
    assert [m.indicator and m.indicator.value for m in found] == spelled("5 3 2 1 4 7 8 6 9 10")
    assert [(len(m.lead), len(m.support)) for m in found] == [(1, 1)] * 10


@pytest.mark.parametrize("number", COUNTS)
def test_steps_and_outputs_are_counted(number: str) -> None:
    found = reading(number).measures

    assert [f"{len(m.steps)}-{len(m.output)}-{len(m.outcome)}" for m in found] == spelled(
        COUNTS[number]
    )


def test_the_progress_has_days_and_no_tick() -> None:
    found = reading("004").measures

    assert [m.number and m.number.value for m in found] == spelled("1 2 3 4 5")
    assert [[s.value.on for s in m.actions] for m in found] == [
        [date(2023, 1, 31), date(2023, 3, 31)],
        [date(2023, 1, 31)],
        [date(2023, 3, 31)],
        [date(2022, 10, 1)],
        [date(2023, 2, 27)],
    ]
    assert [("state" in m.asked, m.state) for m in found] == [(True, None)] * 5


def test_places_are_named_as_they_are_written() -> None:
    assert {s.value for s in reading("000").districts} == {"เมืองสมุทรสาคร"}
    assert [s.value for s in reading("001").districts] == ["เชียงใหม่", "เขียงยืน"]
    assert {s.value for s in reading("001").provinces} == {"มหาสารคาม"}
    assert [s.value for s in reading("004").provinces] == ["นครปฐม"]
    assert len({s.value for s in reading("001").agencies}) == 3
    assert len({s.value for s in reading("002").agencies}) == 1
    assert len({s.value for s in reading("003").agencies}) == 2
