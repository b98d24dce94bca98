"""Texts in forms that somebody has to be able to read."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.thai.text import normalise


class LongText(forms.CharField):
    """A text of several lines; the end of a line is one sign, as browsers count it."""

    def to_python(self, value: Any) -> Any:
        """Return the text with its lines as they are counted: forms are sent with two signs."""
        return (super().to_python(value) or "").replace("\r\n", "\n")


class SeenText(forms.CharField):
    """A text with at least one letter that can be seen: signs without width are none."""

    def clean(self, value: Any) -> Any:
        """Return the text as it was written. Raises ValidationError where nobody can see it."""
        text = super().clean(value)
        if text and not normalise(text).strip():
            raise forms.ValidationError(
                _("Nothing of this can be seen. Write it with letters or figures.")
            )
        return text
