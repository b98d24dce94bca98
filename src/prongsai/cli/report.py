"""`prongsai report`: a plan as a document."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from prongsai.cli.days import add_date, date_of
from prongsai.cli.outputs import check_outputs
from prongsai.cli.parsing import Parser
from prongsai.core.documents.analysis import analysis_of_results
from prongsai.core.documents.case import Case
from prongsai.core.documents.model import Document
from prongsai.core.documents.texts import Texts
from prongsai.core.editions.model import Edition
from prongsai.core.errors import Refusal
from prongsai.core.findings.analysis import analyse
from prongsai.core.measures.check import check_plan
from prongsai.core.measures.complete import lacking
from prongsai.core.scoring.scorer import score
from prongsai.core.sentences import Sentence, say, write
from prongsai.formats.editions import edition_keys, load_edition
from prongsai.formats.interface import catalogue, official_texts
from prongsai.formats.plan_file import read_plan
from prongsai.formats.whole_file import write_whole
from prongsai.formats.writers import WRITERS, Writer, write_all


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "report",
        words,
        say(
            "Writes the analysis of results with its measures: the ending of the file says how,"
            " .docx (Word), .pdf (PDF/A) or .html (a page)."
        ),
    )
    made.option(
        "plan", type=Path, metavar="PLAN", help=say("the plan file, as prongsai plan writes it")
    )
    made.option(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        action="append",
        required=True,
        help=say("where to write; may be given several times"),
    )
    add_date(made)
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Write the document in every form asked for."""
    writers = [_writer(path) for path in arguments.output]
    check_outputs(arguments.output, (arguments.plan,))
    dated = date_of(arguments)
    document, lacks = built(arguments.plan, dated)
    for lack in lacks:
        print(write(say("Before it is signed: %(what)s", what=lack), words), file=sys.stderr)
    written = write_all(document, writers)
    write_whole(dict(zip(arguments.output, written, strict=True)))
    for path in arguments.output:
        print(write(say("Written: %(file)s", file=path), words))


def _writer(path: Path) -> Writer:
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise Refusal(
            say("the ending %(suffix)s is not known.", suffix=path.suffix or "–"),
            fix=say("Use one of %(endings)s.", endings=", ".join(WRITERS)),
            where=(str(path),),
        )
    return writer


def built(path: Path, dated: date) -> tuple[Document, tuple[Sentence, ...]]:
    """Build the document of a plan file, and say what the plan still lacks.

    The document is Thai, whatever language the screen speaks.

    :raises Refusal: the file, or a code in it, cannot be read.
    """
    plan = read_plan(path)
    edition = _edition_of(plan.edition, path)
    before = _edition_of(plan.previous_edition, path) if plan.previous_edition else None
    try:
        plan = check_plan(plan, edition, before)
    except Refusal as refusal:
        raise refusal.within(path.name) from None
    previous = score(before, plan.previous) if before and plan.previous else None
    analysis = analyse(score(edition, plan.results), previous)
    texts = Texts(official_texts("analysis"), catalogue("th"))
    case = Case(plan=plan, analysis=analysis, texts=texts)
    return analysis_of_results(case, dated), lacking(plan, analysis.findings, edition)


def _edition_of(name: str, plan: Path) -> Edition:
    """Load an edition by its key, or from the file that a plan names, seen from the plan."""
    return load_edition(name if name in edition_keys() else plan.parent / name)
