"""What was changed, in words: the record keeps keys and names of fields, people read labels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import inf

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.scopes import Scope
from prongsai.web.templatetags.thai import day, moment

# Fields whose tables give them no label that people know.
_LABELS = {
    "roles": _("Roles"),
    "role": _("What the post may do"),
    "unit": _("Unit"),
    "parent": _("Stands below"),
    "starts_on": _("First day"),
    "ends_on": _("Last day"),
    "owner": _("Owner"),
}
# Fields that hold keys, one or several, each of which people know by its label.
_KEYS: Mapping[str, type[models.TextChoices]] = {"role": Role, "roles": Role, "scopes": Scope}


@dataclass(frozen=True, slots=True)
class Change:
    """A field with its value before and after, as people read them."""

    label: str
    before: str
    after: str


def in_words(kind: str, changes: Mapping[str, tuple[object, object]]) -> Iterator[Change]:
    """Yield the changes of an event; a field that no table has is named as it was recorded."""
    table = kind.partition(".")[0]
    fields = {name: _field(table, name) for name in changes}
    # PostgreSQL keeps no order of the names: that of the table's fields is the same everywhere.
    for name in sorted(changes, key=lambda each: (_place(fields[each]), each)):
        field, (before, after) = fields[name], changes[name]
        label = _LABELS.get(name) or (field.verbose_name if field else name)
        yield Change(str(label), _value(name, field, before), _value(name, field, after))


def _place(field: models.Field[object, object] | None) -> float:
    return inf if field is None else field.creation_counter


def _field(table: str, name: str) -> models.Field[object, object] | None:
    for model in apps.get_models():
        if model._meta.model_name == table:  # noqa: SLF001 -- Django's public name
            try:
                found = model._meta.get_field(name)  # noqa: SLF001 -- the same
            except FieldDoesNotExist:
                return None
            return found if isinstance(found, models.Field) else None
    return None


def _value(name: str, field: models.Field[object, object] | None, value: object) -> str:
    if value is None or value == "":
        return "–"
    if name in _KEYS:
        labels: dict[object, object] = {each.value: each.label for each in _KEYS[name]}
        return ", ".join(_label(labels, key) for key in str(value).split(", "))
    if field is not None and field.choices:
        return _label(dict(field.flatchoices), str(value))
    if isinstance(field, models.DateTimeField):
        return moment(datetime.fromisoformat(str(value)))
    if isinstance(field, models.DateField):
        return day(date.fromisoformat(str(value)))
    return str(value)


def _label(labels: Mapping[object, object], key: str) -> str:
    return str(labels.get(key, key))  # a key of an older version stands as it was
