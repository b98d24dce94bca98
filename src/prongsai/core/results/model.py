"""Measured values and where they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

Key = tuple[str, str | None]
"""What a value belongs to: (code, part). The part is None but for EIT Public and EIT Survey."""


def name_of(key: Key) -> str:
    """Return the name of a code and its part: (e3, public) is `e3/public`."""
    code, part = key
    return code if part is None else f"{code}/{part}"


def key_of(name: str) -> Key:
    """Return the code and the part of a name: `e3/public` is (e3, public)."""
    code, _, part = name.partition("/")
    return code, part or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One row of a result sheet. `score` None: nothing was measured; never 0."""

    code: str  # i7, e3, o12, 9.2, 10, OIT, total
    part: str | None = None
    score: Decimal | None = None
    weak: bool = False  # named weak by the assessor
    note: str = ""
    place: str = ""  # row 12, B12


@dataclass(frozen=True, slots=True)
class ResultSheet:
    """The results of one agency in one year, at most one for each (code, part)."""

    results: tuple[Result, ...]

    @classmethod
    def of(cls, scores: Mapping[str, str | int | Decimal]) -> ResultSheet:
        """Make a sheet from codes and scores, such as {"i7": "65.63", "EIT/public": 90}."""
        rows = []
        for name, score in scores.items():
            code, part = key_of(name)
            rows.append(Result(code=code, part=part, score=Decimal(score)))
        return cls(tuple(rows))

    @property
    def scores(self) -> dict[Key, Decimal]:
        """Return the measured values; what was not measured is absent."""
        return {(r.code, r.part): r.score for r in self.results if r.score is not None}

    def with_scores(self, changes: Mapping[Key, Decimal | None]) -> ResultSheet:
        """Return the sheet with other scores; a row that then says nothing is left out."""
        rows = {(row.code, row.part): row for row in self.results}
        for key, score in changes.items():
            row = rows.get(key, Result(code=key[0], part=key[1]))
            rows[key] = row if row.score == score else replace(row, score=score, place="")
        kept = (r for r in rows.values() if r.score is not None or r.weak or r.note)
        return ResultSheet(tuple(kept))
