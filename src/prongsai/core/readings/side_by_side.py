"""Tables that stand side by side under one row of headings: their columns come again."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.core.readings.columns import LABELS


def side_by_side(fields: Sequence[str]) -> list[slice]:
    """Return the columns of each table that stands under these headings; mostly there is one.

    The headings come again, from what the rows are about to a score: item, score, item, score. An
    empty column between two belongs to the left one.
    """
    whole = [slice(0, len(fields))]
    if not fields or fields[0] not in LABELS:
        return whole
    starts = [n for n, name in enumerate(fields) if name == fields[0]]
    parts = [slice(a, b) for a, b in zip(starts, [*starts[1:], len(fields)], strict=True)]
    named = {tuple(filter(None, fields[part])) for part in parts}
    is_one_after_another = len(named) == 1 and "score" in named.pop()
    return parts if is_one_after_another else whole
