"""The words of the interface: English templates and their Thai, from data/texts/interface.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("th", "en")
_TEXTS = Path(__file__).parents[1] / "data" / "texts"


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return English template -> template in `language` (th or en); English needs none."""
    if language == "en":
        return {}
    return dict(_read("interface.yaml"))


def examples(command: str) -> tuple[str, ...]:
    """Return the example lines of a command."""
    return tuple(_read("examples.yaml")[command])


def official_texts(kind: str) -> Mapping[str, str | list[str]]:
    """Return the official words of a kind of document, by their keys."""
    return dict(_read(f"{kind}.yaml"))


def agency_template() -> str:
    """Return the file in which an agency says who it is, to be filled in."""
    return (_TEXTS / "agency-file.yaml").read_text(encoding="utf-8")


def _read(name: str) -> dict[str, Any]:
    text = (_TEXTS / name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded
