"""Problems are written for people, for programs and for spreadsheets."""

from __future__ import annotations

import csv
import io
import json

from prongsai.core.checks.model import Problem, Severity
from prongsai.core.readings.model import Place
from prongsai.core.sentences import say
from prongsai.formats.interface import catalogue
from prongsai.formats.write_problems import as_csv, as_json, as_lines

BLANK = Problem(
    rule="a_rule",
    place=Place(path=("measures", "M-2567-001"), column="follow_up"),
    what=say("=1+1, a text\nof the document"),
    expected=say("Write another."),
    severity=Severity.MUST,
)
SOMEWHERE = Problem(
    rule="b_rule",
    place=Place(),
    what=say("It is odd."),
    expected=say("Look."),
    severity=Severity.LOOK,
)


def test_a_person_reads_three_lines_a_problem() -> None:
    assert as_lines([BLANK, SOMEWHERE], {}) == (
        "must mend · measures › M-2567-001 › follow_up\n"
        "    =1+1, a text of the document\n"
        "    → Write another. [a_rule]\n"
        "look at\n"
        "    It is odd.\n"
        "    → Look. [b_rule]\n"
    )


def test_severity_is_said_in_thai() -> None:
    assert as_lines([SOMEWHERE], catalogue("th")).startswith("ควรตรวจดู\n")


def test_a_program_reads_keys() -> None:
    assert json.loads(as_json([SOMEWHERE], catalogue("th"))) == [
        {
            "severity": "look_at",
            "place": "",
            "what": "It is odd.",
            "expected": "Look.",
            "rule": "b_rule",
        }
    ]
    assert as_json([], {}) == "[]\n"


def test_no_text_becomes_a_formula_of_a_spreadsheet() -> None:
    rows = list(csv.reader(io.StringIO(as_csv([BLANK], {}))))

    assert rows == [
        ["severity", "place", "what", "expected", "rule"],
        [
            "must_mend",
            "measures › M-2567-001 › follow_up",
            "'=1+1, a text\nof the document",
            "Write another.",
            "a_rule",
        ],
    ]
