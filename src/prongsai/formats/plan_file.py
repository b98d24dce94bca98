"""The plan as a YAML file that a person edits. What is written is read back the same.

Texts are normalised on reading, as everywhere: no spaces at the ends, one spelling of Thai marks.
Where the results stood in the file they came from is not kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from prongsai.core.editions.node import Node, Notes
from prongsai.core.errors import Refusal, Refusals
from prongsai.core.measures.model import Measure, Month, Plan
from prongsai.core.measures.months import read_month, short_month
from prongsai.core.results import Result, ResultSheet, is_weak
from prongsai.core.sentences import say
from prongsai.core.thai.style import Style
from prongsai.core.thai.text import normalise
from prongsai.formats.agency_file import (
    AGENCY_FIELDS,
    agency_of,
    flag_of,
    history_of,
    score_of,
    words_of,
    year_of,
)
from prongsai.formats.read_yaml import read_yaml

_COMMENTS = Path(__file__).parents[1] / "data" / "texts" / "plan-file.txt"

_PLAN = ("agency", "edition", "result_year", "plan_year", "measures", "results")
_PLAN_OPTIONAL = ("thai_digits", "history", "previous_edition", "previous")
_MEASURE = ("key", "title", "answers", "steps", "lead", "start", "end", "follow_up")
_MEASURE_OPTIONAL = ("support", "cures", "evidence")
_RESULT_OPTIONAL = ("score", "part", "flag", "note")
_WORDS_OF_YAML = frozenset({"true", "false", "null"})


def write_plan(plan: Plan) -> str:
    """Write a plan; the comments at the top tell its readers, in Thai, how to edit it."""
    sections = (_COMMENTS.read_text(encoding="utf-8"), *map(_written, _sections(plan)))
    return "\n".join(sections).replace("\n  - key:", "\n\n  - key:")


def _sections(plan: Plan) -> Iterator[dict[str, object]]:
    agency = plan.agency
    yield {
        "agency": {
            "name": agency.name,
            "district": agency.district,
            "province": agency.province,
            "units": dict(agency.units),
        }
    }
    yield {
        "edition": plan.edition,
        "result_year": plan.result_year,
        "plan_year": plan.plan_year,
        "thai_digits": plan.style.thai_digits,
        "history": {
            str(year): None if total is None else f"{total:f}" for year, total in plan.history
        },
    }
    yield {"measures": [_measure_out(measure) for measure in plan.measures]}
    yield {"results": [_result_out(result) for result in plan.results.results]}
    if plan.previous_edition is not None:
        yield {"previous_edition": plan.previous_edition}
    if plan.previous is not None:
        yield {"previous": [_result_out(result) for result in plan.previous.results]}


class _OnOneLine(dict[str, object]):
    """A mapping that is written as a row: {code: i7, score: "65.63"}."""


class _CodesOnOneLine(list[str]):
    """A list that is written as a row: [i7, e3/survey]."""


def _measure_out(measure: Measure) -> dict[str, object]:
    return {
        "key": measure.key,
        "title": measure.title,
        "answers": _CodesOnOneLine(measure.answers),
        "steps": list(measure.steps),
        "lead": measure.lead,
        "support": list(measure.support),
        "start": short_month(measure.start),
        "end": short_month(measure.end),
        "follow_up": measure.follow_up,
        "cures": _CodesOnOneLine(measure.cures),
        "evidence": list(measure.evidence),
    }


def _result_out(result: Result) -> _OnOneLine:
    row = {
        "code": result.code,
        "score": None if result.score is None else f"{result.score:f}",
        "part": result.part,
        "flag": "weak" if result.weak else None,
        "note": result.note or None,
    }
    return _OnOneLine({name: value for name, value in row.items() if value is not None})


class _Dumper(yaml.SafeDumper):
    """Sets lists in below their name, and quotes what could be read as something else than text."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Set in every list."""
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> str:
        """Write a text as it is, or else in double quotation marks."""
        return super().choose_scalar_style() and '"'


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    plain = text[:1].isalpha() and text.casefold() not in _WORDS_OF_YAML
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if plain else '"')


