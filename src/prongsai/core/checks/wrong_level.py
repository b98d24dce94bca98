"""Rule: the stated level is not the one that the stated scores reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.checks.stated import sheet_of, stated_scores
from prongsai.core.editions.model import Edition, Level
from prongsai.core.readings.model import Said
from prongsai.core.scoring.model import Standing
from prongsai.core.scoring.scorer import score
from prongsai.core.sentences import say
from prongsai.core.thai.spelling import letters


def wrong_level(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for a level that is out of reach, or that the edition does not have.

    A document may name the level of another year too: one level within reach is enough.
    """
    edition = subject.result_edition
    if edition is None or not subject.reading.levels:
        return
    standing = score(edition, sheet_of(stated_scores(subject), edition)).standing
    said = {letters(each.value): each for each in subject.reading.levels}
    meant = [level for each in said if (level := _level(each, edition)) is not None]
    if not meant:
        yield from (_unknown(each, edition) for each in said.values())
    elif standing.possible and not any(level in standing.possible for level in meant):
        first = next(each for name, each in said.items() if _level(name, edition))
        yield _wrong(first, standing)


def _level(written: str, edition: Edition) -> Level | None:
    """Return the level of a name, by its letters; None if the edition has none of that name."""
    named = ((each, (each.key, each.title.th, each.title.en)) for each in edition.levels)
    return next((each for each, names in named if written in map(letters, names)), None)


def _unknown(said: Said[str], edition: Edition) -> Problem:
    return Problem(
        rule="wrong_level",
        place=said.place,
        what=say(
            "The level “%(level)s” is none of %(edition)s.",
            level=said.value,
            edition=edition.title,
        ),
        expected=say(
            "It has the levels %(levels)s. If the level is of another year, name the year.",
            levels=_titles(edition.levels),
        ),
        severity=Severity.LOOK,
    )


def _wrong(said: Said[str], standing: Standing) -> Problem:
    return Problem(
        rule="wrong_level",
        place=said.place,
        what=say("The scores do not give the level “%(level)s”.", level=said.value),
        expected=say("They give %(levels)s.", levels=_titles(standing.possible)),
        severity=Severity.LOOK if standing.rests_on else Severity.MUST,
    )


def _titles(levels: Sequence[Level]) -> tuple[object, ...]:
    return tuple(level.title for level in levels)
