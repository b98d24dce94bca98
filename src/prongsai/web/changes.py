"""What was changed, in words: the record keeps keys and names of fields, people read labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from prongsai.core.measures.months import ENGLISH_MONTHS
from prongsai.core.thai.calendar import MONTHS
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.accounts.scopes import Scope
from prongsai.foundation.notices.kinds import BY_MAIL
from prongsai.foundation.notices.kinds import KINDS as NOTICES
from prongsai.stages.cycles.models import SourceKind
from prongsai.web.templatetags.thai import day, moment

if TYPE_CHECKING:
    Field = models.Field[object, object]
else:
    Field = models.Field  # Django's fields take no parameter while they run

# Fields whose tables give them no label that people know, or that stand in none.
_LABELS = {
    "roles": _("Roles"),
    "role": _("What the post may do"),
    "unit": _("Unit"),
    "parent": _("Stands below"),
    "starts_on": _("First day"),
    "ends_on": _("Last day"),
    "due_on": _("Due on"),
    "edition": _("Framework"),
    "announced": _("Announced results, number"),
    "number": _("Results, number"),
    "source": _("Where they come from"),
    "sha256": _("Fingerprint (SHA-256) of what is kept"),
    "original_sha256": _("Fingerprint (SHA-256) of what was handed in"),
    "is_off": _("On that day"),
    "scopes": _("What a program may do with it"),
    "expires_at": _("Works until"),
    "switched_off": _("Notices that are not wanted"),
    "owner": _("Owner"),
    "support": _("Supporting units"),
    "carried_from": _("Carried on from"),
}
_EDITION = re.compile(r"\S*?([0-9]{4})\S* ([0-9a-f]{12})")


class Change(NamedTuple):
    """A field with its value before and after, as people read them."""

    label: str
    before: str
    after: str


def in_words(kind: str, changes: Mapping[str, tuple[object, object]]) -> Iterator[Change]:
    """Yield the changes of an event; a field that no table has is named as it was recorded."""
    if kind in _NAMED_BY_PEOPLE:
        yield from _NAMED_BY_PEOPLE[kind](changes)
        return
    table = kind.partition(".")[0]
    fields = {name: _field(table, name) for name in changes}
    # PostgreSQL keeps no order of the names: that of the table's fields is the same everywhere.
    for name in sorted(changes, key=lambda each: (_place(fields[each]), each)):
        field, (before, after) = fields[name], changes[name]
        label = _LABELS.get(name) or (field.verbose_name if field else name)
        yield Change(str(label), _value(name, field, before), _value(name, field, after))


def with_day(name: str) -> str:
    """Write a name that ends with a day as the record has it, with the day as people read it."""
    title, _space, last = name.rpartition(" ")
    return f"{title} {_day(last)}".strip()


def _dates(changes: Mapping[str, tuple[object, object]]) -> Iterator[Change]:
    """Yield the dates of a year, each by its title, with its days as the record has them."""
    for title, (before, after) in sorted(changes.items()):
        yield Change(title, _span(before), _span(after))


def _charges(changes: Mapping[str, tuple[object, object]]) -> Iterator[Change]:
    for what, (before, after) in sorted(changes.items()):
        label = gettext("Who is in charge of %(what)s") % {"what": what}
        yield Change(label, _plain(before), _plain(after))


# The record names these changes by a title or a code, which may be spelled as a field is.
_NAMED_BY_PEOPLE: Mapping[
    str, Callable[[Mapping[str, tuple[object, object]]], Iterator[Change]]
] = {
    "year.date_set": _dates,
    "year.date_removed": _dates,
    "year.charge_set": _charges,
}


def _place(field: Field | None) -> float:
    return inf if field is None else field.creation_counter


def _field(table: str, name: str) -> Field | None:
    for model in apps.get_models():
        if model._meta.model_name == table:  # noqa: SLF001 -- Django's public name
            try:
                found = model._meta.get_field(name)  # noqa: SLF001 -- the same
            except FieldDoesNotExist:
                return None
            return found if isinstance(found, models.Field) else None
    return None


def _value(name: str, field: Field | None, value: object) -> str:
    if value is None or value == "":
        return "–"
    if name in _VALUES:
        return _VALUES[name](str(value))
    if field is not None and field.choices:
        return _label(dict(field.flatchoices), str(value))
    if isinstance(field, models.DateTimeField):
        return _moment(str(value))
    if isinstance(field, models.DateField):
        return _day(str(value))
    return str(value)


def _labels(labels: Mapping[str, object]) -> Callable[[str], str]:
    """Return what writes keys with commas between them as people call them."""
    return lambda text: ", ".join(_label(labels, key) for key in text.split(", "))


def _label(labels: Mapping[str, object], key: str) -> str:
    return str(labels.get(key, key))  # a key of an older version stands as it was


def _notices(text: str) -> str:
    names = {key: gettext(kind.name) for key, kind in NOTICES.items()}
    return _labels({**names, BY_MAIL: gettext("by an e-mail a day")})(text)


def _edition(text: str) -> str:
    found = _EDITION.fullmatch(text)
    if found is None:
        return text
    told = {"year": found[1], "version": found[2]}
    return gettext("of %(year)s (version %(version)s…)") % told


def _off(text: str) -> str:
    closed = text == str(True)
    return gettext("the agency is closed") if closed else gettext("the agency works after all")


def _span(value: object) -> str:
    first, _slash, last = str(value or "").partition("/")
    if not last:
        return _plain(value)
    days = (_day(first),) if first == last else (_day(first), _day(last))
    return " – ".join(days)


def _month(text: str) -> str:
    """Write a month of a measure as people call it."""
    names = MONTHS if get_language() == "th" else ENGLISH_MONTHS
    return names[int(text) - 1]


def _day(text: str) -> str:
    try:
        return day(date.fromisoformat(text))
    except ValueError:  # of an older version
        return text


def _moment(text: str) -> str:
    try:
        return moment(datetime.fromisoformat(text))
    except ValueError:
        return text


def _plain(value: object) -> str:
    return "–" if value is None or value == "" else str(value)


_VALUES: Mapping[str, Callable[[str], str]] = {
    "role": _labels(dict(Role.choices)),
    "roles": _labels(dict(Role.choices)),
    "scopes": _labels(dict(Scope.choices)),
    "source": _labels(dict(SourceKind.choices)),
    "switched_off": _notices,
    "edition": _edition,
    "is_off": _off,
    "due_on": _day,
    "expires_at": _moment,
    "first_month": _month,
    "last_month": _month,
}
