"""Where every number comes from."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.documents.case import Case
from prongsai.core.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Table,
)
from prongsai.core.scoring.model import Basis, Kind

WHOLES = (Kind.TOTAL, Kind.INSTRUMENT, Kind.INDICATOR, Kind.SUB_INDICATOR)


def appendix(case: Case) -> Iterator[Block]:
    """Yield the formula of every score, what is missing, and what nobody has read."""
    texts, card = case.texts, case.analysis.card
    yield PageBreak()
    yield Heading(texts("appendix"))
    yield Paragraph(texts("appendix_text", edition=card.edition.key))
    columns = (
        Column(texts("appendix_code"), 3),
        Column(texts("score_heading"), 3, Align.CENTRE),
        Column(texts("appendix_formula"), 10),
    )
    rows = tuple(
        (
            Cell((case.spelled(each.name),)),
            Cell((case.shown(each.score),)),
            Cell((each.formula if each.basis is Basis.COMPUTED else texts("as_announced"),)),
        )
        for kind in WHOLES
        for each in card.of_kind(kind)
        if each.score is not None
    )
    yield Table(texts("appendix_caption"), columns, rows)
    if card.missing:
        yield Paragraph(texts("missing_text", names=case.missing(card.missing)))
    if card.standing.rests_on:
        yield Paragraph(texts("rests_text", facts=case.facts(card.standing.rests_on)))
