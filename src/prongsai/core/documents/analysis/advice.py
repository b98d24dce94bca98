"""What is weak in each indicator, what to mend first, and which numbers do not agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.core.documents.case import Case
from prongsai.core.documents.fields import topic_of
from prongsai.core.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Listing,
    Paragraph,
    Table,
)
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.results import key_of
from prongsai.core.scoring.model import Score
from prongsai.core.scoring.next_level import NextLevel
from prongsai.core.scoring.rounding import display

MOST_GAINS = 10


def advice(case: Case) -> Iterator[Block]:
    """Yield the table of what to mend and what to keep, indicator by indicator."""
    texts, card = case.texts, case.analysis.card
    yield Heading(texts("advice"))
    yield Paragraph(texts("advice_text", mark=card.edition.pass_mark.value))
    columns = (Column(texts("advice_indicator"), 5), Column(texts("advice_point"), 11))
    yield Table(texts("advice_caption"), columns, tuple(_rows(case)))
    looks = [each for each in case.analysis.findings if each.severity is Severity.LOOK]
    if looks:
        yield Heading(texts("check"), level=2)
        yield Paragraph(texts("check_text"))
        yield Listing(
            tuple(f"{case.spelled(each.name)}: {texts.written(each.reason)}" for each in looks)
        )


def _rows(case: Case) -> Iterator[tuple[Cell, ...]]:
    card = case.analysis.card
    weak = [each for each in case.analysis.findings if each.severity is Severity.WEAK]
    for instrument in card.edition.instruments:
        own = [_instrument_line(case, each) for each in weak if each.code == instrument.key]
        heading = f"{instrument.title.th} ({instrument.key})"
        yield (Cell((heading, *own), columns=2, bold=True),)
        for indicator in instrument.indicators:
            lines = tuple(_lines(case, indicator.key, weak))
            score = card.get(indicator.key)
            quiet = "advice_unknown" if score.score is None else "advice_keep"
            yield Cell((_heading(case, score),)), Cell(lines or (case.texts(quiet),))


def _heading(case: Case, indicator: Score) -> str:
    key = "advice_no_score" if indicator.score is None else "advice_score"
    return case.texts(
        key, key=indicator.code, title=case.title(indicator.code), score=case.shown(indicator.score)
    )


def _instrument_line(case: Case, finding: Finding) -> str:
    return case.texts(
        "advice_instrument",
        key=case.spelled(finding.name),
        reason=case.texts.written(finding.reason),
    )


def _lines(case: Case, indicator: str, weak: list[Finding]) -> Iterator[str]:
    """Yield a line for the indicator itself and one for each weak part, group and item of it."""
    known = case.analysis.card.edition.indicators[indicator]
    names = dict.fromkeys(each.name for each in weak)
    if indicator in names:
        yield case.texts("advice_own", reason=_reasons(case, indicator, weak))
    kinds = (
        ("advice_part", [name for name in names if name.startswith(f"{indicator}/")]),
        ("advice_sub", [sub.key for sub in known.sub_indicators if sub.key in names]),
        ("advice_item", [n for i in known.items for n in names if key_of(n)[0] == i.code]),
    )
    for words, found in kinds:
        for name in found:
            topic = topic_of(case, name) or case.texts("unknown_topic")
            reason = _reasons(case, name, weak)
            yield case.texts(words, code=case.spelled(name), topic=topic, reason=reason)


def _reasons(case: Case, name: str, weak: Sequence[Finding]) -> str:
    return " และ".join(case.texts.written(each.reason) for each in weak if each.name == name)


def priority(case: Case) -> Iterator[Block]:
    """Yield what to mend first: the largest gains, and the fewest items to the next level."""
    texts = case.texts
    yield Heading(texts("priority"))
    largest = [gain for gain in case.analysis.gains if gain.points > 0][:MOST_GAINS]
    if not largest:
        yield Paragraph(texts("priority_none"))
        return
    yield Paragraph(texts("priority_text"))
    columns = (
        Column(texts("priority_code"), 2, Align.CENTRE),
        Column(texts("priority_topic"), 9),
        Column(texts("score_heading"), 3, Align.CENTRE),
        Column(texts("priority_gain"), 3, Align.CENTRE),
    )
    rows = tuple(
        (
            Cell((case.spelled(gain.score.name),)),
            Cell((case.title(gain.score.code),)),
            Cell((case.shown(gain.score.score),)),
            Cell((f"+{display(gain.points)}",)),
        )
        for gain in largest
    )
    yield Table(texts("priority_caption"), columns, rows)
    if case.analysis.next_level is not None:
        yield from _next_level(case, case.analysis.next_level)


def _next_level(case: Case, found: NextLevel) -> Iterator[Block]:
    texts, level = case.texts, found.level.title.th
    if found.items is None:
        yield Paragraph(
            texts(
                "next_level_blocked", level=level, names=", ".join(map(case.spelled, found.blocked))
            )
        )
        return
    items = ", ".join(f"{case.spelled(item.name)} {case.title(item.code)}" for item in found.items)
    text = texts("next_level", level=level, items=items, total=case.shown(found.total))
    if found.assumed:
        text += " " + texts("next_level_assumed", names=", ".join(map(case.spelled, found.assumed)))
    yield Paragraph(text)
    if found.rests_on:
        yield Paragraph(texts("next_level_rests", facts=case.facts(found.rests_on)))
