"""What must hold between the parts of an edition: sums, references, order. One function a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from decimal import Decimal
from itertools import pairwise

from prongsai.core.editions.model import (
    TOTAL,
    Aggregation,
    Duties,
    Edition,
    Instrument,
    Item,
    Level,
    Scale,
)
from prongsai.core.editions.node import Place
from prongsai.core.errors import Refusal
from prongsai.core.sentences import Sentence, say

HUNDRED = Decimal(100)

Rule = Callable[[Edition, Duties], Iterator[Refusal]]


def inconsistencies(
    edition: Edition, duties: Duties, lost: Set[str] = frozenset()
) -> Iterator[Refusal]:
    """Yield what does not hold in `edition`.

    `lost` names the sections in which values could not be read: a rule that reads one of them is
    not asked, for its answer would be about stand-ins.
    """
    for rule, sections in RULES:
        if lost.isdisjoint(sections):
            yield from rule(edition, duties)


def each_item(edition: Edition) -> Iterator[tuple[Place, Instrument, Item]]:
    """Yield every item with the way to it and its instrument, in the order of the edition."""
    for instrument in edition.instruments:
        for indicator in instrument.indicators:
            way: Place = ("instruments", instrument.key, indicator.key)
            for sub in indicator.sub_indicators:
                for item in sub.items:
                    yield (*way, sub.key, item.code), instrument, item
            for item in indicator.own_items:
                yield (*way, item.code), instrument, item


def fiscal_years_are_given(edition: Edition, _: Duties) -> Iterator[Refusal]:
    """Yield a refusal for an edition of no year, and for a date of another year."""
    if not edition.fiscal_years:
        yield Refusal(
            say("The edition serves no fiscal year."),
            fix=say("Write at least one year of the Buddhist era."),
            where=("fiscal_years",),
        )
        return
    yield from _twice((("fiscal_years",), str(year)) for year in edition.fiscal_years)
    for number, event in enumerate(edition.calendar, start=1):
        if event.fiscal_year not in edition.fiscal_years:
            yield Refusal(
                say("The fiscal year %(year)s is not one of this edition.", year=event.fiscal_year),
                fix=_allowed(map(str, edition.fiscal_years)),
                where=("calendar", say("row %(number)s", number=number), "fiscal_year"),
            )


def pass_mark_is_a_score(edition: Edition, _: Duties) -> Iterator[Refusal]:
    """Yield a refusal for a pass mark that no score can have."""
    yield from _outside(edition.pass_mark.value, ("pass_mark", "value"))


def keys_are_unique(edition: Edition, _: Duties) -> Iterator[Refusal]:
    """Yield a refusal for every key or code that stands a second time."""
    yield from _twice((("scales", scale.key), scale.key) for scale in edition.scales)
    yield from _twice((("levels", level.key), level.key) for level in edition.levels)
    yield from _twice(_scored_places(edition), taken=(TOTAL,))
    for instrument in edition.instruments:
        place: Place = ("instruments", instrument.key, "parts")
        yield from _twice(((*place, part.key), part.key) for part in instrument.parts)
    yield from _twice(
        (("instruments", each.key, "prefix"), each.prefix) for each in edition.instruments
    )


def own_duties_are_new(edition: Edition, duties: Duties) -> Iterator[Refusal]:
    """Yield a refusal for a duty of the file that is one of everybody's already."""
    kinds = {
        "disclosure": (edition.duties.disclosure, duties.disclosure),
        "survey": (edition.duties.survey, duties.survey),
    }
    for kind, (own, common) in kinds.items():
        for name in own:
            if name in common:
                yield Refusal(
                    say("The duty “%(name)s” is known already.", name=name),
                    fix=say("Remove it here: items may name it as it is."),
                    where=("duties", kind, name),
                )


def sources_are_named(edition: Edition, _: Duties) -> Iterator[Refusal]:
    """Yield a refusal for every source that the list of sources does not have."""
    for place, source in _sources(edition):
        if source and source not in edition.sources:
            yield Refusal(
                say("The source “%(name)s” is not in the list of sources.", name=source),
                fix=say("Add it under “sources”, or correct the name."),
                where=(*place, "source"),
            )


def scales_run_one_way(edition: Edition, _: Duties) -> Iterator[Refusal]:
    """Yield a refusal for points outside 0 to 100, and for a scale that turns or stands still."""
    for scale in edition.scales:
        place: Place = ("scales", scale.key, "points")
        for number, point in enumerate(scale.points, start=1):
            yield from _outside(point, (*place, say("row %(number)s", number=number)))
        if len(scale.points) == 1:
            yield Refusal(
                say("The scale has one answer only."),
                fix=say("Write the points of every answer, or [] where they are not known."),
                where=place,
            )
        if not _runs_one_way(scale):
            yield Refusal(
                say("The points %(points)s neither rise nor fall throughout.", points=scale.points),
                fix=say("Write them in the order of the answers."),
                where=place,
            )


