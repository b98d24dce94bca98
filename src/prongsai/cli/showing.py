"""Pieces of pages that several commands show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prongsai.core.scoring.model import OpenFact, Scorecard
from prongsai.core.sentences import Sentence, language_of, say, write


def standing_lines(card: Scorecard, words: Mapping[str, str]) -> Iterator[str]:
    """Yield the total, how it is made, the level, and what the level hangs on."""
    total = card.total
    yield write(say("Total: %(total)s", total="–" if total.shown is None else total.shown), words)
    if total.score is not None and total.computed is not None:
        yield f"  {total.formula}"
    standing = card.standing
    if standing.level is None:
        yield write(say("Level: not known, for there is no total."), words)
        return
    name = standing.level.title.in_language(language_of(words))
    if standing.certain:
        yield write(say("Level: %(level)s", level=name), words)
        return
    yield write(say("Level: at best %(level)s", level=name), words)
    if standing.missing:
        others = ", ".join(
            level.title.in_language(language_of(words)) for level in standing.possible[1:]
        )
        yield write(
            say(
                "  not certain: nobody gave %(names)s; it may be %(others)s",
                names=", ".join(standing.missing),
                others=others,
            ),
            words,
        )
    for fact in standing.rests_on:
        yield write(rests_on(fact), words)


def rests_on(fact: OpenFact) -> Sentence:
    """Say that something rests on a fact that nobody has read."""
    return say(
        "  rests on what nobody has read: %(fact)s (%(mark)s)",
        fact=fact.what,
        mark=fact.confidence.value,
    )
