"""`prongsai national`: every agency at once, from raw answers."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say, write
from prongsai.formats.editions import load_edition
from prongsai.national.score import ENGINES, score_national
from prongsai.national.synthetic import make_synthetic_year


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "national",
        words,
        say(
            "score: from the answers of every agency (Parquet: agency, instrument, respondent, item, answer)"
            " to its scores and level.\n"
            "make-year: writes answers made up by a fixed seed, to try it with."
        ),
    )
    made.option(
        "action", choices=("score", "make-year"), metavar="score|make-year", help=say("what to do")
    )
    made.option(
        "answers",
        nargs="?",
        type=Path,
        metavar="ANSWERS.parquet",
        help=say("the answers (for score)"),
    )
    made.option(
        "--edition",
        required=True,
        help=say("the edition: its key (see prongsai edition list) or an edition file"),
    )
    made.option(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE.parquet",
        help=say("where to write it"),
    )
    made.option(
        "--engine", choices=ENGINES, default="duckdb", help=say("what computes (for score)")
    )
    made.option(
        "--check-duplicates",
        action="store_true",
        help=say("also look for answers given twice, which takes longer (for score)"),
    )
    made.option("--agencies", type=int, metavar="N", help=say("how many agencies (for make-year)"))
    made.option(
        "--respondents", type=int, metavar="N", help=say("how many respondents (for make-year)")
    )
    made.option(
        "--seed", type=int, metavar="N", help=say("another seed, another year (for make-year)")
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Score, or make a year up, and say what was done."""
    edition = load_edition(arguments.edition)
    if arguments.action == "make-year":
        asked = {name: getattr(arguments, name) for name in ("agencies", "respondents", "seed")}
        given = {name: value for name, value in asked.items() if value is not None}
        make_synthetic_year(arguments.output, edition, **given)
        print(write(say("Written: %(file)s", file=arguments.output), words))
        return
    if arguments.answers is None:
        raise Refusal(say("which answers?"), fix=say("Name the Parquet file with the answers."))
    summary = score_national(
        arguments.answers,
        arguments.output,
        edition,
        engine=arguments.engine,
        check_duplicates=arguments.check_duplicates,
    )
    print(
        write(
            say(
                "%(agencies)s agencies, %(answers)s answers; %(without)s without a total,"
                " %(uncertain)s levels at best.",
                agencies=summary.agencies,
                answers=summary.answers,
                without=summary.without_total,
                uncertain=summary.uncertain_levels,
            ),
            words,
        )
    )
    for fact in summary.rests_on:
        print(
            write(
                say(
                    "  rests on what nobody has read: %(fact)s (%(mark)s)",
                    fact=fact.what,
                    mark=fact.confidence.value,
                ),
                words,
            )
        )
    print(write(say("Written: %(file)s", file=arguments.output), words))
