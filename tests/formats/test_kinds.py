"""Every kind of document is made of one plan."""

from __future__ import annotations

import pytest

from prongsai.core.documents.model import Document, Table
from prongsai.formats.interface import official_texts
from prongsai.formats.kinds import KINDS, Kind
from prongsai.formats.layout_file import layout_keys
from tests.factories.cases import DATED, PAPERS, PLAN, case

kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def test_the_kinds_stand_in_the_order_of_the_year_under_their_keys() -> None:
    assert {key: kind.key for key, kind in KINDS.items()} == {key: key for key in KINDS}
    assert list(KINDS) == [
        *("analysis", "memo", "plan", "order", "meeting", "progress", "results"),
        "results-by-unit",
    ]


def test_a_kind_has_a_builder_with_words_or_is_a_layout() -> None:
    layouts = {key for key, kind in KINDS.items() if kind.builder is None}

    assert layouts == set(layout_keys())
    assert {key: kind.words for key, kind in KINDS.items()} == {
        key: None if key in layouts else key for key in KINDS
    }
    assert all(official_texts(key) for key in KINDS if key not in layouts)


def build(kind: Kind) -> Document:
    made = case("analysis")
    texts = made.texts if kind.words is None else case(kind.words).texts
    return kind.build(case("analysis", texts=texts), DATED)


@kinds
def test_a_kind_is_a_document_of_its_agency_with_the_measures(kind: Kind) -> None:
    document = build(kind)

    paper = PAPERS.get(kind.key)
    dated = DATED if paper is None or paper.dated is None else paper.dated
    assert (document.author, document.dated) == (PLAN.agency.name, dated)
    assert document.title
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert tables
    assert all(measure.lead in str(document) for measure in PLAN.measures)
