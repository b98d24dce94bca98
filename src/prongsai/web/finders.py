"""What search looks through: one finder a sort of thing, each within what somebody may see."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.core.editions.model import Edition
from prongsai.core.sentences import Names
from prongsai.core.thai.calendar import short_date, thai_date
from prongsai.core.thai.search import folded
from prongsai.formats.holidays import load_holidays
from prongsai.formats.manual import manual
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.policies import can_edit_agency, can_edit_people
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.accounts.selectors import find_members
from prongsai.foundation.agencies.selectors import find_overseen, find_units
from prongsai.foundation.audit.kinds import KINDS
from prongsai.foundation.audit.selectors import find_events
from prongsai.foundation.files.selectors import find_files
from prongsai.foundation.notices.selectors import all_holidays, find_notices
from prongsai.stages.cycles.mapping import edition_of
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.selectors import all_dates, find_results, scored_years, years
from prongsai.stages.improvement.selectors import find_measures
from prongsai.web.audit import told
from prongsai.web.context import MENU
from prongsai.web.cycles.shown import in_words
from prongsai.web.notices import read_out
from prongsai.web.templatetags.thai import day, moment

MOST = 10  # of a group
_CODE = re.compile(r"[ieo]?[0-9]+(?:\.[0-9]+)*")
_YEAR = re.compile(r"25[0-9]{2}")
# Pages that the menu does not name.
_PAGES = (
    ("add-file", gettext_lazy("Hand in a file"), Permission.EVIDENCE_ADD),
    ("invite", gettext_lazy("Invite somebody"), Permission.PEOPLE_EDIT),
    ("notices", gettext_lazy("Notices"), None),
    ("notice-choices", gettext_lazy("Choose notices"), None),
    ("change-password", gettext_lazy("Change the password"), None),
    ("mfa_index", gettext_lazy("Second factor"), None),
    ("mfa_list_webauthn", gettext_lazy("Passkeys"), None),
    ("tokens", gettext_lazy("Tokens for programs"), None),
    ("sessions", gettext_lazy("Where you are signed in"), None),
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: what it is called, what else is said of it, and where it is."""

    title: str
    aside: str
    address: str


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for."""

    words: tuple[str, ...]
    actor: Actor
    person: Person

    def is_in(self, *texts: str) -> bool:
        """Test if every word stands in one of the texts."""
        known = [folded(text) for text in texts]
        return all(any(word in text for text in known) for word in self.words)


def _pages(sought: Sought) -> Iterator[Hit]:
    menu = ((name, render_to_string("web/_page_name.html", {"name": name}), p) for name, p in MENU)
    for name, title, asked in (*menu, *_PAGES):
        if (asked is None or sought.actor.has(asked)) and sought.is_in(str(title)):
            yield Hit(str(title).strip(), "", reverse(name))


def _sections(sought: Sought) -> Iterator[Hit]:
    address = reverse("manual")
    for chapter in manual():
        if sought.is_in(chapter.title, chapter.title_en):
            yield Hit(chapter.title, _("Manual"), f"{address}#{chapter.key}")
        for section in chapter.sections:
            if section.heading and sought.is_in(section.heading):
                yield Hit(section.heading, chapter.title, f"{address}#{section.key}")


def _years(sought: Sought) -> Iterator[Hit]:
    for cycle in years():
        title = _("Fiscal year %(year)s") % {"year": cycle.fiscal_year}
        if sought.is_in(title):
            yield Hit(title, "", reverse("year", args=[cycle.uuid]))


def _items(sought: Sought) -> Iterator[Hit]:
    scored = scored_years()
    for cycle in years():
        words = [word for word in sought.words if word != str(cycle.fiscal_year)]
        if words:  # a year alone asks for the year, not for all that is measured in it
            for code, names in _measured(edition_of(cycle.edition)):
                if all(_is_of(word, code, names) for word in words):
                    title = f"{code} {in_words(names) if names else ''}".strip()
                    address = _line_of(cycle, code) if cycle.pk in scored else _charges_of(cycle)
                    yield Hit(title, str(cycle.fiscal_year), address)


def _line_of(cycle: Cycle, code: str) -> str:
    return f"{reverse('year', args=[cycle.uuid])}#score-{code}"


def _charges_of(cycle: Cycle) -> str:
    """Return where a year without results says something of its items: who is in charge."""
    return f"{reverse('year-set-up', args=[cycle.uuid])}#in-charge"


def _measured(edition: Edition) -> Iterator[tuple[str, Names | None]]:
    for instrument in edition.instruments:
        yield instrument.key, instrument.title
        for indicator in instrument.indicators:
            yield indicator.key, indicator.title
            yield from ((sub.key, sub.title) for sub in indicator.sub_indicators)
            yield from ((item.code, item.topic) for item in indicator.items)


def _is_of(word: str, code: str, names: Names | None) -> bool:
    """Test if a word is a code, whole: i1 is not i10; or stands in what it is called."""
    if word == folded(code):
        return True
    if _CODE.fullmatch(word) or names is None:
        return False
    return any(word in folded(name) for name in (names.th, names.en))


def _dates(sought: Sought) -> Iterator[Hit]:
    for row in all_dates():
        days = [each for each in (row.starts_on, row.ends_on) if each]
        written = [text for each in days for text in _written(each)]
        if sought.is_in(row.title, row.said, *written):
            on = " – ".join(dict.fromkeys(day(each) for each in days)) or row.said
            yield Hit(row.title, on, reverse("year-set-up", args=[row.cycle.uuid]))


def _written(on: date) -> tuple[str, ...]:
    return thai_date(on), short_date(on), day(on)


def _holidays(sought: Sought) -> Iterator[Hit]:
    known = [(each.day, each.name) for year in load_holidays() for each in year.days]
    added = [(each.day, each.name) for each in all_holidays()]
    for on, name in sorted((*known, *added), reverse=True):
        if sought.is_in(name, *_written(on)):
            yield Hit(name, day(on), reverse("holidays"))


def _results(sought: Sought) -> Iterator[Hit]:
    asked = [int(word) for word in sought.words if _YEAR.fullmatch(word)]
    words = [word for word in sought.words if not _YEAR.fullmatch(word)]
    for results in find_results(words, asked)[: MOST + 1] if words else ():
        said = {"number": results.number, "year": results.cycle.fiscal_year}
        aside = " · ".join(filter(None, (results.source_name, results.note)))
        address = reverse("year-history", args=[results.cycle.uuid])
        yield Hit(_("Results number %(number)s of %(year)s") % said, aside, address)


def _measures(sought: Sought) -> Iterator[Hit]:
    for row in find_measures(sought.words)[: MOST + 1]:
        lead = row.lead.name if row.lead else ""
        aside = " · ".join(filter(None, (row.get_state_display(), lead)))
        yield Hit(f"{row.key} {row.title}", aside, reverse("measure", args=[row.uuid]))


def _overseen(sought: Sought) -> Iterator[Hit]:
    for agency in find_overseen(sought.actor.agency_id, sought.words)[: MOST + 1]:
        address = f"{reverse('overseen')}?{urlencode({'q': agency.name})}"
        yield Hit(agency.name, agency.district, address)


def _notices(sought: Sought) -> Iterator[Hit]:
    for row in find_notices(sought.person, sought.words)[: MOST + 1]:
        read = read_out(row)
        yield Hit(read.sentence, read.kind, reverse("notices"))


def _units(sought: Sought) -> Iterator[Hit]:
    may_open = can_edit_agency(sought.actor)
    for unit in find_units(sought.words)[: MOST + 1]:
        address = reverse("unit", args=[unit.uuid]) if may_open else reverse("units")
        yield Hit(unit.name, unit.get_level_display(), address)


def _people(sought: Sought) -> Iterator[Hit]:
    may_open = can_edit_people(sought.actor)
    for row in find_members(sought.words, timezone.localdate())[: MOST + 1]:
        address = reverse("member", args=[row.uuid]) if may_open else reverse("people")
        yield Hit(row.person.name, row.position, address)


def _files(sought: Sought) -> Iterator[Hit]:
    for file in find_files(sought.words)[: MOST + 1]:
        yield Hit(file.name, file.title, reverse("file", args=[file.uuid]))


def _events(sought: Sought) -> Iterator[Hit]:
    sentences = {key: folded(_(said) % {"by": "", "subject": ""}) for key, said in KINDS.items()}

    def kinds_of(word: str) -> list[str]:
        return [key for key, said in sentences.items() if word in said]

    for event in find_events(sought.actor.agency_id, sought.words, kinds_of)[: MOST + 1]:
        address = f"{reverse('audit')}?kind={event.kind}"
        yield Hit(told(event).sentence, f"{event.number} · {moment(event.at)}", address)


Finder = Callable[[Sought], Iterable[Hit]]
GROUPS: tuple[tuple[object, Permission | None, Finder], ...] = (
    (gettext_lazy("Pages"), None, _pages),
    (gettext_lazy("Years"), Permission.YEAR_VIEW, _years),
    (gettext_lazy("Items and indicators"), Permission.YEAR_VIEW, _items),
    (gettext_lazy("Results saved before"), Permission.YEAR_VIEW, _results),
    (gettext_lazy("Measures"), Permission.YEAR_VIEW, _measures),
    (gettext_lazy("Dates"), Permission.YEAR_VIEW, _dates),
    (gettext_lazy("Holidays"), Permission.AGENCY_VIEW, _holidays),
    (gettext_lazy("Agencies overseen"), Permission.OVERSEE, _overseen),
    (gettext_lazy("Units"), Permission.AGENCY_VIEW, _units),
    (gettext_lazy("People"), Permission.PEOPLE_VIEW, _people),
    (gettext_lazy("Evidence"), Permission.EVIDENCE_VIEW, _files),
    (gettext_lazy("Notices"), None, _notices),
    (gettext_lazy("Record of changes"), Permission.AUDIT_VIEW, _events),
    (gettext_lazy("Manual"), None, _sections),
)
