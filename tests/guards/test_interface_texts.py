"""Every sentence of the program has its Thai, in data/texts/interface/: template -> Thai."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from tests.guards.sources import DATA, place, python_files, tree

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
INTERFACE = DATA / "texts" / "interface"


def test_sentences_are_written_where_they_are_said() -> None:
    """A template that is computed could not be found here, nor by a translator."""
    assert [where for where, call in calls_of_say() if templates(call) is None] == []


def test_sentences_get_the_values_they_name() -> None:
    wrong = [
        f"{where}: {template}"
        for where, call in calls_of_say()
        for template in templates(call) or ()
        if not takes_a_mapping(call) and names(template) != {word.arg for word in call.keywords}
    ]
    assert wrong == []


def test_every_sentence_has_its_thai() -> None:
    missing = [(where, text) for text, where in said().items() if not thai().get(text)]
    assert missing == []


def test_every_thai_entry_is_used() -> None:
    assert [text for text in thai() if text not in said()] == []


def test_both_languages_name_the_same_values() -> None:
    assert [text for text, written in thai().items() if names(text) != names(written)] == []


def test_templates_have_no_other_percent_sign() -> None:
    """Writing a sentence is a `%` operation: a lone sign would stop it in front of the reader."""
    both = [*thai().keys(), *thai().values()]
    assert [text for text in both if "%" in PLACEHOLDER.sub("", text).replace("%%", "")] == []


def test_no_entry_stands_twice() -> None:
    """YAML keeps the last of two equal keys without a word, and so does the joining of files."""
    keys = [key for path in sorted(INTERFACE.glob("*.yaml")) for key in keys_of(path)]
    assert sorted(keys) == sorted(set(keys))


def keys_of(path: Path) -> list[str]:
    node = yaml.compose(path.read_text("utf-8"))
    assert isinstance(node, yaml.MappingNode)
    return [key.value for key, _ in node.value]


@cache
def thai() -> dict[str, str]:
    files = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(INTERFACE.glob("*.yaml"))]
    return {template: written for entries in files for template, written in entries.items()}


@cache
def said() -> dict[str, str]:
    """Map each template to one place that says it."""
    return {text: where for where, call in calls_of_say() for text in templates(call) or ()}


def calls_of_say() -> Iterator[tuple[str, ast.Call]]:
    for path in python_files("src/prongsai"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and "say" in {
                getattr(node.func, "id", None),
                getattr(node.func, "attr", None),
            }:
                yield place(path, node.lineno), node


def templates(call: ast.Call) -> list[str] | None:
    """Read the template of a call, or the two of a choice; None if it is not written there."""
    first: list[ast.expr] = call.args[:1]
    while any(isinstance(part, ast.IfExp) for part in first):
        first = [
            leaf
            for part in first
            for leaf in ([part.body, part.orelse] if isinstance(part, ast.IfExp) else [part])
        ]
    texts = [p.value for p in first if isinstance(p, ast.Constant) and isinstance(p.value, str)]
    return texts if texts and len(texts) == len(first) else None


def takes_a_mapping(call: ast.Call) -> bool:
    """Test if values come as `**values`: then their names are not to be seen in the call."""
    return any(word.arg is None for word in call.keywords)


def names(template: str) -> set[str | None]:
    return set(PLACEHOLDER.findall(template))
