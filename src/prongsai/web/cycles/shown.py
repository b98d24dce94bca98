"""What the scorecard page shows of an analysis: numbers as the core rounds them, with their why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.core.documents.model import Axis, Chart, Series
from prongsai.core.findings.analysis import Analysis
from prongsai.core.scoring.last_year import last_years
from prongsai.core.scoring.level_steps import Demand, level_steps
from prongsai.core.scoring.model import Basis, Kind, OpenFact, Score, Scorecard
from prongsai.core.scoring.rounding import display
from prongsai.core.scoring.titles import title_of
from prongsai.core.scoring.what_if import WhatIf
from prongsai.core.sentences import Names, Sentence, write
from prongsai.formats.charts import svg
from prongsai.formats.interface import catalogue
from prongsai.web.refusals import language, words
from prongsai.web.templatetags.thai import code

BASES = {
    Basis.MEASURED: gettext_lazy("measured"),
    Basis.COMPUTED: gettext_lazy("computed"),
    Basis.STATED: gettext_lazy("as announced"),
    Basis.NONE: gettext_lazy("no value"),
}
FEWEST_SPOKES = 3  # fewer points make no shape


@dataclass(slots=True)
class Line:
    """A number of the scorecard with what it is made of."""

    name: str
    called: str
    title: str
    shown: str  # "" where it has no value
    why: str  # the formula of what is computed, or where the number comes from
    announced: str  # beside a computed one
    rests_on: tuple[str, ...]
    before: str  # what it was last year
    moved: str  # since then: ▲ +1.50
    is_item: bool
    below: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LevelLine:
    """A level with what it asks: of what, at least, what there is, and whether that is enough."""

    title: str
    demands: tuple[Demand, ...]
    is_reached: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, and the same as a table for who does not see it."""

    svg: SafeString
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """An item that would add to the total."""

    name: str
    title: str
    now: Decimal | None
    points: Decimal


@dataclass(frozen=True, slots=True)
class Change:
    """What a score was, would be, and changes by."""

    name: str
    title: str
    before: Decimal | None
    after: Decimal | None
    moved: Decimal


class _Lines:
    """Writes the lines of an analysis; what all of them say is asked for once."""

    def __init__(self, found: Analysis) -> None:
        self._card, self._previous = found.card, found.previous
        self._language = language()
        self._bases = {basis: str(said) for basis, said in BASES.items()}
        self._last_year = _("Last year %(score)s (%(code)s)")

    def of(self, score: Score, *, deep: bool = True) -> Line:
        """Write a score, with what it is made of below it."""
        edition, previous = self._card.edition, self._previous
        last = None if previous is None else last_years(score.key, edition, previous)
        now, computed, title = score.shown, score.computed is not None, title_of(score, edition)
        return Line(
            name=score.name,
            called=code(score.name),
            title="" if score is self._card.total else _in_words(title, self._language),
            shown=written(now),
            why=score.formula if computed else self._bases[score.basis],
            announced="" if score.stated is None or not computed else str(display(score.stated)),
            rests_on=facts(score.rests_on),
            before="" if last is None else self._said(*last),
            moved="" if last is None or now is None else _moved(now - last[1]),
            is_item=score.kind is Kind.ITEM,
            below=tuple(self.of(term) for term in score.terms) if deep else (),
        )

    def _said(self, name: str, score: Decimal) -> str:
        return self._last_year % {"score": score, "code": code(name)}


def lines(analysis: Analysis) -> tuple[Line, ...]:
    """Return the total alone, then each instrument with all that it is made of.

    What counts towards nothing here stands for itself.
    """
    card, made = analysis.card, _Lines(analysis)
    rest = [each for each in card.scores.values() if each is not card.total]
    below = {term.key for each in rest for term in each.terms}
    return (
        made.of(card.total, deep=False),
        *(made.of(each) for each in rest if each.key not in below),
    )


def written(value: Decimal | None) -> str:
    """Write a rounded value; nothing where there is none, for a 0 is something."""
    return "" if value is None else str(value)


def _moved(by: Decimal) -> str:
    return f"▲ +{by}" if by > 0 else f"▼ {by}" if by < 0 else "="


