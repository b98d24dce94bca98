"""Rule: a measure is called not done, and the report says that it is done as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.checks.fields_of_measures import name_of, state_of
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.readings.model import Place, ReadMeasure
from prongsai.core.sentences import say
from prongsai.core.thai.dates_in_text import periods_in
from prongsai.core.thai.text import normalise
from prongsai.core.tracking import State

# Of the measure as a whole: a step that is finished, or one thing of several, is named before it.
_DONE = re.compile(
    r"(?:ได้)?(?:ดำเนินการ(?:ตามมาตรการ|ตามแผน)?)?(?:เป็นที่)?(?:เรียบร้อย|เสร็จสิ้น|ครบถ้วน|ครบทุกขั้นตอน)*"
    r"(?:แล้วเสร็จ|เสร็จสิ้น|เสร็จเรียบร้อย|เรียบร้อยแล้ว|เสร็จแล้ว)"
    r"(?:แล้ว|เรียบร้อย|ทั้งหมด|ครบถ้วน|ครบทุกขั้นตอน|ตามมาตรการ|ตามแผน)*"
)
_ON = re.compile(r"(?:เมื่อ|ใน|ณ)?(?:วันที่|เดือน)?$")


def not_done_reported_done(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each measure that is not ticked as done and reported as done."""
    for measure in subject.reading.measures:
        state = state_of(measure)
        if state is None or state.value is State.DONE:
            continue
        for text, place in _reported(measure):
            if _says_done(text):
                yield Problem(
                    rule="not_done_reported_done",
                    place=place,
                    what=say(
                        "“%(measure)s” is not ticked as done, but here is written: “%(text)s”.",
                        measure=name_of(measure),
                        text=text,
                    ),
                    expected=say("Tick done, or write what has been done so far."),
                    severity=Severity.MUST if state.value is State.NOT_STARTED else Severity.LOOK,
                )


def _reported(measure: ReadMeasure) -> Iterator[tuple[str, Place]]:
    """Yield the texts of what was done, each once: a dated output is read as an action too."""
    found = [(each.value.text, each.place) for each in measure.actions]
    found += [(each.value, each.place) for each in measure.output]
    yield from dict(reversed(found)).items()


def _says_done(text: str) -> bool:
    """Tell whether a text says that all is done, and no more than on which day."""
    dated = next(periods_in(text), None)
    before = text if dated is None else text[: dated.start]
    letters = "".join(normalise(before).rstrip(" .").split())
    return _DONE.fullmatch(_ON.sub("", letters)) is not None
