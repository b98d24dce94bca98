"""What a code speaks for: who works on an item works on its indicator too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from prongsai.core.editions.model import TOTAL, Edition
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.measures.model import Measure
from prongsai.core.results import Key, key_of


def all_above(keys: Iterable[Key], edition: Edition) -> set[Key]:
    """Return everything that one of `keys` counts towards: what it is a piece of.

    A score of one part counts towards that part above it, and towards the whole.
    """
    parts = {part.key for each in edition.instruments for part in each.parts}
    return {
        (above, of_part)
        for code, part in keys
        for above in edition.ancestors.get(code, ())
        for of_part in (None, *(parts if part is None else {part}))
    }


def weak_keys(findings: Sequence[Finding], edition: Edition) -> list[Key]:
    """Return what is weak, each once, in the order of the edition."""
    weak = {(each.code, each.part) for each in findings if each.severity is Severity.WEAK}
    return sorted(weak, key=_order(edition))


def unanswered(
    measures: Iterable[Measure], findings: Sequence[Finding], edition: Edition
) -> list[Key]:
    """Return what is weak and no measure answers, itself or by something that counts towards it."""
    answered = {key_of(name) for measure in measures for name in measure.answers}
    reached = answered | all_above(answered, edition)
    weak = weak_keys(findings, edition)
    return [key for key in weak if not answered & {key, (key[0], None)} and key not in reached]


def _order(edition: Edition) -> Callable[[Key], tuple[int, int]]:
    places = {code: place for place, code in enumerate((*edition.ancestors, TOTAL))}
    parts = [part.key for each in edition.instruments for part in each.parts]
    return lambda key: (places[key[0]], -1 if key[1] is None else parts.index(key[1]))
