"""The left side: the source in its order, the words of each value marked where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from prongsai.core.checks.model import Problem
from prongsai.core.readings.model import Place
from prongsai.core.readings.source import Cell, Source, SourceTable, Text
from prongsai.core.sentences import say
from prongsai.formats.html_text import html_text
from prongsai.formats.reading_page.marks import Mark, Piece, Reader, Searched, Span, pieces
from prongsai.formats.reading_page.shown import Page, Shown
from prongsai.formats.reading_page.signs import with_heard_words
from prongsai.formats.reading_problems import long_names

_WIDEST = 20  # columns that the style sheet knows

Key = tuple[str | int | None, ...]
_NOWHERE: Key = ("nowhere",)  # of a file that knows neither lines nor pages


@dataclass(slots=True)
class _Leaf:
    """A text of the source: a paragraph or a cell; its anchor, what is marked in it."""

    text: Searched
    anchor: str
    spans: list[Span] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)  # numbers of problems


class SourceSide:
    """Find the words of each value in the source, then write it."""

    def __init__(self, source: Source, page: Page) -> None:
        """Mark what is shown; the page gets the anchors of its values and problems."""
        self._source, self._page = source, page
        self._leaves: list[_Leaf] = []
        self._at: dict[Key, list[_Leaf]] = defaultdict(list)
        for each in _leaves_of(source):
            leaf = _Leaf(Searched(each.text), f"b{len(self._leaves) + 1}")
            self._leaves.append(leaf)
            for key in _keys(each.place):
                self._at[key].append(leaf)
        self._readers = {key: Reader([leaf.text for leaf in at]) for key, at in self._at.items()}
        for value in page.values:
            self._mark(value)
        for number, problem in enumerate(page.problems, start=1):
            self._flag(number, problem)
        for number, measure in enumerate(page.reading.measures):
            row = self._key(measure.place)
            if row is not None:
                page.row_anchors[number] = self._at[row][0].anchor

    def html(self) -> str:
        """Write the source; a reading that came alone has none."""
        if not self._leaves:
            return f"<p>{self._page.write(say('The document itself is not at hand here.'))}</p>"
        return "\n".join(self._blocks(iter(self._leaves)))

    def _key(self, place: Place) -> Key | None:
        """Return what is nearest to a place, as far as it is known."""
        return next((key for key in _keys(place) if key in self._at), None)

    def _mark(self, value: Shown) -> None:
        said = value.slot.said
        key = None if said is None or value.slot.field == "kind" else self._key(said.place)
        if said is None or key is None:
            return
        found = self._readers[key].find(said.words)
        first = self._at[key][0]
        if found is None and first.text.is_part_of(said.words):
            found = 0, (0, len(first.text.text))  # it begins here, and goes on in other texts
        if found is not None:
            number, place = found
            self._at[key][number].spans.append(Span(*place, value.number, value.mark))
            self._page.anchors[value.number] = f"w{value.number}"
        elif key != _NOWHERE:
            self._page.anchors[value.number] = first.anchor

    def _flag(self, number: int, problem: Problem) -> None:
        key = self._key(problem.place)
        if key is None:
            return
        leaf: _Leaf | None = self._at[key][0]
        if key == _NOWHERE:  # only what it names can tell where
            found = filter(None, map(self._readers[key].find, long_names(problem)))
            leaf = next((self._at[key][n] for n, _ in found), None)
        if leaf is not None:
            leaf.flags.append(number)
            self._page.problem_anchors[number] = leaf.anchor

    def _blocks(self, leaves: Iterator[_Leaf]) -> Iterator[str]:
        page: int | None = None
        for block in self._source.blocks:
            if block.place.page not in {None, page}:
                page = block.place.page
                yield f'<p class="page">{self._page.write(say("page %(number)s", number=page))}</p>'
            if isinstance(block, SourceTable):
                yield self._table(block, leaves)
            else:
                yield self._text(block, next(leaves))

    def _text(self, block: Text, leaf: _Leaf) -> str:
        line = "" if block.place.line is None else f' data-line="{block.place.line}"'
        return f'<p id="{leaf.anchor}"{line}{_wrong(leaf)}>{self._inside(leaf)}</p>'

    def _table(self, block: SourceTable, leaves: Iterator[_Leaf]) -> str:
        name = self._page.write(say("Table %(number)s", number=block.place.table or ""))
        columns = max([len(block.headings), *map(len, block.rows)])
        heads = "".join(map(_heading, block.headings))
        rows = "\n".join(self._row(row, n, leaves) for n, row in enumerate(block.rows, start=1))
        return (
            f'<div class="scroll c{min(columns, _WIDEST)}" role="region" tabindex="0"'
            f' aria-label="{name}"><table><caption>{name}</caption>\n'
            f"<thead><tr><td></td>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>"
        )

    def _row(self, row: Sequence[Cell], number: int, leaves: Iterator[_Leaf]) -> str:
        cells = (
            f'<td id="{leaf.anchor}"{_wrong(leaf)}>{self._inside(leaf)}</td>'
            for _, leaf in zip(row, leaves, strict=False)
        )
        own = next((cell.place.row for cell in row if cell.place.row is not None), number)
        return f'<tr><th scope="row">{own}</th>{"".join(cells)}</tr>'

    def _inside(self, leaf: _Leaf) -> str:
        if not leaf.spans and not leaf.flags:
            return html_text(leaf.text.text)
        marked = "".join(self._piece(piece) for piece in pieces(leaf.text.text, leaf.spans))
        return marked + "".join(map(self._flag_sign, leaf.flags))

    def _piece(self, piece: Piece) -> str:
        text = html_text(piece.text)
        if piece.mark is None or not piece.text.strip():  # a link has something to read
            return text
        kept = ' tabindex="-1"' if piece.mark is Mark.SURE else ""
        sign = (
            with_heard_words(piece.mark, self._page)
            if piece.ends and piece.mark is not Mark.SURE
            else ""
        )
        kind = piece.mark.name.lower()
        made = f'<a class="m {kind}" href="#v{piece.value}"{kept}>{text}{sign}</a>'
        for number in piece.begins:
            made = f'<span id="w{number}">{made}</span>'
        return made

    def _flag_sign(self, number: int) -> str:
        told = self._page.write(say("problem %(number)s", number=number))
        seen = f'<span aria-hidden="true">!{number}</span><span class="unseen">{told}</span>'
        return f' <a class="flag" href="#p{number}">{seen}</a>'


def _leaves_of(source: Source) -> Iterator[Text | Cell]:
    for block in source.blocks:
        if isinstance(block, Text):
            yield block
        else:
            for row in block.rows:
                yield from row


def _keys(place: Place) -> Iterable[Key]:
    """Return what a place may be found by, the most exact one first."""
    if place.row is not None:
        yield ("cell", place.page, place.line, place.table, place.row, place.column)
        yield ("row", place.table, place.row)
    if place.table is not None:
        yield ("table", place.table)
    if place.table is None and place.line is not None:
        yield ("line", place.page, place.line)
    if place.page is not None:
        yield ("page", place.page)
    if place == Place():
        yield _NOWHERE


def _heading(text: str) -> str:
    return f'<th scope="col">{html_text(text)}</th>' if text.strip() else "<td></td>"


def _wrong(leaf: _Leaf) -> str:
    return ' class="wrong-here"' if leaf.flags else ""
