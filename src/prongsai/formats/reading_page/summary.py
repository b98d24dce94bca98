"""The top of the page: how much was read and how surely, what is asked, what the checks found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape

from prongsai.core.checks.model import Problem, Severity
from prongsai.core.readings.corrections import written
from prongsai.core.results import shown as short
from prongsai.core.sentences import say
from prongsai.formats.reading_page.marks import Mark
from prongsai.formats.reading_page.shown import Page, Shown
from prongsai.formats.reading_page.signs import TOLD, sign
from prongsai.formats.reading_words import called, hidden_sheets, way, without_text
from prongsai.formats.write_problems import SEVERITIES

_MOST_LINKS = 3  # from a problem to values that it names


def summary(page: Page) -> str:
    """Write the counts, what is asked, the problems, all linked, and answers of another kind."""
    parts = (_unread, _hidden, _counts, _asked, _problems, _kept)
    return "\n".join(filter(None, (part(page) for part in parts)))


def _unread(page: Page) -> str:
    if not page.reading.unread:
        return ""
    told = without_text(page.reading.unread)
    return f'<p class="unread">{sign(Mark.WRONG)} {page.write(told)}</p>'


def _hidden(page: Page) -> str:
    if not page.reading.hidden:
        return ""
    told = hidden_sheets(page.reading.hidden)
    return f'<p class="unread">{sign(Mark.ASK)} {page.write(told)}</p>'


def _counts(page: Page) -> str:
    counted = Counter(value.mark for value in page.values)
    rows = "".join(
        f'<li class="{mark.name.lower()}">{sign(mark)} <strong>{counted[mark]}</strong>'
        f" {page.write(told)}</li>"
        for mark, told in TOLD.items()
    )
    answered = sum(value.answer is not None for value in page.values)
    told = page.write(say("Answered by a person: %(count)s", count=answered))
    return f'<ul class="counts">{rows}</ul>' + (f"<p>{told}</p>" if answered else "")


def _asked(page: Page) -> str:
    asked = [value for value in page.values if value.mark is Mark.ASK]
    if not asked:
        return ""
    title = page.write(say("To be answered (%(count)s)", count=len(asked)))
    rows = "".join(_question(value, page) for value in asked)
    return f'<section class="asked"><h2>{title}</h2>\n<ol>{rows}</ol></section>'


def _question(value: Shown, page: Page) -> str:
    said = value.slot.said
    name = called(value.slot, page.names)
    told = say("%(name)s: the document says nothing", name=name)
    if said is not None:
        read = short(written(value.slot.field, said.value))
        told = say("%(name)s: %(value)s", name=name, value=read)
    return f'<li><a href="#v{value.number}">{page.write(told)}</a></li>\n'


def _problems(page: Page) -> str:
    if not page.problems:
        title = page.write(say("The checks found nothing."))
        return f"<p>{title}</p>"
    title = page.write(say("Found by the checks (%(count)s)", count=len(page.problems)))
    rows = "".join(_problem(n, each, page) for n, each in enumerate(page.problems, start=1))
    return f'<section class="problems"><h2>{title}</h2>\n<ol>{rows}</ol></section>'


def _kept(page: Page) -> str:
    """Write the corrections of what the page does not show: added entries, words that have gone."""
    if not page.kept:
        return ""
    title = page.write(say("Other corrections that are kept (%(count)s)", count=len(page.kept)))
    rows = "".join(f"<li>{escape(each.at)}: {escape(each.be)}</li>\n" for each in page.kept)
    return f"<section><h2>{title}</h2>\n<ul>{rows}</ul></section>"


def _problem(number: int, problem: Problem, page: Page) -> str:
    inside = " ".join(_said(number, problem, page))
    return f'<li id="p{number}" class="{_kind(problem)}">{inside}</li>\n'


def _said(number: int, problem: Problem, page: Page) -> Iterator[str]:
    yield f'<strong class="severity">{page.write(SEVERITIES[problem.severity])}</strong>'
    place = page.write(way(problem.place) if problem.place.steps() else say("where it stands"))
    anchor = page.problem_anchors.get(number)
    if anchor or problem.place.steps():
        yield f'<a href="#{anchor}">{place}</a>' if anchor else f"<span>{place}</span>"
    yield f"<br>{page.write(problem.what)}"
    yield f'<br><span class="expected">→ {page.write(problem.expected)}</span>'
    for value in page.values_of(number)[:_MOST_LINKS]:
        name = page.write(called(value.slot, page.names))
        yield f'<br><a href="#v{value.number}">{page.write(say("Correct it:"))} {name}</a>'


def _kind(problem: Problem) -> str:
    return "must" if problem.severity is Severity.MUST else "look"