def level(card: Scorecard) -> str:
    """Write the level that stands, which is the best possible where it is not certain."""
    stands = card.standing
    if stands.level is None:
        return "–"
    title = in_words(stands.level.title)
    return title if stands.certain else f"{_('at best')} {title}"


def level_lines(card: Scorecard) -> list[LevelLine]:
    """Return the levels, the best first, with what each asks; the one that stands is named."""
    return [
        LevelLine(in_words(each.level.title), each.demands, each.level is card.standing.level)
        for each in level_steps(card)
    ]


def steps(pairs: Sequence[tuple[Score, Decimal]], card: Scorecard) -> list[Step]:
    """Return items with what each would add, by their titles."""
    return [
        Step(score.name, written_title(score, card), score.shown, points) for score, points in pairs
    ]


def facts(open_facts: Sequence[OpenFact]) -> tuple[str, ...]:
    """Return the facts that nobody has read, with their marks."""
    return tuple(f"{write(fact.what, words())} ({fact.confidence.value})" for fact in open_facts)


def written_title(score: Score, card: Scorecard) -> str:
    """Write the title of a score in the language of the page."""
    return in_words(title_of(score, card.edition))


def in_words(name: Names | Sentence) -> str:
    """Write a name or a sentence of the core in the language of the page."""
    return _in_words(name, language())


def _in_words(name: Names | Sentence, to: str) -> str:
    return write(name, catalogue(to)) if isinstance(name, Sentence) else name.in_language(to)


def radar(analysis: Analysis, year: int) -> Drawing | None:
    """Draw the indicators, last year's beside them; None where too few have a value."""
    card = analysis.card
    whole = [each for each in card.of_kind(Kind.INDICATOR) if each.part is None]
    if sum(each.score is not None for each in whole) < FEWEST_SPOKES:
        return None
    points = tuple(Axis(f"{e.name} {written_title(e, card)}", e.score) for e in whole)
    series = [Series(str(year), points)]
    if analysis.previous is not None:
        cards = analysis.previous.scores
        olds = [cards[each.key].score if each.key in cards else None for each in whole]
        axes = tuple(Axis(a.label, old) for a, old in zip(points, olds, strict=True))
        series.append(Series(str(year - 1), axes))
    return _drawn("radar", tuple(series), card)


def trend(cards: Mapping[int, Scorecard | None]) -> Drawing | None:
    """Draw the totals of the years; None where only one is known."""
    known = [each for each in cards.values() if each is not None]
    totals = {year: None if each is None else each.total.score for year, each in cards.items()}
    if sum(total is not None for total in totals.values()) <= 1:
        return None
    points = tuple(Axis(str(year), total) for year, total in totals.items())
    return _drawn("trend", (Series(_("Total"), points),), known[-1])


def _drawn(kind: str, series: tuple[Series, ...], card: Scorecard) -> Drawing:
    mark = card.edition.pass_mark.value
    chart = Chart(kind, "", "", series, mark, _("Pass mark %(mark)s") % {"mark": mark})
    drawn = mark_safe(svg(chart, thai_digits=False))  # noqa: S308 -- ours; it escapes every text
    headings = tuple(each.name for each in series)
    values = zip(*(each.points for each in series), strict=True)
    rows = tuple((axes[0].label, *(_written(axis.value) for axis in axes)) for axes in values)
    return Drawing(drawn, headings, rows)


def _written(value: Decimal | None) -> str:
    return "–" if value is None else str(display(value))


def compared(card: Scorecard) -> Iterator[tuple[str, Decimal, Decimal | None, bool | None]]:
    """Yield what was announced beside what is computed, both rounded, and whether they agree."""
    for each in card.comparisons:
        computed = None if each.computed is None else display(each.computed)
        yield each.name, display(each.stated), computed, each.agrees


def changes(outcome: WhatIf) -> list[Change]:
    """Return each score that would change, as the rounded values say it."""
    found = []
    for after in outcome.after.scores.values():
        if after.key in outcome.differences:
            before = outcome.before.scores[after.key]
            moved = display(outcome.differences[after.key])
            if before.shown is not None and after.shown is not None:
                moved = after.shown - before.shown
            title = written_title(after, outcome.after)
            found.append(Change(after.name, title, before.shown, after.shown, moved))
    return found
