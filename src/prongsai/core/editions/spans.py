"""Long lists of codes, written short."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBERED = re.compile("(.*?)([0-9]+)(/.*)?")


def spans(names: Iterable[str]) -> tuple[str, ...]:
    """Write names whose numbers follow each other as a span: o1, o2, o3, o7 are o1–o3, o7."""
    runs: list[list[str]] = []
    for name in names:
        if runs and name == _next(runs[-1][-1]):
            runs[-1].append(name)
        else:
            runs.append([name])
    return tuple(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _next(name: str) -> str | None:
    found = _NUMBERED.fullmatch(name)
    return found and f"{found[1]}{int(found[2]) + 1}{found[3] or ''}"
