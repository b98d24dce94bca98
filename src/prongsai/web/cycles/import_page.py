"""What the page of a file on its way shows: each value with its why, and what is told of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django import forms
from django.utils.translation import gettext as _

from prongsai.core.checks.model import Problem
from prongsai.core.checks.of_results import check_results
from prongsai.core.editions.model import TOTAL, Edition
from prongsai.core.errors import Refusal
from prongsai.core.readings.corrections import Correction, corrected
from prongsai.core.readings.model import Reading
from prongsai.core.readings.of_whom import another_agency
from prongsai.core.readings.results_only import of_year
from prongsai.core.results import Key, ResultSheet, key_of, name_of
from prongsai.core.scoring.rounding import same_value
from prongsai.core.sentences import Sentence, write
from prongsai.formats.reading_problems import problems_of
from prongsai.formats.reading_words import CERTAINTIES, not_read, way
from prongsai.formats.subject import subject_of
from prongsai.stages.cycles.models import Cycle
from prongsai.web.cycles.import_form import ImportForm, Line
from prongsai.web.cycles.score_forms import as_written
from prongsai.web.cycles.shown import in_words
from prongsai.web.refusals import words


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that was read, as people look at it."""

    name: str
    title: str
    answered_by: str
    place: str
    certainty: str  # "" where the reader is sure
    problems: tuple[str, ...]
    now: str  # what stands, where it is another value
    score: forms.BoundField | None
    out: forms.BoundField
    is_asked: bool


def shown_lines(
    form: ImportForm,
    edition: Edition,
    now: ResultSheet,
    wrong: Mapping[str, Sequence[Problem]],
) -> list[Shown]:
    """Return every value of the form, in the order of the document. `wrong`: by their `at`."""
    twice = _contradicted(form.lines)
    return [
        replace(each, is_asked=each.is_asked or (line.is_score and line.name in twice))
        for line in form.lines
        for each in [_shown(line, form, edition, now, wrong.get(line.slot.at, ()))]
    ]


def problems_in(
    reading: Reading, corrections: Iterable[Correction], year: int, cycle: Cycle, edition: Edition
) -> tuple[tuple[Problem, ...], tuple[Sentence, ...]]:
    """Return what the checks say of a year as it is corrected, and what could not be applied."""
    try:
        mended, said = corrected(reading, corrections)
    except Refusal:  # what was kept once is not understood any more: then the form shows it
        mended, said = reading, ()
    of = of_year(mended, year, cycle.fiscal_year)
    # Levels and weights of this year's framework say nothing of another year's scores.
    return check_results(subject_of(of, edition if year == cycle.fiscal_year else None)), said


def of_lines(
    lines: Sequence[Line], problems: Sequence[Problem]
) -> tuple[Mapping[str, Sequence[Problem]], list[str]]:
    """Return the problems of each value, by its `at`, and in words those that are of none.

    A problem is of a value if it names it, or stands where nothing else stands.
    """
    found = dict(problems_of([line.slot for line in lines], problems))
    rest = [each for each in problems if not any(each in own for own in found.values())]
    alone = Counter(line.slot.said.place for line in lines if line.slot.said is not None)
    for line in lines:
        place = None if line.slot.said is None else line.slot.said.place
        if place is not None and alone[place] == 1:
            own = [each for each in rest if each.place == place]
            found[line.slot.at] = (*found.get(line.slot.at, ()), *own)
            rest = [each for each in rest if each not in own]
    return found, [_problem(each, with_place=True) for each in rest]


def warnings(
    reading: Reading, cycle: Cycle, own: int | None, said: Iterable[Sentence]
) -> Iterator[str]:
    """Yield what must be known of the whole document. `own`: the year that it names."""
    page = cycle.fiscal_year
    if own is not None and own != page:
        told = _("The document is of the fiscal year %(own)s, but this page is of %(page)s.")
        yield told % {"own": own, "page": page}
    other = another_agency(reading, cycle.agency.name)
    if other:
        told = _("The document names %(other)s, but you work for %(agency)s.")
        yield told % {"other": other, "agency": cycle.agency.name}
    for each in (*not_read(reading), *said):
        yield write(each, words())


def without_value(now: ResultSheet, form: ImportForm) -> list[str]:
    """Return the names of what stands now and is not in the file."""
    there = {key_of(line.name) for line in form.lines}
    return [name_of(key) for key in now.scores if key not in there]


def _shown(
    line: Line,
    form: ImportForm,
    edition: Edition,
    now: ResultSheet,
    problems: Iterable[Problem],
) -> Shown:
    key, said = key_of(line.name), line.slot.said
    told = tuple(_problem(each) for each in problems)
    stands = now.scores.get(key)
    read = line.score
    return Shown(
        name=line.name,
        title=_title(key, edition),
        answered_by=_answered_by(key, edition),
        place="" if said is None else write(way(said.place), words()),
        certainty=_certainty(line),
        problems=told,
        now="" if stands in {None, read} or read is None else as_written({key: stands})[line.name],
        score=form[line.score_field] if line.is_score else None,
        out=form[line.out_field],
        is_asked=not line.is_sure or bool(told) or _has_errors(line, form),
    )


def _contradicted(lines: Iterable[Line]) -> set[str]:
    """Return the names of which two scores were read: who chooses must see both."""
    first: dict[str, Decimal] = {}
    read = ((line.name, line.score) for line in lines if line.score is not None)
    return {name for name, score in read if not same_value(first.setdefault(name, score), score)}


def _has_errors(line: Line, form: ImportForm) -> bool:
    return not form.errors.keys().isdisjoint({line.score_field, line.out_field})


def _certainty(line: Line) -> str:
    said = line.slot.said
    if said is None or line.is_sure:
        return ""
    certainty = write(CERTAINTIES[said.certainty], words())
    return certainty if said.why is None else f"{certainty}: {write(said.why, words())}"


def _problem(problem: Problem, *, with_place: bool = False) -> str:
    told = f"{write(problem.what, words())} {write(problem.expected, words())}"
    return f"{write(way(problem.place), words())}: {told}" if with_place else told


def _title(key: Key, edition: Edition) -> str:
    code = key[0]
    if code == TOTAL:
        return _("Total")
    tables: tuple[Mapping[str, object], ...] = (
        edition.instrument,
        edition.indicators,
        edition.sub_indicators,
        edition.items,
    )
    node = next((each[code] for each in tables if code in each), None)
    name = getattr(node, "title", None) or getattr(node, "topic", None)
    return in_words(name) if name else ""


def _answered_by(key: Key, edition: Edition) -> str:
    """Return the instrument of a code, and its part: whose answers they are."""
    line = (key[0], *edition.ancestors.get(key[0], ()))
    found = next((edition.instrument[each] for each in line if each in edition.instrument), None)
    if found is None:
        return ""
    part = next((each for each in found.parts if each.key == key[1]), None)
    return found.key if part is None else f"{found.key} · {in_words(part.title)}"
