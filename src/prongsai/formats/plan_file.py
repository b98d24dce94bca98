"""The plan as a YAML file that a person edits. What is written is read back the same.

Texts are normalised on reading, as everywhere: no spaces at the ends, one spelling of Thai marks.
Where the results stood in the file they came from is not kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from prongsai.core.editions.node import Node, Notes
from prongsai.core.errors import Refusal, Refusals
from prongsai.core.measures.model import Measure, Month, Period, Plan
from prongsai.core.measures.months import read_month, short_month
from prongsai.core.results import Result, ResultSheet, is_weak
from prongsai.core.sentences import say
from prongsai.core.tracking import NOTHING_SAID, Progress, ProgressOf
from prongsai.formats.agency_file import (
    AGENCY_FIELDS,
    STYLE_FIELDS,
    agency_of,
    agency_out,
    history_of,
    pictures_of,
    style_of,
)
from prongsai.formats.node_values import score_of, texts_of, words_of, year_of
from prongsai.formats.paper_fields import Papers, papers_of, papers_out
from prongsai.formats.progress_fields import progress_of, progress_out
from prongsai.formats.read_yaml import read_yaml

_COMMENTS = Path(__file__).parents[1] / "data" / "texts" / "plan-file.txt"

_PLAN = ("agency", "edition", "result_year", "plan_year", "measures", "results")
_PLAN_OPTIONAL = (*STYLE_FIELDS, "history", "previous_edition", "previous", "papers")
_MEASURE = ("key", "title", "answers", "steps", "lead", "start", "end", "follow_up")
_MEASURE_OPTIONAL = ("support", "cures", "evidence", "progress")
_RESULT_OPTIONAL = ("score", "part", "flag", "note")
_WORDS_OF_YAML = frozenset({"true", "false", "null"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile:
    """All that stands in the file of a plan. `pictures` are ways to files, seen from this one."""

    plan: Plan
    progress: ProgressOf = field(default_factory=dict)
    papers: Papers = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)


def write_plan(file: PlanFile) -> str:
    """Write a plan; the comments at the top tell its readers, in Thai, how to edit it."""
    sections = (_COMMENTS.read_text(encoding="utf-8"), *map(_written, _sections(file)))
    return "\n".join(sections).replace("\n  - key:", "\n\n  - key:")


def _sections(file: PlanFile) -> Iterator[dict[str, object]]:
    plan = file.plan
    yield {"agency": agency_out(plan.agency, file.pictures)}
    yield {
        "edition": plan.edition,
        "result_year": plan.result_year,
        "plan_year": plan.plan_year,
        **{name: getattr(plan.style, name) for name in STYLE_FIELDS},
        "history": {
            str(year): None if total is None else f"{total:f}" for year, total in plan.history
        },
    }
    if file.papers:
        yield {"papers": papers_out(file.papers)}
    yield {"measures": [_measure_out(each, file.progress) for each in plan.measures]}
    yield {"results": [_result_out(result) for result in plan.results.results]}
    if plan.previous_edition is not None:
        yield {"previous_edition": plan.previous_edition}
    if plan.previous is not None:
        yield {"previous": [_result_out(result) for result in plan.previous.results]}


class _OnOneLine(dict[str, object]):
    """A mapping that is written as a row: {code: i7, score: "65.63"}."""


class _CodesOnOneLine(list[str]):
    """A list that is written as a row: [i7, e3/survey]."""


def _measure_out(measure: Measure, progress: ProgressOf) -> dict[str, object]:
    said = progress_out(progress.get(measure.key, NOTHING_SAID))
    return {
        "key": measure.key,
        "title": measure.title,
        "answers": _CodesOnOneLine(measure.answers),
        "steps": list(measure.steps),
        "lead": measure.lead,
        "support": list(measure.support),
        **_months_out(measure),
        "follow_up": measure.follow_up,
        "cures": _CodesOnOneLine(measure.cures),
        "evidence": list(measure.evidence),
        **({"progress": said} if said else {}),
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


def read_plan(path: Path) -> PlanFile:
    """Read a plan that was written by `write_plan` and edited by a person.

    :raises Refusal: with everything that is wrong with it, each with the way to its place.
    """
    raw = read_yaml(path, comments_after_values=False)
    notes = Notes()
    file = _file(Node(raw, (path.name,), notes).fields(_PLAN, _PLAN_OPTIONAL))
    if notes.refusals:
        raise Refusals(notes.refusals)
    return file


def _file(fields: dict[str, Node]) -> PlanFile:
    agency = fields["agency"].fields(("name",), AGENCY_FIELDS)
    result_year, plan_year = year_of(fields["result_year"]), year_of(fields["plan_year"])
    if 0 < plan_year <= result_year:
        fields["plan_year"].refuse(
            say("The plan's year is not after the year of the results."),
            say("A plan answers the results of a year that is over; correct one of the two."),
        )
    rows = _measures(fields["measures"], plan_year)
    plan = Plan(
        agency=agency_of(agency),
        edition=fields["edition"].text(),
        result_year=result_year,
        plan_year=plan_year,
        results=_sheet(fields["results"]),
        history=history_of(fields["history"]),
        measures=tuple(measure for measure, _ in rows),
        style=style_of(fields),
    )
    return PlanFile(
        plan=_with_previous(plan, fields),
        progress={measure.key: said for measure, said in rows if said is not None},
        papers=papers_of(fields["papers"]),
        pictures=pictures_of(agency),
    )


def _with_previous(plan: Plan, fields: dict[str, Node]) -> Plan:
    previous, previous_edition = fields["previous"], fields["previous_edition"]
    if previous.present and not previous_edition.present:
        previous.refuse(
            say("Nobody says which edition these results are of."),
            say("Name it in “previous_edition”."),
        )
    return replace(
        plan,
        previous=_sheet(previous) if previous.present else None,
        previous_edition=previous_edition.text() if previous_edition.present else None,
    )


def _measures(node: Node, plan_year: int) -> list[tuple[Measure, Progress | None]]:
    """Read the measures; a key that is not its own would lose what was said of one of them."""
    nodes = node.rows("key")
    rows = [_measure(each, plan_year) for each in nodes]
    often = Counter(measure.key for measure, _ in rows)
    for (measure, said), each in zip(rows, nodes, strict=True):
        if said is not None and measure.key and often[measure.key] > 1:
            each.refuse(
                say("%(name)s stands twice.", name=measure.key),
                say("Give each measure a key of its own: its progress is filed under it."),
            )
    return rows


def _measure(node: Node, plan_year: int) -> tuple[Measure, Progress | None]:
    fields = node.fields(_MEASURE, _MEASURE_OPTIONAL)
    progress = fields["progress"]
    measure = Measure(
        key=fields["key"].key(),
        title=words_of(fields["title"]),
        answers=texts_of(fields["answers"]),
        steps=texts_of(fields["steps"]),
        lead=words_of(fields["lead"]),
        support=texts_of(fields["support"]),
        period=_period(fields["start"], fields["end"], plan_year),
        follow_up=words_of(fields["follow_up"]),
        cures=texts_of(fields["cures"]),
        evidence=texts_of(fields["evidence"]),
    )
    return measure, progress_of(progress) if progress.present else None


def _period(start: Node, end: Node, plan_year: int) -> Period | None:
    """Read the first and the last month; both are empty where nobody has said them."""
    first, last = words_of(start), words_of(end)
    if bool(first) != bool(last):
        (end if first else start).refuse(
            say("Only one of the two months of the measure is there."),
            say("Write both, or leave both empty."),
        )
    if not first or not last:
        return None
    return _month(start, plan_year), _month(end, plan_year)


def _months_out(measure: Measure) -> dict[str, str]:
    start, end = map(short_month, measure.period) if measure.period else ("", "")
    return {"start": start, "end": end}


def _month(node: Node, plan_year: int) -> Month:
    text = node.text()
    try:
        return read_month(text, plan_year) if plan_year else Month(plan_year, 1)
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
