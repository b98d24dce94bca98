"""The chain of signatures: who signs as what, in which order, and with which opinion.

A place to sign is a name between brackets, with a rank above and a post below; or a row of dots
for each of them. What stands between two places is the opinion of who signs below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby, takewhile, zip_longest

from prongsai.core.documents.papers import Signature
from prongsai.core.readings.model import Certainty, Said
from prongsai.core.readings.source import Source, SourceTable, Text
from prongsai.core.readings.understand.lines import Line, layout, lines_in, without_leaders
from prongsai.core.readings.understand.signing_lines import (
    NO_PREFIX,
    Item,
    Kind,
    Signer,
    both,
    items_of,
)
from prongsai.core.readings.understand.signing_words import (
    goes_on,
    is_opinion,
    is_post,
    post_of,
    posts_beside,
    with_line,
)
from prongsai.core.sentences import Sentence, say

SaidSignature = Said[Signature]

_MOST_LINES = 6  # of an opinion
_NEAR = 12  # lines below a mark or a name that may belong to it
_LONGEST = 300  # letters of a line of an opinion
_CLOSES = re.compile(r"จึง|(?:สั่ง|ประกาศ|ให้ไว้)\s*ณ|ทั้งนี้")
_WHOSE = re.compile(
    r"(?:ความเห็น|ความคิดเห็น|ข้อสั่งการ|คำสั่ง)\s*(?:ของ|ผู้|นายก|ปลัด|หัวหน้า)[^:]*(?::\s*|$)"
    r"|^(?:ความเห็น|ความคิดเห็น|ข้อสั่งการ)\s*:?\s*$"  # and nothing said
)
_CHOICE = re.compile(r"\(\s*\)|[☐□]")
_CHOSEN = re.compile(r"\(\s*[/✓✔xX]\s*\)|[☑☒✓✔]")
_COPY = re.compile("สำเนา")
_SHORT = 100  # letters of an opinion that nothing but its words marks


def signatures_in(source: Source) -> Iterator[SaidSignature]:
    """Yield the steps of the chain in the order in which they are signed."""
    for is_text, blocks in groupby(source.blocks, key=lambda block: isinstance(block, Text)):
        if is_text:
            yield from (said for _, said in _chain(_lines(blocks)))
        else:
            tables = (block for block in blocks if isinstance(block, SourceTable))
            yield from chain.from_iterable(map(_beside, tables))


@dataclass(slots=True, kw_only=True)
class _Above:
    """What stands above a place to sign, below the place before it."""

    is_first: bool = False
    ranks: list[str] = field(default_factory=list)
    marked: tuple[Signer, ...] = ()
    texts: list[Line] = field(default_factory=list)

    def take(self, item: Item) -> None:
        if item.kind is Kind.RANK:
            self.ranks.append(item.signers[0].rank)
        elif item.kind is Kind.MARK:
            self.marked = item.signers
        elif item.kind is Kind.TEXT:
            self.texts.append(item.line)
            self.ranks.clear()  # it was nobody's

    def opinion(self) -> str:
        """Return the opinion above the signature; a choice that nobody made is none."""
        texts = self.texts
        if self.is_first or len(texts) > _MOST_LINES or any(len(t.text) > _LONGEST for t in texts):
            texts = _last(texts)
        lines = (_WHOSE.sub("", without_leaders(each.text)).strip() for each in texts)
        text = "\n".join(filter(None, lines))
        return "" if _CHOICE.search(text) and not _CHOSEN.search(text) else text


@dataclass(slots=True, kw_only=True)
class _Below:
    """The posts that stand below the names of a line, one for each."""

    posts: list[str]
    words: list[str] = field(default_factory=list)
    is_told_apart: bool = True


def _last(texts: Sequence[Line]) -> list[Line]:
    """Return the last lines of a text that are an opinion, not the end of the letter."""
    near = texts[-_MOST_LINES:]
    ends = [number for number, line in enumerate(near) if _CLOSES.match(line.text)]
    if ends:
        end = near[ends[-1]]
        behind = near[ends[-1] + 1 :]
        apart = (line for line in behind if line.block != end.block or is_opinion(line.text))
        return [line for line in apart if len(line.text) <= _LONGEST]
    found = [*takewhile(lambda line: is_opinion(line.text), reversed(near))]
    return [line for line in reversed(found) if len(line.text) <= _SHORT]


def _lines(blocks: Iterable[Text | SourceTable]) -> list[Line]:
    return [
        line
        for number, block in enumerate(blocks)
        if isinstance(block, Text)
        for line in lines_in(block, number)
    ]


def _beside(table: SourceTable) -> list[SaidSignature]:
    """Return who signs in the cells of a table: each column by itself, then row by row."""
    found: list[tuple[int, int, SaidSignature]] = []
    for number, cells in enumerate(zip_longest(*layout(table))):
        rows = enumerate(cell for cell in cells if cell is not None)
        lines = [line for row, cell in rows for line in lines_in(cell, row)]
        found.extend((line.block, number, said) for line, said in _chain(lines))
    return [said for _, _, said in sorted(found, key=lambda each: each[:2])]


def _chain(lines: Sequence[Line]) -> Iterator[tuple[Line, SaidSignature]]:
    """Yield each signature with the line of its name."""
    items = items_of(lines)
    above = _Above(is_first=True)
    number = 0
    while number < len(items):
        item = items[number]
        number += 1
        if not _is_place(items[number - 1 : number + _NEAR]):
            above.take(item)
            continue
        signers = both(above.marked, item.signers) if item.kind is Kind.NAMES else item.signers
        below = _below(items[number : number + _NEAR], signers)
        number += len(below.words)
        for said in _signed(above, item, signers, below):
            yield item.line, said
        above = _Above()


def _is_place(items: Sequence[Item]) -> bool:
    """Tell whether somebody signs at the first line; a mark belongs to the names below it."""
    if items[0].kind is not Kind.MARK:
        return items[0].kind is Kind.NAMES
    below = (each.kind for each in items[1:] if each.kind not in {Kind.RANK, Kind.NOTHING})
    return next(below, None) is not Kind.NAMES


def _below(items: Sequence[Item], signers: Sequence[Signer]) -> _Below:
    """Return the posts below the names, and the lines that hold them."""
    below = _Below(posts=[each.post for each in signers])
    for item in items:
        text = without_leaders(item.line.text)
        if item.kind is Kind.TEXT and len(signers) == 1 and goes_on(below.posts[0], text):
            below.posts[0] = with_line(below.posts[0], text)
        elif item.kind is Kind.TEXT and len(signers) > 1 and is_post(text) and below.is_told_apart:
            parts = posts_beside(text, len(signers))
            below.is_told_apart = bool(parts)
            pairs = zip(below.posts, parts or [""] * len(signers), strict=True)
            below.posts = [with_line(*each) for each in pairs]
        elif item.kind is not Kind.NOTHING or any(below.posts):
            break
        below.words.append(item.line.text)
    return below


def _signed(
    above: _Above, item: Item, signers: Sequence[Signer], below: _Below
) -> Iterator[SaidSignature]:
    is_alone = len(signers) == 1
    rank = " ".join(above.ranks) if is_alone else ""
    opinion = above.opinion() if is_alone else ""
    for signer, post in zip(signers, below.posts, strict=True):
        made = _signature(signer, rank, opinion, post)
        if made != Signature():
            certainty, why = _certainty(signer, made, below)
            words = " ".join((*above.ranks, item.line.text, *below.words))
            yield Said(value=made, words=words, place=item.line.place, certainty=certainty, why=why)


def _signature(signer: Signer, rank: str, opinion: str, post: str) -> Signature:
    position, capacity, acting = post_of(post or signer.role)
    role = signer.role if post else ""
    return Signature(
        name=signer.name,
        rank=signer.rank or rank,
        position=position,
        capacity=capacity,
        acting=acting,
        opinion=f"{opinion} {role}".strip(),
    )


def _certainty(signer: Signer, made: Signature, below: _Below) -> tuple[Certainty, Sentence | None]:
    """Return how sure a signature is, and why it is not."""
    if not below.is_told_apart:
        why = say("Several sign side by side; whose post is whose is not marked.")
        return Certainty.ASK, why
    if _COPY.match(made.opinion):
        return Certainty.ASK, say("Who certifies a copy may not be of the chain.")
    if signer.why is not None and not (signer.why == NO_PREFIX and made.rank):
        return signer.certainty, signer.why
    if made.position and not is_post(made.position):
        return Certainty.LIKELY, say("What stands below the name is taken for the post.")
    return Certainty.SURE, None
