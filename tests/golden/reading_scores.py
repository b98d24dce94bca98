"""How well a document was read: exact values by precision and recall, text cells by letters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tests.golden.reading_cells import Cells, RowCells, Values

_ROWS = "rows"
_NEAR = 0.25  # of their pieces, two rows share at least so many when they are one
_PIECE = 4  # letters


@dataclass(slots=True)
class Tally:
    """How many cells (of a text: letters) there are, were read, and were read right."""

    expected: int = 0
    read: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """Return how much of what there is was read right."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """Return how much of what was read is right."""
        return self.right / self.read if self.read else 1.0

    @property
    def worst(self) -> float:
        """Return the lower one of both."""
        return min(self.recall, self.precision)

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.expected += other.expected
        self.read += other.read
        self.right += other.right


@dataclass(frozen=True, slots=True)
class Score:
    """Tallies by field: of exact values (rows among them), and of the letters of texts."""

    exact: Mapping[str, Tally]
    texts: Mapping[str, Tally]

    def of(self, *fields: str) -> Tally:
        """Return the tally of several exact fields together, of all without a field."""
        return total(tally for name, tally in self.exact.items() if name in fields or not fields)

    @property
    def letters(self) -> Tally:
        """Return the tally of all texts."""
        return total(self.texts.values())


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    found = Tally()
    for tally in tallies:
        found.add(tally)
    return found


def together(scores: Sequence[Score]) -> Score:
    """Return the score of several documents as of one."""
    names = [dict.fromkeys(n for s in scores for n in kind(s)) for kind in (_exact, _texts)]
    return Score(
        {n: total(s.exact[n] for s in scores if n in s.exact) for n in names[0]},
        {n: total(s.texts[n] for s in scores if n in s.texts) for n in names[1]},
    )


def score(expected: Cells, read: Cells) -> Score:
    """Compare what a person reads in a document with what was read of it."""
    exact: dict[str, Tally] = defaultdict(Tally)
    texts: dict[str, Tally] = defaultdict(Tally)
    for name in {**expected.document, **read.document}:
        exact[name].add(_common(expected.document.get(name, ()), read.document.get(name, ())))
    for name in {**expected.texts, **read.texts}:
        texts[name].add(_alike(expected.texts.get(name, ()), read.texts.get(name, ())))
    nothing = RowCells(exact={}, texts={})
    pairs = _paired(expected.rows, read.rows)
    for one, other in pairs:
        exact[_ROWS].add(Tally(one is not None, other is not None, bool(one and other)))
        left, right = one or nothing, other or nothing
        for name in {**left.exact, **right.exact}:
            exact[name].add(_common(left.exact.get(name, ()), right.exact.get(name, ())))
        for name in {**left.texts, **right.texts}:
            texts[name].add(_alike(left.texts.get(name, ()), right.texts.get(name, ())))
    return Score(
        *({n: t for n, t in all_.items() if t.expected or t.read} for all_ in (exact, texts))
    )


def differences(expected: Cells, read: Cells) -> list[str]:
    """Return each exact value that was missed (-) or invented (+), with its field."""
    found = [*_differ("", expected.document, read.document)]
    for number, (one, other) in enumerate(_paired(expected.rows, read.rows), start=1):
        if one is None or other is None:
            found.append(f"{'-' if one else '+'} row {number}")
            continue
        found += _differ(f"row {number} ", one.exact, other.exact)
    return found


def _differ(of: str, one: Mapping[str, Values], other: Mapping[str, Values]) -> Iterable[str]:
    for name in {**one, **other}:
        missed = Counter(one.get(name, ())) - Counter(other.get(name, ()))
        invented = Counter(other.get(name, ())) - Counter(one.get(name, ()))
        yield from (f"- {of}{name} {value}" for value in missed.elements())
        yield from (f"+ {of}{name} {value}" for value in invented.elements())


def _common(expected: Values, read: Values) -> Tally:
    right = sum((Counter(expected) & Counter(read)).values())
    return Tally(len(expected), len(read), right)


def _alike(expected: Values, read: Values) -> Tally:
    """Count the letters of entries, the end of each entry as one more."""
    one, other = "".join(f"{e}\n" for e in expected), "".join(f"{r}\n" for r in read)
    if one == other:
        return Tally(len(one), len(one), len(one))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return Tally(len(one), len(other), sum(block.size for block in blocks))


def _paired(
    expected: Sequence[RowCells], read: Sequence[RowCells]
) -> list[tuple[RowCells | None, RowCells | None]]:
    """Pair the rows most alike by their texts; what is left over was missed or invented."""
    ours, theirs = [*map(_pieces, expected)], [*map(_pieces, read)]
    alike = sorted(
        ((_overlap(a, b), -n, -m) for n, a in enumerate(ours) for m, b in enumerate(theirs)),
        reverse=True,
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for near, n, m in alike:
        if near >= _NEAR and -n not in partner and -m not in taken:
            partner[-n] = -m
            taken.add(-m)
    pairs: list[tuple[RowCells | None, RowCells | None]] = [
        (row, read[partner[n]] if n in partner else None) for n, row in enumerate(expected)
    ]
    return pairs + [(None, row) for m, row in enumerate(read) if m not in taken]


def _pieces(row: RowCells) -> frozenset[str]:
    texts = ("".join(entries) for entries in row.texts.values())
    return frozenset(t[n : n + _PIECE] for t in texts for n in range(max(1, len(t) - _PIECE + 1)))


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _exact(of: Score) -> Mapping[str, Tally]:
    return of.exact


def _texts(of: Score) -> Mapping[str, Tally]:
    return of.texts
