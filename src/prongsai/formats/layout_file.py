"""A layout as a YAML file that an office edits. What is written is read back the same."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from prongsai.core.documents.fields import FIELDS
from prongsai.core.documents.layout import GroupBy, Layout, LayoutColumn, Numbering
from prongsai.core.documents.model import Orientation
from prongsai.core.documents.places import PLACES, named_in
from prongsai.core.editions.node import Node, Notes
from prongsai.core.errors import Refusal, Refusals
from prongsai.core.sentences import say
from prongsai.core.thai.text import normalise
from prongsai.formats.read_yaml import read_yaml

E = TypeVar("E", bound=StrEnum)

_DATA = Path(__file__).parents[1] / "data"
_FOLDER = _DATA / "layouts"
_COMMENTS = _DATA / "texts" / "layout-file.txt"

MOST_COLUMNS = 12  # more cannot be read on a page of A4
WIDEST = 40  # parts; beside a column of 40 one of 1 is a hair

_REQUIRED = ("key", "title", "columns")
_OPTIONAL = (
    *("cover", "foreword", "intro", "orientation", "caption"),
    *("group_by", "numbering", "closing", "signatures"),
)


def layout_keys() -> list[str]:
    """List the keys of the layouts that come with Prongsai."""
    return sorted(path.stem for path in _FOLDER.glob("*.yaml"))


def load_layout(key: str) -> Layout:
    """Load a layout that comes with Prongsai.

    :raises Refusal: if there is none of that key.
    """
    if key not in layout_keys():
        raise Refusal(
            say("There is no layout “%(name)s”.", name=key),
            fix=say("Layouts: %(names)s. Or name a YAML file.", names=tuple(layout_keys())),
        )
    return read_layout(_FOLDER / f"{key}.yaml")


def read_layout(path: Path) -> Layout:
    """Read a layout.

    :raises Refusal: with everything that is wrong with it, each with the way to its place.
    """
    notes = Notes()
    layout = _layout(Node(read_yaml(path, comments_after_values=False), (path.name,), notes))
    if notes.refusals:
        raise Refusals(notes.refusals)
    return layout


def _layout(node: Node) -> Layout:
    fields = node.fields(_REQUIRED, _OPTIONAL)
    return Layout(
        key=fields["key"].key(),
        title=_text(fields["title"]),
        cover=_texts(fields["cover"]),
        foreword=_texts(fields["foreword"]),
        intro=_texts(fields["intro"]),
        orientation=_one_of(fields["orientation"], Orientation.LANDSCAPE),
        columns=_columns(fields["columns"]),
        caption=_text_if_any(fields["caption"]),
        group_by=_one_of(fields["group_by"], GroupBy.NOTHING),
        numbering=_one_of(fields["numbering"], Numbering.DOCUMENT),
        closing=_texts(fields["closing"]),
        signatures=fields["signatures"].present and fields["signatures"].flag(),
    )


def _columns(node: Node) -> tuple[LayoutColumn, ...]:
    rows = node.rows("field")
    columns = tuple(map(_column, rows))
    if node.value == []:
        node.refuse(say("The table has no columns."), say("Name at least one field."))
    if len(columns) > MOST_COLUMNS:
        node.refuse(
            say(
                "The table has %(count)s columns; a page holds %(most)s.",
                count=len(columns),
                most=MOST_COLUMNS,
            ),
            say("Leave some out, or make two layouts."),
        )
    fields = [each.field for each in columns]
    for place, row in enumerate(rows):
        if fields[place] and fields[place] in fields[:place]:
            row.refuse(say("This column stands twice."), say("Keep one of the two."))
    return columns


def _column(node: Node) -> LayoutColumn:
    fields = node.fields(("field",), ("heading", "width"))
    return LayoutColumn(
        field=_field(fields["field"]),
        heading=_text_if_any(fields["heading"]),
        width=_width(fields["width"]),
    )


def _field(node: Node) -> str:
    name = node.text()
    if name and name not in FIELDS:
        node.refuse(
            say("There is no field “%(name)s”.", name=name),
            say("The fields are: %(names)s.", names=tuple(FIELDS)),
        )
    return name


def _width(node: Node) -> int:
    width = node.whole() if node.present else 0
    if width > WIDEST:
        node.refuse(
            say("%(width)s parts are more than a column takes.", width=width),
            say("Write 1 to %(most)s, or leave it out for the usual width.", most=WIDEST),
        )
    return width


def _one_of(node: Node, usual: E) -> E:
    return node.one_of(type(usual)) if node.present else usual


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(map(_text, node.values())) if node.present else ()


def _text_if_any(node: Node) -> str:
    return _text(node) if node.present and node.value != "" else ""


def _text(node: Node) -> str:
    """Read a text on one line whose places are known."""
    text = normalise(" ".join(node.text().split()))
    for name in named_in(text):
        if name == "%":
            node.refuse(
                say("Here stands a percent sign that begins no place."),
                say(
                    "Write %(sign)s for a percent sign, and a place as in %(example)s.",
                    sign="%%",
                    example="%(agency)s",
                ),
            )
        elif name not in PLACES:
            node.refuse(
                say("There is no place “%(name)s”.", name=name),
                say("The places are: %(names)s.", names=PLACES),
            )
    return text


def write_layout(layout: Layout) -> str:
    """Write a layout; the comments at the top tell its readers, in Thai, how to edit it."""
    return "\n".join((_COMMENTS.read_text(encoding="utf-8"), *_lines(layout), ""))


def _lines(layout: Layout) -> Iterator[str]:
    yield f"key: {_quoted(layout.key)}"
    yield f"title: {_quoted(layout.title)}"
    yield from _list("cover", layout.cover)
    yield from _list("foreword", layout.foreword)
    yield from _list("intro", layout.intro)
    yield f"orientation: {layout.orientation}"
    yield f"caption: {_quoted(layout.caption)}"
    yield f"group_by: {layout.group_by}"
    yield f"numbering: {layout.numbering}"
    yield "columns:"
    for column in layout.columns:
        yield f"  - field: {column.field}"
        if column.heading:
            yield f"    heading: {_quoted(column.heading)}"
        if column.width:
            yield f"    width: {column.width}"
    yield from _list("closing", layout.closing)
    yield f"signatures: {str(layout.signatures).lower()}"


def _list(name: str, texts: tuple[str, ...]) -> Iterator[str]:
    yield f"{name}:" if texts else f"{name}: []"
    yield from (f"  - {_quoted(text)}" for text in texts)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
