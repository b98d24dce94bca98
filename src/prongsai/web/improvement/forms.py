"""Forms of measures: they check what was written, and save nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.core.errors import Refusal
from prongsai.foundation.agencies.models import Unit
from prongsai.foundation.agencies.selectors import unit_tree
from prongsai.stages.improvement.mapping import written_in
from prongsai.stages.improvement.models import Measure
from prongsai.stages.improvement.plan_years import PlanYear
from prongsai.stages.improvement.states import NEXT, MeasureState
from prongsai.stages.improvement.units import open_units
from prongsai.stages.improvement.written import Written, answers_in, check_months, cures_in
from prongsai.web.improvement.shown import month_choices
from prongsai.web.refusals import told
from prongsai.web.text_fields import LongText, SeenText

# White space ends a code after its number or a word (e3/survey i7), not within “o 12” or “ข้อ i7”.
_BETWEEN = re.compile(
    r"[,;\n]|(?:(?<=[0-9\u0e50-\u0e59])|(?<=[a-z]{2})(?<!part))\s+", re.IGNORECASE
)
_LONGEST = 4_000  # letters of a field with lines
_CODES = gettext_lazy("Codes with commas between them, such as %(example)s.")


class Lines(LongText):
    """Texts, one on each line."""

    def __init__(self, **options: Any) -> None:
        """Offer room for some lines."""
        area = forms.Textarea({"rows": 4})
        super().__init__(required=False, max_length=_LONGEST, widget=area, **options)

    def clean(self, value: Any) -> Any:
        """Return the lines on which something stands."""
        text = super().clean(value)
        return tuple(line.strip() for line in text.splitlines() if line.strip())


class MeasureForm(forms.Form):
    """A measure, all of it."""

    title = SeenText(label=gettext_lazy("What is to be done"), max_length=300)
    answers = forms.CharField(
        label=gettext_lazy("What it answers"), required=False, max_length=_LONGEST
    )
    steps = Lines(label=gettext_lazy("Steps"), help_text=gettext_lazy("One step on each line."))
    lead = forms.ChoiceField(label=gettext_lazy("Lead unit"), required=False)
    support = forms.MultipleChoiceField(
        label=gettext_lazy("Supporting units"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    first_month = forms.ChoiceField(label=gettext_lazy("From the month"), required=False)
    last_month = forms.ChoiceField(label=gettext_lazy("To the month"), required=False)
    follow_up = LongText(
        label=gettext_lazy("How it is followed up"),
        required=False,
        max_length=_LONGEST,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("With the meeting or the report in which it is told."),
    )
    cures = forms.CharField(
        label=gettext_lazy("OIT items that it brings in order"),
        required=False,
        max_length=_LONGEST,
    )
    evidence = Lines(
        label=gettext_lazy("Wanted evidence"), help_text=gettext_lazy("One piece on each line.")
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    key = forms.UUIDField(required=False, widget=forms.HiddenInput)  # of one form, sent once

    def __init__(
        self, *args: Any, year: PlanYear, units: Iterable[Unit] = (), **kwargs: Any
    ) -> None:
        """Offer the open units, those that stand there already, and the months of the year."""
        super().__init__(*args, **kwargs)
        self._year = year
        self._units = _units(units)
        shown = [(key, label) for key, (_unit, label) in self._units.items()]
        months = month_choices(year.year)
        self._offer("lead", [("", _("(none)")), *shown])
        self._offer("support", shown)
        self._offer("first_month", months)
        self._offer("last_month", months)
        self._hint("answers", "i7, e3, o12", year.result_year)
        self._hint("cures", "o12, o13", year.year)

    @classmethod
    def of(cls, row: Measure, year: PlanYear, data: Any = None) -> MeasureForm:
        """Make the form of a measure that is there."""
        written = written_in(row)
        first, last = written.months or ("", "")
        values = {
            "title": written.title,
            "answers": ", ".join(written.answers),
            "steps": "\n".join(written.steps),
            "lead": written.lead and str(written.lead.uuid),
            "support": [str(unit.uuid) for unit in written.support],
            "first_month": str(first),
            "last_month": str(last),
            "follow_up": written.follow_up,
            "cures": ", ".join(written.cures),
            "evidence": "\n".join(written.evidence),
            "seen": row.version,
        }
        units = (*((written.lead,) if written.lead else ()), *written.support)
        return cls(data, initial=values, year=year, units=units)

    def clean_answers(self) -> tuple[str, ...]:
        """Return the codes. Raises ValidationError for one that is not known."""
        return self._codes("answers", lambda names: answers_in(names, self._year.frameworks))

    def clean_cures(self) -> tuple[str, ...]:
        """Return the items. Raises ValidationError for one that is not of the checklist."""
        return self._codes("cures", lambda names: cures_in(names, self._year.frameworks))

    def clean_last_month(self) -> str:
        """Return the last month. Raises ValidationError without the first, or before it."""
        first, last = self.cleaned_data.get("first_month"), self.cleaned_data["last_month"]
        if first is None:  # it is no month: that is told there
            return str(last)
        if bool(first) != bool(last):
            raise forms.ValidationError(_("Choose both months, or neither."))
        if last:
            try:
                check_months((int(first), int(last)))
            except Refusal as refusal:
                raise forms.ValidationError(told(refusal)) from refusal
        return str(last)

    def written(self) -> Written:
        """Return what was written."""
        data = self.cleaned_data
        months = (data["first_month"], data["last_month"])
        return Written(
            title=data["title"],
            answers=data["answers"],
            steps=data["steps"],
            lead=self._units[data["lead"]][0] if data["lead"] else None,
            support=tuple(self._units[key][0] for key in data["support"]),
            months=(int(months[0]), int(months[1])) if all(months) else None,
            follow_up=data["follow_up"],
            cures=data["cures"],
            evidence=data["evidence"],
        )

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def _hint(self, name: str, example: str, year: int) -> None:
        of = _("Of the framework of %(year)s.") % {"year": year}
        self.fields[name].help_text = f"{_CODES % {'example': example}} {of}"

    def _codes(
        self, name: str, read: Callable[[tuple[str, ...]], tuple[str, ...]]
    ) -> tuple[str, ...]:
        names = tuple(filter(None, map(str.strip, _BETWEEN.split(self.cleaned_data[name]))))
        try:
            return read(names)
        except Refusal as refusal:
            raise forms.ValidationError(told(refusal)) from refusal


class StateForm(forms.Form):
    """How far a measure has come."""

    to = forms.ChoiceField(label=gettext_lazy("State"))
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Only where a measure is dropped."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, row: Measure, may_drop: bool) -> None:
        """Offer where the measure may go from here, to who may say so."""
        super().__init__(data, initial={"seen": row.version})
        if not may_drop:
            del self.fields["reason"]
        # Where it may go is judged by the service: what was sent may be of a state that is past.
        field: Any = self.fields["to"]
        field.choices = MeasureState.choices
        field.widget.choices = [(each.value, each.label) for each in offered(row, may_drop)]

    def to_state(self) -> MeasureState:
        """Return the state that was chosen."""
        return MeasureState(self.cleaned_data["to"])


def offered(row: Measure, may_drop: bool) -> list[MeasureState]:
    """Return where a measure may go from here, for who may drop one or not."""
    after, dropped = NEXT[MeasureState(row.state)], MeasureState.DROPPED
    if not may_drop:
        after = frozenset() if row.state == dropped else after - {dropped}
    return [each for each in MeasureState if each in after]


def _units(there: Iterable[Unit]) -> dict[str, tuple[Unit, str]]:
    """Return the open units by their keys, as deep as they stand, and closed ones of a measure."""
    rows = {unit.pk: unit for unit in open_units()}
    found = {
        str(each.key): (rows[each.pk], "– " * each.depth + each.name)
        for each in unit_tree()
        if each.pk in rows  # it may be closed between the two questions
    }
    for unit in there:
        closed = _("%(name)s (closed)") % {"name": unit.name}
        found.setdefault(str(unit.uuid), (unit, closed))
    return found
