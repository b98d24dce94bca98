"""A refusal of the core, shown on the form that asked for it, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django import forms
from django.utils.translation import get_language

from prongsai.core.errors import Refusal
from prongsai.formats.interface import catalogue


@contextmanager
def refusals_on(form: forms.BaseForm) -> Iterator[None]:
    """Put a Refusal on the form as an error of the whole."""
    try:
        yield
    except Refusal as refusal:
        form.add_error(None, told(refusal))


def told(refusal: Refusal) -> str:
    """Write a refusal in the language of the page."""
    return refusal.written(words())


def words() -> Mapping[str, str]:
    """Return the words of the core in the language of the page."""
    return catalogue(language())


def language() -> str:
    """Return the language of the page, `th` or `en`."""
    return "en" if get_language() == "en" else "th"
