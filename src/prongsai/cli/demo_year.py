"""The year that a demonstration agency has behind it, made through the same services as any other.

Results are those that were published; the rest is made up and says so. Imports Django.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

from prongsai.cli.demo_evidence import example_file
from prongsai.core.results import ResultSheet
from prongsai.core.thai.working_days import next_working_day
from prongsai.formats.agency_file import AgencyFile
from prongsai.formats.editions import load_edition
from prongsai.formats.read_results import read_results
from prongsai.foundation.accounts.actor import Actor
from prongsai.foundation.accounts.models import Capacity, Membership
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.selectors import actor_of
from prongsai.foundation.accounts.services.acting import let_act
from prongsai.foundation.agencies.models import Unit, UnitLevel
from prongsai.foundation.agencies.services import add_unit
from prongsai.foundation.audit.services import Subject
from prongsai.foundation.files.services import Described, add_file
from prongsai.foundation.notices.selectors import holidays
from prongsai.foundation.notices.services import Whom, add_holiday, remind, tell_of_deadlines
from prongsai.stages.cycles.models import Cycle, SourceKind
from prongsai.stages.cycles.services import TYPED, Source, announce, open_year, save_results
from prongsai.stages.cycles.services.set_up import put_in_charge, set_date
from prongsai.stages.improvement.plan_years import plan_year
from prongsai.stages.improvement.selectors import proposals
from prongsai.stages.improvement.services import add_measure, set_state, take_proposals
from prongsai.stages.improvement.states import MeasureState
from prongsai.stages.improvement.written import Written

Told = Mapping[str, Any]  # data/demo/work


@dataclass(frozen=True, slots=True)
class _Office:
    """The people of the agency, by their keys."""

    people: Mapping[str, Membership]
    today: date

    def actor(self, key: str) -> Actor:
        """Return somebody at work."""
        one = self.people[key]
        return actor_of(one, one.person, self.today)


def live_a_year(path: Path, agency: AgencyFile, people: Mapping[str, Membership]) -> None:
    """Let the active agency have its years, its evidence and its deadlines."""
    told: Told = yaml.safe_load((path.parent / "work" / path.name).read_text("utf-8"))
    office = _Office(people, timezone.localdate())
    _tree(told["tree"], office)
    _acting(told["acting"], office)
    for year, total in agency.history:
        if total is not None:
            _earlier(year, ResultSheet.of({"total": total}), told["sources"][year], office)
    cycle = _year(agency, told, office)
    _results(cycle, path, agency, told, office)
    _measures(cycle, told["measures"], office)
    _evidence(told["evidence"], office)
    _deadlines(told, office)


def _tree(below: Told, office: _Office, parent: Unit | None = None) -> None:
    """Put sections and jobs below the divisions that are there, as deep as is told."""
    by = office.actor("admin")
    for name, deeper in below.items():
        unit = Unit.objects.filter(name=name).first()
        if unit is None:
            level = UnitLevel.JOB if deeper is None else UnitLevel.SECTION
            unit = add_unit(
                agency=office.people["admin"].agency, name=name, level=level, parent=parent, by=by
            )
        _tree(deeper or {}, office, unit)


def _acting(told: Told, office: _Office) -> None:
    """Let somebody act for a post in these weeks."""
    days = (office.today, office.today + timedelta(days=told["days"]))
    let_act(
        membership=office.people[told["who"]],
        capacity=Capacity(told["capacity"]),
        post=told["post"],
        role=Role(told["role"]),
        days=days,
        by=office.actor("admin"),
    )


def _earlier(year: int, sheet: ResultSheet, note: str, office: _Office) -> None:
    """Open a year of which no more than the total was published."""
    ita = office.actor("ita")
    cycle = open_year(fiscal_year=year, by=ita)
    source = Source(SourceKind.DOCUMENT)
    save_results(cycle=cycle, sheet=sheet, source=source, seen=0, note=note, by=ita)


def _year(agency: AgencyFile, told: Told, office: _Office) -> Cycle:
    """Open the year of the results, with its dates and who is in charge of what."""
    ita = office.actor("ita")
    if agency.fiscal_year is None:
        raise AssertionError(agency.agency.name)
    cycle = open_year(fiscal_year=agency.fiscal_year, edition=agency.edition, by=ita)
    for each in told["dates"]:
        days = (each["from"], each.get("to"))
        set_date(cycle=cycle, title=each["title"], days=days, by=ita)
    for code, key in told["charges"].items():
        put_in_charge(cycle=cycle, what=code, who=office.people[key], by=ita)
    for name, key in told["units"].items():
        put_in_charge(cycle=cycle, what=Unit.objects.get(name=name), who=office.people[key], by=ita)
    return cycle


def _results(cycle: Cycle, path: Path, agency: AgencyFile, told: Told, office: _Office) -> None:
    """Type in the scores with a slip, mend it, then take the whole file, and announce that."""
    ita = office.actor("ita")
    file = path.with_suffix(".csv")
    sheet = read_results(file, load_edition(agency.edition or ""))
    typed = ResultSheet(
        tuple(each for each in sheet.results if each.score is not None and not each.weak)
    )
    note = told["sources"][cycle.fiscal_year]
    slip = _with_slip(typed, told["slip"])
    save_results(cycle=cycle, sheet=slip, source=TYPED, seen=0, note=note, by=ita)
    why = told["slip"]["note"]
    save_results(cycle=cycle, sheet=typed, source=TYPED, seen=1, note=why, by=ita)
    source = Source(SourceKind.FILE, file.name, hashlib.sha256(file.read_bytes()).hexdigest())
    save_results(cycle=cycle, sheet=sheet, source=source, seen=2, note=note, by=ita)
    announce(cycle=cycle, number=3, by=office.actor("chief"))


def _with_slip(sheet: ResultSheet, slip: Told) -> ResultSheet:
    """Return the results with one of them mistyped, as happens."""
    return ResultSheet(
        tuple(
            replace(each, score=Decimal(slip["typed"])) if each.code == slip["code"] else each
            for each in sheet.results
        )
    )


def _measures(cycle: Cycle, told: Told, office: _Office) -> None:
    """Plan the year behind the results as far as somebody has come with it, and one of the year."""
    ita, year = office.actor("ita"), cycle.fiscal_year + 1
    own = {**told["own"], "lead": Unit.objects.get(name=told["own"]["lead"])}
    lines = {name: tuple(own[name]) for name in ("steps", "months", "evidence")}
    written = Written(**{**own, **lines})
    row = add_measure(fiscal_year=cycle.fiscal_year, written=written, by=ita)
    set_state(measure=row, to=MeasureState.IN_PROGRESS, seen=row.version, by=ita)
    plan = plan_year(year)
    marks = [each.mark for each in proposals(plan)] if plan else []
    taken = take_proposals(fiscal_year=year, marks=marks[: told["taken"]], by=ita)
    for row, state in zip(taken, told["states"], strict=False):
        set_state(measure=row, to=MeasureState(state), seen=row.version, by=ita)


def _evidence(files: Iterable[Told], office: _Office) -> None:
    for each in files:
        add_file(
            name=each["name"],
            data=example_file(each["name"], each["title"], office.today),
            described=Described(
                title=each["title"], event_on=each["event"], document_on=each.get("document")
            ),
            by=office.actor("ita"),
            today=office.today,
        )


def _deadlines(told: Told, office: _Office) -> None:
    """Set days that are near and that have passed, and tell who must know of them."""
    admin = office.actor("admin")
    for each in told["holidays"]:
        day = office.today + timedelta(days=each["in"])
        add_holiday(day=day, name=each["name"], is_off=True, by=admin)
    for number, each in enumerate(told["deadlines"], 1):
        subject = Subject("example", str(number), each["title"])
        due = office.today + timedelta(days=each["in"])
        remind(subject=subject, due_on=due, to=_whom(each, office), by=office.actor("ita"))
    # On a day off nobody is told anything: then as on the next working day. On the one before
    # nobody worked here yet.
    tell_of_deadlines(next_working_day(office.today - timedelta(days=1), holidays()))


def _whom(each: Told, office: _Office) -> Whom:
    if "person" in each:
        return Whom(person=office.people[each["person"]].person)
    if "unit" in each:
        return Whom(unit=Unit.objects.get(name=each["unit"]))
    return Whom(role=Role(each["role"]))
