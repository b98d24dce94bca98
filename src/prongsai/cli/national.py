"""`prongsai national`: every agency at once, from raw answers."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from prongsai.cli.outputs import check_outputs
from prongsai.cli.parsing import Parser
from prongsai.cli.showing import rests_on
from prongsai.core.errors import Refusal
from prongsai.core.sentences import Sentence, say, write
from prongsai.formats.editions import load_edition
from prongsai.national.score import ENGINES, edition_named_in, score_national
from prongsai.national.synthetic import make_synthetic_year

SIZES: dict[str, Sentence] = {
    "agencies": say("how many agencies (for make-year)"),
    "respondents": say("how many respondents (for make-year)"),
    "seed": say("another seed, another year (for make-year)"),
}


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "national",
        words,
        say(
            "score: from the answers of every agency (Parquet: agency, instrument, respondent,"
            " item,"
            " answer) to its scores and level.\n"
            "make-year: writes answers made up by a fixed seed, to try it with."
        ),
    )
    option: Callable[..., None] = made.option
    path = {"type": Path, "metavar": "FILE.parquet"}
    actions = ("score", "make-year")
    option("action", choices=actions, metavar="|".join(actions), help=say("what to do"))
    option("answers", nargs="?", help=say("the answers (for score)"), **path)
    option("--edition", help=say("the edition; without it, the one that the answers name"))
    option("-o", "--output", required=True, help=say("where to write it"), **path)
    option("--engine", choices=ENGINES, default="duckdb", help=say("what computes (for score)"))
    option(
        "--check-duplicates",
        action="store_true",
        help=say("also look for answers given twice, which takes longer (for score)"),
    )
    for name, meaning in SIZES.items():
        option(f"--{name}", type=int, metavar="N", help=meaning)
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Score, or make a year up, and say what was done."""
    check_outputs([arguments.output], [arguments.answers])
    said = _make_year(arguments) if arguments.action == "make-year" else _score(arguments)
    for sentence in (*said, say("Written: %(file)s", file=arguments.output)):
        print(write(sentence, words))


def _make_year(arguments: argparse.Namespace) -> tuple[Sentence, ...]:
    if arguments.edition is None:
        raise _which_edition()
    asked = {name: getattr(arguments, name) for name in SIZES}
    given = {name: number for name, number in asked.items() if number is not None}
    make_synthetic_year(arguments.output, load_edition(arguments.edition), **given)
    return ()


def _score(arguments: argparse.Namespace) -> tuple[Sentence, ...]:
    if arguments.answers is None:
        raise Refusal(say("which answers?"), fix=say("Name the Parquet file with the answers."))
    edition = arguments.edition or edition_named_in(arguments.answers)
    if edition is None:
        raise _which_edition()
    summary = score_national(
        arguments.answers,
        arguments.output,
        load_edition(edition),
        engine=arguments.engine,
        check_duplicates=arguments.check_duplicates,
    )
    counts = say(
        "%(agencies)s agencies, %(answers)s answers; %(without)s without a total,"
        " %(uncertain)s levels at best.",
        agencies=summary.agencies,
        answers=summary.answers,
        without=summary.without_total,
        uncertain=summary.uncertain_levels,
    )
    return (counts, *(rests_on(fact) for fact in summary.rests_on))


def _which_edition() -> Refusal:
    return Refusal(
        say("which edition?"), fix=say("Name its key (see prongsai edition list) or its file.")
    )
