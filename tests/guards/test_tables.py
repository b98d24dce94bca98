from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import Model

from prongsai.foundation.agencies.owned import AgencyOwned

ORDER = ("audit", "agencies", "accounts", "files", "jobs", "notices", "cycles", "improvement")
OF_ALL_AGENCIES = {
    "audit.AuditEvent", "audit.AuditHead", "agencies.Agency", "accounts.Person",
    "notices.CalendarLink",  # a person's, who may work in several agencies
    "accounts.PasswordLink",  # the same
    "cycles.EditionVersion",  # the framework of a year, the same for all who are measured by it
}  # fmt: skip
SETS = ("internal", "personal", "public", "secret")


def tables() -> Iterator[type[Model]]:
    for app in ORDER:
        yield from apps.get_app_config(app).get_models()


def test_every_table_is_an_agencys_or_is_listed() -> None:
    free = {table._meta.label for table in tables() if not issubclass(table, AgencyOwned)}
    assert free == OF_ALL_AGENCIES


def test_every_field_is_classified_once() -> None:
    for table in tables():
        named = [field for name in SETS for field in getattr(vars(table)["Data"], name, ())]
        assert sorted(named) == sorted(field.name for field in table._meta.concrete_fields)


def test_foreign_keys_point_to_earlier_rooms() -> None:
    late = [
        f"{table._meta.label}.{field.name}"
        for table in tables()
        for field in table._meta.concrete_fields
        if isinstance(field.related_model, type)
        and ORDER.index(field.related_model._meta.app_label) > ORDER.index(table._meta.app_label)
    ]
    assert late == []


def test_rows_reached_through_other_rows_go_through_the_wall() -> None:
    owned = [table for table in tables() if issubclass(table, AgencyOwned)]
    assert {table._meta.base_manager_name for table in owned} == {"objects"}


@pytest.mark.django_db
def test_steps_of_the_tables_are_named_by_hand_and_complete() -> None:
    names = [
        path.stem
        for app in ORDER
        for path in Path(apps.get_app_config(app).path, "migrations").glob("[0-9]*.py")
    ]
    assert [name for name in names if not re.fullmatch(r"\d{4}_[a-z_]+", name)] == []
    assert [name for name in names if "auto" in name] == []
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
