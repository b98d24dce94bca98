"""What somebody has to do this week: rules in the order of their weight, one sentence each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.core.thai.calendar import first_day, last_day
from prongsai.core.tracking import Due
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.accounts.selectors import has_second_factor, is_alone, open_invitations
from prongsai.foundation.notices.models import Reminder
from prongsai.foundation.notices.selectors import open_reminders_of
from prongsai.stages.cycles.announced import (
    NOTHING,
    Asked,
    overseen_agencies,
    years_announced,
)
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.situation import Scored, Situation, year_to_open
from prongsai.stages.improvement.mapping import last_day_of
from prongsai.stages.improvement.models import Measure
from prongsai.stages.improvement.policies import can_plan
from prongsai.stages.improvement.selectors import pressing
from prongsai.stages.improvement.units import headed_by
from prongsai.web.templatetags.thai import day

MOST = 3
WEEK = 7  # days
_NAMES = 5  # of items in a sentence


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to do: a sentence, and the link that leads there."""

    sentence: str
    link: str
    address: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before somebody today."""

    person: Person
    membership: Membership
    actor: Actor
    today: date
    situation: Situation | None
    deadlines: tuple[Reminder, ...]  # open ones, until a week from today, the first due first


def deadlines_of(membership: Membership, today: date) -> tuple[Reminder, ...]:
    """Return the open deadlines of a member until a week from today, and those that passed."""
    return open_reminders_of(membership, today, today + timedelta(days=WEEK))


def things_to_do(desk: Desk) -> tuple[Thing, ...]:
    """Return the most pressing things that somebody may and should do, three at most."""
    return tuple(thing for rule in RULES for thing in rule(desk))[:MOST]


def late_deadlines(desk: Desk) -> Iterator[Thing]:
    """Yield the deadlines that have passed, as one thing."""
    late = [each for each in desk.deadlines if each.due_on < desk.today]
    if late:
        said = _("%(count)s deadlines have passed, the first: %(title)s, due on %(day)s.")
        yield _deadline(said, late[0], len(late))


def second_factor(desk: Desk) -> Iterator[Thing]:
    """Yield that who gives roles to others should not come in with a password alone."""
    if desk.actor.has(Permission.PEOPLE_EDIT) and not has_second_factor(desk.person):
        said = _("Since %(day)s a password alone protects your account, which opens everything.")
        yield Thing(
            said % {"day": day(desk.membership.starts_on)},
            _("Turn on the second factor"),
            reverse("mfa_index"),
        )


def year_not_open(desk: Desk) -> Iterator[Thing]:
    """Yield the fiscal year that is to be opened."""
    may = desk.actor.has(Permission.YEAR_EDIT) and desk.actor.has(Permission.YEAR_VIEW)
    now = desk.situation
    year = year_to_open(desk.today, now.cycle.fiscal_year if now else None) if may else None
    if year is not None:
        follows = now is not None and now.cycle.fiscal_year == year - 1
        said = _("The fiscal year %(year)s began on %(day)s and is not open yet.")
        yield Thing(
            said % {"year": year, "day": day(first_day(year))},
            _("Open it"),
            reverse("year-next", args=[now.cycle.uuid]) if now and follows else reverse("years"),
        )


def nobody_else(desk: Desk) -> Iterator[Thing]:
    """Yield that an administrator who is alone should invite the others, once nobody is invited."""
    if not desk.actor.has(Permission.PEOPLE_EDIT):
        return
    invited = open_invitations(timezone.now())
    if invited:
        said = _("Invitations that nobody has taken up yet: %(count)s, the first until %(day)s.")
        ends = min(each.expires_at for each in invited)
        values = {"count": len(invited), "day": day(ends)}
        yield Thing(said % values, _("See who is invited"), reverse("people"))
    elif is_alone(desk.today):
        said = _("Nobody but you has worked here since %(day)s.")
        yield Thing(
            said % {"day": day(desk.membership.starts_on)},
            _("Invite the ITA officer"),
            reverse("invite"),
        )


def nobody_in_charge(desk: Desk) -> Iterator[Thing]:
    """Yield the instruments of which nobody is in charge."""
    now = desk.situation
    if now and desk.actor.has(Permission.YEAR_EDIT) and not now.cycle.closed_at:
        names = now.in_nobodys_charge(desk.today)
        if names:
            year = now.cycle.fiscal_year
            said = {"names": ", ".join(names), "year": year, "day": day(last_day(year))}
            yield Thing(
                _("Nobody is in charge of %(names)s in %(year)s, which ends on %(day)s.") % said,
                _("Name somebody"),
                f"{reverse('year-set-up', args=[now.cycle.uuid])}#in-charge",
            )


def results_missing(desk: Desk) -> Iterator[Thing]:
    """Yield that the results of the last year are to be entered, once they may be known."""
    now = desk.situation
    may = desk.actor.has(Permission.RESULTS_EDIT)
    if now and may and now.lacks_results(desk.today):
        year, last = now.cycle.fiscal_year, now.last_day
        said = (
            _("The results of %(year)s are not here yet; its last date was %(day)s.")
            if last
            else _("The results of %(year)s are not here yet; the year ends on %(day)s.")
        )
        yield Thing(
            said % {"year": year, "day": day(last or last_day(year))},
            _("Type them in"),
            reverse("year-indicators", args=[now.cycle.uuid]),
        )


def level_unsure(desk: Desk) -> Iterator[Thing]:
    """Yield that the level is not certain, for values that nobody gave."""
    scored = _open_results(desk, Permission.RESULTS_EDIT)
    if scored and scored.card.standing.level and scored.card.standing.missing:
        said = _(
            "The level of %(year)s is not certain: of what was saved on %(day)s, %(names)s lack."
        )
        names = _listed(scored.card.standing.missing)
        yield Thing(
            said % {**_saved(scored), "names": names},
            _("Type them in"),
            reverse("year-indicators", args=[scored.cycle.uuid]),
        )


def numbers_differ(desk: Desk) -> Iterator[Thing]:
    """Yield that what was announced is not what its parts give."""
    scored = _open_results(desk, Permission.RESULTS_EDIT)
    if scored and scored.differing:
        said = _("Saved for %(year)s on %(day)s, but computed otherwise: %(names)s.")
        yield Thing(
            said % {**_saved(scored), "names": _listed(scored.differing)},
            _("Look at both"),
            f"{_year(scored.cycle)}#compared",
        )


def measures_pressing(desk: Desk) -> Iterator[Thing]:
    """Yield the measures whose months are over, or else those whose last month it is."""
    actor = desk.actor
    if not (actor.has(Permission.MEASURES_REPORT) and actor.has(Permission.YEAR_VIEW)):
        return
    found = pressing(desk.today, None if can_plan(actor) else headed_by(actor))
    late = [row for row, due in found if due is Due.LATE]
    near = [row for row, due in found if due is Due.DUE]
    if late:
        said = _("%(count)s measures are past their months, the first: %(title)s, until %(day)s.")
        yield _of_measures(said, late)
    elif near:
        said = _("%(count)s measures end this month, the first: %(title)s, until %(day)s.")
        yield _of_measures(said, near)


def days_ahead(desk: Desk) -> Iterator[Thing]:
    """Yield the dates of the year within a week."""
    now = desk.situation
    if now and desk.actor.has(Permission.YEAR_VIEW):
        address = f"{reverse('year-set-up', args=[now.cycle.uuid])}#dates"
        for row, on, ends in now.days_within(desk.today, WEEK):
            said = _("%(title)s ends on %(day)s.") if ends else _("%(title)s is on %(day)s.")
            sentence = said % {"title": row.title, "day": day(on)}
            yield Thing(sentence, _("See the dates of the year"), address)


def deadlines_ahead(desk: Desk) -> Iterator[Thing]:
    """Yield the deadlines within a week, as one thing."""
    near = [each for each in desk.deadlines if each.due_on >= desk.today]
    if near:
        said = _("%(count)s deadlines this week, the first: %(title)s, due on %(day)s.")
        yield _deadline(said, near[0], len(near))


def weak_items_of_mine(desk: Desk) -> Iterator[Thing]:
    """Yield what somebody is in charge of and needs work."""
    scored = desk.situation and desk.situation.scored
    names = scored.weak_of(desk.membership.pk) if scored else ()
    if scored and names and desk.actor.has(Permission.YEAR_VIEW):
        said = _("You are in charge of what is weak in %(year)s, saved on %(day)s: %(names)s.")
        yield Thing(
            said % {**_saved(scored), "names": _listed(names)},
            _("See why"),
            f"{_year(scored.cycle)}#score-{names[0]}",
        )


def not_announced(desk: Desk) -> Iterator[Thing]:
    """Yield that the last results are not announced."""
    scored = _open_results(desk, Permission.RESULTS_ANNOUNCE)
    if scored and not scored.is_announced:
        said = _("The results of %(year)s, saved on %(day)s, are not announced yet.")
        yield Thing(said % _saved(scored), _("Look at them and announce them"), _year(scored.cycle))


def agencies_silent(desk: Desk) -> Iterator[Thing]:
    """Yield how many of the agencies that are overseen have announced nothing of the last year."""
    if not desk.actor.has(Permission.OVERSEE):
        return
    overseer = desk.membership.agency
    year = next(iter(years_announced(overseer)), None)
    silent = overseen_agencies(overseer, Asked(year, level=NOTHING)).count() if year else 0
    if silent:
        said = _("Until %(day)s, %(count)s agencies have announced nothing of %(year)s.")
        values = {"day": day(desk.today), "count": silent, "year": year}
        address = f"{reverse('overseen')}?year={year}&level={NOTHING}"
        yield Thing(said % values, _("See which"), address)


Rule = Callable[[Desk], Iterator[Thing]]
RULES: tuple[Rule, ...] = (
    late_deadlines,
    second_factor,
    year_not_open,
    nobody_else,
    results_missing,
    numbers_differ,
    level_unsure,
    measures_pressing,
    days_ahead,
    deadlines_ahead,
    weak_items_of_mine,
    nobody_in_charge,
    not_announced,
    agencies_silent,
)
"""The most pressing first; what somebody may not do, a rule does not ask for."""


def _deadline(said: str, first: Reminder, count: int) -> Thing:
    values = {"count": count, "title": first.title, "day": day(first.due_on)}
    return Thing(said % values, _("See your notices"), reverse("notices"))


def _of_measures(said: str, rows: list[Measure]) -> Thing:
    first = min(rows, key=last_day_of)
    values = {"count": len(rows), "title": first.key, "day": day(last_day_of(first))}
    return Thing(
        said % values, _("See the measures"), reverse("measures", args=[first.fiscal_year])
    )


def _open_results(desk: Desk, asked: Permission) -> Scored | None:
    """Return the last results of a year that is not closed, for who may do something with them."""
    scored = desk.situation.scored if desk.situation else None
    if scored is None or scored.cycle.closed_at or not desk.actor.has(asked):
        return None
    return scored


def _saved(scored: Scored) -> dict[str, object]:
    return {"year": scored.cycle.fiscal_year, "day": day(scored.results.saved_at)}


def _year(cycle: Cycle) -> str:
    return reverse("year", args=[cycle.uuid])


def _listed(names: tuple[str, ...]) -> str:
    more = "" if len(names) <= _NAMES else " …"
    return ", ".join(names[:_NAMES]) + more
