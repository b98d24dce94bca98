"""What a value of an edition file may not be: every refusal, word for word."""

from __future__ import annotations

import pytest

from prongsai.core.editions.parse import parse_edition
from prongsai.core.errors import Refusals
from tests.factories.editions import DUTIES, GONE, Path, small_edition, spoilt

IIT: Path = ("instruments", 0)
EIT: Path = ("instruments", 1)
OIT: Path = ("instruments", 2)
I1: Path = (*IIT, "indicators", 0, "items", 0)
NINE: Path = (*OIT, "indicators", 0)
O1: Path = (*NINE, "sub_indicators", 0, "items", 0)


def refused(raw: object) -> str:
    with pytest.raises(Refusals) as caught:
        parse_edition(raw, DUTIES)
    return str(caught.value)


SHAPES: list[tuple[Path, object, str]] = [
    (
        ("colour",),
        "red",
        (
            "colour: This field is not known here. "
            "Allowed: key, title, body, fiscal_years, pass_mark, "
            "sources, scales, instruments, levels, calendar, open_questions, duties."
        ),
    ),
    (("key",), GONE, "key: This field is missing. Add it."),
    (
        ("key",),
        "a b",
        (
            "key: “a b” cannot be a key. Use Latin letters, digits, points and hyphens; "
            "begin with a letter or digit."
        ),
    ),
    (
        ("body",),
        " ",
        (
            "body: Expected a text, found “ ”. "
            "Write a text here, in quotation marks if it looks like a number."
        ),
    ),
    (
        ("title", "th"),
        7,
        (
            "title › th: Expected a text, found 7. "
            "Write a text here, in quotation marks if it looks like a number."
        ),
    ),
    (
        ("title",),
        "ITA",
        "title: Expected fields with values, found “ITA”. Write one “name: value” a line.",
    ),
    (
        ("title",),
        None,
        "title: Expected fields with values, found nothing. Write one “name: value” a line.",
    ),
    (
        ("scales",),
        {"four": 1},
        (
            "scales: Expected a list, found fields with values. "
            "Begin each entry with a hyphen, or write [] for none."
        ),
    ),
    (
        ("scales", 0),
        [],
        (
            "scales › row 1: Expected fields with values, found a list. "
            "Write one “name: value” a line."
        ),
    ),
    (
        ("fiscal_years", 0),
        "2570",
        (
            "fiscal_years › row 1: Expected a whole number, found “2570”. "
            "Write a whole number without quotation marks."
        ),
    ),
    (
        ("fiscal_years", 0),
        True,
        (
            "fiscal_years › row 1: Expected a whole number, found true. "
            "Write a whole number without quotation marks."
        ),
    ),
    (
        (*IIT, "weight", "value"),
        0.3,
        (
            "instruments › IIT › weight › value: Expected a number, found 0.3. "
            "Write it in quotation marks, with a point and without a sign, as in “0.30”."
        ),
    ),
    (
        (*IIT, "weight", "value"),
        "-0.3",
        (
            "instruments › IIT › weight › value: Expected a number, found “-0.3”. "
            "Write it in quotation marks, with a point and without a sign, as in “0.30”."
        ),
    ),
    (
        (*IIT, "weight", "confidence"),
        "L",
        "instruments › IIT › weight › confidence: “L” is not known here. Allowed: H, M, I, R, U.",
    ),
    (
        (*O1, "period"),
        "always",
        (
            "instruments › OIT › 9 › 9.1 › o1 › period: “always” is not known here. "
            "Allowed: current, plan, progress, report, covers, unknown."
        ),
    ),
    (
        (*NINE, "aggregation", "value"),
        "median",
        (
            "instruments › OIT › 9 › aggregation › value: “median” is not known here. "
            "Allowed: items_mean, sub_indicators_mean."
        ),
    ),
    (
        (*EIT, "pooling", "value"),
        "guess",
        (
            "instruments › EIT › pooling › value: “guess” is not known here. "
            "Allowed: parts_mean, unknown."
        ),
    ),
    (
        ("levels", 0, "passes"),
        "yes",
        "levels › good › passes: Expected true or false, found “yes”. Write true or false.",
    ),
    (
        (*O1, "scale"),
        "four",
        (
            "instruments › OIT › 9 › 9.1 › o1 › scale: This field is not known here. "
            "Allowed: code, topic, duties, confidence, period, source, "
            "elements, elements_confidence."
        ),
    ),
    ((*I1, "scale"), GONE, "instruments › IIT › 1 › i1 › scale: This field is missing. Add it."),
    (
        (*I1, "sub_questions"),
        51,
        (
            "instruments › IIT › 1 › i1 › sub_questions: An item cannot have 51 sub-questions. "
            "Write a number from 1 to 50."
        ),
    ),
    (
        (*I1, "reversed"),
        [True],
        (
            "instruments › IIT › 1 › i1 › reversed: It has 1 directions for 2 sub-questions. "
            "Write one for each sub-question, or a single one for all."
        ),
    ),
    (
        (*I1, "scale"),
        None,
        (
            "instruments › IIT › 1 › i1 › sub_questions: "
            "Questions are given, and no scale to answer them on. Name the scale of the item."
        ),
    ),
    (
        (*OIT, "items"),
        [],
        (
            "instruments › OIT › items: These items stand in no indicator. "
            "Move them into the indicator that they count towards."
        ),
    ),
    (
        (*NINE, "items"),
        [],
        (
            "instruments › OIT › 9 › items: "
            "These items stand beside sub-indicators, in none of them. "
            "Move them into a sub-indicator, or write “mixed: true” if it is meant so."
        ),
    ),
    (
        (*IIT, "indicators", 0, "items"),
        GONE,
        (
            "instruments › IIT › 1: It has neither items nor sub-indicators. "
            "Add “items”, or “sub_indicators”; write “items: []” where they are not known."
        ),
    ),
]


@pytest.mark.parametrize(("change", "value", "message"), SHAPES)
def test_a_value_of_the_wrong_shape_is_refused(change: Path, value: object, message: str) -> None:
    raw = small_edition(change, value)

    assert refused(raw) == message


def test_a_file_that_is_no_mapping_is_refused() -> None:
    assert refused(["a"]) == (
        "Expected fields with values, found a list. Write one “name: value” a line."
    )


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    raw = small_edition((*IIT, "colour"), "red")
    raw = spoilt(raw, ("pass_mark", "value"), None)
    raw = spoilt(raw, (*OIT, "weight", "value"), "0.5")

    assert refused(raw).splitlines() == [
        (
            "pass_mark › value: Expected a number, found nothing. "
            "Write it in quotation marks, with a point and without a sign, as in “0.30”."
        ),
        (
            "instruments › IIT › colour: This field is not known here. Allowed: key, title, "
            "prefix, "
            "weight, items_known, indicators, parts, pooling, items."
        ),
        "instruments: The weights sum to 1.10. Expected 1. Correct the weights of the instruments.",
    ]


def test_a_rule_is_not_asked_about_values_that_could_not_be_read() -> None:
    raw = small_edition((*IIT, "weight", "value"), "a third")

    assert refused(raw) == (
        "instruments › IIT › weight › value: Expected a number, found “a third”. "
        "Write it in quotation marks, with a point and without a sign, as in “0.30”."
    )
