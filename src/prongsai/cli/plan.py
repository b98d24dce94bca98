"""`prongsai plan`: proposed measures, as a file that a person edits."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from prongsai.cli.inputs import add_inputs, analysis
from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.findings.analysis import Analysis
from prongsai.core.measures.model import Agency, Plan
from prongsai.core.measures.propose import Proposal, propose
from prongsai.core.sentences import say, write
from prongsai.formats.agency_file import AgencyFile, read_agency
from prongsai.formats.edition_years import edition_of_year
from prongsai.formats.interface import catalogue
from prongsai.formats.plan_file import write_plan
from prongsai.formats.read_catalogue import load_catalogue
from prongsai.formats.whole_file import write_whole


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "plan",
        words,
        say(
            "Proposes measures for everything weak, from the catalogue: steps, units, months,"
            " follow-up, evidence.\n"
            "The file is yours to edit; prongsai report makes a document of it."
        ),
    )
    add_inputs(made)
    made.option(
        "--agency",
        type=Path,
        metavar="FILE",
        help=say("the agency's name, place, units and past totals"),
    )
    made.option(
        "--year",
        type=int,
        metavar="YEAR",
        help=say("the fiscal year of the results, where the edition serves several"),
    )
    made.option(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help=say("write to a file instead of the screen"),
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Propose and write."""
    if arguments.agency is None:
        unnamed = Agency(name=write(say("(name of the agency)"), catalogue("th")))
        about = AgencyFile(agency=unnamed)
    else:
        about = read_agency(arguments.agency)
    text = write_plan(proposed_plan(analysis(arguments), about, arguments.year))
    if arguments.output is None:
        print(text, end="")
    else:
        write_whole(arguments.output, text)
        print(write(say("Written: %(file)s", file=arguments.output), words))


def proposed_plan(worked_out: Analysis, about: AgencyFile, year: int | None = None) -> Plan:
    """Make the plan of the year after the results.

    :raises Refusal: the edition does not serve the fiscal year of the results.
    """
    edition, previous = worked_out.card.edition, worked_out.previous
    result_year = year or about.fiscal_year or max(edition.fiscal_years)
    if result_year not in edition.fiscal_years:
        raise Refusal(
            say(
                "%(edition)s does not serve the fiscal year %(year)s.",
                edition=edition.key,
                year=result_year,
            ),
            fix=say("It serves %(years)s.", years=edition.fiscal_years),
        )
    asked = Proposal(
        edition=edition,
        catalogue=load_catalogue(),
        agency=about.agency,
        plan_year=result_year + 1,
        cure_edition=edition_of_year(result_year + 1, otherwise=edition),
    )
    return Plan(
        agency=about.agency,
        edition=edition.key,
        result_year=result_year,
        plan_year=asked.plan_year,
        results=worked_out.card.sheet,
        previous=None if previous is None else previous.sheet,
        previous_edition=None if previous is None else previous.edition.key,
        history=about.history,
        measures=propose(worked_out.findings, asked),
        thai_digits=about.thai_digits,
    )
