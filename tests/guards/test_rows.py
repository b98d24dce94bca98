"""What is drawn in Jinja is escaped, and its sentences are where tools/words.py finds them."""

from __future__ import annotations

import re

import pytest
from django.template import engines
from jinja2 import UndefinedError

from tests.guards.sources import PACKAGE

PARTS = {
    path.name: path.read_text("utf-8") for path in sorted((PACKAGE / "web/jinja2").rglob("*.html"))
}
SENTENCE = re.compile(r"\b_\(")
WHERE_FOUND = re.compile(r"\{\{-? _\(|\{% set \w+ = _\(")


def test_parts_are_few_and_named() -> None:
    assert set(PARTS) == {
        "box.html",
        "chart.html",
        "knobs.html",
        "options.html",
        "scorecard.html",
        "suggested.html",
        "totals.html",
    }


def test_every_text_of_a_part_is_escaped() -> None:
    made = engines["jinja2"].from_string("{{ text }}")
    assert made.render({"text": "<b>"}) == "&lt;b&gt;"
    unsafe = re.compile(r"\|\s*safe|autoescape|Markup")
    assert [name for name, text in PARTS.items() if unsafe.search(text)] == []


def test_every_sentence_of_a_part_is_collected() -> None:
    found = {
        name: (len(SENTENCE.findall(text)), len(WHERE_FOUND.findall(text)))
        for name, text in PARTS.items()
    }
    assert {name: both for name, both in found.items() if both[0] != both[1]} == {}


def test_no_part_holds_a_form_that_writes() -> None:
    assert [name for name, text in PARTS.items() if 'method="post"' in text] == []


def test_a_name_that_nobody_gave_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        engines["jinja2"].from_string("{{ text }}").render({})
