"""Forms of the evidence."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.foundation.files.services import Described
from prongsai.web.day_fields import DayField
from prongsai.web.text_fields import SeenText


class FileForm(forms.Form):
    """A file to hand in."""

    file = forms.FileField(label=_("File"), allow_empty_file=True)
    title = SeenText(label=_("What it shows"), max_length=300, required=False)
    event_on = DayField(label=_("Day of the event"))
    document_on = DayField(label=_("Date of the document"))

    def described(self) -> Described:
        """Return what was said of the file."""
        data = self.cleaned_data
        return Described(
            title=data["title"], event_on=data["event_on"], document_on=data["document_on"]
        )


class RemovalForm(forms.Form):
    """Why a file is removed."""

    reason = SeenText(label=_("Reason of the removal"), max_length=300)
