"""The one place where a score is rounded."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

HUNDREDTH = Decimal("0.01")

# Means of thirds and sevenths leave noise in the 28th digit, and an engine's binary sums leave some
# in the 12th. Real scores that differ at all differ far above this grain, so what is closer than it
# is the same number.
GRAIN = Decimal("1E-9")


def display(value: Decimal) -> Decimal:
    """Round half up to two places, as announced results are written: 84.375 is 84.38."""
    return to_places(value, HUNDREDTH)


def to_places(value: Decimal, place: Decimal) -> Decimal:
    """Round half up to a place, such as 0.0001."""
    clean = value.quantize(GRAIN, rounding=ROUND_HALF_EVEN)
    # A difference of -0.001 is shown as 0.00: nobody writes -0.00.
    return clean.quantize(place, rounding=ROUND_HALF_UP) + 0


def same_value(one: Decimal, other: Decimal) -> bool:
    """Tell whether two scores are one, written with more or fewer places: 87.76 and 87.8."""
    fewer = max(_place(one), _place(other))
    return to_places(one, fewer) == to_places(other, fewer)


def _place(score: Decimal) -> Decimal:
    return Decimal(1).scaleb(min(0, int(score.as_tuple().exponent)))
