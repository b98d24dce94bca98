"""How sure a value is, as a sign with its words: never a colour alone."""

from __future__ import annotations

from collections.abc import Mapping

from prongsai.core.sentences import Sentence, say
from prongsai.formats.reading_page.marks import Mark
from prongsai.formats.reading_page.shown import MARKS, Page
from prongsai.formats.reading_words import CERTAINTIES

SIGNS: Mapping[Mark, str] = {Mark.SURE: "✓", Mark.LIKELY: "≈", Mark.ASK: "?", Mark.WRONG: "!"}
TOLD: Mapping[Mark, Sentence] = {
    **{MARKS[certainty]: told for certainty, told in CERTAINTIES.items()},
    Mark.WRONG: say("found by the checks"),
}


def sign(mark: Mark) -> str:
    """Write a sign, which only the eye sees: its words stand beside it."""
    return f'<span class="sign {mark.name.lower()}" aria-hidden="true">{SIGNS[mark]}</span>'


def with_words(mark: Mark, page: Page) -> str:
    """Write a sign and what it says."""
    return f'{sign(mark)} <span class="certainty">{page.write(TOLD[mark])}</span>'


def with_heard_words(mark: Mark, page: Page) -> str:
    """Write a sign whose words are only heard."""
    return f'{sign(mark)}<span class="unseen"> ({page.write(TOLD[mark])})</span>'
