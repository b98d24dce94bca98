"""What a person answers stands in a file that is made for her to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.checks.model import Problem, Severity
from prongsai.core.errors import Refusal
from prongsai.core.readings.corrections import Correction, corrected
from prongsai.core.readings.model import Place, Reading
from prongsai.core.sentences import say
from prongsai.formats.corrections_file import (
    corrections_name,
    quoted,
    read_corrections,
    write_corrections,
)
from prongsai.formats.interface import catalogue
from prongsai.formats.read_yaml import parse_yaml
from tests.factories.readings import full_reading, read_measure, row_place, unsure

ANSWERS = (
    Correction(at="measures/1/period", was="ม.ค.-มี.ค. ๗๑", be="ต.ค. 70"),
    Correction(at="subject", was="ขออนุมัติ", be=""),
    Correction(at="measures/1/steps/+", be='ประชุม: "ทุกเดือน" # ครั้ง'),
)

HEAD = "corrections:\n  - "


def problem(what: str, place: Place) -> Problem:
    return Problem(
        rule="a_rule",
        place=place,
        what=say("There is no “%(written)s”.", written=what),
        expected=say("Type the word anew."),
        severity=Severity.MUST,
    )


def typed(folder: Path, text: str) -> Path:
    path = folder / "plan.corrections.yaml"
    path.write_text(text, "utf-8")
    return path


def made(reading: Reading, *problems: Problem, answers: tuple[Correction, ...] = ()) -> str:
    return write_corrections(reading, problems, catalogue("en"), answers)


def entries(text: str) -> str:
    return text.partition("corrections:\n\n")[2]


def test_an_entry_says_all_that_is_needed_to_fill_it_in() -> None:
    said = full_reading().measures[0].period
    assert said is not None
    period = unsure(said.value, "ม.ค.-มี.ค. ๗๑", row_place(1, "เวลา"))
    reading = Reading(measures=(read_measure(period=period),))

    assert entries(made(reading)) == (
        "  # Measure in table 1, row 1 › Period (line 11 › table 1 › row 1 › เวลา)\n"
        "  # Read as: ม.ค. 2571 - มี.ค. 2571\n"
        "  # to be answered by a person. The cell has several periods.\n"
        "  # Write a month with its Buddhist year, or from which to which, as in"
        " “ม.ค. 67 - มี.ค. 67”.\n"
        '  - at: "measures/table-1-row-1/period"\n'
        '    was: "ม.ค.-มี.ค. ๗๑"\n'
        "    be:\n"
    )


def test_what_the_checks_call_wrong_and_what_is_blank_is_asked_too() -> None:
    wrong = problem("มาตรการ 1", row_place(1, "มาตรการ"))

    assert entries(made(Reading(measures=(read_measure(),)), wrong)) == (
        "  # Measure in table 1, row 1 › Title of the measure"
        " (line 11 › table 1 › row 1 › มาตรการ)\n"
        "  # Read as: มาตรการ 1\n"
        "  # Found by the checks: There is no “มาตรการ 1”. Type the word anew.\n"
        '  - at: "measures/table-1-row-1/title"\n'
        '    was: "1. มาตรการ 1"\n'
        "    be:\n"
        "\n"
        "  # Measure in table 1, row 1 › Period\n"
        "  # The document says nothing here.\n"
        "  # Write a month with its Buddhist year, or from which to which, as in"
        " “ม.ค. 67 - มี.ค. 67”.\n"
        '  - at: "measures/table-1-row-1/period"\n'
        '    was: ""\n'
        "    be:\n"
    )


def test_a_file_that_nobody_has_filled_in_changes_nothing(tmp_path: Path) -> None:
    assert read_corrections(typed(tmp_path, made(full_reading()))) == ()
    assert read_corrections(typed(tmp_path, made(Reading()))) == ()
    assert read_corrections(typed(tmp_path, "corrections:\n")) == ()
    assert read_corrections(typed(tmp_path, "corrections:\n  - at: dated\n")) == ()


def test_answers_are_kept_when_the_file_is_made_anew(tmp_path: Path) -> None:
    file = typed(tmp_path, made(full_reading(), answers=ANSWERS))

    assert set(read_corrections(file)) == set(ANSWERS)
    again = made(full_reading(), answers=read_corrections(file))
    assert again == file.read_text("utf-8")
    assert corrected(full_reading(), read_corrections(file))[1] == ()


def test_of_several_new_entries_every_one_is_kept_in_its_order(tmp_path: Path) -> None:
    reading = Reading(measures=(read_measure(asked=frozenset({"title", "steps"})),))
    steps = tuple(
        Correction(at="measures/table-1-row-1/steps/+", be=step) for step in ("ก", "ข", "ค")
    )

    assert read_corrections(typed(tmp_path, made(reading, answers=steps))) == steps
    twice = (Correction(at="dated", be="ก"), Correction(at="dated", be="ข"))
    assert read_corrections(typed(tmp_path, made(Reading(), answers=twice))) == twice[1:]


@pytest.mark.parametrize(
    ("written", "be"),
    [
        ("84.37", "84.37"),
        ("2571-01-31", "2571-01-31"),
        ("๙", "๙"),
        ("yes", "yes"),
        ('""', ""),
        ("' '", ""),
        ("ก  ข", "ก ข"),
    ],
)
def test_answers_are_texts_however_they_look(tmp_path: Path, written: str, be: str) -> None:
    file = typed(tmp_path, f'corrections:\n  - at: "dated"\n    was: "ก  ข"\n    be: {written}\n')

    assert read_corrections(file) == (Correction(at="dated", was="ก  ข", be=be),)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        (f"{HEAD}at: dated\n    be: ก # ข\n", "line 3: Behind this value stands “#”"),
        (f"{HEAD}be: ข\n", "corrections › row 1 › at: This field is missing."),
        (f"{HEAD}at: dated\n    b: ข\n", "corrections › dated › b: This field is not known here."),
        (f"{HEAD}at: dated\n    be: [ก]\n", "corrections › dated › be: Expected a text"),
        ("corrections: ก\n", "corrections: Expected a list, found “ก”."),
        ("at: ก\n", "at: This field is not known here."),
        ("", "line 1: The file is empty."),
        ("corrections: !!str x\n", "line 1: The tag"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    tmp_path: Path, text: str, refused: str
) -> None:
    with pytest.raises(Refusal) as raised:
        read_corrections(typed(tmp_path, text))
    assert str(raised.value).startswith(f"plan.corrections.yaml › {refused}")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        read_corrections(tmp_path / "plan.corrections.yaml")


@given(st.text())
def test_every_text_is_quoted_so_that_it_is_read_the_same(text: str) -> None:
    whole = "".join("\ufffd" if "\ud800" <= each <= "\udfff" else each for each in text)

    assert parse_yaml(f"at: {quoted(text)}".encode()) == {"at": whole}


@given(st.text(st.characters(), max_size=30), st.text(max_size=30))
def test_no_text_of_a_document_breaks_the_file(subject: str, why: str) -> None:
    reading = Reading(subject=unsure(subject, why))
    text = made(reading, problem(subject, Place(line=1)))

    data = parse_yaml(text.encode(), only_texts=True)
    assert isinstance(data, dict)
    assert [each["at"] for each in data["corrections"]] == ["subject"]


def test_the_file_is_named_after_its_document() -> None:
    assert corrections_name("แผน.docx") == "แผน.docx.corrections.yaml"
    assert corrections_name("") == "document.corrections.yaml"
