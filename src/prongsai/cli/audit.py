"""`prongsai audit verify`: whether the record of changes is as it was written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping

from prongsai.cli.installation import open_as_it_is
from prongsai.cli.parsing import Parser
from prongsai.core.sentences import say, write

BROKEN = 2
_WHAT = {
    "changed": say("it was changed"),
    "missing": say("it is missing"),
    "reordered": say("it does not follow the one before"),
}


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "audit", words, say("Checks that no event of the record was changed, removed or moved.")
    )
    made.option("what", choices=("verify",), help=say("what to do with the record"))
    return made


def run(_arguments: argparse.Namespace, words: Mapping[str, str]) -> int:
    """Check every chain; return 2 where one does not hold, with the places on standard error."""
    open_as_it_is()
    from prongsai.foundation.audit.models import AuditEvent  # noqa: PLC0415 -- slow import
    from prongsai.foundation.audit.selectors import (  # noqa: PLC0415 -- slow import
        faults_in_all_chains,
    )

    faults = [*faults_in_all_chains()]
    for fault in faults:
        line = say(
            "agency %(chain)s, event %(number)s: %(what)s.",
            chain=fault.chain,
            number=fault.number,
            what=_WHAT[fault.what],
        )
        print(write(line, words), file=sys.stderr)
    if faults:
        fix = say("Keep this database as it is, and compare it with the last backup.")
        print(write(fix, words), file=sys.stderr)
        return BROKEN
    count = AuditEvent.objects.count()
    print(write(say("The record holds: %(count)s events.", count=count), words))
    return 0
