"""Which edition serves which fiscal year."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.editions import edition_keys, load_edition


def edition_of_year(year: int, otherwise: Edition | None = None) -> Edition:
    """Return the edition that comes with Prongsai and serves a fiscal year (B.E.), or `otherwise`.

    :raises Refusal: none serves it, and there is no other.
    """
    serving = editions_by_year().get(year, otherwise)
    if serving is not None:
        return serving
    raise Refusal(
        say("no edition serves the fiscal year %(year)s.", year=year),
        fix=say("Name one yourself; prongsai edition list shows them."),
    )


@cache
def editions_by_year() -> Mapping[int, Edition]:
    """Return the editions that come with Prongsai by the fiscal years (B.E.) they serve."""
    editions = (load_edition(key) for key in edition_keys())
    return {year: edition for edition in editions for year in edition.fiscal_years}
