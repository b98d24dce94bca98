"""Rule: the name beside a code is that of another item, or of another year's item."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.meaning import Meanings, codes_of_duty, instrument_of
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.editions.duty_names import OtherDuty
from prongsai.core.editions.model import Edition, Item
from prongsai.core.readings.model import Certainty, NamedCode, Said
from prongsai.core.sentences import say

_SURE_LIKENESS = 0.7
_SURE_LEAD = 0.3


def code_of_another_duty(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each code whose name is another duty's in every edition of the document.

    Seed 000 writes o22 for the monthly procurement summary, which is o21 in the edition of its
    plan and o23 in that of its results. Items of which no topic is known are passed over.
    """
    meanings = Meanings(subject)
    for said in subject.reading.names:
        own = [*meanings.items(said.value.code)]
        if said.certainty is Certainty.ASK or not own:
            continue
        others = [meanings.other_duty(said.value.name, item, edition) for edition, item in own]
        if all(others):
            meant = meanings.fits_best(instrument_of(said.value.code, own[0][0]))
            for (edition, item), other in zip(own, others, strict=True):
                if edition is meant and other is not None:
                    yield _problem(said, (edition, item), other)


def _problem(said: Said[NamedCode], own: tuple[Edition, Item], other: OtherDuty) -> Problem:
    edition, item = own
    codes = codes_of_duty(other.duty, edition)
    sure = other.likeness >= _SURE_LIKENESS and other.lead >= _SURE_LEAD
    return Problem(
        rule="code_of_another_duty",
        place=said.place,
        what=say(
            "%(code)s is called “%(name)s”, but in %(edition)s it is “%(topic)s”.",
            code=item.code,
            name=said.value.name,
            edition=edition.title,
            topic=item.topic,
        ),
        expected=(
            say("What is named here is %(codes)s there: mend the code or the name.", codes=codes)
            if codes
            else say("There is no item of that name there: mend the code or the name.")
        ),
        severity=Severity.MUST if sure and said.certainty is Certainty.SURE else Severity.LOOK,
    )