def weights_sum_to_one(edition: Edition, _: Duties) -> Iterator[Refusal]:
    """Yield a refusal unless the instruments share the whole total."""
    total = sum((each.weight.value for each in edition.instruments), Decimal(0))
    if total != 1:
        yield Refusal(
            say("The weights sum to %(sum)s. Expected 1.", sum=total),
            fix=say("Correct the weights of the instruments."),
            where=("instruments",),
        )


def instruments_have_indicators(edition: Edition, _: Duties) -> Iterator[Refusal]:
    """Yield a refusal for an instrument that nothing could be scored of."""
    for instrument in edition.instruments:
        if not instrument.indicators:
            yield Refusal(
                say("The instrument has no indicators."),
                fix=say("List them; each may have “items: []” where its items are not known."),
                where=("instruments", instrument.key, "indicators"),
            )


def parts_are_pooled(edition: Edition, _: Duties) -> Iterator[Refusal]:
    """Yield a refusal for parts without a pooling, and for a pooling without parts."""
    for instrument in edition.instruments:
        place: Place = ("instruments", instrument.key, "pooling")
        if instrument.parts and instrument.pooling is None:
            yield Refusal(
                say("Nothing says how the parts become one score."),
                fix=say("Write a pooling; its value is “unknown” where nobody has said it."),
                where=place,
            )
        if instrument.pooling is not None and not instrument.parts:
            yield Refusal(
                say("There are no parts to pool."),
                fix=say("Remove the pooling, or name the parts."),
                where=place,
            )


def aggregation_has_its_groups(edition: Edition, _: Duties) -> Iterator[Refusal]:
    """Yield a refusal for a mean of sub-indicators where items stand outside of them."""
    for instrument in edition.instruments:
        for indicator in instrument.indicators:
            by_groups = indicator.aggregation.value is Aggregation.SUB_INDICATORS_MEAN
            if by_groups and (indicator.own_items or not indicator.sub_indicators):
                yield Refusal(
                    say("The score is the mean of sub-indicators, and items stand in none."),
                    fix=say("Group all items into sub-indicators, or write “items_mean”."),
                    where=("instruments", instrument.key, indicator.key, "aggregation"),
                )


def codes_follow_the_prefix(edition: Edition, _: Duties) -> Iterator[Refusal]:
    """Yield a refusal for a code of another instrument, and for a gap in the numbers."""
    for place, instrument, item in each_item(edition):
        if not _has_prefix(item, instrument):
            yield Refusal(
                say(
                    "“%(code)s” is not a code of %(instrument)s.",
                    code=item.code,
                    instrument=instrument.key,
                ),
                fix=say(
                    "Write “%(prefix)s” and a number, in small letters.", prefix=instrument.prefix
                ),
                where=(*place, "code"),
            )
    for instrument in edition.instruments:
        numbers = {
            int(item.code[len(instrument.prefix) :])
            for item in instrument.items
            if _has_prefix(item, instrument)
        }
        missing = next(n for n in range(1, len(numbers) + 2) if n not in numbers)
        if missing <= len(numbers):
            yield Refusal(
                say("“%(code)s” stands in no indicator.", code=f"{instrument.prefix}{missing}"),
                fix=say("Add the item, or number the items from 1 without a gap."),
                where=("instruments", instrument.key),
            )


def scales_are_defined(edition: Edition, _: Duties) -> Iterator[Refusal]:
    """Yield a refusal for every item on a scale that the edition does not have."""
    for place, _instrument, item in each_item(edition):
        if item.scale is not None and item.scale not in edition.scale:
            yield Refusal(
                say("The scale “%(name)s” is not defined.", name=item.scale),
                fix=say(
                    "Add it under “scales”, or use one of: %(names)s.", names=tuple(edition.scale)
                ),
                where=(*place, "scale"),
            )


def duties_are_known(edition: Edition, duties: Duties) -> Iterator[Refusal]:
    """Yield a refusal for every duty that nobody knows: a crosswalk to nowhere."""
    known = duties.joined(edition.duties)
    for place, _instrument, item in each_item(edition):
        names = known.survey if item.period is None else known.disclosure
        for duty in item.duties:
            if duty not in names:
                yield Refusal(
                    say("The duty “%(name)s” is not known: a crosswalk to nowhere.", name=duty),
                    fix=say("Correct the name, or describe the duty under “duties” of this file."),
                    where=(*place, "duties"),
                )


