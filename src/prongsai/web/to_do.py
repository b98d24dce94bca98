"""What somebody has to do this week: rules in the order of their weight, one sentence each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.accounts.selectors import has_second_factor, members, open_invitations
from prongsai.foundation.notices.models import Reminder
from prongsai.foundation.notices.selectors import open_reminders_of
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.situation import Situation, year_to_open
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
    until = today + timedelta(days=WEEK)
    return tuple(open_reminders_of(membership, today).filter(due_on__lte=until))


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
        yield Thing(
            _("Your account opens everything, and a password alone protects it."),
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
        yield Thing(
            _("The fiscal year %(year)s is not open yet.") % {"year": year},
            _("Open it"),
            reverse("year-next", args=[now.cycle.uuid]) if now and follows else reverse("years"),
        )


def nobody_else(desk: Desk) -> Iterator[Thing]:
    """Yield that an administrator who is alone should invite the others, once nobody is invited."""
    if not desk.actor.has(Permission.PEOPLE_EDIT):
        return
    invited = open_invitations().count()
    if invited:
        said = _("Invitations that nobody has taken up yet: %(count)s.") % {"count": invited}
        yield Thing(said, _("See who is invited"), reverse("people"))
    elif members(desk.today).count() == 1:
        yield Thing(
            _("Nobody but you works here yet."), _("Invite the ITA officer"), reverse("invite")
        )


def nobody_in_charge(desk: Desk) -> Iterator[Thing]:
    """Yield the instruments of which nobody is in charge."""
    now = desk.situation
    if now and desk.actor.has(Permission.YEAR_EDIT) and not now.cycle.closed_at:
        names = now.in_nobodys_charge
        if names:
            said = {"names": ", ".join(names), "year": now.cycle.fiscal_year}
            yield Thing(
                _("Nobody is in charge of %(names)s in %(year)s.") % said,
                _("Name somebody"),
                reverse("year-set-up", args=[now.cycle.uuid]),
            )


def results_missing(desk: Desk) -> Iterator[Thing]:
    """Yield that the results of the last year are to be entered, once they may be known."""
    now = desk.situation
    may = desk.actor.has(Permission.RESULTS_EDIT)
    if now and may and now.lacks_results(desk.today):
        yield Thing(
            _("The results of %(year)s are not here yet.") % {"year": now.cycle.fiscal_year},
            _("Type them in or paste them"),
            _year(now.cycle),
        )


def numbers_differ(desk: Desk) -> Iterator[Thing]:
    """Yield that what was announced is not what its parts give."""
    scored = desk.situation and desk.situation.scored
    if scored and desk.actor.has(Permission.RESULTS_EDIT) and scored.differing:
        said = {"year": scored.cycle.fiscal_year, "names": _listed(scored.differing)}
        yield Thing(
            _("Announced for %(year)s, but computed otherwise: %(names)s.") % said,
            _("Look at both"),
            f"{_year(scored.cycle)}#compared",
        )


def days_ahead(desk: Desk) -> Iterator[Thing]:
    """Yield the dates of the year within a week."""
    now = desk.situation
    if now and desk.actor.has(Permission.YEAR_VIEW):
        address = reverse("year-set-up", args=[now.cycle.uuid])
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
        said = {"year": scored.cycle.fiscal_year, "names": _listed(names)}
        yield Thing(
            _("You are in charge of what is weak in the results of %(year)s: %(names)s.") % said,
            _("See why"),
            f"{_year(scored.cycle)}#score-{names[0]}",
        )


def not_announced(desk: Desk) -> Iterator[Thing]:
    """Yield that the last results are not announced."""
    scored = desk.situation and desk.situation.scored
    if scored and desk.actor.has(Permission.RESULTS_ANNOUNCE) and not scored.is_announced:
        yield Thing(
            _("The results of %(year)s are not announced yet.")
            % {"year": scored.cycle.fiscal_year},
            _("Look at them and announce them"),
            _year(scored.cycle),
        )


Rule = Callable[[Desk], Iterator[Thing]]
RULES: tuple[Rule, ...] = (
    late_deadlines,
    second_factor,
    year_not_open,
    nobody_else,
    results_missing,
    numbers_differ,
    days_ahead,
    deadlines_ahead,
    weak_items_of_mine,
    nobody_in_charge,
    not_announced,
)
"""The most pressing first; what somebody may not do, a rule does not ask for."""


def _deadline(said: str, first: Reminder, count: int) -> Thing:
    values = {"count": count, "title": first.title, "day": day(first.due_on)}
    return Thing(said % values, _("See your notices"), reverse("notices"))


def _year(cycle: Cycle) -> str:
    return reverse("year", args=[cycle.uuid])


def _listed(names: tuple[str, ...]) -> str:
    more = "" if len(names) <= _NAMES else " …"
    return ", ".join(names[:_NAMES]) + more
