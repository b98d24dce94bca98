from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from prongsai.foundation.audit.chain import Fault
from prongsai.foundation.audit.models import AuditEvent
from prongsai.foundation.audit.selectors import events_of, faults_in_all_chains
from prongsai.foundation.audit.services import Program, Subject, Told, forget, record, record_all

pytestmark = pytest.mark.django_db

BY = Program("tests")
UNIT = Subject("unit", "u-1", "กองคลัง")


def told(count: int, *, chain: int = 7) -> None:
    for number in range(count):
        changes = {"name": (f"เดิม {number}", None)}
        record("unit.changed", chain=chain, subject=UNIT, by=BY, changes=changes, reason="ทดสอบ")


def test_an_event_tells_who_did_what_to_what_and_why() -> None:
    told(1)
    (event,) = events_of(7)
    assert (event.chain, event.number, event.kind) == (7, 1, "unit.changed")
    assert (event.subject_kind, event.subject_key, event.author_key) == ("unit", "u-1", "tests")
    assert event.details == {
        "by": "tests",
        "subject": "กองคลัง",
        "changes": {"name": ["เดิม 0", None]},
        "reason": "ทดสอบ",
    }


def test_each_agency_has_a_chain_of_its_own_and_all_of_them_hold() -> None:
    told(3)
    told(2, chain=8)
    assert [event.number for event in events_of(7)] == [3, 2, 1]
    assert [event.number for event in events_of(8)] == [2, 1]
    assert [*faults_in_all_chains()] == []


def test_many_events_at_once_go_on_where_each_chain_stands() -> None:
    told(2)
    events = [Told(kind="unit.changed", chain=chain, subject=UNIT) for chain in (8, 7, 7)]
    record_all(events, by=BY)
    assert [event.number for event in events_of(7)] == [4, 3, 2, 1]
    assert [(event.number, event.author_key) for event in events_of(8)] == [(1, "tests")]
    assert [*faults_in_all_chains()] == []


def test_an_unknown_kind_is_refused_and_nothing_is_written() -> None:
    with pytest.raises(KeyError):
        record("unit.vanished", chain=7, subject=UNIT, by=BY)
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("kind", ["unit.closed"])
def test_the_database_refuses_to_change_an_event(kind: str) -> None:
    told(1)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        AuditEvent.objects.update(kind=kind)
    assert events_of(7).get().kind == "unit.changed"


def test_the_database_refuses_to_delete_an_event() -> None:
    told(1)
    with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
        AuditEvent.objects.all().delete()
    assert events_of(7).count() == 1


def test_who_is_forgotten_is_named_no_more_and_the_chain_holds() -> None:
    told(2)
    assert forget(key="u-1") == 2
    assert [event.details for event in events_of(7)] == [None, None]
    assert [*faults_in_all_chains()] == []


def test_a_change_behind_the_back_of_the_program_is_found() -> None:
    told(3)
    _without_triggers("UPDATE audit_auditevent SET author_key = 'other' WHERE number = 2")
    assert [*faults_in_all_chains()] == [Fault(7, 2, "changed")]


def test_a_row_removed_behind_the_back_of_the_program_is_found() -> None:
    told(3)
    _without_triggers("DELETE FROM audit_auditevent WHERE number = 3")
    assert [*faults_in_all_chains()] == [Fault(7, 3, "missing")]


def _without_triggers(sql: str) -> None:
    postgres = connection.vendor == "postgresql"
    names = ("audit_append_only",) if postgres else ("audit_never_deleted", "audit_only_forgotten")
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP TRIGGER {name}{' ON audit_auditevent' if postgres else ''}")
        cursor.execute(sql)
