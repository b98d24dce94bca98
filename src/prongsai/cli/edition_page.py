"""An edition as a page to read it by: all that is known of it, and what is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prongsai.core.editions.model import Confidence, Edition, Indicator, Item, Level, Period
from prongsai.core.editions.open_facts import open_facts
from prongsai.core.results import name_of
from prongsai.core.sentences import Sentence, language_of, say, write

MARKS: dict[Confidence, Sentence] = {
    Confidence.READ: say("read in the source named"),
    Confidence.INDIRECT: say("from one indirect source, or read in part"),
    Confidence.INFERRED: say("inferred"),
    Confidence.RECALLED: say("recalled, not verified"),
    Confidence.UNKNOWN: say("not known"),
}
PERIODS: dict[Period, Sentence] = {
    Period.CURRENT: say("what is in force now"),
    Period.PLAN: say("the assessed year"),
    Period.PROGRESS: say("the assessed year, to 31 March"),
    Period.REPORT: say("the year before"),
    Period.COVERS: say("a plan of several years that covers the assessed year"),
    Period.UNKNOWN: say("period not known"),
}


def page(edition: Edition, words: Mapping[str, str]) -> Iterator[str]:
    """Write an edition: instruments, indicators, items, levels, calendar, and what is not known."""
    language = language_of(words)
    yield f"{edition.key}  {edition.title.in_language(language)}"
    marks = (f"{mark.value} {write(meaning, words)}" for mark, meaning in MARKS.items())
    yield write(say("Marks: %(marks)s", marks=" · ".join(marks)), words)
    for instrument in edition.instruments:
        weight = say(
            "weight %(weight)s (%(mark)s)",
            weight=instrument.weight.value,
            mark=instrument.weight.confidence.value,
        )
        yield ""
        yield f"{instrument.key}  {instrument.title.in_language(language)}  {write(weight, words)}"
        for indicator in instrument.indicators:
            yield f"  {indicator.key}  {indicator.title.in_language(language)}"
            yield from _items(indicator, words)
    yield from ("", write(say("Levels:"), words))
    yield from (_level(level, language) for level in edition.levels)
    yield from ("", write(say("Calendar:"), words))
    for event in edition.calendar:
        title, when = (each.in_language(language) for each in (event.title, event.on))
        yield f"  {event.fiscal_year}  {title}: {when}  ({event.confidence.value})"
    yield from ("", write(say("Not known:"), words))
    yield from (f"  - {question.in_language(language)}" for question in edition.open_questions)
    yield from (f"  - {write(fact.sentence, words)}" for fact in open_facts(edition))


def _level(level: Level, language: str) -> str:
    minima = ", ".join(f"{name_of((m.instrument, m.part))} ≥ {m.score}" for m in level.minima)
    parts = (level.title.in_language(language), f"≥ {level.total}", minima)
    return f"  {'  '.join(filter(None, parts))}  ({level.confidence.value})"


def _items(indicator: Indicator, words: Mapping[str, str]) -> Iterator[str]:
    if not indicator.items:
        yield "    " + write(say("(items not known)"), words)
    for sub in indicator.sub_indicators:
        title = "" if sub.title is None else sub.title.in_language(language_of(words))
        yield f"    {sub.key}  {title}  ({sub.confidence.value})"
        for item in sub.items:
            yield from (f"      {line}" for line in _item(item, words))
    for item in indicator.own_items:
        yield from (f"    {line}" for line in _item(item, words))


def _item(item: Item, words: Mapping[str, str]) -> Iterator[str]:
    topic = write(say("%(name)s", name=item.topic or say("(topic not known)")), words)
    period = "" if item.period is None else f"  [{write(PERIODS[item.period], words)}]"
    yield f"{item.code}  {topic}  ({item.confidence.value}){period}"
    if item.elements:
        elements = " · ".join(each.in_language(language_of(words)) for each in item.elements)
        mark = "" if item.elements_confidence is None else f"  ({item.elements_confidence.value})"
        yield f"     {elements}{mark}"
