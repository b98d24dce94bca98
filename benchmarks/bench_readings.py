"""Claims: of the model documents 98 % of scores, codes, periods, units and states are read right,
all rows, 97 % of the letters of texts; written otherwise, they keep 95 % of that.

Prints, per document and field, what a person reads in it, what was read, and how much of both is
the same; then what is left when the document is written otherwise. Skips without the documents.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.factories.facts import SHARED
from tests.factories.mutations import MUTATIONS, changed
from tests.golden.reading_cells import (
    NUMBERS,
    cells_of_key,
    cells_of_reading,
    document,
    only_sure,
    read,
    seen,
)
from tests.golden.reading_scores import Score, Tally, score, together

CHANCES = 8

# Of a reading without its unsure values these say nothing.
NOT_OF_VALUES = ("rows", "state", "counts")


def main() -> None:
    """Print the scores of all documents, as they are and written otherwise."""
    if not (SHARED / "seeds").is_dir():
        print("the model documents are not beside this checkout (PRONGSAI_SHARED): skipped")
        return
    scores = []
    for number in NUMBERS:
        of = document(number)
        scores.append(score(cells_of_key(of), cells_of_reading(read(of.lines))))
        show(f"document {number}", scores[-1])
    show("all five", together(scores))
    print(
        "\nwritten otherwise      exact values: recall precision (called sure: precision)   letters"
    )
    for mutation in MUTATIONS:
        for number in NUMBERS:
            show_otherwise(mutation, number)


def show(title: str, of: Score) -> None:
    """Print the tally of each field."""
    print(f"\n{title:<16} there    read   right  recall  precision")
    for name, tally in of.exact.items():
        print(f"  {name:<14}{line(tally)}")
    for name, tally in of.texts.items():
        print(f"  {name:<14}{line(tally)}  letters")


def line(tally: Tally) -> str:
    """Return the figures of a tally."""
    counts = f"{tally.expected:6}  {tally.read:6}  {tally.right:6}"
    return f"{counts}  {100 * tally.recall:5.1f}%     {100 * tally.precision:5.1f}%"


def show_otherwise(mutation: str, number: str) -> None:
    """Print what is left of a document that is written otherwise, in so many ways."""
    of = document(number)
    key = cells_of_key(of)
    readings = [read(changed(mutation, seen(of), chance)) for chance in range(CHANCES)]
    whole = together([score(key, cells_of_reading(reading)) for reading in readings])
    sure = together([score(key, cells_of_reading(only_sure(reading))) for reading in readings])
    exact = whole.of()
    sure_fields = [name for name in sure.exact if name not in NOT_OF_VALUES]
    print(
        f"{mutation:<20} {number}  {100 * exact.recall:5.1f}%  {100 * exact.precision:5.1f}%"
        f"  ({100 * sure.of(*sure_fields).precision:5.1f}%)  {100 * whole.letters.worst:5.1f}%"
    )


if __name__ == "__main__":
    main()