_Dumper.add_representer(str, _text)
_Dumper.add_representer(
    _OnOneLine,
    lambda dumper, row: dumper.represent_mapping("tag:yaml.org,2002:map", row, flow_style=True),
)
_Dumper.add_representer(
    _CodesOnOneLine,
    lambda dumper, row: dumper.represent_sequence("tag:yaml.org,2002:seq", row, flow_style=True),
)


def _written(section: dict[str, object]) -> str:
    return yaml.dump(
        section,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=float("inf"),  # a folded line would put a space into Thai
    )


def read_plan(path: Path) -> Plan:
    """Read a plan that was written by `write_plan` and edited by a person.

    :raises Refusal: with everything that is wrong with it, each with the way to its place.
    """
    raw = read_yaml(path, comments_after_values=False)
    notes = Notes()
    plan = _plan(Node(raw, (path.name,), notes))
    if notes.refusals:
        raise Refusals(notes.refusals)
    return plan


def _plan(node: Node) -> Plan:
    fields = node.fields(_PLAN, _PLAN_OPTIONAL)
    result_year, plan_year = year_of(fields["result_year"]), year_of(fields["plan_year"])
    if 0 < plan_year <= result_year:
        fields["plan_year"].refuse(
            say("The plan's year is not after the year of the results."),
            say("A plan answers the results of a year that is over; correct one of the two."),
        )
    previous, previous_edition = fields["previous"], fields["previous_edition"]
    if previous.present and not previous_edition.present:
        previous.refuse(
            say("Nobody says which edition these results are of."),
            say("Name it in “previous_edition”."),
        )
    agency = fields["agency"].fields(("name",), AGENCY_FIELDS)
    return Plan(
        agency=agency_of(agency),
        edition=fields["edition"].text(),
        result_year=result_year,
        plan_year=plan_year,
        results=_sheet(fields["results"]),
        previous=_sheet(previous) if previous.present else None,
        previous_edition=previous_edition.text() if previous_edition.present else None,
        history=history_of(fields["history"]),
        measures=tuple(_measure(row, plan_year) for row in fields["measures"].rows("key")),
        style=Style(thai_digits=flag_of(fields["thai_digits"])),
    )


def _measure(node: Node, plan_year: int) -> Measure:
    fields = node.fields(_MEASURE, _MEASURE_OPTIONAL)
    return Measure(
        key=fields["key"].key(),
        title=normalise(fields["title"].text()),
        answers=_texts(fields["answers"]),
        steps=_texts(fields["steps"]),
        lead=words_of(fields["lead"]),
        support=_texts(fields["support"]),
        start=_month(fields["start"], plan_year),
        end=_month(fields["end"], plan_year),
        follow_up=words_of(fields["follow_up"]),
        cures=_texts(fields["cures"]),
        evidence=_texts(fields["evidence"]),
    )


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(normalise(each.text()) for each in node.values()) if node.present else ()


def _month(node: Node, plan_year: int) -> Month:
    text = node.text()
    try:
        return read_month(text, plan_year) if text and plan_year else Month(plan_year, 1)
    except Refusal as refusal:
        node.notes.refusals.append(refusal.within(*node.where))
        return Month(plan_year, 1)


def _sheet(node: Node) -> ResultSheet:
    return ResultSheet(tuple(_result(row) for row in node.rows("code")))


def _result(node: Node) -> Result:
    fields = node.fields(("code",), _RESULT_OPTIONAL)
    return Result(
        code=fields["code"].text(),
        part=words_of(fields["part"]) or None,
        score=score_of(fields["score"]),
        weak=_flag(fields["flag"]),
        note=words_of(fields["note"]),
    )


def _flag(node: Node) -> bool:
    try:
        return is_weak(words_of(node))
    except Refusal as refusal:
        node.notes.refusals.append(refusal.within(*node.where))
        return False
