"""The catalogue of measures answers everything, and its words are fit for a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from prongsai.core.editions.model import Edition
from prongsai.core.measures.model import ReadyMeasure
from prongsai.core.sentences import Names
from prongsai.core.thai.text import normalise
from prongsai.formats.editions import edition_keys, load_duties, load_edition
from prongsai.formats.read_catalogue import load_catalogue

A_YEAR = re.compile("(?:25|20|๒๕|๒๐)[0-9๐-๙]{2}")
THAI = re.compile("[\u0e01-\u0e5b]")


@cache
def editions() -> list[Edition]:
    return [load_edition(key) for key in edition_keys()]


def answered() -> set[str]:
    return {answer for ready in load_catalogue().measures for answer in ready.answers}


def test_every_duty_and_topic_is_answered() -> None:
    duties = load_duties()

    assert {*duties.disclosure, *duties.survey} - answered() == set()


def test_every_indicator_is_answered() -> None:
    wanted = {f"indicator-{key}" for edition in editions() for key in edition.indicators}

    assert wanted - answered() == set()


def test_every_disclosure_duty_is_cured() -> None:
    cured = {duty for ready in load_catalogue().measures for duty in ready.cures}

    assert set(load_duties().disclosure) - cured == set()


def test_no_measure_supports_itself() -> None:
    twice = [each.key for each in load_catalogue().measures if each.lead in each.support]

    assert twice == []


def texts() -> Iterator[tuple[str, Names]]:
    catalogue = load_catalogue()
    yield from catalogue.roles.items()
    for ready in catalogue.measures:
        yield from ((ready.key, text) for text in texts_of(ready))


def texts_of(ready: ReadyMeasure) -> tuple[Names, ...]:
    return (ready.title, *ready.steps, ready.follow_up, *ready.evidence)


BREAKS: dict[str, Callable[[Names], bool]] = {
    "normalised": lambda text: normalise(text.th) != text.th or normalise(text.en) != text.en,
    "no year": lambda text: A_YEAR.search(f"{text.th} {text.en}") is not None,
    "Thai": lambda text: not THAI.search(text.th),
    "English": lambda text: THAI.search(text.en) is not None,
    "no full stop in Thai": lambda text: text.th.endswith("."),
}


@pytest.mark.parametrize("rule", BREAKS)
def test_texts_are_fit_for_a_document(rule: str) -> None:
    broken = [f"{key}: {text.th} / {text.en}" for key, text in texts() if BREAKS[rule](text)]

    assert broken == []


def test_a_month_can_follow_each_follow_up() -> None:
    """The month after the end is written behind it: `… ประจำเดือน` มกราคม, `… of` January."""
    cut_short = [
        f"{each.key}: {each.follow_up.th} / {each.follow_up.en}"
        for each in load_catalogue().measures
        if not each.follow_up.th.endswith("เดือน") or each.follow_up.en.endswith(".")
    ]

    assert cut_short == []
