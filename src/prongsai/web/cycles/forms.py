"""Forms of a year: they check what was written, and save nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.core.editions.model import TOTAL, Edition, Instrument
from prongsai.core.errors import Refusal
from prongsai.core.results import Key, ResultSheet, name_of, read_score
from prongsai.foundation.accounts.models import Membership
from prongsai.foundation.accounts.selectors import members
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.agencies.selectors import unit_tree
from prongsai.stages.cycles.models import Charge, Cycle, CycleDate
from prongsai.stages.cycles.selectors import years
from prongsai.stages.cycles.services import state_of
from prongsai.web.cycles.shown import in_words
from prongsai.web.day_fields import PickedDay
from prongsai.web.refusals import told
from prongsai.web.text_fields import SeenText

if TYPE_CHECKING:
    OfMembers = forms.ModelChoiceField[Membership]
    OfYears = forms.ModelChoiceField[Cycle]
else:
    # Django's forms take no parameter while they run.
    OfMembers = OfYears = forms.ModelChoiceField

_UNIT = "unit:"


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A line of the form: a code, what it is called, and a field under each heading."""

    code: str
    title: str
    fields: tuple[tuple[str, forms.BoundField], ...]
    is_sum: bool


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The lines of an instrument, under one heading for each part."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[ScoreRow, ...]


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
        label=gettext_lazy("Take over who is in charge from"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("(nobody)"),
        to_field_name="uuid",
    )

    def __init__(self, *args: Any, offered: Iterable[int], **kwargs: Any) -> None:
        """Offer the years that can be opened, and the years that are open."""
        super().__init__(*args, **kwargs)
        # What is sent for another year all the same is told why it cannot be opened.
        self.fields["fiscal_year"].widget.choices = [(year, year) for year in offered]
        self.fields["like"].queryset = years()  # type: ignore[attr-defined]


class ScoreField(forms.CharField):
    """A score from 0 to 100 as people write it, or nothing."""

    def __init__(self, **options: Any) -> None:
        """Ask for a number on a telephone."""
        widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(required=False, max_length=60, widget=widget, **options)

    def clean(self, value: Any) -> Any:
        """Return the score, or None where nothing was written. Raises ValidationError."""
        try:
            return read_score(super().clean(value))
        except Refusal as refusal:
            raise forms.ValidationError(told(refusal)) from refusal


class ScoresForm(forms.Form):
    """Scores of an edition's codes, as they stand now; an empty field is no value."""

    note = forms.CharField(label=gettext_lazy("Note"), max_length=500, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, keys: Sequence[Key], **kwargs: Any) -> None:
        """Ask for a score of each key."""
        super().__init__(*args, **kwargs)
        self._keys = keys
        for key in keys:
            self.fields[name_of(key)] = ScoreField(label=name_of(key))

    def changes(self) -> dict[Key, Decimal | None]:
        """Return what was written."""
        return {key: self.cleaned_data[name_of(key)] for key in self._keys}

    def tables(self, edition: Edition) -> list[ScoreTable]:
        """Return the fields, instrument after instrument, and the total at the end."""
        found = [self._table(each) for each in edition.instruments]
        if TOTAL in self.fields:
            total = ScoreRow(TOTAL, _("Total"), ((_("Score"), self[TOTAL]),), is_sum=True)
            found.append(ScoreTable(_("Total"), (_("Score"),), (total,)))
        return [table for table in found if table.rows]

    def _table(self, instrument: Instrument) -> ScoreTable:
        parts = (None, *(part.key for part in instrument.parts))
        headings = (_("Score"), *(in_words(part.title) for part in instrument.parts))
        rows = []
        for code, title in _codes(instrument):
            names = [name_of((code, part)) for part in parts]
            if names[0] in self.fields:
                fields = tuple(zip(headings, (self[name] for name in names), strict=True))
                rows.append(ScoreRow(code, title, fields, is_sum=code == instrument.key))
        return ScoreTable(f"{instrument.key} {in_words(instrument.title)}", headings, tuple(rows))


def _codes(instrument: Instrument) -> Iterable[tuple[str, str]]:
    for indicator in instrument.indicators:
        yield indicator.key, in_words(indicator.title)
        for item in indicator.items:
            yield item.code, in_words(item.topic) if item.topic else ""
    yield instrument.key, in_words(instrument.title)


def keys_of_indicators(edition: Edition) -> list[Key]:
    """Return the indicators, the instruments and the total, each with its parts."""
    keys: list[Key] = []
    for instrument in edition.instruments:
        codes = (*(each.key for each in instrument.indicators), instrument.key)
        keys += _with_parts(instrument, codes)
    return [*keys, (TOTAL, None)]


def keys_of_items(edition: Edition) -> list[Key]:
    """Return the items, each with its parts."""
    return [
        key
        for instrument in edition.instruments
        for key in _with_parts(instrument, [item.code for item in instrument.items])
    ]


def _with_parts(instrument: Instrument, codes: Iterable[str]) -> list[Key]:
    parts = (None, *(part.key for part in instrument.parts))
    return [(code, part) for code in codes for part in parts]


def as_written(scores: Mapping[Key, Decimal | None]) -> dict[str, str]:
    """Return scores as the fields show them: 84.5, 90."""
    return {
        name_of(key): "" if score is None else f"{score.normalize():f}"
        for key, score in scores.items()
    }


def filled(sheet: ResultSheet, seen: int) -> dict[str, object]:
    """Return what the form shows before anybody writes."""
    return {**as_written(sheet.scores), "seen": seen}


class PasteForm(forms.Form):
    """Cells copied from a spreadsheet program."""

    pasted = forms.CharField(
        label=gettext_lazy("Paste from Excel"),
        max_length=100_000,
        strip=False,
        widget=forms.Textarea({"rows": 4, "autocomplete": "off"}),
        help_text=gettext_lazy(
            "Two columns, the codes and the scores; or one column with a line for each field, in"
            " the order of the page. Nothing is saved before you press Save."
        ),
    )


class FileForm(forms.Form):
    """A file with results."""

    file = forms.FileField(
        label=gettext_lazy("File (CSV or XLSX)"),
        widget=forms.ClearableFileInput({"accept": ".csv,.xlsx,.txt"}),
    )


class ConfirmForm(forms.Form):
    """What was read from a file, to be saved."""

    read = forms.CharField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(label=gettext_lazy("Note"), max_length=500, required=False)


class ReasonForm(forms.Form):
    """Why a closed year is opened again."""

    reason = SeenText(label=gettext_lazy("Reason"), max_length=300)


class DateForm(forms.Form):
    """A date of the year."""

    title = SeenText(label=gettext_lazy("What happens"), max_length=200)
    starts_on = PickedDay(label=gettext_lazy("From"))
    ends_on = PickedDay(label=gettext_lazy("To"))
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
        (_("Units"), [(f"{_UNIT}{b.unit.uuid}", b.unit.name) for b in unit_tree()]),
    ]
    return [(title, choices) for title, choices in groups if choices]
