"""Forms with a cell for each score: they check what was written, and save nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.core.editions.model import TOTAL, Edition, Instrument
from prongsai.core.errors import Refusal
from prongsai.core.results import Key, ResultSheet, name_of, read_score
from prongsai.core.scoring.last_year import is_far
from prongsai.web.cycles.shown import in_words
from prongsai.web.refusals import told
from prongsai.web.templatetags.thai import code

Before = Mapping[Key, tuple[str, Decimal]]
"""What keys were called last year, and their scores."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A field under its heading, and what is to be said beside it."""

    heading: str
    field: forms.BoundField
    is_changed: bool
    is_far: bool


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A line of the form: a code, what it is called, and a cell under each heading."""

    code: str
    title: str
    cells: tuple[Cell, ...]
    is_sum: bool


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The lines of an instrument, under one heading for each part."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[ScoreRow, ...]


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
    """Scores of an edition's codes; an empty field is no value.

    `now` are those that stand, `before` those of last year: a cell that differs from either says
    so.
    """

    note = forms.CharField(label=gettext_lazy("Note"), max_length=500, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, keys: Sequence[Key], now: ResultSheet, before: Before, **kwargs: Any
    ) -> None:
        """Ask for a score of each key."""
        super().__init__(*args, **kwargs)
        self._keys = keys
        self._now = as_written(now.scores)
        self._before = {name_of(key): score for key, (_, score) in before.items()}
        self.fields["note"].widget.attrs["data-saved"] = ""
        for key in keys:
            self.fields[name_of(key)] = self._field(key, before.get(key))

    def _field(self, key: Key, before: tuple[str, Decimal] | None) -> ScoreField:
        name = name_of(key)
        attrs = {"data-saved": self._now.get(name, "")}
        said = ""
        if before is not None:
            attrs["data-before"] = str(before[1])
            said = _("Last year %(score)s (%(code)s)") % {
                "score": before[1],
                "code": code(before[0]),
            }
        made = ScoreField(label=name, help_text=said)
        made.widget.attrs |= attrs
        return made

    def changes(self) -> dict[Key, Decimal | None]:
        """Return what was written."""
        return {key: self.cleaned_data[name_of(key)] for key in self._keys}

    def tables(self, edition: Edition) -> list[ScoreTable]:
        """Return the fields, instrument after instrument, and the total at the end."""
        found = [self._table(each) for each in edition.instruments]
        if TOTAL in self.fields:
            cell = self._cell(_("Score"), TOTAL)
            total = ScoreRow(TOTAL, _("Total"), (cell,), is_sum=True)
            found.append(ScoreTable(_("Total"), (_("Score"),), (total,)))
        return [table for table in found if table.rows]

    def _table(self, instrument: Instrument) -> ScoreTable:
        parts = (None, *(part.key for part in instrument.parts))
        headings = (_("Score"), *(in_words(part.title) for part in instrument.parts))
        rows = []
        for each, title in _codes(instrument):
            names = [name_of((each, part)) for part in parts]
            if names[0] in self.fields:
                cells = tuple(map(self._cell, headings, names))
                rows.append(ScoreRow(each, title, cells, is_sum=each == instrument.key))
        return ScoreTable(f"{instrument.key} {in_words(instrument.title)}", headings, tuple(rows))

    def _cell(self, heading: str, name: str) -> Cell:
        field = self[name]
        written = (field.value() or "").strip()
        try:
            score = read_score(written)
        except Refusal:
            score = None
        return Cell(
            heading,
            field,
            is_changed=written != self._now.get(name, ""),
            is_far=is_far(score, self._before.get(name)),
        )


def _codes(instrument: Instrument) -> Iterable[tuple[str, str]]:
    for indicator in instrument.indicators:
        yield indicator.key, in_words(indicator.title)
        for item in indicator.items:
            # Of some years nobody has read the questions: then what they belong to stands there.
            whole = f"({indicator.key}. {in_words(indicator.title)})"
            yield item.code, in_words(item.topic) if item.topic else whole
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
    """Cells copied from a spreadsheet program, and where they go."""

    # It stands in the form of the cells, which is sent without anything pasted too.
    use_required_attribute = False

    pasted = forms.CharField(
        label=gettext_lazy("Paste from Excel"),
        max_length=100_000,
        strip=False,
        widget=forms.Textarea({"rows": 4, "autocomplete": "off"}),
        help_text=gettext_lazy(
            "Codes and scores side by side, in any order; or scores alone, in the order of the"
            " page. Headings and names may come along. Nothing is saved before you press Save."
        ),
    )
    at = forms.ChoiceField(label=gettext_lazy("Scores alone begin in the cell"), required=False)

    def __init__(self, *args: Any, keys: Sequence[Key], **kwargs: Any) -> None:
        """Offer each cell to begin in."""
        super().__init__(*args, **kwargs)
        names = [(name_of(key), name_of(key)) for key in keys]
        nowhere = _("(the first, with a line for each code)")
        self.fields["at"].choices = [("", nowhere), *names]  # type: ignore[attr-defined]
