"""Readings of up to 8 MB, as YAML and JSON, made to harm who reads them; how each must end."""

from __future__ import annotations

from collections.abc import Callable

_MOST = 7_900_000

_WHOLE = "Expected a whole number"
_REFERENCES = "References with"
_DEEP = "levels deep"
_NO_JSON = "no JSON"
_UNKNOWN = "not known here"
READ = ""


def _yaml(text: str) -> Callable[[], bytes]:
    return lambda: f"prongsai_reading: 1\n{text}".encode()


def _json(text: str) -> Callable[[], bytes]:
    return lambda: f'{{"prongsai_reading": 1, {text}}}'.encode()


def _fields(pattern: str) -> str:
    return "".join(pattern.format(number) for number in range(600_000))


READINGS: dict[str, tuple[Callable[[], bytes], str]] = {
    "YAML: aliases of aliases": (_yaml("a: &a [1, 1]\nb: &b [*a, *a]\nc: [*b, *b]"), _REFERENCES),
    "YAML: lists in lists": (_yaml("names: " + "[" * _MOST), _DEEP),
    "YAML: fields in fields": (_yaml("{a: " * (_MOST // 4)), "cannot be read as YAML"),
    "YAML: a number of 8 MB": (_yaml(f"unread: [{'9' * _MOST}]"), _WHOLE),
    "YAML: four million numbers": (_yaml(f"unread: [{'1,' * (_MOST // 2)}1]"), READ),
    "YAML: a text of 8 MB": (_yaml("kind: " + "ก" * (_MOST // 3)), READ),
    "YAML: many fields": (lambda: _yaml(_fields("k{}: 1\n"))(), _UNKNOWN),
    "YAML: empty lists": (_yaml(f"weak: [{'[],' * (_MOST // 5)}]"), "Expected fields"),
    "YAML: many passages": (
        _yaml("passages:\n" + '- text: ""\n  place: {page: 1}\n' * 240_000),
        READ,
    ),
    "JSON: lists in lists": (_json('"weak": ' + "[" * _MOST), _NO_JSON),
    "JSON: a number of 8 MB": (_json(f'"unread": [{"9" * _MOST}]'), _NO_JSON),
    "JSON: empty fields": (_json(f'"weak": [{"{}," * (_MOST // 3)}{{}}]'), "field is missing"),
    "JSON: many fields": (lambda: _json(_fields('"{}":0,') + '"a":0')(), _UNKNOWN),
    "JSON: many passages": (
        _json('"passages": [' + '{"text":"","place":{}},' * 320_000 + '{"text":"","place":{}}]'),
        READ,
    ),
    "spaces before nothing": (lambda: b" " * _MOST, "The text has"),
}
