"""`prongsai demo`: every step for two agencies whose results are public."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from prongsai.cli.days import add_date, date_of
from prongsai.cli.outputs import make_folder
from prongsai.cli.parsing import Parser
from prongsai.cli.plan import plan_file, proposed_plan
from prongsai.cli.score import page
from prongsai.core.findings.analysis import analyse
from prongsai.core.measures.complete import lacking
from prongsai.core.scoring.scorer import score
from prongsai.core.sentences import say, write
from prongsai.formats.agency_file import read_agency
from prongsai.formats.editions import load_edition
from prongsai.formats.kinds import KINDS
from prongsai.formats.load_plan import load_plan
from prongsai.formats.plan_file import write_plan
from prongsai.formats.read_results import read_results
from prongsai.formats.whole_file import write_whole
from prongsai.formats.write_scorecard import as_json
from prongsai.formats.writers import write_all

DEMO = Path(__file__).parents[1] / "data" / "demo"
DEMONSTRATED = (".docx", ".pdf", ".html")


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "demo",
        words,
        say(
            "Scores two agencies whose results are public, proposes their measures and writes"
            " their reports."
        ),
    )
    made.option(
        "-o",
        "--output",
        type=Path,
        default=Path("out"),
        metavar="FOLDER",
        help=say("the folder to write to"),
    )
    add_date(made)
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Do every step and say what was written."""
    folder: Path = arguments.output
    make_folder(folder)
    dated = date_of(arguments)
    for about in sorted(DEMO.glob("*.yaml")):
        for line in _agency(about, folder, dated, words):
            print(line)


def _agency(about: Path, folder: Path, dated: date, words: Mapping[str, str]) -> Iterator[str]:
    """Score one agency, plan, and write all of its files; yield what a reader should see."""
    agency = read_agency(about)
    edition = load_edition(agency.edition or "")
    worked_out = analyse(score(edition, read_results(about.with_suffix(".csv"), edition)))
    yield f"\n{agency.agency.name}"
    yield from page(worked_out, words)
    base = folder / about.stem
    plan_path = base.with_suffix(".plan.yaml")
    plan = plan_file(proposed_plan(worked_out, agency), agency, about, folder)
    write_whole(
        {
            base.with_suffix(".scorecard.json"): as_json(worked_out, words),
            plan_path: write_plan(plan),
        }
    )
    loaded = load_plan(plan_path)
    yield ""
    for lack in lacking(loaded.file.plan, loaded.analysis.findings, loaded.edition):
        yield write(say("Before it is signed: %(what)s", what=lack), words)
    for kind in KINDS.values():
        document = kind.build(loaded.case(kind.words), dated)
        paths = [base.with_suffix(f".{kind.key}{end}") for end in DEMONSTRATED]
        write_whole(write_all(document, paths))
    for path in sorted(folder.glob(f"{about.stem}.*")):
        yield write(say("Written: %(file)s", file=path), words)
