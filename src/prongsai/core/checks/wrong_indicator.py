"""Rule: an item stands under an indicator, or an instrument, that is not its own."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks.meaning import Meanings, instrument_of
from prongsai.core.checks.model import Problem, Severity, Subject
from prongsai.core.editions.model import Edition, Item
from prongsai.core.readings.model import Certainty, NamedCode, Said
from prongsai.core.sentences import Sentence, say

_LIKE = 0.4  # the name confirms the code


def wrong_indicator(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each item that no edition of the document has where it stands.

    Seed 000 lists i7 and i8 under indicator 1; they are of indicator 2.
    """
    meanings = Meanings(subject)
    for said in subject.reading.names:
        own = [*meanings.items(said.value.code)]
        if not said.value.under or not own or said.certainty is Certainty.ASK:
            continue
        if not any(said.value.under in edition.ancestors[said.value.code] for edition, _ in own):
            yield _problem(said, *own[0], meanings)


def _problem(said: Said[NamedCode], edition: Edition, item: Item, meanings: Meanings) -> Problem:
    # Written without its letter, a code is sure if the name beside it is the item's too.
    sure = said.certainty is Certainty.SURE
    sure = sure or meanings.likeness(said.value.name, item, edition) >= _LIKE
    is_read = not edition.instrument[instrument_of(item.code, edition)].items_known.is_open
    above = edition.ancestors[item.code][-3]
    return Problem(
        rule="wrong_indicator",
        place=said.place,
        what=_what(said.value, edition),
        expected=say(
            "In %(edition)s it is of indicator %(key)s %(title)s.",
            edition=edition.title,
            key=above,
            title=edition.indicators[above].title,
        ),
        severity=Severity.MUST if sure and is_read else Severity.LOOK,
    )


def _what(named: NamedCode, edition: Edition) -> Sentence:
    if named.under in edition.instrument:
        return say(
            "%(code)s stands under %(under)s, which is not its own.",
            code=named.code,
            under=named.under,
        )
    return say(
        "%(code)s stands under indicator %(under)s, which is not its own.",
        code=named.code,
        under=named.under,
    )
