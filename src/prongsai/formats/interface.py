"""The words of the interface: English templates and their Thai, from data/texts/interface/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("th", "en")
_TEXTS = Path(__file__).parents[1] / "data" / "texts"


class _Thai(Mapping[str, str]):
    """The Thai of every sentence. A score needs those of base.yaml only, and waits for no other."""

    def __init__(self) -> None:
        self._base = _read("interface/base.yaml")

    @cached_property
    def _all(self) -> dict[str, str]:
        files = sorted((_TEXTS / "interface").glob("*.yaml"))
        return {key: text for path in files for key, text in _read(path.name, path.parent).items()}

    def __getitem__(self, template: str) -> str:
        return self._base.get(template) or self._all[template]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return English template -> template in `language` (th or en); English needs none."""
    return {} if language == "en" else _Thai()


def examples(command: str) -> tuple[str, ...]:
    """Return the example lines of a command."""
    return tuple(_read("examples.yaml")[command])


def official_texts(kind: str | None = None) -> Mapping[str, str | list[str]]:
    """Return the official words common to all documents, and those of a kind, by their keys.

    A layout brings its own words, and is no such kind.
    """
    own = {} if kind is None else _read(f"{kind}.yaml")
    return {**_read("common.yaml"), **_read("fields.yaml"), **own}


def agency_template() -> str:
    """Return the file in which an agency says who it is, to be filled in."""
    return (_TEXTS / "agency-file.yaml").read_text(encoding="utf-8")


def _read(name: str, folder: Path = _TEXTS) -> dict[str, Any]:
    text = (folder / name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded
