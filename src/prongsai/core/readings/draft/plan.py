"""The measures of a reading, their progress and the paper, as a plan of the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from prongsai.core.documents.papers import Paper
from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.measures.model import Agency, Measure, Plan
from prongsai.core.readings.draft.model import Draft, Open, Years, asked, is_asked
from prongsai.core.readings.draft.results import history_of, results_of
from prongsai.core.readings.draft.years import years_of
from prongsai.core.readings.model import Reading, ReadMeasure, Said
from prongsai.core.readings.values import most_said, values_of
from prongsai.core.sentences import say
from prongsai.core.thai.style import Style
from prongsai.core.tracking import NOTHING_SAID, Progress

T = TypeVar("T")

_REPORTED = frozenset({"state", "output", "outcome", "actions"})
_WITH_A_PAPER = frozenset({"memo", "order", "meeting"})


def draft_of(
    reading: Reading, editions: Mapping[int, Edition], result_year: int | None = None
) -> Draft:
    """Return the plan that a document is about. `result_year`: as a person says it.

    What a person must say is left out and told; what the document does not say stays empty.

    :raises Refusal: the year is not known, or no edition serves it.
    """
    years = years_of(reading, result_year)
    edition = _edition(years, editions)
    results, told = results_of(reading, edition, years.result)
    keys = {f"M-{years.plan}-{n:03}": each for n, each in enumerate(reading.measures, start=1)}
    progress = {key: _progress(each) for key, each in keys.items()}
    return Draft(
        kind=reading.kind,
        plan=Plan(
            agency=_agency(reading),
            edition=edition.key,
            result_year=years.result,
            plan_year=years.plan,
            results=results,
            history=tuple((y, s.value.score) for y, s in history_of(reading, years.result).items()),
            measures=tuple(_measure(key, each) for key, each in keys.items()),
            style=_style(reading),
        ),
        progress={key: said for key, said in progress.items() if said != NOTHING_SAID},
        papers=_papers(reading),
        open=(*years.open, *told, *_unclear(reading)),
    )


def _edition(years: Years, editions: Mapping[int, Edition]) -> Edition:
    if years.result not in editions:
        raise Refusal(
            say("no edition serves the fiscal year %(year)s.", year=years.result),
            fix=say("Say the year of the results with --year."),
        )
    return editions[years.result]


def _agency(reading: Reading) -> Agency:
    return Agency(
        name=most_said(_clear(reading.agencies)),
        district=most_said(_clear(reading.districts)),
        province=most_said(_clear(reading.provinces)),
    )


def _measure(key: str, read: ReadMeasure) -> Measure:
    is_report = bool(_REPORTED & read.asked)
    return Measure(
        key=key,
        title=_one(read.title) or "",
        answers=tuple(dict.fromkeys(_clear(read.answers))),
        steps=_clear(read.steps),
        lead=", ".join(_clear(read.lead)),
        support=_clear(read.support),
        period=_one(read.period),
        follow_up=_one(read.follow_up) or "",
        cures=tuple(dict.fromkeys(_clear(read.cures))),
        evidence=() if is_report else tuple(each.what for each in _clear(read.proofs)),
    )


def _progress(read: ReadMeasure) -> Progress:
    """Return what is reported; a plan has no proofs, only the evidence that is expected."""
    if not _REPORTED & read.asked:
        return NOTHING_SAID
    dated = {said.words for said in read.actions}
    return Progress(
        state=_one(read.state),
        actions=_clear(read.actions),
        output=_clear(each for each in read.output if each.words not in dated),
        outcome=_clear(read.outcome),
        proofs=_clear(read.proofs),
    )


def _papers(reading: Reading) -> dict[str, Paper]:
    paper = Paper(
        unit=_one(reading.unit) or "",
        number=_one(reading.number) or "",
        dated=_one(reading.dated),
        subject=_one(reading.subject) or "",
        to=_one(reading.to) or "",
        signatures=_clear(reading.signatures),
    )
    return {reading.kind: paper} if reading.kind in _WITH_A_PAPER and paper != Paper() else {}


def _style(reading: Reading) -> Style:
    """Return whether the document is written in Thai digits: most of its digits are."""
    digits = [each for p in reading.passages for each in p.text if each.isdecimal()]
    return Style(thai_digits=2 * sum(not each.isascii() for each in digits) > len(digits))


def _one(said: Said[T] | None) -> T | None:
    return None if said is None or is_asked(said) else said.value


def _clear(said: Iterable[Said[T]]) -> tuple[T, ...]:
    return tuple(each.value for each in said if not is_asked(each))


def _unclear(reading: Reading) -> Iterator[Open]:
    """Yield each value that a person must say; those of results are told with them."""
    of_results = {id(each) for each in (*reading.scores, *reading.weak)}
    for said in values_of(reading):
        if is_asked(said) and id(said) not in of_results:
            yield asked(said)
