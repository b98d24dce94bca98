"""Sentences for people: English templates and their values, kept apart to be translated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """A name in Thai and in English."""

    th: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the name in `th` or `en`."""
        return self.th if language == "th" else self.en


@dataclass(frozen=True, slots=True)
class Sentence:
    """Carry one sentence: `template` is the English text with %(name)s places, `params` its values.

    A value may be a Sentence itself, a name, or a tuple of them; all are written in the reader's
    language.
    """

    template: str
    params: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return write(self, {})


def say(template: str, **params: object) -> Sentence:
    """Make a Sentence.

    The guard tests collect the templates of every call and ask for their Thai.
    """
    return Sentence(template, tuple(params.items()))


def write(text: Sentence | str, catalogue: Mapping[str, str]) -> str:
    """Write a sentence with the templates of `catalogue` (English template -> translated template).

    A plain string is written as it stands: it is a name, a code or an official word, the same in
    every language.
    """
    if isinstance(text, str):
        return text
    template = catalogue.get(text.template, text.template)
    return template % {name: _written(value, catalogue) for name, value in text.params}


def language_of(catalogue: Mapping[str, str]) -> str:
    """Return the language that a catalogue translates to, `th` or `en`."""
    return write(say("en"), catalogue)


def _written(value: object, catalogue: Mapping[str, str]) -> str:
    if isinstance(value, Sentence):
        return write(value, catalogue)
    if isinstance(value, Names):
        return value.in_language(language_of(catalogue))
    if isinstance(value, tuple):
        return ", ".join(_written(part, catalogue) for part in value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)
