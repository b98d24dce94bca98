"""What somebody asks to change, in words: o35=100,i7=85."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.results import Codes, Key, name_of, read_score
from prongsai.core.sentences import say


def changes_in(text: str, edition: Edition) -> dict[Key, Decimal]:
    """Read changes of scores, CODE=SCORE with commas between them.

    :raises Refusal: for a code that the edition has not, what is no score, and a code twice.
    """
    codes = Codes(edition)
    changes: dict[Key, Decimal] = {}
    for pair in text.split(","):
        name, _, value = pair.partition("=")
        key = codes.read_key(name)
        if key in changes:
            raise Refusal(
                say("%(name)s stands twice.", name=name_of(key)), fix=say("Give it one score.")
            )
        changes[key] = _new_score(value, pair)
    return changes


def _new_score(text: str, pair: str) -> Decimal:
    score = read_score(text)
    if score is None:
        raise Refusal(
            say("%(pair)s is not a change.", pair=pair.strip()),
            fix=say("Write CODE=SCORE, several with commas: o35=100,i7=85."),
        )
    return score
