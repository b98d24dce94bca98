"""`prongsai findings`: what is weak, and why."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence

from prongsai.cli.inputs import add_inputs, analysis
from prongsai.cli.parsing import Parser
from prongsai.cli.screen import table
from prongsai.core.findings.model import Finding, Severity
from prongsai.core.sentences import Sentence, say, write
from prongsai.formats.write_scorecard import finding_as_data

SEVERITIES: dict[Severity, Sentence] = {Severity.WEAK: say("mend"), Severity.LOOK: say("look at")}


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "findings",
        words,
        say(
            "Lists what needs work and why: first what is weak, the largest gain of the total"
            " at the top."
        ),
    )
    add_inputs(made)
    made.option(
        "--format",
        choices=("table", "json"),
        default="table",
        help=say("how to write the findings"),
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Find and show."""
    found = analysis(arguments, words).findings
    if arguments.format == "json":
        print(
            json.dumps(
                [finding_as_data(each, words) for each in found], ensure_ascii=False, indent=2
            )
        )
    elif not found:
        print(write(say("Nothing was found."), words))
    else:
        print(table(_rows(found, words)))


def _rows(found: Sequence[Finding], words: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return a row for each place, in the order of the findings, with all that was found there."""
    reasons: dict[tuple[Severity, str], list[str]] = {}
    for each in found:
        reasons.setdefault((each.severity, each.name), []).append(write(each.reason, words))
    return [
        (write(SEVERITIES[severity], words), name, "; ".join(said))
        for (severity, name), said in reasons.items()
    ]
