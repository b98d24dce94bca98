"""The little language of an agency's own Word template.

A template may show a field, walk through a list of fields, and ask whether a field says something
or is the same as a text. Everything else is refused before anything is rendered, and what could not
be refused has nothing to reach: no function, no filter, no attribute of any Python object.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from prongsai.core.documents.template_fields import SHAPE, Entry, Value
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.office_template.tags import not_allowed

MOST_LOOPS = 3  # inside each other
MOST_LEVELS = 10  # of loops and conditions inside each other
MOST_ROUNDS = 100_000  # of all loops together

# What `loop` tells inside a loop: the number of the round, and whether it is the first or the last.
_LOOP: Entry = {"index": "", "first": {}, "last": {}}
_AS_TEXT = str.maketrans({each: f"&#{ord(each)};" for each in "&<>\"'{}"})


class TemplateLanguage(SandboxedEnvironment):
    """An environment that compiles nothing but the language, over the fields of one document."""

    def __init__(self, fields: Entry, spelled: Callable[[str], str]) -> None:
        """Take the fields, and how the document spells numbers that it counts itself."""
        # Braces are written as references too: what docxtpl does to braces afterwards finds none.
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            finalize=lambda value: Markup(spelled(str(value)).translate(_AS_TEXT)),  # noqa: S704
        )
        for names in (self.globals, self.filters, self.tests):
            names.clear()
        self._fields = fields

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Parse a template, and refuse what is not of the language; `compile` has no other way."""
        template = super()._parse(source, name, filename)
        top = {field: _Known(shape, (self._fields[field],)) for field, shape in SHAPE.items()}
        rounds = _Reader().rounds(template.body, top)
        if rounds > MOST_ROUNDS:
            raise Refusal(
                say("The loops of the template go round %(count)s times.", count=rounds),
                fix=say("Put fewer loops into each other."),
            )
        return template

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an entry's field; no object has attributes here."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def is_safe_callable(self, obj: object) -> bool:  # noqa: ARG002
        """Refuse every call."""
        return False


@dataclass(frozen=True, slots=True)
class _Known:
    """What a name or a field stands for: its shape, and every value it has in this document."""

    shape: Value
    values: Sequence[Value]


Names = dict[str, _Known]


class _Reader:
    """Walks through a parsed template; what it does not know, it refuses."""

    def __init__(self) -> None:
        self.loops = 0
        self.levels = -1  # the whole template stands in none

    def rounds(self, body: Iterable[nodes.Node], names: Names) -> int:
        """Return how often the loops of a body go round at most, and refuse what is not allowed."""
        self.levels += 1
        if self.levels > MOST_LEVELS:
            raise too_deep()
        total = sum(self._rounds_of(node, names) for node in body)
        self.levels -= 1
        return total

    def _rounds_of(self, node: nodes.Node, names: Names) -> int:
        match node:
            case nodes.Output():
                for part in node.nodes:
                    if not isinstance(part, nodes.TemplateData):
                        _text(part, names)
                return 0
            case nodes.If():
                _check_test(node.test, names)
                branches = (node.body, node.elif_, node.else_)
                return sum(self.rounds(branch, names) for branch in branches if branch)
            case nodes.For():
                return self._rounds_of_loop(node, names)
        raise _not_allowed(node)

    def _rounds_of_loop(self, loop: nodes.For, names: Names) -> int:
        if not isinstance(loop.target, nodes.Name) or loop.else_ or loop.test or loop.recursive:
            raise _not_allowed(loop)
        name = loop.target.name
        if name in names or name.startswith("_"):
            raise Refusal(
                say("A loop cannot call its entries “%(name)s”.", name=name),
                fix=say("Choose another name, one that no field has."),
            )
        self.loops += 1
        if self.loops > MOST_LOOPS:
            raise too_deep()
        lists, entry = _list(loop.iter, names)
        inside = {**names, name: entry, "loop": _Known(_LOOP, (_LOOP,))}
        longest = max(map(len, lists), default=0)
        rounds = longest * (1 + self.rounds(loop.body, inside))
        self.loops -= 1
        return rounds


