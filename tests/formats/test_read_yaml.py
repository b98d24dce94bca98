"""Strict YAML: what surprises or endangers is refused, with its line."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.errors import Refusal
from prongsai.formats.read_yaml import parse_yaml, read_yaml


def refused(text: str | bytes) -> str:
    with pytest.raises(Refusal) as caught:
        parse_yaml(text if isinstance(text, bytes) else text.encode())
    return str(caught.value)


def test_plain_values_are_read() -> None:
    text = "a: [1, -2, true, false, null, ~, text]\nb: {c: '0.30', d: \"1\"}\ne:\nf: |\n  1.5\n"

    assert parse_yaml(text.encode()) == {
        "a": [1, -2, True, False, None, None, "text"],
        "b": {"c": "0.30", "d": "1"},
        "e": None,
        "f": "1.5\n",
    }


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "0x1F", "017", "1:30", "9.1.2", "i1"])
def test_what_other_programs_turn_into_something_else_stays_text(word: str) -> None:
    assert parse_yaml(f"a: {word}".encode()) == {"a": word}


def test_a_number_too_long_to_be_one_stays_text() -> None:
    assert parse_yaml(b"a: 1234567890123456789") == {"a": "1234567890123456789"}


def test_a_whole_number_may_name_a_field() -> None:
    assert parse_yaml(b"{2570: a, '2571': b}") == {"2570": "a", "2571": "b"}


def test_a_byte_order_mark_is_not_part_of_the_text() -> None:
    assert parse_yaml("\ufeffa: ก".encode()) == {"a": "ก"}


@pytest.mark.parametrize(
    "value",
    ["0.3", "1.", ".5", "1e3", "-2.5E-3", ".inf", "-.NaN", "2026-01-31", "2026-1-1 10:00:00"],
)
def test_fractions_and_dates_are_refused(value: str) -> None:
    assert refused(f"a: 1\nb: {value}") == (
        f"line 2: “{value}” is read differently by different programs. "
        f"Put it in quotation marks: “{value}”."
    )


REFERENCES = (
    "References with “&” and “*” are not read. "
    "Write the value itself, in quotation marks if it begins with such a sign."
)
DEEP = "The values stand more than 20 levels deep. Check the indentation and the brackets."
CONTROL = (
    "Here stands a control character, which no text has. "
    "Remove it, or save the file again as plain text."
)
NOT_YAML = (
    "line 2: This line cannot be read as YAML. Here and in the line above: indent with spaces,"
    " write a space after each colon, and close every quotation mark and bracket."
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: The file is empty. Choose another file."),
        ("# a comment\n", "line 1: The file is empty. Choose another file."),
        ("a: 1\nb: 2\na: 3", "line 3: The field “a” stands twice. Keep one of the two."),
        ("true: a", "line 1: The name of a field is not a text. Put the name in quotation marks."),
        (
            "? [a]\n: b",
            "line 1: The name of a field is not a text. Put the name in quotation marks.",
        ),
        ("a: &x 1", f"line 1: {REFERENCES}"),
        ("a: 1\nb: *a", f"line 2: {REFERENCES}"),
        ("a: &x [*x]", f"line 1: {REFERENCES}"),
        (
            "a: !!python/name:os.system x",
            (
                "line 1: The tag “tag:yaml.org,2002:python/name:os.system” "
                "is not read. Remove the tag."
            ),
        ),
        ("a: !!set {}", "line 1: The tag “tag:yaml.org,2002:set” is not read. Remove the tag."),
        (
            "a: 1\n---\nb: 2",
            "line 2: A second document begins here. Remove the line “---”, or hand in two files.",
        ),
        ("[" * 30, f"line 1: {DEEP}"),
        ("a: 1\nb: \x07", f"line 2: {CONTROL}"),
        ("a: [1", NOT_YAML),
        ("a: 1\n b: 2", NOT_YAML),
        ("a: 1\n\tb: 2", NOT_YAML),
        ("a: 1\nb: @2", NOT_YAML),
        (b"a: 1\nb: \xa1", "line 2: The text is not in UTF-8. Save the file again in UTF-8."),
        (
            b"a: " + b"x" * 2_000_000,
            (
                "The file is larger than 2000000 bytes. "
                "Hand in the file of one edition or one list only."
            ),
        ),
    ],
)
def test_what_is_not_strict_yaml_is_refused_with_its_line(text: str | bytes, message: str) -> None:
    assert refused(text) == message


BEHIND = (
    "Behind this value stands “#”: the text after it would be lost."
    " Put the value in quotation marks, or the comment on a line of its own."
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\ntitle: จัดทำ #แผน", 2),
        ("title:\t#แผน", 1),
        ("steps:\n  - ก\n  - ข # ค", 3),
        ("a: 'x' # y", 1),
        ("a:\n  ก\n  ข #ค", 3),
        ("a: [1,\n  2] # y", 2),
        ("a: [1, # y\n  2]", 1),
        ("a: {b: 1}# y", 1),
        ("a: 1 # y\r\nb: 2", 1),
    ],
)
def test_a_comment_behind_a_value_can_be_refused(text: str, line: int) -> None:
    parse_yaml(text.encode())

    with pytest.raises(Refusal) as caught:
        parse_yaml(text.encode(), comments_after_values=False)

    assert str(caught.value) == f"line {line}: {BEHIND}"


def test_a_comment_on_a_line_of_its_own_is_never_refused() -> None:
    text = "# 1\na: # 2\n  # 3\n  - b#4\n  - 'c #5'\n  # 6\nd: |\n  e #7\n# 8\nf: \"g\"\n  # 9\n"

    assert parse_yaml(text.encode(), comments_after_values=False) == {
        "a": ["b#4", "c #5"],
        "d": "e #7\n",
        "f": "g",
    }


def test_a_file_is_named_in_its_refusals(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("a: 1\na: 2\n", encoding="utf-8")

    with pytest.raises(Refusal) as caught:
        read_yaml(path)

    assert str(caught.value) == (
        "mine.yaml › line 2: The field “a” stands twice. Keep one of the two."
    )


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        read_yaml(tmp_path / "none.yaml")

    assert str(caught.value) == (
        "none.yaml: The file cannot be read (no such file or folder). "
        "Check its name and that you may open it."
    )


@settings(deadline=None, max_examples=300)
@given(
    st.binary(max_size=60)
    | st.text(alphabet="ab1.:-[]{}&*!|>'\"# \n\t,?%@~ก\ufeff\u2028", max_size=60).map(str.encode)
)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    read = None
    with contextlib.suppress(Refusal):
        read = parse_yaml(content)

    assert isinstance(read, dict | list | str | int | None)
