"""`prongsai report`: a plan as a document."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from prongsai.cli.days import add_date, date_of
from prongsai.cli.outputs import check_outputs
from prongsai.cli.parsing import Parser
from prongsai.core.documents.kinds import KINDS
from prongsai.core.errors import Refusal
from prongsai.core.measures.complete import lacking
from prongsai.core.sentences import Sentence, say, write
from prongsai.core.thai.style import Style
from prongsai.formats.load_plan import LoadedPlan, load_plan
from prongsai.formats.whole_file import write_whole
from prongsai.formats.writers import WRITERS, Writer, write_all


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "report",
        words,
        say(
            "Writes a document of a plan: the ending of the file says how, .docx (Word), .pdf"
            " (PDF/A), .html (a page), .xlsx or .csv (its tables)."
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
    made.option("--kind", choices=KINDS, default="analysis", metavar="KIND", help=_kinds())
    made.option(
        "--digits", choices=("thai", "arabic"), help=say("the digits of this document alone")
    )
    made.option("--months", choices=("short", "long"), help=say("ม.ค. or มกราคม in this document"))
    add_date(made)
    return made


def _kinds() -> Sentence:
    return say(
        "the kind of document: %(kinds)s",
        kinds=tuple(say("%(key)s (%(title)s)", key=k.key, title=k.title) for k in KINDS.values()),
    )


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Write the document in every form asked for."""
    writers = [_writer(path) for path in arguments.output]
    check_outputs(arguments.output, (arguments.plan,))
    loaded = load_plan(arguments.plan)
    kind = KINDS[arguments.kind]
    document = kind.build(loaded.case(kind.key, _style(arguments, loaded)), date_of(arguments))
    for lack in lacking(loaded.file.plan, loaded.analysis.findings, loaded.edition):
        print(write(say("Before it is signed: %(what)s", what=lack), words), file=sys.stderr)
    written = write_all(document, writers)
    write_whole(dict(zip(arguments.output, written, strict=True)))
    for path in arguments.output:
        print(write(say("Written: %(file)s", file=path), words))


def _style(arguments: argparse.Namespace, loaded: LoadedPlan) -> Style:
    """Return the plan's style, but for what is asked for in this document alone."""
    style = loaded.file.plan.style
    if arguments.digits:
        style = replace(style, thai_digits=arguments.digits == "thai")
    if arguments.months:
        style = replace(style, long_months=arguments.months == "long")
    return style


def _writer(path: Path) -> Writer:
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise Refusal(
            say("the ending %(suffix)s is not known.", suffix=path.suffix or "–"),
            fix=say("Use one of %(endings)s.", endings=", ".join(WRITERS)),
            where=(str(path),),
        )
    return writer
