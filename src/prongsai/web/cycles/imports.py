"""Pages of a file with results: chosen, being read, looked at and corrected, saved."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.core.readings.model import Reading, YearRole
from prongsai.core.readings.of_whom import another_agency
from prongsai.core.readings.results_only import own_year, years_in
from prongsai.core.results import Codes
from prongsai.foundation.accounts.roles import Permission
from prongsai.foundation.jobs.selectors import given_up
from prongsai.stages.cycles.imports import READ, drop_import, save_import, take_file
from prongsai.stages.cycles.mapping import edition_of, reading_of, refusal_of
from prongsai.stages.cycles.models import Cycle, ImportState, ResultImport
from prongsai.stages.cycles.selectors import answers_to, imports_of
from prongsai.stages.cycles.services import SavedMeanwhile
from prongsai.web.closed_years import is_closed_to
from prongsai.web.cycles.forms import FileForm
from prongsai.web.cycles.import_form import ImportForm, filled, lines_of
from prongsai.web.cycles.import_page import (
    of_lines,
    problems_in,
    shown_lines,
    warnings,
    without_value,
)
from prongsai.web.cycles.standing import results_now
from prongsai.web.cycles.years import one_year
from prongsai.web.numbers import whole_number
from prongsai.web.refusals import refusals_on, told
from prongsai.web.requests import StaffRequest, staff

ASKS_AGAIN = 3  # seconds between two looks at a file that is being read


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.RESULTS_EDIT)
def from_file(request: StaffRequest, key: UUID) -> HttpResponse:
    """Take a file, of any kind that is read."""
    cycle = one_year(key)
    if is_closed_to(request, cycle):
        return redirect("year", key)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["file"]
        with refusals_on(form):
            name = given.name or ""
            row = take_file(cycle=cycle, name=name, data=given.read(), by=request.actor)
            if row.state != ImportState.REFUSED:
                return redirect("year-import", key, row.uuid)
            drop_import(row=row, by=request.actor)
            raise refusal_of(row)
    waiting = imports_of(cycle, request.actor.key).first()
    page = {"cycle": cycle, "form": form, "waiting": waiting}
    return render(request, "web/cycles/from_file.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Permission.RESULTS_EDIT)
def one_import(request: StaffRequest, key: UUID, file: UUID) -> HttpResponse:
    """Show how far a file is; what was read of it is corrected here, and saved."""
    cycle = one_year(key)
    if is_closed_to(request, cycle):
        return redirect("year", key)
    row = _waiting(request, cycle, file)
    if row is None:
        return _gone(request, cycle)
    if row.state == ImportState.READ:
        return _looked_at(request, row)
    page = {"cycle": cycle, "row": row, "refusal": "", "failed": False}
    if row.state == ImportState.REFUSED:
        page["refusal"] = told(refusal_of(row))
        return render(request, "web/cycles/being_read.html", page)
    page["failed"] = given_up().filter(kind=READ, key=str(row.uuid)).exists()
    answer = render(request, "web/cycles/being_read.html", page)
    if not page["failed"]:
        # What <meta http-equiv="refresh"> says, needing no script either.
        answer.headers["Refresh"] = str(ASKS_AGAIN)
    return answer


@require_POST
@staff(Permission.RESULTS_EDIT)
def drop(request: StaffRequest, key: UUID, file: UUID) -> HttpResponse:
    """Throw away a file that is not to be saved."""
    cycle = one_year(key)
    row = _waiting(request, cycle, file)
    if row is None:
        return _gone(request, cycle)
    drop_import(row=row, by=request.actor)
    messages.success(request, _("Nothing of the file was saved."))
    return redirect("year-file", key)


def _waiting(request: StaffRequest, cycle: Cycle, file: UUID) -> ResultImport | None:
    """Return a file that who asks has on its way; None where it is there no more."""
    return imports_of(cycle, request.actor.key).filter(uuid=file).first()


def _gone(request: StaffRequest, cycle: Cycle) -> HttpResponse:
    """Say what became of a file that is on its way no more: a button was pressed twice, say."""
    messages.warning(
        request,
        _(
            "No such file waits here: it was saved, thrown away, replaced by another one, or waited"
            " longer than two days. What was saved stands under “Results saved before”."
        ),
    )
    return redirect("year-file", cycle.uuid)


def _looked_at(request: StaffRequest, row: ResultImport) -> HttpResponse:
    year = _year_asked(request, row)
    form = _form(request, row, year)
    if request.method == "POST" and form.is_valid() and "save" in request.POST:
        with refusals_on(form):
            if _saved(request, row, form, year):
                return redirect("year", row.cycle.uuid)
        if _waiting(request, row.cycle, row.uuid) is None:
            return _gone(request, row.cycle)
    return _page(request, row, form, year)


def _saved(request: StaffRequest, row: ResultImport, form: ImportForm, year: int) -> bool:
    """Save, or show the results that came meanwhile beside what was typed."""
    data = form.cleaned_data
    try:
        save_import(
            row=row,
            year=year,
            corrections=form.corrections,
            seen=data["seen"],
            note=data["note"],
            by=request.actor,
        )
    except SavedMeanwhile:
        fresh = request.POST.copy()
        fresh["seen"] = str(results_now(row.cycle)[1])  # the page shows them beside each value
        form.data = fresh
        raise
    messages.success(request, _("The results were saved."))
    return True


def _form(request: StaffRequest, row: ResultImport, year: int) -> ImportForm:
    cycle = row.cycle
    reading = reading_of(row)
    own = own_year(reading, cycle.fiscal_year)
    lines = lines_of(reading, year, own)
    first = filled(lines, answers_to(row), results_now(cycle)[1])
    return ImportForm(
        request.POST if request.method == "POST" else None,
        initial=first,
        lines=lines,
        codes=Codes(edition_of(cycle.edition)),
        year=None if year == own else year,
        to_be_meant=_to_be_meant(reading, cycle, year),
    )


def _to_be_meant(reading: Reading, cycle: Cycle, year: int) -> frozenset[str]:
    """Return what is only saved when the person says so: it is seldom what anybody wants."""
    other = {
        "other_year": year != cycle.fiscal_year,
        "other_agency": bool(another_agency(reading, cycle.agency.name)),
    }
    return frozenset(name for name, is_so in other.items() if is_so)


def _year_asked(request: StaffRequest, row: ResultImport) -> int:
    """Return the year whose scores are looked at: as asked, this year's, or the last there is."""
    years = years_in(reading_of(row), row.cycle.fiscal_year)
    wanted = whole_number(request.GET.get("year")) or row.cycle.fiscal_year
    return wanted if wanted in years else years[0]


def _page(request: StaffRequest, row: ResultImport, form: ImportForm, year: int) -> HttpResponse:
    cycle, reading = row.cycle, reading_of(row)
    edition = edition_of(cycle.edition)
    now, _seen = results_now(cycle)
    corrections = form.corrections if form.is_bound else answers_to(row)
    problems, said = problems_in(reading, corrections, year, cycle, edition)
    wrong, rest = of_lines(form.lines, problems)
    lines = shown_lines(form, edition, now, wrong)
    page = {
        "cycle": cycle,
        "row": row,
        "form": form,
        "year": year,
        "years": years_in(reading, cycle.fiscal_year),
        "warnings": list(warnings(reading, cycle, reading.year(YearRole.RESULT), said)),
        "problems": rest,
        "asked": [each for each in lines if each.is_asked],
        "sure": [each for each in lines if not each.is_asked],
        "without_value": without_value(now, form),
        "came_before": bool(answers_to(row)),
    }
    return render(request, "web/cycles/import.html", page)
