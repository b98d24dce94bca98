"""Rule: advice cites an item by the code that it has in another year."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.meaning import Meanings, codes_of_duty
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.editions.model import Edition
from prongsai.core.readings.model import Certainty, Citation, Said
from prongsai.core.sentences import say


def citation_of_another_year(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each citation whose words are another item's, of that code in some year.

    Seed 001 cites o13 and o14 for the two manuals: they were these until the year before, and are
    o14 and o15 in the year of the result. The assessor may have written so: it is worth a look.
    """
    meanings = Meanings(subject)
    edition = subject.result_edition
    for said in subject.reading.citations:
        item = edition.items.get(said.value.code) if edition else None
        if edition is None or item is None or said.certainty is Certainty.ASK:
            continue
        other = meanings.other_duty(said.value.words, item, edition)
        codes = codes_of_duty(other.duty, edition) if other else ()
        year_of = _edition_with(item.code, other.duty, meanings) if other else None
        if year_of is not None and codes:
            yield _problem(said, edition, year_of, codes)


def _edition_with(code: str, duty: str, meanings: Meanings) -> Edition | None:
    """Return the edition in which the code asks for the duty, the newest of several."""
    return next((each for each in meanings.every if code in codes_of_duty(duty, each)), None)


def _problem(
    said: Said[Citation], edition: Edition, year_of: Edition, codes: tuple[str, ...]
) -> Problem:
    item = edition.items[said.value.code]
    return Problem(
        rule="citation_of_another_year",
        place=said.place,
        what=say(
            "%(code)s is cited for “%(words)s”: so it is in %(other)s, but in %(edition)s it is"
            " “%(topic)s”.",
            code=item.code,
            words=said.value.words,
            other=year_of.title,
            edition=edition.title,
            topic=item.topic or item.code,
        ),
        expected=say("Cite %(codes)s.", codes=codes),
        severity=Severity.LOOK,
    )
