"""Addresses of the pages of a year."""

from __future__ import annotations

from django.urls import path

from prongsai.web.cycles import closing, entry, imports, results, scorecard, what_if, years

urlpatterns = [
    path("years", years.all_years, name="years"),
    path("years/<uuid:key>", scorecard.year, name="year"),
    path("years/<uuid:key>/totals", scorecard.totals, name="year-totals"),
    path("years/<uuid:key>/what-if", what_if.moved, name="year-what-if"),
    path("years/<uuid:key>/what-if/answer", what_if.answer, name="year-what-if-answer"),
    path("years/<uuid:key>/next", closing.next_year, name="year-next"),
    path("years/<uuid:key>/close", closing.close, name="year-close"),
    path("years/<uuid:key>/reopen", closing.reopen, name="year-reopen"),
    path("years/<uuid:key>/announce", scorecard.tell, name="year-announce"),
    path("years/<uuid:key>/set-up", years.set_up, name="year-set-up"),
    path("years/<uuid:key>/dates", years.save_date, name="year-date"),
    path("years/<uuid:key>/dates/<uuid:day>/remove", years.take_date_out, name="year-date-remove"),
    path("years/<uuid:key>/charges", years.save_charge, name="year-charge"),
    path("years/<uuid:key>/correction", years.take_correction, name="year-correction"),
    path("years/<uuid:key>/indicators", entry.indicators, name="year-indicators"),
    path("years/<uuid:key>/items", entry.items, name="year-items"),
    path("years/<uuid:key>/file", imports.from_file, name="year-file"),
    path("years/<uuid:key>/file/<uuid:file>", imports.one_import, name="year-import"),
    path("years/<uuid:key>/file/<uuid:file>/drop", imports.drop, name="year-import-drop"),
    path("years/<uuid:key>/history", results.past, name="year-history"),
    path("years/<uuid:key>/history/restore", results.restore, name="year-restore"),
]
