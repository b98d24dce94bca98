from __future__ import annotations

import pytest

from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.policies import NotAllowed
from prongsai.foundation.audit.selectors import events_of
from prongsai.stages.cycles.models import Cycle
from prongsai.stages.cycles.selectors import charges_of, dates_of, history
from prongsai.stages.cycles.services import (
    announce,
    close_year,
    correct_edition,
    reopen_year,
    restore_results,
)
from prongsai.stages.cycles.services.set_up import put_in_charge, remove_date, set_date
from tests.factories.people import Somebody
from tests.factories.years import FULL, a_year, results


def closed(anong: Somebody) -> Cycle:
    return close_year(cycle=a_year(anong, 2567), by=anong.actor)


def test_a_closed_year_takes_no_results_dates_or_people_any_more(anong: Somebody) -> None:
    cycle, by = a_year(anong, 2568), anong.actor
    saved = results(anong, cycle, FULL)
    row = dates_of(cycle)[0]
    close_year(cycle=cycle, by=by)
    for write in (
        lambda: results(anong, cycle, {**FULL, "1": "1"}),
        lambda: restore_results(results=saved, seen=1, by=by),
        lambda: set_date(cycle=cycle, title="ประชุม", days=(None, None), by=by),
        lambda: remove_date(row=row, by=by),
        lambda: put_in_charge(cycle=cycle, what="9", who=anong.membership, by=by),
        lambda: correct_edition(cycle=cycle, by=by),
        lambda: close_year(cycle=cycle, by=by),
    ):
        with pytest.raises(Refusal, match="The year 2568 is closed"):
            write()
    assert list(history(cycle)) == [saved]
    assert (len(dates_of(cycle)), len(charges_of(cycle))) == (2, 0)
    assert events_of(anong.agency.pk)[0].kind == "year.closed"


@pytest.mark.parametrize("number", [1, None])
def test_the_results_of_a_closed_year_are_neither_announced_nor_taken_back(
    number: int | None, anong: Somebody
) -> None:
    cycle = a_year(anong, 2567)
    results(anong, cycle, FULL)
    if number is None:
        announce(cycle=cycle, number=1, by=anong.actor)
    close_year(cycle=cycle, by=anong.actor)
    with pytest.raises(Refusal, match="The year 2567 is closed"):
        announce(cycle=cycle, number=number, by=anong.actor)
    cycle.refresh_from_db()
    assert cycle.announced == (1 if number is None else None)


def test_a_closed_year_is_opened_again_with_a_reason_that_the_record_keeps(
    anong: Somebody,
) -> None:
    cycle = closed(anong)
    reopen_year(cycle=cycle, reason=" ป.ป.ช. แก้ไขผลการประเมิน ", by=anong.actor)
    results(anong, cycle, FULL)
    saved, reopened = events_of(anong.agency.pk)[:2]
    assert (saved.kind, reopened.kind) == ("results.saved", "year.reopened")
    assert (reopened.details or {})["reason"] == "ป.ป.ช. แก้ไขผลการประเมิน"


@pytest.mark.parametrize("reason", ["", "  \n", "\u200b"])
def test_a_year_is_not_opened_again_without_a_reason(reason: str, anong: Somebody) -> None:
    cycle = closed(anong)
    with pytest.raises(Refusal, match="The reason is missing"):
        reopen_year(cycle=cycle, reason=reason, by=anong.actor)
    cycle.refresh_from_db()
    assert cycle.closed_at is not None


def test_a_year_that_is_open_is_not_opened_again(anong: Somebody) -> None:
    with pytest.raises(Refusal, match="The year 2567 is not closed"):
        reopen_year(cycle=a_year(anong, 2567), reason="ผิดปี", by=anong.actor)


def test_who_looks_on_closes_no_year_and_opens_none_again(
    anong: Somebody, boonmee: Somebody
) -> None:
    with pytest.raises(NotAllowed):
        close_year(cycle=a_year(anong, 2566), by=boonmee.actor)
    with pytest.raises(NotAllowed):
        reopen_year(cycle=closed(anong), reason="ขอเปิด", by=boonmee.actor)
