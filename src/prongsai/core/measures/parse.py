"""Make the catalogue of the plain mappings of its files: every field known, every name known."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from prongsai.core.editions.model import Duties
from prongsai.core.editions.node import Node, Notes
from prongsai.core.errors import Refusals
from prongsai.core.measures.model import Catalogue, ReadyMeasure
from prongsai.core.measures.months import order_in_year
from prongsai.core.sentences import Names, say

_INDICATOR = re.compile("indicator-[1-9][0-9]?")
_FIELDS = (
    "key",
    "title",
    "answers",
    "steps",
    "lead",
    "support",
    "months",
    "follow_up",
    "cures",
    "evidence",
)


def parse_catalogue(files: Mapping[str, object], duties: Duties) -> Catalogue:
    """Make the catalogue of `files` (name -> content), each with `measures`, `roles` or both.

    :raises Refusals: everything that is wrong with them, each with the way to its place.
    """
    notes = Notes()
    nodes = [
        Node(raw, (name,), notes).fields((), ("measures", "roles")) for name, raw in files.items()
    ]
    roles = _roles([fields["roles"] for fields in nodes if fields["roles"].present])
    rows = [
        row
        for fields in nodes
        if fields["measures"].present
        for row in fields["measures"].rows("key")
    ]
    measures = [_measure(row, duties, roles) for row in rows]
    _refuse_twins(rows, measures)
    if notes.refusals:
        raise Refusals(notes.refusals)
    return Catalogue(measures=tuple(measures), roles=roles)


def _roles(nodes: list[Node]) -> dict[str, Names]:
    roles: dict[str, Names] = {}
    for node in nodes:
        for name, each in node.pairs():
            if name in roles:
                each.refuse(
                    say("The role “%(name)s” stands in another file too.", name=name),
                    say("Keep one of the two."),
                )
            roles[name] = each.names()
    return roles


def _measure(node: Node, duties: Duties, roles: Collection[str]) -> ReadyMeasure:
    fields = node.fields(_FIELDS)
    return ReadyMeasure(
        key=fields["key"].key(),
        title=fields["title"].names(),
        answers=tuple(_answer(each, duties) for each in _between(fields["answers"], 1, 99)),
        steps=tuple(each.names() for each in _between(fields["steps"], 2, 4)),
        lead=_role(fields["lead"], roles),
        support=tuple(_role(each, roles) for each in fields["support"].values()),
        months=_months(fields["months"]),
        follow_up=fields["follow_up"].names(),
        cures=tuple(_duty(each, duties) for each in fields["cures"].values()),
        evidence=tuple(each.names() for each in _between(fields["evidence"], 1, 3)),
    )


def _between(node: Node, least: int, most: int) -> list[Node]:
    """Read a list with so many entries."""
    values = node.values()
    if isinstance(node.value, list) and not least <= len(values) <= most:
        node.refuse(
            say("It has %(count)s entries.", count=len(values)),
            say("Give from %(least)s to %(most)s.", least=least, most=most),
        )
    return values


def _answer(node: Node, duties: Duties) -> str:
    name = node.text()
    known = name in duties.disclosure or name in duties.survey or _INDICATOR.fullmatch(name)
    if name and not known:
        node.refuse(
            say("No duty and no topic is called %(name)s.", name=name),
            say("Take its name from duties.yaml, or write indicator-1 for all of indicator 1."),
        )
    return name


def _duty(node: Node, duties: Duties) -> str:
    name = node.text()
    if name and name not in duties.disclosure:
        node.refuse(
            say("No disclosure duty is called %(name)s.", name=name),
            say("Take its name from duties.yaml, there under “disclosure”."),
        )
    return name


def _role(node: Node, roles: Collection[str]) -> str:
    name = node.text()
    if name and name not in roles:
        node.refuse(
            say("No role is called %(name)s.", name=name),
            say("The roles are: %(names)s.", names=tuple(roles)),
        )
    return name


def _months(node: Node) -> tuple[int, int]:
    months = [each.whole() for each in node.values()]
    if len(months) != 2 or not all(1 <= month <= 12 for month in months):
        if isinstance(node.value, list):
            node.refuse(
                say("This is no pair of months from 1 to 12."),
                say("Write the first and the last month, as in [10, 12]."),
            )
        return 1, 1
    first, last = months
    if order_in_year(first) > order_in_year(last):
        node.refuse(
            say("A fiscal year has month %(last)s before month %(first)s.", first=first, last=last),
            say("It runs from 10 (October) to 9 (September); write the first month first."),
        )
    return first, last


def _refuse_twins(rows: list[Node], measures: list[ReadyMeasure]) -> None:
    """Refuse a key or a title that an earlier measure has."""
    seen: set[str] = set()
    for row, ready in zip(rows, measures, strict=True):
        for text in (ready.key, ready.title.th, ready.title.en):
            if text and text in seen:
                row.refuse(
                    say("Another measure has “%(text)s” too.", text=text),
                    say("Change or remove one of the two."),
                )
            seen.add(text)
