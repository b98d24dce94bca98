"""`prongsai plan`: proposed measures, as a file that a person edits."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from prongsai.cli.given import reading_in, show_open
from prongsai.cli.inputs import add_inputs, analysis
from prongsai.cli.outputs import add_output, add_replace, check_new, check_outputs
from prongsai.cli.parsing import Parser
from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.findings.analysis import Analysis
from prongsai.core.measures.model import Agency, Plan
from prongsai.core.measures.propose import Proposal, propose
from prongsai.core.sentences import say, write
from prongsai.formats.agency_file import AgencyFile, read_agency
from prongsai.formats.edition_years import editions_by_year
from prongsai.formats.editions import edition_keys, load_edition
from prongsai.formats.load_draft import drafted
from prongsai.formats.load_plan import LoadedPlan
from prongsai.formats.plan_file import PlanFile, write_plan
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
    add_output(made)
    add_replace(made)
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Propose and write."""
    output = arguments.output
    if output is not None:
        check_new(output, replace=arguments.replace, endings=(".yaml", ".yml"))
        check_outputs([output], (arguments.results, arguments.previous, arguments.agency))
    unnamed = AgencyFile(agency=Agency(name=""))
    about = unnamed if arguments.agency is None else read_agency(arguments.agency)
    folder = Path.cwd() if output is None else output.parent
    reading = reading_in(arguments.results)
    if reading is None:
        plan = _proposed(arguments, about, folder, words)
        file = plan_file(plan, about, arguments.agency, folder)
    else:
        _check_fits_reading(arguments)
        loaded, draft = drafted(reading, arguments.year)
        show_open(draft.open, words)
        file = _with_proposals(loaded, about, arguments.agency, folder)
    written = write_plan(file)
    if output is None:
        print(written, end="")
    else:
        write_whole({output: written})
        print(write(say("Written: %(file)s", file=output), words))


def _check_fits_reading(arguments: argparse.Namespace) -> None:
    for name in ("edition", "previous", "previous_edition"):
        if getattr(arguments, name) is not None:
            raise Refusal(
                say("--%(name)s does not go with a reading.", name=name.replace("_", "-")),
                fix=say("Leave it out: the reading says the year, and --year corrects it."),
            )


def _proposed(
    arguments: argparse.Namespace, about: AgencyFile, folder: Path, words: Mapping[str, str]
) -> Plan:
    """Propose measures for a result sheet; its editions are named as seen from the folder."""
    plan = proposed_plan(analysis(arguments, words), about, arguments.year)
    plan = replace(plan, edition=_named(arguments.edition, folder))
    if arguments.previous_edition:
        plan = replace(plan, previous_edition=_named(arguments.previous_edition, folder))
    return plan


def _with_proposals(
    loaded: LoadedPlan, about: AgencyFile, named_in: Path | None, folder: Path
) -> PlanFile:
    """Keep the measures that were read, and propose some for what is weak and unanswered."""
    read = loaded.file
    agency = read.plan.agency if named_in is None else about.agency
    asked = Proposal(
        edition=loaded.edition,
        catalogue=load_catalogue(),
        agency=agency,
        plan_year=read.plan.plan_year,
        cure_edition=editions_by_year().get(read.plan.plan_year),
        kept=read.plan.measures,
    )
    measures = (*asked.kept, *propose(loaded.analysis.findings, asked))
    plan = replace(read.plan, agency=agency, measures=measures)
    file = plan_file(plan, about, named_in, folder)
    return replace(file, progress=read.progress, papers={**read.papers, **file.papers})


def plan_file(plan: Plan, about: AgencyFile, named_in: Path | None, folder: Path) -> PlanFile:
    """Make the file of a plan in `folder`; the ways to the agency's pictures lead from there."""
    home = folder if named_in is None else named_in.parent
    pictures = {name: _way(home / way, folder) for name, way in about.pictures.items()}
    return PlanFile(plan=plan, papers=about.papers, pictures=pictures)


def _way(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def _named(edition: str, folder: Path) -> str:
    """Return how a plan names an edition: by its key, or by the way to its file from the plan."""
    key = load_edition(edition).key
    return key if key in edition_keys() else _way(Path(edition), folder)


def proposed_plan(worked_out: Analysis, about: AgencyFile, year: int | None = None) -> Plan:
    """Make the plan of the year after the results.

    :raises Refusal: the fiscal year of the results is not said where the edition serves several,
        or the edition does not serve it.
    """
    edition, previous = worked_out.card.edition, worked_out.previous
    result_year = _result_year(edition, about.fiscal_year if year is None else year)
    asked = Proposal(
        edition=edition,
        catalogue=load_catalogue(),
        agency=about.agency,
        plan_year=result_year + 1,
        cure_edition=editions_by_year().get(result_year + 1),
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
        style=about.style,
    )


def _result_year(edition: Edition, said: int | None) -> int:
    years = edition.fiscal_years
    if said is None and len(years) > 1:
        raise Refusal(
            say("%(edition)s serves several fiscal years.", edition=edition.key),
            fix=say("Say which with --year: %(years)s.", years=years),
        )
    if said is not None and said not in years:
        raise Refusal(
            say(
                "%(edition)s does not serve the fiscal year %(year)s.",
                edition=edition.key,
                year=said,
            ),
            fix=say("It serves %(years)s.", years=years),
        )
    return years[0] if said is None else said
