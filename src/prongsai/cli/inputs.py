"""What `score`, `findings` and `plan` have in common: results, their edition, and last year's."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from prongsai.cli.endings import may_be_reading
from prongsai.cli.parsing import Parser
from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.findings.analysis import Analysis, analyse
from prongsai.core.scoring.asked import changes_in
from prongsai.core.scoring.model import Scorecard
from prongsai.core.scoring.scorer import score
from prongsai.core.scoring.what_if import WhatIf, what_if
from prongsai.core.sentences import say
from prongsai.formats.edition_years import edition_of_year
from prongsai.formats.editions import load_edition
from prongsai.formats.read_results import read_results


def add_inputs(parser: Parser) -> None:
    """Add the arguments that name the results and their edition."""
    parser.option(
        "results",
        type=Path,
        metavar="RESULTS",
        help=say(
            "the result sheet, CSV or XLSX: columns code, score; or a reading (prongsai read), -"
            " from standard input"
        ),
    )
    parser.option(
        "--edition",
        help=say("the edition: its key (see prongsai edition list) or an edition file"),
    )
    parser.option(
        "--previous", type=Path, metavar="FILE", help=say("the result sheet of the year before")
    )
    parser.option(
        "--previous-edition",
        metavar="EDITION",
        help=say("its edition; without it, the one that served the year before"),
    )
    add_year(parser)


def add_year(parser: Parser) -> None:
    """Add the argument that says of which year the results are."""
    parser.option(
        "--year",
        type=int,
        metavar="YEAR",
        help=say(
            "the fiscal year (B.E.) of the results, where the edition serves several or a reading"
            " says another"
        ),
    )


def add_what_if(parser: Parser) -> None:
    """Add the argument that asks what if."""
    parser.option(
        "--what-if",
        metavar="CODE=SCORE,...",
        help=say("score again with other values, such as o35=100,i7=85"),
    )


def analysis(arguments: argparse.Namespace, words: Mapping[str, str]) -> Analysis:
    """Read what the arguments name and work everything out from it.

    Raises Refusal for what cannot be read.
    """
    path: Path = arguments.results
    if may_be_reading(path):
        from prongsai.cli.given import results_in  # noqa: PLC0415 -- slow import

        edition, sheet = results_in(path, arguments.edition, arguments.year, words)
    else:
        edition = _edition_named(arguments.edition)
        sheet = read_results(path, edition)
    return analyse(score(edition, sheet), previous_card(arguments, edition))


def _edition_named(name: str | None) -> Edition:
    if name is None:
        raise Refusal(
            say("a result sheet does not say of which edition it is."),
            fix=say(
                "Name it with --edition (see prongsai edition list); of a document, let prongsai"
                " read make a reading."
            ),
        )
    return load_edition(name)


def outcome_of(arguments: argparse.Namespace, card: Scorecard) -> WhatIf | None:
    """Return what `--what-if` asks for, where it was asked."""
    if arguments.what_if is None:
        return None
    try:
        changes = changes_in(arguments.what_if, card.edition)
    except Refusal as refusal:
        raise refusal.within("--what-if") from None
    return what_if(card, changes)


def previous_card(arguments: argparse.Namespace, edition: Edition) -> Scorecard | None:
    """Return the scorecard of the year before, where its results were given."""
    if arguments.previous is None:
        return None
    before = _previous_edition(arguments, edition)
    return score(before, read_results(arguments.previous, before))


def _previous_edition(arguments: argparse.Namespace, edition: Edition) -> Edition:
    if arguments.previous_edition:
        return load_edition(arguments.previous_edition)
    year = arguments.year
    if year is None and len(edition.fiscal_years) > 1:
        raise Refusal(
            say("%(edition)s serves several fiscal years.", edition=edition.key),
            fix=say("Say of which edition last year's results are, with --previous-edition."),
        )
    return edition_of_year((edition.fiscal_years[0] if year is None else year) - 1)
