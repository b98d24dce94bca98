"""What each line around a place to sign is: a mark to sign, a rank, names, text, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import zip_longest

from prongsai.core.readings.model import Certainty
from prongsai.core.readings.understand.lines import LEADER, Line, without_leaders
from prongsai.core.readings.understand.signing_words import (
    is_bare_name,
    is_named,
    is_post,
    is_prefix,
    is_rank,
    is_role,
    rank_and_rest,
)
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.calendar import MONTHS, SHORT_MONTHS

_MARK = r"\(?\s?ลง\s?(?:ชื่อ|นาม)\s?\)?\s?:?"
_TOKEN = re.compile(rf"(?P<mark>{_MARK})|\((?P<inside>[^()]*)\)")
_OPENED = re.compile(r"[^()]{0,30}\([^()]{2,60}")
_CLOSED = re.compile(r"[^()]{1,50}\)")
# At the foot of a page stands what the next one begins with, at its head the number.
_OF_A_PAGE = re.compile(r"/\s?.{1,60}|[-–]\s?[0-9๐-๙]{1,4}\s?[-–]")
_DAY_WORDS = re.compile(
    "|".join(map(re.escape, ("วันที่", "เดือน", "พ.ศ.", *MONTHS, *SHORT_MONTHS))) + r"|[0-9๐-๙\s/:]"
)
_LONGEST = 60  # letters of a post behind a name
_NO_BRACKETS = say("The name does not stand between brackets.")
NO_PREFIX = say("The name has neither a prefix nor a rank.")


class Kind(Enum):
    """What a line is."""

    MARK = auto()  # ลงชื่อ
    RANK = auto()
    NAMES = auto()
    TEXT = auto()
    NOTHING = auto()  # dots, or the day of a signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Somebody who signs, as a line has it; without a name where only the place is there."""

    name: str = ""
    rank: str = ""
    role: str = ""  # behind the dots: ผู้เสนอ, ประธานกรรมการ
    post: str = ""  # behind the name
    certainty: Certainty = Certainty.SURE
    why: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line, what it is, and who signs on it."""

    kind: Kind
    line: Line
    signers: tuple[Signer, ...] = ()


def items_of(lines: Sequence[Line]) -> list[Item]:
    """Return what each line is; feet and heads of pages are left out."""
    mended = [*_mended([line for line in lines if not _OF_A_PAGE.fullmatch(line.text)])]
    items: list[Item] = []
    for line, following in zip_longest(mended, mended[1:]):
        is_before_post = following is not None and is_post(following.text)
        items.append(_item(line, items[-1].kind if items else Kind.TEXT, is_before_post))
    return items


def _mended(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, a bracket that goes over two as one."""
    rest = iter(lines)
    for line in rest:
        if not _OPENED.fullmatch(line.text):
            yield line
            continue
        following = next(rest, None)
        if following is not None and _CLOSED.fullmatch(following.text):
            is_glued = is_prefix(line.text.rpartition("(")[2].strip())
            text = f"{line.text}{'' if is_glued else ' '}{following.text}"
            yield replace(line, text=text)
        else:
            yield line
            yield from [following] if following is not None else []


def _item(line: Line, before: Kind, is_before_post: bool) -> Item:
    tokens = [*_TOKEN.finditer(line.text)]
    if not tokens:
        return _without_tokens(line, before)
    is_expected = before is not Kind.TEXT or is_before_post
    item = _of_tokens(line, tokens, is_expected=is_expected)
    return item or Item(kind=Kind.TEXT, line=_unbracketed(line))


def _unbracketed(line: Line) -> Line:
    """Return a line without the brackets around all of it, where they hold a post."""
    inside = line.text.strip("() ")
    return replace(line, text=inside) if f"({inside})" == line.text and is_post(inside) else line


def _without_tokens(line: Line, before: Kind) -> Item:
    text = without_leaders(line.text)
    if not without_leaders(_DAY_WORDS.sub("", text)).strip(" ."):
        return Item(kind=Kind.NOTHING, line=line)
    if is_rank(text):
        return Item(kind=Kind.RANK, line=line, signers=(Signer(rank=text),))
    is_cut = "(" in text or ")" in text
    if is_named(text.strip("() ")) and (is_cut or before in {Kind.MARK, Kind.NOTHING}):
        name = text.strip("() ")
        signer = Signer(name=name, certainty=Certainty.LIKELY, why=_NO_BRACKETS)
        return Item(kind=Kind.NAMES, line=line, signers=(signer,))
    return Item(kind=Kind.TEXT, line=line)


def _of_tokens(line: Line, tokens: Sequence[re.Match[str]], *, is_expected: bool) -> Item | None:
    """Return the item of a line with marks or brackets; None where it is running text."""
    rank, rest = rank_and_rest(without_leaders(line.text[: tokens[0].start()]))
    if rest:
        return None
    ends = [*(token.start() for token in tokens[1:]), len(line.text)]
    marked: list[Signer] = []
    named: list[Signer] = []
    for token, end in zip(tokens, ends, strict=True):
        behind = without_leaders(line.text[token.end() : end])
        if token["mark"]:
            marked.append(_marked("" if is_rank(behind) else behind))
        else:
            signer = _in_brackets(token["inside"], rank, is_expected or bool(marked))
            if signer is None or not _may_follow(behind):
                return None
            named.append(_with(signer, behind))
        rank = behind if is_rank(behind) else ""
    if named:
        return Item(kind=Kind.NAMES, line=line, signers=both(marked, named))
    return Item(kind=Kind.MARK, line=line, signers=tuple(marked))


def both(marked: Sequence[Signer], named: Sequence[Signer]) -> tuple[Signer, ...]:
    """Return those between brackets, with what was written behind their marks to sign."""
    if len(marked) != len(named):
        return tuple(named)
    pairs = zip(marked, named, strict=True)
    return tuple(
        replace(low if low.name else up, rank=low.rank, post=low.post, role=low.role or up.role)
        for up, low in pairs
    )


def _with(signer: Signer, behind: str) -> Signer:
    """Return who signs with what stands behind the name; a rank is that of the next one."""
    if is_rank(behind):
        return signer
    return replace(signer, role=behind) if is_role(behind) else replace(signer, post=behind)


def _marked(behind: str) -> Signer:
    """Return who signs by what is written behind the mark: a name, as what, or both."""
    name, gap, role = behind.partition(" ผู้")
    if is_role(behind) or is_post(behind):
        return Signer(role=behind)
    if is_named(name) or is_bare_name(name):
        role = f"{gap}{role}".strip()
        return Signer(name=name, role=role, certainty=Certainty.LIKELY, why=_NO_BRACKETS)
    return Signer()


def _in_brackets(inside: str, rank: str, is_expected: bool) -> Signer | None:
    """Return who signs by what stands between brackets; None where it is no name."""
    name = without_leaders(inside).strip(" .")
    if not name:
        is_blank = is_expected or LEADER.search(inside) is not None
        return Signer(rank=rank) if is_blank else None
    if is_named(name):
        return Signer(name=name, rank=rank)
    if not is_bare_name(name) or not (rank or is_expected):
        return None
    if rank:
        return Signer(name=name, rank=rank)
    return Signer(name=name, certainty=Certainty.LIKELY, why=NO_PREFIX)


def _may_follow(behind: str) -> bool:
    return not behind or is_rank(behind) or (len(behind) <= _LONGEST and is_post(behind))
