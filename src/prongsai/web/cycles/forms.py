"""Forms of a year: they check what was written, and save nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.core.editions.model import Edition
from prongsai.foundation.accounts.models import Membership
from prongsai.foundation.accounts.selectors import members
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.agencies.selectors import unit_tree
from prongsai.stages.cycles.models import Charge, Cycle, CycleDate
from prongsai.stages.cycles.selectors import years
from prongsai.stages.cycles.services.set_up import state_of
from prongsai.web.cycles.shown import in_words
from prongsai.web.day_fields import DayField
from prongsai.web.text_fields import SeenText

if TYPE_CHECKING:
    OfMembers = forms.ModelChoiceField[Membership]
    OfYears = forms.ModelChoiceField[Cycle]
else:
    # Django's forms take no parameter while they run.
    OfMembers = OfYears = forms.ModelChoiceField

_UNIT = "unit:"


class YearChoice(OfYears):
    """A year of the agency."""

    def label_from_instance(self, obj: Cycle) -> str:
        """Return the fiscal year."""
        return str(obj.fiscal_year)


class YearForm(forms.Form):
    """A year to open."""

    fiscal_year = forms.IntegerField(
        label=gettext_lazy("Fiscal year (B.E.)"),
        min_value=1,
        max_value=9_999,
        widget=forms.Select,
    )
    like = YearChoice(
        label=gettext_lazy("Take over who is in charge, the dates and the open measures from"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("(none)"),
        to_field_name="uuid",
    )

    def __init__(self, *args: Any, offered: Iterable[int], **kwargs: Any) -> None:
        """Offer the years that can be opened, and the years that are open."""
        super().__init__(*args, **kwargs)
        # What is sent for another year all the same is told why it cannot be opened.
        self.fields["fiscal_year"].widget.choices = [(year, year) for year in offered]
        self.fields["like"].queryset = years()  # type: ignore[attr-defined]


class FileForm(forms.Form):
    """A file with results."""

    file = forms.FileField(label=gettext_lazy("File"), allow_empty_file=True)


class ReasonForm(forms.Form):
    """Why a closed year is opened again."""

    reason = SeenText(label=gettext_lazy("Reason"), max_length=300)


class DateForm(forms.Form):
    """A date of the year."""

    title = SeenText(label=gettext_lazy("What happens"), max_length=200)
    starts_on = DayField(label=gettext_lazy("From"))
    ends_on = DayField(label=gettext_lazy("To"))
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    @classmethod
    def of(cls, row: CycleDate, data: Mapping[str, str] | None = None) -> DateForm:
        """Make the form of a date that is there."""
        days = {"starts_on": row.starts_on, "ends_on": row.ends_on}
        first = {"title": row.title, "seen": state_of(row), **days}
        form = cls(data, initial=first, auto_id=f"{row.uuid}-%s")
        form.fields["title"].widget = forms.HiddenInput()
        return form


class MemberChoice(OfMembers):
    """Somebody who works here."""

    def label_from_instance(self, obj: Membership) -> str:
        """Return the name and the position."""
        return f"{obj.person.name} ({obj.position})" if obj.position else obj.person.name


class ChargeForm(forms.Form):
    """Who is in charge of what."""

    what = forms.ChoiceField(label=gettext_lazy("Of what"))
    who = MemberChoice(
        label=gettext_lazy("Who"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("(nobody)"),
        to_field_name="uuid",
    )
    seen = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, choices: Sequence[Any], **kwargs: Any) -> None:
        """Offer what somebody can be in charge of, and who works here."""
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = choices  # type: ignore[attr-defined]
        self.fields["who"].queryset = members(timezone.localdate())  # type: ignore[attr-defined]

    @classmethod
    def of(cls, charge: Charge, choices: Sequence[Any]) -> ChargeForm:
        """Make the form of a charge that is there."""
        key = charge.membership.uuid
        first = {"what": named(charge), "who": key, "seen": key}
        form = cls(initial=first, choices=choices, auto_id=f"charge-{charge.pk}-%s")
        form.fields["what"].widget = forms.HiddenInput()
        return form

    def clean(self) -> dict[str, Any]:
        """Return what was given. Raises ValidationError where nobody is and nobody comes in."""
        given = self.cleaned_data
        if not (given.get("who") or given.get("seen") or "who" in self.errors):
            self.add_error("who", _("Choose who is in charge."))
        return given

    def what_is_meant(self) -> str | Unit:
        """Return the code or the unit."""
        what: str = self.cleaned_data["what"]
        if what.startswith(_UNIT):
            return Unit.objects.get(uuid=UUID(what.removeprefix(_UNIT)))
        return what

    def seen_in_charge(self) -> Membership | None:
        """Return who was in charge when the page was made."""
        return Membership.objects.filter(uuid=self.cleaned_data["seen"]).first()


def named(charge: Charge) -> str:
    """Return what a charge is of, as the form names it."""
    return f"{_UNIT}{charge.unit.uuid}" if charge.unit else charge.code


def charge_choices(edition: Edition) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return all that somebody can be in charge of, in groups."""
    indicators = edition.indicators.values()
    items = edition.items.values()
    groups = [
        (_("Instruments"), [(e.key, f"{e.key} {in_words(e.title)}") for e in edition.instruments]),
        (_("Indicators"), [(e.key, f"{e.key} {in_words(e.title)}") for e in indicators]),
        (
            _("Items"),
            [(e.code, f"{e.code} {in_words(e.topic) if e.topic else ''}") for e in items],
        ),
        (_("Units"), [(f"{_UNIT}{b.key}", b.name) for b in unit_tree()]),
    ]
    return [(title, choices) for title, choices in groups if choices]
