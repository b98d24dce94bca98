"""All that an agency has in the database, to compare before and after."""

from __future__ import annotations

from django.apps import apps
from django.db.models import Model

from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency
from prongsai.foundation.agencies.owned import AgencyOwned
from prongsai.foundation.audit.models import AuditEvent, AuditHead

Rows = dict[str, list[dict[str, object]]]


def everything_of(agency: Agency) -> Rows:
    """Return every row of an agency: its own, those of its tables, its people and its record."""
    with scope.agency(agency.pk):
        people = list(Membership.objects.values_list("person_id", flat=True).order_by("id"))
        asked: dict[type[Model], dict[str, object]] = {
            **{table: {} for table in apps.get_models() if issubclass(table, AgencyOwned)},
            Agency: {"pk": agency.pk},
            Person: {"pk__in": people},
            AuditEvent: {"chain": agency.pk},
            AuditHead: {"chain": agency.pk},
        }
        return {
            table._meta.label: list(table._default_manager.filter(**which).order_by("pk").values())
            for table, which in asked.items()
        }
