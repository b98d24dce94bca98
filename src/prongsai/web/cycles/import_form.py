"""What was read of a file, as a form: each value with a field, to be mended or left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.core.errors import Refusal
from prongsai.core.readings.corrections import Correction, Slot, read_value, slots_of, written
from prongsai.core.readings.corrections.model import NEW, answers_of
from prongsai.core.readings.model import Certainty, Reading, StatedScore
from prongsai.core.results import Codes, name_of
from prongsai.web.refusals import told

ADDED = f"scores/{NEW}"
_SCORES, _WEAK = "scores", "weak"


@dataclass(frozen=True, slots=True)
class Line:
    """A value that was read: where it is in the reading, and what its fields are called."""

    slot: Slot
    number: int

    @property
    def is_score(self) -> bool:
        """Return whether it is a score; else a code that is named weak."""
        return self.slot.field == _SCORES

    @property
    def name(self) -> str:
        """Return the code and the part as they were read."""
        value = self._value
        return name_of((value.code, value.part)) if isinstance(value, StatedScore) else str(value)

    @property
    def year(self) -> int | None:
        """Return the year that stands beside it, None where it is that of the document."""
        value = self._value
        return value.year if isinstance(value, StatedScore) else None

    @property
    def score(self) -> Decimal | None:
        """Return the score as it was read."""
        value = self._value
        return value.score if isinstance(value, StatedScore) else None

    @property
    def proposed(self) -> str:
        """Return what the field shows: the score alone."""
        return "" if self.score is None else f"{self.score:f}"

    @property
    def is_sure(self) -> bool:
        """Return whether the reader is sure of it."""
        return self.slot.said is not None and self.slot.said.certainty is Certainty.SURE

    @property
    def score_field(self) -> str:
        """Return the name of the field of the score."""
        return f"score-{self.number}"

    @property
    def out_field(self) -> str:
        """Return the name of the box that leaves it out."""
        return f"out-{self.number}"

    @property
    def _value(self) -> Any:
        return None if self.slot.said is None else self.slot.said.value


def lines_of(reading: Reading, year: int, own: int) -> list[Line]:
    """Return the values of a year, in the order of the document. `own`: the document's year."""
    slots = [
        slot
        for slot in slots_of(reading)
        if slot.field in {_SCORES, _WEAK} and slot.said is not None
    ]
    lines = [Line(slot, number) for number, slot in enumerate(slots)]
    return [line for line in lines if (line.year or own) == year]


class ImportForm(forms.Form):
    """What was read of one year, what is to be added, and that it is meant so."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    added = forms.CharField(
        label=gettext_lazy("Scores that were not read"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea({"rows": 3, "autocomplete": "off"}),
        help_text=gettext_lazy("One a line: the code, a space and the score, such as i7 84.37."),
    )
    note = forms.CharField(label=gettext_lazy("Note"), max_length=500, required=False)
    other_year = forms.BooleanField(
        label=gettext_lazy("I know that these are the results of another year, and want them here")
    )
    other_agency = forms.BooleanField(
        label=gettext_lazy("The document names another agency, but these are our results")
    )

    def __init__(self, *args: Any, lines: Sequence[Line], codes: Codes, **kwargs: Any) -> None:
        """Ask for each value. `year`: of the scores, where it is not the document's own.

        `to_be_meant`: which of other_year and other_agency the person must say is meant so.
        """
        self.lines = lines
        self._codes = codes
        self._year: int | None = kwargs.pop("year", None)
        meant = kwargs.pop("to_be_meant", frozenset())
        super().__init__(*args, **kwargs)
        for name in {"other_year", "other_agency"} - meant:
            del self.fields[name]
        for line in lines:
            if line.is_score:
                widget = forms.TextInput({"autocomplete": "off"})
                field = forms.CharField(required=False, max_length=60, widget=widget)
                field.label = _("Score of %(code)s") % {"code": line.name}
                self.fields[line.score_field] = field
            out = forms.BooleanField(required=False, label=_("leave out"))
            self.fields[line.out_field] = out

    def clean(self) -> dict[str, Any]:
        """Say beside each field what cannot be taken."""
        data = super().clean() or {}
        self._corrections = [*self._of_lines(data), *self._of_added(data)]
        return data

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Return what the person says otherwise or of what was not sure, where it can be taken."""
        return tuple(self._corrections)

    def _of_lines(self, data: Mapping[str, Any]) -> Iterator[Correction]:
        for line in self.lines:
            field = line.score_field if line.is_score else line.out_field
            text = data.get(line.score_field, "") if line.is_score else line.name
            if data.get(line.out_field):
                yield self._correction(line, "")
                continue
            if field in self.errors:
                continue
            try:
                yield from self._taken(line, text)
            except Refusal as refusal:
                self.add_error(field, told(refusal))

    def _taken(self, line: Line, text: str) -> Iterator[Correction]:
        before = line.slot.said.value if line.slot.said else None
        if line.is_score and not text:
            self.add_error(line.score_field, _("Write the score, or tick that it is left out."))
            return
        value = read_value(line.slot.field, text, before)
        self._codes.read_key(_named(value))
        if value != before or not line.is_sure:
            yield self._correction(line, written(line.slot.field, value))

    def _correction(self, line: Line, be: str) -> Correction:
        return Correction(at=line.slot.at, was=line.slot.words, be=be)

    def _of_added(self, data: Mapping[str, Any]) -> Iterator[Correction]:
        for text in data.get("added", "").splitlines():
            if not text.strip():
                continue
            try:
                value = read_value(_SCORES, text, None)
                self._codes.read_key(_named(value))
            except Refusal as refusal:
                self.add_error("added", told(refusal))
                continue
            assert isinstance(value, StatedScore)  # noqa: S101 -- the field is that of scores
            yield Correction(at=ADDED, be=written(_SCORES, replace(value, year=self._year)))


def filled(lines: Iterable[Line], corrections: Iterable[Correction], seen: int) -> dict[str, Any]:
    """Return what the form shows before anybody writes: what was read, and corrected before."""
    answers = answers_of(corrections)
    first: dict[str, Any] = {"seen": seen}
    for line in lines:
        given = answers.get((line.slot.at, line.slot.words), [])
        first[line.out_field] = bool(given) and not given[0].be
        first[line.score_field] = line.proposed
        if given and given[0].be:
            first[line.score_field] = _as_typed(line, given[0].be)
    first["added"] = "\n".join(each.be for each in corrections if each.at == ADDED)
    return first


def _as_typed(line: Line, be: str) -> str:
    """Return a correction as the field shows it: the score alone where its code is as read."""
    code, _space, rest = be.partition(" ")
    return rest.rpartition(" ")[2] if code == line.name else be


def _named(value: object) -> str:
    return name_of((value.code, value.part)) if isinstance(value, StatedScore) else str(value)
