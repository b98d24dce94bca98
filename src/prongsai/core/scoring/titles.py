"""What a score is called, beside its code."""

from __future__ import annotations

from prongsai.core.editions.model import Edition
from prongsai.core.scoring.model import Score
from prongsai.core.sentences import Names, Sentence, say


def title_of(score: Score, edition: Edition) -> Names | Sentence:
    """Return the topic of an item, the title of what stands above items, or that none is known."""
    code = score.code
    if code in edition.instrument:
        parts = {part.key: part.title for part in edition.instrument[code].parts}
        return parts.get(score.part or "", edition.instrument[code].title)
    if code in edition.indicators:
        return edition.indicators[code].title
    if code in edition.sub_indicators:
        return edition.sub_indicators[code].title or say("(topic not known)")
    if code in edition.items:
        return edition.items[code].topic or say("(topic not known)")
    return say("total")
