"""Where the tags of a Word template stand: whole in one paragraph, and in text that people see."""

from __future__ import annotations

import re

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.xml_parts import local

MOST_TAGS = 2_000
LONGEST_TAG = 300  # characters

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_EDGE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_FIELD = re.compile(
    r"\{\{\s*[^\W\d]"
)  # {{r …}} is not of the language: what it is for is not given
_STATEMENT = re.compile(r"\{%(?:(tr|tc|p|r) )?\s*(?:for|endfor|if|elif|else|endif)\b")
_FOR_RICH_TEXT = re.compile(r"\{\{(?:tr|tc|p|r) ")

_HOLDERS = ("p", "tr", "tc")
# Fields of Word that show what is in the document or on the clock. Others fetch or start something.
_HARMLESS = frozenset(
    (
        *("AUTHOR", "COMMENTS", "CREATEDATE", "DATE", "DOCPROPERTY", "EDITTIME", "EQ", "FILENAME"),
        *("FILESIZE", "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT", "HYPERLINK", "INDEX", "KEYWORDS"),
        *("LASTSAVEDBY", "LISTNUM", "NOTEREF", "NUMCHARS", "NUMPAGES", "NUMWORDS", "PAGE"),
        *("PAGEREF", "PRINTDATE", "REF", "REVNUM", "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ"),
        *("STYLEREF", "SUBJECT", "SYMBOL", "TC", "TIME", "TITLE", "TOC", "XE"),
    )
)


class TagReader:
    """Is told of a part's elements, and refuses tags and fields that are not as they should be."""

    def __init__(self, *, is_filled: bool) -> None:
        """Take whether the part is one that is filled."""
        self._is_filled = is_filled
        self._texts: dict[str, list[str]] = {each: [] for each in _HOLDERS}  # of those not ended
        self._fields: list[str] = []  # the instructions of those not ended
        self._element = ""
        self._elsewhere = ""  # text that stands in no paragraph's text
        self._tags = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        self._element = local(name)
        given = {local(key): value for key, value in attributes.items()}
        if self._element in _HOLDERS:
            self._texts[self._element].append("")
        if self._element == "fldSimple":
            _check_field(given.get("instr", ""))
        if self._element == "fldChar":
            self._field(given.get("fldCharType", ""))
        if self._is_filled and any(map(_EDGE.search, attributes.values())):
            raise _misplaced("…")

    def data(self, text: str) -> None:
        """Take some text."""
        if self._element == "t" and self._texts["p"]:
            self._texts["p"][-1] += text
            return
        if self._element in {"instrText", "delInstrText"} and self._fields:
            self._fields[-1] += text
        if self._is_filled:
            self._elsewhere = self._elsewhere[-1:] + text
            if _EDGE.search(self._elsewhere):
                raise _misplaced("…")

    def end(self, name: str) -> None:
        """Take the end of an element."""
        ended, self._element = local(name), ""
        if ended in _HOLDERS:
            text = self._texts[ended].pop()
            self._check_alone(ended, text.strip())
            if ended == "p":
                self._paragraph(text)

    def _check_alone(self, holder: str, text: str) -> None:
        """Refuse what docxtpl would drop: a row with {%tr … %} becomes that tag alone."""
        own = re.search(rf"\{{%{holder} .*?%\}}", text, re.DOTALL)
        if own and own.group() != text:
            raise Refusal(
                say("Beside the tag %(tag)s stands more, which would be lost.", tag=own.group()),
                fix=say(
                    "Give {%%p … %%} a paragraph of its own, {%%tr … %%} a row, {%%tc … %%} a cell."
                ),
            )

    def _paragraph(self, text: str) -> None:
        for around in (self._texts["tr"], self._texts["tc"]):
            if around:
                around[-1] += text
        tags = _TAG.findall(text)
        if not self._is_filled and tags:
            raise _misplaced(tags[0])
        loose = _EDGE.search(_TAG.sub("", text))
        if self._is_filled and loose:
            raise _unclosed(text[max(0, loose.start() - 20) :])
        self._tags += len(tags)
        if self._tags > MOST_TAGS:
            raise Refusal(
                say("The template has more than %(most)s tags.", most=MOST_TAGS),
                fix=say("Use loops in place of repeated rows."),
            )
        for tag in tags:
            self._check(tag)

    def _check(self, tag: str) -> None:
        if len(tag) > LONGEST_TAG:
            raise not_allowed(_short(tag))
        if _FIELD.match(tag) and not _FOR_RICH_TEXT.match(tag):
            return
        statement = _STATEMENT.match(tag)
        if statement is None:
            raise not_allowed(_short(tag))
        around = statement.group(1)
        if around in {"tr", "tc"} and not self._texts[around]:
            raise _misplaced(tag)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
        elif self._fields and kind == "separate":
            _check_field(self._fields[-1])
        elif self._fields and kind == "end":
            _check_field(self._fields.pop())


def _check_field(instruction: str) -> None:
    """Refuse a field of Word that fetches or starts something when the document is opened."""
    name = "".join(instruction.split()[:1]).upper()
    if name not in _HARMLESS:
        raise Refusal(
            say("The template holds a field of Word that is not allowed: %(name)s.", name=name),
            fix=say("Remove it (Alt+F9 shows the fields), or put its text in its place."),
        )


def not_allowed(what: str) -> Refusal:
    """Return the refusal of what is not of the language; it says what is."""
    return Refusal(
        say(
            "The template asks for more than fields, loops and conditions: %(what)s.",
            what=what,
        ),
        fix=say(
            "Write a field as in {{ agency }} or {{ m.title }}; a loop as in"
            " {%% for m in measures %%} and {%% endfor %%}; a condition as in {%% if m.done %%},"
            " {%% elif m.state %%}, {%% else %%} and {%% endif %%}."
        ),
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"


def _misplaced(tag: str) -> Refusal:
    return Refusal(
        say("The tag %(tag)s stands where it cannot be filled.", tag=_short(tag)),
        fix=say(
            "Tags stand in the text of the document, of headers, footers and footnotes;"
            " {%%tr … %%} and {%%tc … %%} in a table."
        ),
    )


def _unclosed(text: str) -> Refusal:
    return Refusal(
        say("A tag is not whole: %(text)s.", text=_short(text)),
        fix=say("Begin and end each tag in the same paragraph."),
    )
