"""Every endpoint answers as docs/openapi.json says, to what it allows and to much that it does not.

The server is called in-process.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from prongsai.api.description import as_text
from prongsai.stages.cycles.models import Cycle
from tests.factories.people import Somebody
from tests.factories.tokens import a_word

pytestmark = pytest.mark.django_db

FILE = Path(__file__).parents[2] / "docs" / "openapi.json"
# What is well formed may still be no code of the framework, or not what was seen last.
MAY_BE_REFUSED = {"add_results", "get_scorecard"}
Case = schemathesis.Case[Any]
few = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def described(*modes: GenerationMode) -> Any:
    """Read the description; what is sent is as it says (positive), or not (negative)."""
    found = schemathesis.openapi.from_dict(json.loads(FILE.read_text("utf-8")))
    found.app = get_wsgi_application()
    found.config.generation.update(modes=list(modes))
    return found


@pytest.fixture
def headers(anong: Somebody) -> dict[str, str]:
    return {"Authorization": f"Bearer {a_word(anong)}"}


def is_answered_as_described(case: Case, headers: dict[str, str]) -> None:
    name = case.operation.definition.raw["operationId"]
    left_out: list[Any] = [positive_data_acceptance] if name in MAY_BE_REFUSED else []
    case.call_and_validate(headers=headers, excluded_checks=left_out)


def test_the_description_is_current() -> None:
    assert FILE.read_text("utf-8") == as_text(), "run: python tools/openapi.py"


@described(GenerationMode.POSITIVE, GenerationMode.NEGATIVE).parametrize()  # type: ignore[untyped-decorator]
@few
def test_whatever_is_sent_is_answered_as_described(case: Case, headers: dict[str, str]) -> None:
    is_answered_as_described(case, headers)


@described(GenerationMode.POSITIVE).include(path_regex="{key}").parametrize()  # type: ignore[untyped-decorator]
@few
def test_whatever_is_asked_of_what_is_there_is_answered_as_described(
    case: Case, headers: dict[str, str], cycle: Cycle
) -> None:
    case.path_parameters["key"] = "nacc-2567" if "editions" in case.path else str(cycle.uuid)
    if case.method == "POST":
        case.headers["If-Match"] = '"1"'
    is_answered_as_described(case, headers)
