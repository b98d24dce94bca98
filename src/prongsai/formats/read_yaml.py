"""Read YAML strictly: one document of mappings, lists, texts, whole numbers, true, false and null.

What YAML offers beyond that is refused, because it surprises (fractions, dates, two equal names of
which the last wins) or because it is dangerous (a few lines of aliases that unfold to gigabytes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import yaml

from prongsai.core.errors import Refusal
from prongsai.core.sentences import Sentence, say
from prongsai.formats.file_bytes import check_size, read_at_most

_MOST_BYTES = 2_000_000
_DEEPEST = 20
_LONGEST_NUMBER = 18

_NOTHING = ("", "~", "null")
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}
_WHOLE = re.compile(r"-?(0|[1-9][0-9]*)")
_FRACTION = re.compile(
    r"[-+]?(\.[0-9]+|[0-9][0-9_]*\.[0-9_]*|[0-9]+(?=[eE]))([eE][-+]?[0-9]+)?|[-+]?\.(inf|nan)", re.I
)
# What YAML allows in a text, turned round (YAML 1.2, c-printable).
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?")
_COMMENT_BEHIND = re.compile("[ \t]*,?[ \t]*#")


def read_yaml(path: Path, *, comments_after_values: bool = True) -> object:
    """Read a YAML file, which may have comments behind its values or not.

    In a text that people write, “ #” is more often meant as part of it than as a comment.

    :raises Refusal: with the file's name and the line, if it is not there or not strict YAML.
    """
    content = read_at_most(path, _MOST_BYTES)
    try:
        return parse_yaml(content, comments_after_values=comments_after_values)
    except Refusal as refusal:
        raise refusal.within(path.name) from refusal


def parse_yaml(
    content: bytes,
    *,
    comments_after_values: bool = True,
    most: int = _MOST_BYTES,
    only_texts: bool = False,
) -> object:
    """Read one YAML document, of at most so many bytes; comments behind values may be refused.

    With `only_texts` every value is a text as it is written (84.37, 2567-01-31), or null.

    :raises Refusal: with the line, if it is not strict YAML.
    """
    check_size(content, most, say("Hand in the file of one edition or one list only."))
    text = _decoded(content)
    loader = yaml.CSafeLoader(text)
    try:
        watched = None if comments_after_values else text
        return _Composer(loader, watched, only_texts=only_texts).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        _refuse(
            say("This line cannot be read as YAML."),
            say(
                "Here and in the line above: indent with spaces, write a space after each colon,"
                " and close every quotation mark and bracket."
            ),
            0 if mark is None else mark.line,
        )
    finally:
        loader.dispose()


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(
            say("The text is not in UTF-8."),
            say("Save the file again in UTF-8."),
            content.count(b"\n", 0, error.start),
        )
    unreadable = _UNREADABLE.search(text)
    if unreadable:
        _refuse(
            say("Here stands a control character, which no text has."),
            say("Remove it, or save the file again as plain text."),
            text.count("\n", 0, unreadable.start()),
        )
    return text


class _Composer:
    """Builds plain values of the parser's events as they come: nothing is unfolded unseen."""

    def __init__(self, loader: yaml.CSafeLoader, text: str | None, *, only_texts: bool) -> None:
        """Take the parser, and its text if comments behind values are to be refused."""
        self._events: Iterator[yaml.Event] = iter(loader.get_event, None)
        self._text = text
        self._only_texts = only_texts

    def document(self) -> object:
        next(self._events)  # the stream starts
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            _refuse(say("The file is empty."), say("Choose another file."), 0)
        value = self._value(next(self._events), 0)
        next(self._events)  # the document ends
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            _refuse(
                say("A second document begins here."),
                say("Remove the line “---”, or hand in two files."),
                _line(event),
            )
        return value

    def _value(self, event: yaml.Event, depth: int) -> object:
        line = _line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            _refuse(
                say("References with “&” and “*” are not read."),
                say("Write the value itself, in quotation marks if it begins with such a sign."),
                line,
            )
        if isinstance(event, yaml.ScalarEvent):
            if event.style not in {"|", ">"}:  # such a block ends where the next line begins
                self._refuse_comment_behind(event)
            return _as_text(event) if self._only_texts else _scalar(event)
        if depth == _DEEPEST:
            _refuse(
                say("The values stand more than %(depth)s levels deep.", depth=_DEEPEST),
                say("Check the indentation and the brackets."),
                line,
            )
        _refuse_tag(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(depth + 1)
        return self._mapping(depth + 1)

    def _list(self, depth: int) -> list[object]:
        values = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, depth))
        self._refuse_comment_behind(event)
        return values

    def _mapping(self, depth: int) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            name = self._value(event, depth)
            line = _line(event)
            if type(name) is int:  # a year: its digits name the field, in quotation marks or not
                name = str(name)
            if not isinstance(name, str):
                _refuse(
                    say("The name of a field is not a text."),
                    say("Put the name in quotation marks."),
                    line,
                )
            if name in values:
                _refuse(
                    say("The field “%(name)s” stands twice.", name=name),
                    say("Keep one of the two."),
                    line,
                )
            values[name] = self._value(next(self._events), depth)
        self._refuse_comment_behind(event)
        return values

    def _refuse_comment_behind(self, event: yaml.Event) -> None:
        end = event.end_mark
        if self._text is None or end is None:
            return
        if _COMMENT_BEHIND.match(self._text, end.index):
            _refuse(
                say("Behind this value stands “#”: the text after it would be lost."),
                say("Put the value in quotation marks, or the comment on a line of its own."),
                end.line,
            )


def _scalar(event: yaml.ScalarEvent) -> object:
    text = event.value
    _refuse_tag(event)
    if not event.implicit[0]:  # it is in quotation marks, or a block of text
        return text
    if text.lower() in _CONSTANTS:
        return _CONSTANTS[text.lower()]
    if _WHOLE.fullmatch(text) and len(text) <= _LONGEST_NUMBER:
        return int(text)
    if _FRACTION.fullmatch(text) or _DATE.fullmatch(text):
        _refuse(
            say("“%(text)s” is read differently by different programs.", text=text),
            say("Put it in quotation marks: “%(text)s”.", text=text),
            _line(event),
        )
    return text


def _as_text(event: yaml.ScalarEvent) -> str | None:
    _refuse_tag(event)
    return None if event.implicit[0] and event.value in _NOTHING else event.value


def _refuse_tag(event: yaml.Event) -> None:
    tag = getattr(event, "tag", None)
    if tag is not None:
        _refuse(
            say("The tag “%(tag)s” is not read.", tag=tag),
            say("Remove the tag."),
            _line(event),
        )


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return 0 if mark is None else mark.line


def _refuse(what: Sentence, fix: Sentence, line: int) -> NoReturn:
    """Refuse the text at `line`, counted from 0."""
    raise Refusal(what, fix=fix, where=(say("line %(number)s", number=line + 1),))
