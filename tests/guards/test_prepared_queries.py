"""Every query that is written once: what it answers is what the function below it would."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from inspect import signature
from typing import Any, get_type_hints
from unittest.mock import patch
from uuid import UUID

import pytest
from django.urls import get_resolver
from django.utils import timezone, translation

from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.notices.kinds import JOB_FAILED
from prongsai.foundation.notices.services import tell
from tests.factories.deadlines import deadline
from tests.factories.people import Somebody, an_agency, somebody
from tests.factories.plans import a_measure
from tests.factories.prepared_queries import Query, plainly, prepared_queries
from tests.factories.years import FULL, a_year, results

get_resolver().url_patterns  # noqa: B018 -- reading it loads every page, and what it asks
ALL = {
    f"{module.__name__}.{name}": query
    for module, name, query in prepared_queries()
    if query.__module__ == module.__name__
}


def values_for(query: Query, who: Somebody) -> dict[str, Any]:
    """Return values that a query takes: ids of what is there, wide spans of days and years."""
    here = {"first": 2500, "last": 2600, "until": date(2100, 1, 1), "key": "k"}
    ids = {"person": who.person.pk, "pk": who.person.pk, "membership": who.membership.pk}
    by_kind = {int: 1, str: "x", date: timezone.localdate(), datetime: timezone.now()}
    kinds = get_type_hints(query.__wrapped__)  # type: ignore[attr-defined]
    return {
        name: {**here, **ids}.get(name, by_kind.get(kinds[name]))
        if kinds[name] is not UUID
        else UUID(int=0)
        for name in signature(query).parameters
    }


@pytest.fixture
def anong() -> Somebody:
    """Works in an agency that has something of everything that is asked for."""
    anong = somebody(an_agency("อบต.หนึ่ง"), "anong", Role.ADMINISTRATOR)
    results(anong, a_year(anong), FULL)
    a_measure(anong, 2567)
    deadline(anong, timezone.localdate())
    with scope.agency(anong.agency.pk):
        tell(people=[anong.person.pk], kind=JOB_FAILED, key="1", title="x")
    return anong


def shown(found: Any) -> list[str]:
    """Return rows as they are compared: with all that stands in each."""
    rows = found if isinstance(found, list) else [] if found is None else [found]
    return [repr({**vars(row), "_state": 0} if hasattr(row, "_state") else row) for row in rows]


def test_there_are_such_queries() -> None:
    assert len(ALL) > 15


@pytest.mark.django_db
@pytest.mark.parametrize("name", ALL)
def test_a_prepared_query_answers_as_the_function_below_it(name: str, anong: Somebody) -> None:
    query = ALL[name]
    given = values_for(query, anong)
    later = timezone.now() + timedelta(days=400)
    with scope.agency(anong.agency.pk):
        first = query(**given)
        plain = plainly(query)(**given)
        with (
            translation.override("th"),
            patch.object(timezone, "now", lambda: later),
            patch.object(timezone, "localdate", lambda *_: later.date()),
        ):
            # Nothing from elsewhere stands in it: the same at another time, in another language.
            then = plainly(query)(**given)
    assert shown(first) == shown(plain) == shown(then)
