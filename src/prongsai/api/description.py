"""The description of the API (OpenAPI 3.1): docs/openapi.json, written by tools/openapi.py."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import override

from prongsai.api.gate import SAYS_SCOPE
from prongsai.api.problems import MEDIA_TYPE, TITLES
from prongsai.api.requests import PREFIX
from prongsai.api.shapes import Problem
from prongsai.api.urls import api

_ALWAYS = (401, 403, 422, 429, 500, 503)
_OF_A_KEY = (404,)
_OF_A_READ = (412,)  # If-Match of what is not there any more
_OF_A_WRITE = (400, 409, 412, 413, 415, 428)
_NEEDED = {"If-Match"}  # without it there is an answer of its own: 428
_MARK = {
    "ETag": {
        "description": "the mark of what is answered; of results, their number",
        "schema": {"type": "string"},
    }
}
_WHERE = {
    "Location": {
        "description": "where what was saved stays",
        "schema": {"type": "string"},
    }
}
_LANGUAGE = {
    "in": "header",
    "name": "Accept-Language",
    "description": "th or en, for sentences; th if nothing is said",
    "required": False,
    "schema": {"type": "string"},
}
_KEPT = {
    "in": "header",
    "name": "If-None-Match",
    "description": "the ETag of what the program has: 304 where it is the same",
    "required": False,
    "schema": {"type": "string"},
}


def description() -> dict[str, Any]:
    """Return the whole description, with what is the same everywhere."""
    with override("en"):
        return _description()


def _description() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix=PREFIX)))
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    told["components"]["schemas"] |= {**problem.pop("$defs"), "Problem": problem}
    for path, method, operation in _operations(told):
        operation["operationId"] = operation["operationId"].rpartition(f"{operation['tags'][0]}_")[
            2
        ]
        operation["security"] = [{"Token": [operation.pop(SAYS_SCOPE)]}]
        operation["parameters"] = [*map(_parameter, operation["parameters"]), _LANGUAGE]
        responses = operation["responses"]
        for each in responses.values():
            each["headers"] = {**_MARK}
        statuses = [*_ALWAYS, *(_OF_A_KEY if "{key}" in path else ())]
        if method == "get":
            operation["parameters"].append(_KEPT)
            statuses += _OF_A_READ
            responses["304"] = {"description": "Not Modified", "headers": _MARK}
        else:
            statuses += _OF_A_WRITE
            responses["201"]["headers"] |= _WHERE
        responses.update({str(status): _problem(status) for status in statuses})
        operation["responses"] = dict(sorted(responses.items()))
    return told


def as_text() -> str:
    """Return the description as it is committed."""
    return json.dumps(description(), ensure_ascii=False, indent=2) + "\n"


def _operations(told: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def _parameter(told: dict[str, Any]) -> dict[str, Any]:
    """Say that a parameter may be left out, where ninja says that it may be null."""
    schema = told["schema"]
    for each in schema.pop("anyOf", ()):
        schema.update({} if each == {"type": "null"} else each)
    return {**told, "required": told["required"] or told["name"] in _NEEDED}


def _problem(status: int) -> dict[str, Any]:
    told: dict[str, Any] = {
        "description": str(TITLES[status]),
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    if status == 401:
        told["headers"] = {"WWW-Authenticate": {"schema": {"type": "string"}}}
    if status == 429:
        told["headers"] = {"Retry-After": {"schema": {"type": "integer"}}}
    return told
