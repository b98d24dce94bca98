"""`prongsai report`: a plan as a document."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from prongsai.cli.days import add_date, date_of
from prongsai.cli.endings import STANDARD_INPUT
from prongsai.cli.given import plan_in, show_open
from prongsai.cli.inputs import add_year
from prongsai.cli.outputs import check_outputs
from prongsai.cli.parsing import Parser
from prongsai.core.checks import check, must_mend
from prongsai.core.documents.layout import by_layout
from prongsai.core.errors import Refusal
from prongsai.core.measures.complete import lacking
from prongsai.core.sentences import Sentence, say, write
from prongsai.core.thai.style import Style
from prongsai.formats.kinds import KINDS
from prongsai.formats.layout_file import read_layout
from prongsai.formats.load_plan import LoadedPlan
from prongsai.formats.subject import subject_of_plan
from prongsai.formats.whole_file import write_whole
from prongsai.formats.writers import WRITERS, Content, write_all

_USUAL = "analysis"


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
        "plan",
        type=Path,
        metavar="PLAN",
        help=say("the plan file, or a reading (prongsai read); - for standard input"),
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
    _add_kinds(made)
    add_year(made)
    made.option(
        "--digits", choices=("thai", "arabic"), help=say("the digits of this document alone")
    )
    made.option("--months", choices=("short", "long"), help=say("ม.ค. or มกราคม in this document"))
    add_date(made)
    return made


def _add_kinds(made: Parser) -> None:
    """Add the three ways to say which document it is to be."""
    which = made.add_mutually_exclusive_group()
    made.option("--kind", choices=KINDS, metavar="KIND", help=_kinds(), group=which)
    made.option(
        "--layout",
        type=Path,
        metavar="FILE",
        help=say("an office's own layout (see prongsai template layout)"),
        group=which,
    )
    made.option(
        "--template",
        type=Path,
        metavar="FILE.docx",
        help=say("an office's own Word template (see docs/recipes/office-template.md)"),
        group=which,
    )


def _kinds() -> Sentence:
    return say(
        "the kind of document: %(kinds)s; without it, that of the reading, or analysis",
        kinds=tuple(say("%(key)s (%(title)s)", key=k.key, title=k.title) for k in KINDS.values()),
    )


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Write the document in every form asked for."""
    gc.disable()  # the command ends before there is anything to collect: a twentieth of its time
    outputs = [_known(path, arguments.template) for path in arguments.output]
    check_outputs(outputs, (arguments.plan, arguments.layout, arguments.template))
    loaded, draft = plan_in(arguments.plan, arguments.year)
    if arguments.kind is None:
        arguments.kind = draft.kind if draft and draft.kind in KINDS else _USUAL
    is_draft = must_mend(check(subject_of_plan(loaded)))
    written = _written(arguments, loaded, outputs, is_draft=is_draft)
    if draft is not None:
        show_open(draft.open, words)
    for lack in lacking(loaded.file.plan, loaded.analysis.findings, loaded.edition):
        print(write(say("Before it is signed: %(what)s", what=lack), words), file=sys.stderr)
    if is_draft:
        print(write(_told_draft(arguments.plan), words), file=sys.stderr)
    write_whole(written)
    for path in written:
        print(write(say("Written: %(file)s", file=path), words))


def _told_draft(plan: Path) -> Sentence:
    """Tell where to ask why; what came on standard input is there no more."""
    if plan == STANDARD_INPUT:
        return say("This is a draft: hand the same reading to prongsai check, which says why.")
    return say("This is a draft: prongsai check %(plan)s says why.", plan=plan)


def _written(
    arguments: argparse.Namespace, loaded: LoadedPlan, outputs: Sequence[Path], *, is_draft: bool
) -> Mapping[Path, Content]:
    """Write the document; a draft bears a stamp, but not in a template that is the office's own."""
    style, dated = _style(arguments, loaded), date_of(arguments)
    if arguments.template is not None:
        from prongsai.formats.fill_template import fill_template  # noqa: PLC0415 -- slow import

        filled = fill_template(arguments.template, loaded.case(None, style), dated)
        return dict.fromkeys(outputs, filled)
    if arguments.layout is not None:
        layout = read_layout(arguments.layout)
        document = by_layout(loaded.case(None, style), dated, layout)
    else:
        kind = KINDS[arguments.kind]
        document = kind.build(loaded.case(kind.words, style), dated)
    return write_all(replace(document, draft=is_draft), outputs)


def _style(arguments: argparse.Namespace, loaded: LoadedPlan) -> Style:
    """Return the plan's style, but for what is asked for in this document alone."""
    style = loaded.file.plan.style
    if arguments.digits:
        style = replace(style, thai_digits=arguments.digits == "thai")
    if arguments.months:
        style = replace(style, long_months=arguments.months == "long")
    return style


def _known(path: Path, template: Path | None) -> Path:
    """Return a path whose ending says a way to write; a Word template makes Word files only."""
    endings = tuple(WRITERS) if template is None else (".docx",)
    if path.suffix.lower() not in endings:
        raise Refusal(
            say("the ending %(suffix)s is not known.", suffix=path.suffix or "–"),
            fix=say("Use one of %(endings)s.", endings=", ".join(endings)),
            where=(str(path),),
        )
    return path
