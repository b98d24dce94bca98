"""The days of a date of the year: read from words, checked, written for the record."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.core.thai.dates_in_text import periods_in

Days = tuple[date | None, date | None]


# The same words of a framework, for every agency that opens its year.
@lru_cache(maxsize=128)
def days_of(words: str) -> Days:
    """Return the days that words say alone; (None, None) where they say another thing."""
    whole = [each.value for each in periods_in(words) if (each.start, each.end) == (0, len(words))]
    return (whole[0].first, whole[0].last) if whole else (None, None)


def checked(days: Days) -> Days:
    """Return the first and the last day; a day alone is both.

    :raises Refusal: if the first is missing, or the last comes before it.
    """
    first, last = days
    if first is None and last is not None:
        raise Refusal(say("The first day is missing."), fix=say("Give it, or leave both empty."))
    last = last or first
    if first and last and last < first:
        raise Refusal(say("The last day comes before the first."), fix=say("Change one of them."))
    return first, last


def changed_meanwhile(title: str) -> Refusal:
    """Return what who did not see the newest days of a date is told."""
    return Refusal(
        say("Somebody else changed “%(title)s” meanwhile.", title=title),
        fix=say("Look at it again, then change it."),
    )


def there_already(title: str) -> Refusal:
    """Return what who adds a date is told where one of its title is there."""
    return Refusal(
        say("There is a date “%(title)s” already.", title=title),
        fix=say("Change that one in the list, or give the new one another name."),
    )


def span(first: date | None, last: date | None) -> str:
    """Write days as the record has them."""
    return "–" if first is None else f"{first}/{last}"
