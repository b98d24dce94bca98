"""The right side: what was read, in groups, each value with how sure it is and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from prongsai.core.readings.corrections import written
from prongsai.core.readings.corrections.model import LISTS, LISTS_OF_MEASURE, NEW, flat
from prongsai.core.readings.model import Certainty, Place
from prongsai.core.sentences import Sentence, say
from prongsai.formats.reading_page.answers import answer
from prongsai.formats.reading_page.marks import Mark
from prongsai.formats.reading_page.shown import Page, Shown
from prongsai.formats.reading_page.signs import with_words
from prongsai.formats.reading_words import field_called, measure_called, way

_GROUPS: Mapping[Sentence, tuple[str, ...]] = {
    say("About the document"): ("kind", "number", "dated", "unit", "subject", "to"),
    say("The agency"): ("agencies", "districts", "provinces"),
    say("Fiscal years"): ("years",),
    say("Scores and level"): ("scores", "levels"),
    say("What must be improved, and the advice"): ("weak", "keep", "citations"),
}
_LAST: Mapping[Sentence, tuple[str, ...]] = {
    say("Signatures, in their order"): ("signatures",),
    say("Codes with the names that stand beside them"): ("names",),
}
_WHERE = say("where it stands")
_SHOWN = 160  # letters of the words beside a value; they stand whole in the document
_MANY = frozenset({*LISTS, *LISTS_OF_MEASURE})
_MENTIONED = frozenset({"agencies", "districts", "provinces", "years", "levels"})
_ASKED = frozenset({Mark.ASK, Mark.WRONG})


class ReadingSide:
    """Write what was read of a page."""

    def __init__(self, page: Page) -> None:
        """Take the page, whose values know their anchors on the left."""
        self._page = page

    def html(self) -> str:
        """Write every group that has something."""
        values = [value for value in self._page.values if value.slot.measure is None]
        parts = [self._group(title, fields, values) for title, fields in _GROUPS.items()]
        parts += [self._measures(), self._missing()]
        parts += [self._group(title, fields, values) for title, fields in _LAST.items()]
        return "\n".join(filter(None, parts))

    def _group(self, title: Sentence, fields: Sequence[str], values: Iterable[Shown]) -> str:
        own = [value for value in values if value.slot.field in fields]
        if not own:
            return ""
        head = f"<h3>{self._page.write(title)}</h3>"
        return f'<section class="group">\n{head}\n{self._lists(own)}\n</section>'

    def _measures(self) -> str:
        of: dict[int, list[Shown]] = {n: [] for n in range(len(self._page.reading.measures))}
        for value in self._page.values:
            if value.slot.measure is not None:
                of[value.slot.measure].append(value)
        if not of:
            return ""
        title = self._page.write(say("Measures (%(count)s)", count=len(of)))
        inside = "\n".join(self._measure(number, values) for number, values in of.items())
        return f"<section>\n<h3>{title}</h3>\n{inside}\n</section>"

    def _missing(self) -> str:
        """Write how a measure is added that was not read; our script puts a button there."""
        title = self._page.write(say("A measure that was not read"))
        told = self._page.write(
            say(
                "Write it in the file of corrections, at %(names)s and so on.",
                names=("measures/+1/title", "measures/+1/period", "measures/+1/lead/+"),
            )
        )
        return (
            f'<section id="missing">\n<h3>{title}</h3>\n'
            f'<p class="without-script">{told}</p></section>'
        )

    def _measure(self, number: int, values: Sequence[Shown]) -> str:
        name = self._page.names[number]
        title = self._page.reading.measures[number]
        was = next((flat(each.words) for each in (title.title, title.number) if each), "")
        anchor = self._page.row_anchors.get(number)
        link = f' <a class="to" href="#{anchor}">{self._page.write(_WHERE)}</a>' if anchor else ""
        return (
            f'<article data-row="measures/{escape(name)}" data-was="{escape(was)}">\n'
            f"<h4>{self._page.write(measure_called(name))}</h4>{link}\n"
            f"{self._lists(values)}\n</article>"
        )

    def _lists(self, values: Iterable[Shown]) -> str:
        """Write values under the names of their fields, those of one field together."""
        fields: dict[str, list[Shown]] = {}
        for value in values:
            fields.setdefault(value.slot.field, []).append(value)
        return "\n".join(self._field(name, own) for name, own in fields.items())

    def _field(self, name: str, values: Sequence[Shown]) -> str:
        first = values[0].slot
        more = ""
        if name in _MANY:
            above = "" if first.measure is None else f"measures/{self._page.names[first.measure]}/"
            more = f' data-add="{escape(above)}{name}/{NEW}"'
        head = f'<p class="name">{self._page.write(field_called(first))}</p>'
        told, again = _apart(values) if name in _MENTIONED else (values, [])
        rows = "".join(map(self._value, told))
        return (
            f'<div class="field" data-field="{name}"{more}>{head}\n<ul>{rows}</ul>'
            f"{self._again(again)}</div>"
        )

    def _again(self, values: Sequence[Shown]) -> str:
        """Write values that say what is said above, out of the way."""
        if not values:
            return ""
        title = self._page.write(say("The same in %(count)s more places", count=len(values)))
        rows = "".join(map(self._value, values))
        return f"<details><summary>{title}</summary><ul>{rows}</ul></details>"

    def _value(self, value: Shown) -> str:
        kind = value.mark.name.lower()
        text, words = _text(value), value.slot.words
        was = f' data-was="{escape(words)}"' if flat(text) != words else ""
        return (
            f'<li id="v{value.number}" class="v {kind}" data-at="{escape(value.slot.at)}"{was}>'
            f"{''.join(self._parts(value, text, words))}</li>\n"
        )

    def _parts(self, value: Shown, text: str, words: str) -> Iterator[str]:
        if value.slot.said is None:
            yield f'<p class="blank">{self._page.write(say("The document says nothing here."))}</p>'
        else:
            yield f'<p class="value">{escape(text)}</p>'
        if flat(text) not in words:  # else the words say no more than the value
            read = self._page.write(say("Read from: “%(words)s”", words=_at_most(words)))
            yield f'<p class="read">{read}</p>'
        yield f'<p class="told">{self._told(value)}</p>'
        for number in value.problems:
            yield f'<p class="problem"><a href="#p{number}">{self._problem(number)}</a></p>'
        if value.answer is not None:
            yield f'<p class="answered">{self._answered(value)}</p>'
        if value.mark in _ASKED or value.answer is not None:
            yield answer(value, self._page)

    def _told(self, value: Shown) -> str:
        """Say how sure it is, why, and where its words stand."""
        said = value.slot.said
        parts = [with_words(value.mark, self._page)]
        if said is not None and said.why is not None and said.certainty is not Certainty.SURE:
            parts.append(self._page.write(said.why))
        anchor = self._page.anchors.get(value.number)
        if said is not None and anchor is not None:
            where = self._page.write(self._way(value, said.place))
            parts.append(f'<a class="to" href="#{anchor}">{where}</a>')
        return " ".join(parts)

    def _way(self, value: Shown, place: Place) -> Sentence | str:
        """Return the way to a place; in the row of its measure the column is enough."""
        if value.slot.measure is not None and place.column:
            own = self._page.reading.measures[value.slot.measure].place
            if (place.table, place.row) == (own.table, own.row):
                return place.column
        return way(place) if place.steps() else _WHERE

    def _problem(self, number: int) -> str:
        problem = self._page.problems[number - 1]
        return self._page.write(
            say("Problem %(number)s: %(what)s", number=number, what=problem.what)
        )

    def _answered(self, value: Shown) -> str:
        be = "" if value.answer is None else value.answer.be
        if not be:
            return self._page.write(say("A person says: it is not in the document."))
        return self._page.write(say("A person says: %(be)s", be=be))


def _text(value: Shown) -> str:
    said = value.slot.said
    return "" if said is None else written(value.slot.field, said.value)


def _at_most(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _apart(values: Sequence[Shown]) -> tuple[list[Shown], list[Shown]]:
    """Part values that are told from those that only say it again, and as surely."""
    told: list[Shown] = []
    again: list[Shown] = []
    seen = set()
    for value in values:
        key = (_text(value), value.mark)
        is_again = key in seen and value.mark not in _ASKED and value.answer is None
        (again if is_again else told).append(value)
        seen.add(key)
    return told, again