def levels_descend_to_zero(edition: Edition, _: Duties) -> Iterator[Refusal]:
    """Yield a refusal for levels out of order or out of reach, and for a total without one."""
    for level in edition.levels:
        yield from _outside(level.total, ("levels", level.key, "total"))
    for above, below in pairwise(edition.levels):
        if below.total > above.total:
            yield Refusal(
                say("The levels do not descend: this one stands below “%(name)s”.", name=above.key),
                fix=say("Write the levels from the highest to the lowest."),
                where=("levels", below.key, "total"),
            )
        elif below.total == above.total and not _asks_more(above, below):
            yield Refusal(
                say("Nobody can reach this level: “%(name)s” asks no more.", name=above.key),
                fix=say("Give it a lower total or lower minima."),
                where=("levels", below.key),
            )
    lowest = edition.levels[-1:]
    if not any(level.total == 0 and not level.minima for level in lowest):
        yield Refusal(
            say("The lowest totals have no level."),
            fix=say("End the list with a level whose total is “0” and that has no minima."),
            where=("levels",),
        )


def minima_have_their_place(edition: Edition, _: Duties) -> Iterator[Refusal]:
    """Yield a refusal for a minimum of nothing known, and for one outside 0 to 100."""
    places = {
        f"{each.key}/{part.key}" for each in edition.instruments for part in each.parts
    } | edition.instrument.keys()
    for level in edition.levels:
        for minimum in level.minima:
            part = "" if minimum.part is None else f"/{minimum.part}"
            name = f"{minimum.instrument}{part}"
            where: Place = ("levels", level.key, "minima", name)
            yield from _outside(minimum.score, where)
            if name not in places:
                yield Refusal(
                    say("“%(name)s” is no instrument and no part of one.", name=name),
                    fix=_allowed(sorted(places)),
                    where=where,
                )


RULES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (fiscal_years_are_given, ("fiscal_years", "calendar")),
    (pass_mark_is_a_score, ("pass_mark",)),
    (own_duties_are_new, ("duties",)),
    (keys_are_unique, ("scales", "instruments", "levels")),
    (sources_are_named, ("sources", "pass_mark", "scales", "instruments", "levels", "calendar")),
    (scales_run_one_way, ("scales",)),
    (weights_sum_to_one, ("instruments",)),
    (instruments_have_indicators, ("instruments",)),
    (parts_are_pooled, ("instruments",)),
    (aggregation_has_its_groups, ("instruments",)),
    (codes_follow_the_prefix, ("instruments",)),
    (scales_are_defined, ("scales", "instruments")),
    (duties_are_known, ("duties", "instruments")),
    (levels_descend_to_zero, ("levels",)),
    (minima_have_their_place, ("instruments", "levels")),
)
"""Every rule, with the sections of the file that it reads."""


def _twice(places: Iterable[tuple[Place, str]], taken: Iterable[str] = ()) -> Iterator[Refusal]:
    seen = set(taken)
    for place, name in places:
        if name in seen:
            yield Refusal(
                say("“%(name)s” stands twice.", name=name),
                fix=say("Give each its own, or remove one."),
                where=place,
            )
        seen.add(name)


def _scored_places(edition: Edition) -> Iterator[tuple[Place, str]]:
    # One room for all of them: a result sheet names instruments, indicators and items side by side.
    for instrument in edition.instruments:
        way: Place = ("instruments", instrument.key)
        yield way, instrument.key
        for indicator in instrument.indicators:
            yield (*way, indicator.key), indicator.key
            for sub in indicator.sub_indicators:
                yield (*way, indicator.key, sub.key), sub.key
    for place, _, item in each_item(edition):
        yield place, item.code


def _sources(edition: Edition) -> Iterator[tuple[Place, str]]:
    yield ("pass_mark",), edition.pass_mark.source
    for scale in edition.scales:
        yield ("scales", scale.key), scale.source
    for instrument in edition.instruments:
        way: Place = ("instruments", instrument.key)
        yield (*way, "weight"), instrument.weight.source
        if instrument.pooling is not None:
            yield (*way, "pooling"), instrument.pooling.source
        for indicator in instrument.indicators:
            yield (*way, indicator.key, "aggregation"), indicator.aggregation.source
    for place, _, item in each_item(edition):
        yield place, item.source
    for level in edition.levels:
        yield ("levels", level.key), level.source
    for number, event in enumerate(edition.calendar, start=1):
        yield ("calendar", say("row %(number)s", number=number)), event.source


def _outside(score: Decimal, place: Place) -> Iterator[Refusal]:
    if not 0 <= score <= HUNDRED:
        yield Refusal(
            say("%(score)s is outside 0 to 100.", score=score),
            fix=say("Write a score from 0 to 100."),
            where=place,
        )


def _runs_one_way(scale: Scale) -> bool:
    steps = [after - before for before, after in pairwise(scale.points)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)


def _has_prefix(item: Item, instrument: Instrument) -> bool:
    return re.fullmatch(f"{re.escape(instrument.prefix)}[1-9][0-9]{{0,3}}", item.code) is not None


def _asks_more(above: Level, below: Level) -> bool:
    asked = {(each.instrument, each.part): each.score for each in below.minima}
    return any(each.score > asked.get((each.instrument, each.part), 0) for each in above.minima)


def _allowed(names: Iterable[str]) -> Sentence:
    return say("Allowed: %(names)s.", names=tuple(names))
