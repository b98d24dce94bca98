"""The files of the catalogue: read as written, or refused at the place of the mistake."""

from __future__ import annotations

from typing import Any

import pytest

from prongsai.core.errors import Refusals
from prongsai.core.measures.model import Catalogue
from prongsai.core.measures.parse import parse_catalogue
from prongsai.core.sentences import Names
from tests.factories.editions import DUTIES, GONE, Path, spoilt
from tests.factories.measures import ROLES, names, ready


def both(text: str) -> dict[str, str]:
    return {"th": f"ไทย {text}", "en": f"English {text}"}


ROW: dict[str, Any] = {
    "key": "a",
    "title": both("a"),
    "answers": ["news", "work-standard", "indicator-9"],
    "steps": [both("step 1"), both("step 2")],
    "lead": "clerk",
    "support": ["it"],
    "months": [10, 12],
    "follow_up": both("follow-up"),
    "cures": ["news"],
    "evidence": [both("evidence")],
}
ROLE_ROWS = {key: {"th": each.th, "en": each.en} for key, each in ROLES.items()}


def parsed(*rows: object, roles: object = ROLE_ROWS) -> Catalogue:
    return parse_catalogue({"a.yaml": {"measures": list(rows)}, "r.yaml": {"roles": roles}}, DUTIES)


def refused(*rows: object, roles: object = ROLE_ROWS) -> list[str]:
    with pytest.raises(Refusals) as caught:
        parsed(*rows, roles=roles)
    return str(caught.value).splitlines()


def test_a_catalogue_is_read() -> None:
    expected = ready(
        "a",
        "news",
        "work-standard",
        "indicator-9",
        follow_up=names("follow-up"),
        cures=("news",),
    )

    assert parsed(ROW) == Catalogue(measures=(expected,), roles=ROLES)


TEXT = "Write a text here, in quotation marks if it looks like a number."
DUTY = "Take its name from duties.yaml, or write indicator-1 for all of indicator 1."
ORDER = "It runs from 10 (October) to 9 (September); write the first month first."
PAIR = "This is no pair of months from 1 to 12. Write the first and the last month, as in [10, 12]."
LIST = "Begin each entry with a hyphen, or write [] for none."
MISTAKES: list[tuple[Path, object, str]] = [
    (("lead",), GONE, "lead: This field is missing. Add it."),
    (("lead",), "mayor", "lead: No role is called mayor. The roles are: clerk, it."),
    (("support",), ["x"], "support › row 1: No role is called x. The roles are: clerk, it."),
    (("answers",), [], "answers: It has 0 entries. Give from 1 to 99."),
    (("answers",), "news", f"answers: Expected a list, found “news”. {LIST}"),
    (("answers",), ["x"], f"answers › row 1: No duty and no topic is called x. {DUTY}"),
    (
        ("answers",),
        ["indicator-0"],
        f"answers › row 1: No duty and no topic is called indicator-0. {DUTY}",
    ),
    (("answers",), [7], f"answers › row 1: Expected a text, found 7. {TEXT}"),
    (("steps",), [both("s")], "steps: It has 1 entries. Give from 2 to 4."),
    (("steps",), [both("s")] * 5, "steps: It has 5 entries. Give from 2 to 4."),
    (("months",), [10], f"months: {PAIR}"),
    (("months",), [0, 13], f"months: {PAIR}"),
    (("months",), 10, f"months: Expected a list, found 10. {LIST}"),
    (("months",), [1, 12], f"months: A fiscal year has month 12 before month 1. {ORDER}"),
    (
        ("cures",),
        ["work-standard"],
        (
            "cures › row 1: No disclosure duty is called work-standard."
            " Take its name from duties.yaml, there under “disclosure”."
        ),
    ),
    (("cures",), [7], f"cures › row 1: Expected a text, found 7. {TEXT}"),
    (("evidence",), [], "evidence: It has 0 entries. Give from 1 to 3."),
    (("follow_up", "en"), "", f"follow_up › en: Expected a text, found “”. {TEXT}"),
]


@pytest.mark.parametrize(("path", "value", "refusal"), MISTAKES)
def test_a_mistake_is_refused_at_its_place(path: Path, value: object, refusal: str) -> None:
    assert refused(spoilt(ROW, path, value)) == [f"a.yaml › measures › a › {refusal}"]


def test_an_unknown_field_is_refused() -> None:
    allowed = ", ".join(ROW)

    assert refused({**ROW, "budget": 1}) == [
        f"a.yaml › measures › a › budget: This field is not known here. Allowed: {allowed}."
    ]


def test_a_key_and_a_title_stand_once() -> None:
    fix = "Change or remove one of the two."

    assert refused(ROW, {**ROW, "key": "b"}, {**ROW, "title": both("c")}) == [
        f"a.yaml › measures › b: Another measure has “ไทย a” too. {fix}",
        f"a.yaml › measures › b: Another measure has “English a” too. {fix}",
        f"a.yaml › measures › a: Another measure has “a” too. {fix}",
    ]


def test_all_mistakes_are_said_at_once() -> None:
    assert refused({"key": "a"}, 7, roles={})[::9] == [
        "a.yaml › measures › a › title: This field is missing. Add it.",
        (
            "a.yaml › measures › row 2: Expected fields with values, found 7."
            " Write one “name: value” a line."
        ),
    ]


def test_roles_of_several_files_are_joined_and_each_stands_once() -> None:
    mayor = {"th": "นายก", "en": "Mayor"}
    files = {"a.yaml": {"roles": ROLE_ROWS}, "b.yaml": {"roles": {"mayor": mayor}}}
    again = {**files, "c.yaml": {"roles": {"it": mayor}}}

    with pytest.raises(Refusals) as caught:
        parse_catalogue(again, DUTIES)

    assert str(caught.value) == (
        "c.yaml › roles › it: The role “it” stands in another file too. Keep one of the two."
    )
    assert parse_catalogue(files, DUTIES) == Catalogue(
        measures=(), roles={**ROLES, "mayor": Names(th="นายก", en="Mayor")}
    )