def _list(node: nodes.Node, names: Names) -> tuple[list[list[Value]], _Known]:
    """Return the lists that a loop walks through, and what an entry of them is."""
    known = _known(node, names)
    if not isinstance(known.shape, list):
        raise Refusal(
            say("“%(name)s” is no list that a loop could walk through.", name=_written(node)),
            fix=say("The lists here are: %(names)s.", names=_of_kind(list, names)),
        )
    lists = [each for each in known.values if isinstance(each, list)]
    return lists, _Known(known.shape[0], [entry for each in lists for entry in each])


def _text(node: nodes.Node, names: Names) -> None:
    if not isinstance(_known(node, names).shape, str):
        raise Refusal(
            say("“%(name)s” is no text that could stand here.", name=_written(node)),
            fix=say("Name a field in it, or walk through it with a loop."),
        )


def _check_test(node: nodes.Node, names: Names) -> None:
    match node:
        case nodes.And() | nodes.Or():
            _check_test(node.left, names)
            _check_test(node.right, names)
        case nodes.Not():
            _check_test(node.node, names)
        case nodes.Compare():
            _check_comparison(node, names)
        case _:
            _known(node, names)


def _check_comparison(node: nodes.Compare, names: Names) -> None:
    """Allow == and != only: all values are texts, and of those none is more than another."""
    for each in node.ops:
        if each.op not in {"eq", "ne"}:
            raise Refusal(
                say("Values can be compared with == and != only; scores are texts here."),
                fix=say("Ask “if …below” for what is under the mark."),
            )
    for side in (node.expr, *(each.expr for each in node.ops)):
        if not (isinstance(side, nodes.Const) and isinstance(side.value, str)):
            _text(side, names)


def _known(node: nodes.Node, names: Names) -> _Known:
    """Return what a name, or a field of it, stands for."""
    match node:
        case nodes.Name():
            if node.name not in names:
                raise _no_such(node, names)
            return names[node.name]
        case nodes.Getattr():
            above = _known(node.node, names)
            if not isinstance(above.shape, dict):
                raise _no_entry(node.node)
            if node.attr not in above.shape:
                raise _no_such(node, above.shape)
            values = [each[node.attr] for each in above.values if isinstance(each, dict)]
            return _Known(above.shape[node.attr], values)
    raise _not_allowed(node)


def _of_kind(kind: type, names: Names) -> tuple[str, ...]:
    """Return the names of a kind, and of the fields of that kind in entries that have a name."""
    return tuple(_names_of_kind(kind, names))


def _names_of_kind(kind: type, names: Names) -> Iterator[str]:
    for name, known in names.items():
        if isinstance(known.shape, kind):
            yield name
        if isinstance(known.shape, dict):
            yield from (f"{name}.{f}" for f, s in known.shape.items() if isinstance(s, kind))


def _written(node: nodes.Node) -> str:
    """Write a name as the template has it: m.title."""
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"


def _no_such(node: nodes.Node, known: Iterable[str]) -> Refusal:
    return Refusal(
        say("There is no field “%(name)s”.", name=_written(node)),
        fix=say("The fields are: %(names)s.", names=tuple(known)),
    )


def _no_entry(node: nodes.Node) -> Refusal:
    return Refusal(
        say("“%(name)s” has no fields in it.", name=_written(node)),
        fix=say("Show a text by its name alone, and walk through a list with a loop."),
    )


def too_deep() -> Refusal:
    """Return the refusal of what stands too deep to be followed."""
    return Refusal(
        say("Loops and conditions stand too deep inside each other."),
        fix=say("Put at most %(loops)s loops into each other.", loops=MOST_LOOPS),
    )


def _not_allowed(node: nodes.Node) -> Refusal:
    return not_allowed(type(node).__name__)
