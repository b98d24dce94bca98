"""The editions that come with Prongsai agree with the fact tables; others are loaded alike."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from prongsai.core.editions.model import Aggregation, Confidence, Pooling
from prongsai.core.errors import Refusal
from prongsai.formats.editions import edition_keys, load_duties, load_edition
from tests.factories.facts import fact_rows

CHECKOUT = Path(__file__).parents[2]
COLLEGE = CHECKOUT / "tests" / "data" / "editions" / "ovec-2569.yaml"
KEYS = ["nacc-2564", "nacc-2566", "nacc-2567", "nacc-2568", "nacc-2569"]
ALL = [*KEYS, COLLEGE]


def test_editions_are_listed_from_the_oldest() -> None:
    assert edition_keys() == KEYS


@pytest.mark.parametrize(
    ("key", "counts"),
    [
        ("nacc-2564", {"IIT": 30, "EIT": 15, "OIT": 43}),
        ("nacc-2566", {"IIT": 30, "EIT": 15, "OIT": 43}),
        ("nacc-2567", {"IIT": 15, "EIT": 9, "OIT": 35}),
        ("nacc-2568", {"IIT": 15, "EIT": 9, "OIT": 28}),
        ("nacc-2569", {"IIT": 0, "EIT": 0, "OIT": 26}),
        (COLLEGE, {"IIT": 0, "EIT": 0, "OIT": 23}),
    ],
)
def test_each_instrument_has_its_items(key: str | Path, counts: dict[str, int]) -> None:
    edition = load_edition(key)

    assert {each.key: len(each.items) for each in edition.instruments} == counts


@pytest.mark.parametrize("key", ALL)
def test_every_edition_has_ten_indicators_and_the_known_weights(key: str | Path) -> None:
    edition = load_edition(key)

    assert list(edition.indicators) == [str(number) for number in range(1, 11)]
    assert [each.weight.value for each in edition.instruments] == [
        Decimal("0.30"),
        Decimal("0.30"),
        Decimal("0.40"),
    ]


def test_one_edition_serves_three_years() -> None:
    assert load_edition("nacc-2564").fiscal_years == (2563, 2564, 2565)


@pytest.mark.parametrize("key", KEYS)
def test_every_source_is_used(key: str) -> None:
    path = CHECKOUT / "src" / "prongsai" / "data" / "editions" / f"{key}.yaml"
    text = path.read_text(encoding="utf-8")

    unused = [name for name in load_edition(key).sources if f"source: {name}" not in text]

    assert unused == []


@pytest.mark.parametrize("key", KEYS)
def test_disclosure_items_stand_where_the_fact_tables_have_them(key: str) -> None:
    edition = load_edition(key)
    rows = fact_rows(f"oit_items_{key.removeprefix('nacc-')}.csv")

    found = {item.code: edition.ancestors[item.code] for item in edition.instrument["OIT"].items}

    assert found == {
        row["code"].lower(): (
            *((row["sub_indicator"],) if row["sub_indicator"] else ()),
            row["indicator"],
            "OIT",
            "total",
        )
        for row in rows
    }


@pytest.mark.parametrize("key", KEYS)
def test_names_of_disclosure_items_are_marked_as_in_the_fact_tables(key: str) -> None:
    items = load_edition(key).items

    for row in fact_rows(f"oit_items_{key.removeprefix('nacc-')}.csv"):
        mark = row["confidence"]
        # H- is "read, but only that nothing changed": marked M.
        expected = "M" if mark.startswith("H-") else mark[0]
        assert (row["code"], items[row["code"].lower()].confidence) == (row["code"], expected)


@pytest.mark.parametrize("key", ["nacc-2564", "nacc-2567"])
def test_questions_are_those_of_the_fact_tables(key: str) -> None:
    items = load_edition(key).items
    directions = {"no": {False}, "yes": {True}, "part": {False, True}, "?": {False}}

    for row in fact_rows(f"iit_eit_items_{key.removeprefix('nacc-')}.csv"):
        questions = items[row["code"]].questions
        assert len(questions) == int(row["sub_questions"]), row["code"]
        assert {each.reversed for each in questions} == directions[row["reversed"]], row["code"]
        scale = "yes-no" if row["scale"].startswith("yes/no") else f"{row['scale'][0]}"
        assert items[row["code"]].scale == {"4": "four", "6": "six"}.get(scale, scale), row["code"]


def test_what_is_not_known_of_the_surveys_is_left_open() -> None:
    edition = load_edition("nacc-2568")

    known = [item.code for item in edition.items.values() if item.topic and item.period is None]

    assert known == ["e3"]
    assert edition.instrument["IIT"].items_known is Confidence.UNKNOWN


@pytest.mark.parametrize("key", KEYS[1:])
def test_nobody_has_said_how_the_public_parts_are_pooled(key: str) -> None:
    pooling = load_edition(key).instrument["EIT"].pooling

    assert pooling is not None
    assert (pooling.value, pooling.confidence) == (Pooling.UNKNOWN, Confidence.UNKNOWN)


def test_the_grouping_of_the_checklist_is_open_where_it_was_not_found() -> None:
    aggregation = load_edition("nacc-2568").indicators["9"].aggregation

    assert (aggregation.value, aggregation.confidence) == (
        Aggregation.ITEMS_MEAN,
        Confidence.UNKNOWN,
    )


def test_levels_ask_for_each_part() -> None:
    good = load_edition("nacc-2566").levels[1]

    assert good.title.th == "ผ่านดี"
    assert [(each.instrument, each.part, str(each.score)) for each in good.minima] == [
        ("IIT", None, "85"),
        ("EIT", "public", "85"),
        ("EIT", "survey", "85"),
        ("OIT", None, "85"),
    ]


def test_a_college_has_duties_and_a_grouping_of_its_own() -> None:
    edition = load_edition(COLLEGE)

    assert edition.body == "college"
    assert list(edition.duties.disclosure) == ["self-assessment", "internal-control"]
    assert edition.items["o8"].duties == ("self-assessment",)
    assert [item.code for item in edition.sub_indicators["10.1"].items] == ["o18", "o19"]


def test_duties_are_named_in_both_languages() -> None:
    duties = load_duties()

    assert duties.disclosure["news"].th == "ข่าวประชาสัมพันธ์"
    assert duties.survey["work-standard"].en == "Work follows set steps and time"


def test_an_edition_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refusal) as caught:
        load_edition("nacc-2500")

    assert str(caught.value) == (
        "There is no edition and no file “nacc-2500”. Editions: nacc-2564, nacc-2566, nacc-2567, "
        "nacc-2568, nacc-2569. Or name a YAML file."
    )


def test_the_file_is_named_before_the_place(tmp_path: Path) -> None:
    path = tmp_path / "college.yaml"
    text = COLLEGE.read_text(encoding="utf-8")
    path.write_text(text.replace("body: college", "body: 1"), encoding="utf-8")

    with pytest.raises(Refusal) as caught:
        load_edition(path)

    assert str(caught.value) == (
        "college.yaml › body: Expected a text, found 1. "
        "Write a text here, in quotation marks if it looks like a number."
    )


def test_an_edition_is_found_in_any_case() -> None:
    assert load_edition("NACC-2566") == load_edition("nacc-2566")


@pytest.mark.parametrize("year", ["2564", "๒๕๖๔"])
def test_a_year_alone_is_refused_with_the_edition_that_serves_it(year: str) -> None:
    with pytest.raises(Refusal) as caught:
        load_edition(year)

    assert str(caught.value) == (
        f"“{year}” is a fiscal year, not the name of an edition. Its edition is nacc-2564."
    )


@pytest.mark.parametrize("key", ["nacc-2568", "NACC-2568"])
def test_a_file_may_not_take_the_key_of_an_edition_that_comes_with_prongsai(
    tmp_path: Path, key: str
) -> None:
    ours = CHECKOUT / "src" / "prongsai" / "data" / "editions" / "nacc-2568.yaml"
    path = tmp_path / "mine.yaml"
    path.write_text(ours.read_text("utf-8").replace("key: nacc-2568", f"key: {key}"), "utf-8")

    with pytest.raises(Refusal) as caught:
        load_edition(path)

    assert load_edition(ours) == load_edition("nacc-2568")
    assert str(caught.value) == (
        f"mine.yaml › key: An edition that comes with Prongsai has the key {key}."
        " Give this edition a key of its own."
    )


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(Refusal, match=r"The file cannot be read \(the name is too long\)\."):
        load_edition("x" * 5000)
