"""Layouts as files: those that come with Prongsai, an office's own, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.core.documents.fields import FIELDS
from prongsai.core.documents.layout import GroupBy, Layout, LayoutColumn, Numbering, by_layout
from prongsai.core.documents.model import Orientation, Table
from prongsai.core.documents.places import PLACES
from prongsai.core.errors import Refusal
from prongsai.core.thai.text import normalise
from prongsai.formats.layout_file import layout_keys, load_layout, read_layout, write_layout
from tests.factories.filed import DATED, case

HEADINGS = {
    "plan": ["มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "การติดตามผล"],
    "results": [
        *("มาตรการ/โครงการ/กิจกรรม", "ขั้นตอนหรือวิธีการปฏิบัติ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ"),
        *("ผลการดำเนินการ", "ผลลัพธ์หรือความสำเร็จของการดำเนินการ"),
    ],
    "results-by-unit": [
        *("ตัวชี้วัด", "มาตรการ", "ขั้นตอนหรือวิธีการปฏิบัติ", "ระยะเวลาดำเนินการ", "หน่วยงานรับผิดชอบ"),
        *("สรุปผลการดำเนินการตามมาตรการ", "ผลลัพธ์หรือความสำเร็จของการดำเนินการ"),
    ],
    "progress": [
        *("มาตรการและตัวชี้วัดที่เกี่ยวข้อง", "ผู้รับผิดชอบหรือผู้ที่เกี่ยวข้อง", "ขั้นตอนหรือวิธีปฏิบัติ"),
        *("ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว", "การดำเนินการ"),
    ],
}
SMALL = 'key: own\ntitle: "รายงาน"\ncolumns: [{field: title}]\n'


def file(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(folder: Path, text: str) -> list[str]:
    with pytest.raises(Refusal) as caught:
        read_layout(file(folder, text))
    return str(caught.value).splitlines()


def test_the_reports_that_agencies_file_come_with_their_columns() -> None:
    headings = {}
    for key in layout_keys():
        blocks = by_layout(case(), DATED, load_layout(key)).blocks
        made = next(block for block in blocks if isinstance(block, Table))
        headings[key] = [column.title for column in made.columns]

    assert headings == HEADINGS


@pytest.mark.parametrize("key", sorted(HEADINGS))
def test_a_layout_that_comes_with_prongsai_is_written_and_read_back(
    key: str, tmp_path: Path
) -> None:
    layout = load_layout(key)

    assert layout.key == key
    assert read_layout(file(tmp_path, write_layout(layout))) == layout


def test_a_layout_needs_a_key_a_title_and_columns_only(tmp_path: Path) -> None:
    assert read_layout(file(tmp_path, SMALL)) == Layout(
        key="own", title="รายงาน", columns=(LayoutColumn(field="title"),)
    )


def test_a_text_over_several_lines_is_one_line(tmp_path: Path) -> None:
    folded = SMALL + "intro:\n  - |\n    หนึ่ง  สอง\n    สาม\ncaption: ''\n"

    assert read_layout(file(tmp_path, folded)).intro == ("หนึ่ง สอง สาม",)


texts = (
    st.text(st.characters(codec="utf-8", exclude_characters="%"), max_size=30)
    .map(lambda text: normalise(" ".join(text.split())))
    .filter(lambda text: text == normalise(" ".join(text.split())) and text.strip())
)
layouts = st.builds(
    Layout,
    key=st.just("own"),
    title=texts,
    cover=st.lists(texts, max_size=2).map(tuple),
    foreword=st.lists(texts, max_size=2).map(tuple),
    intro=st.lists(texts, max_size=2).map(tuple),
    orientation=st.sampled_from(Orientation),
    columns=st.lists(
        st.builds(
            LayoutColumn,
            field=st.sampled_from(list(FIELDS)),
            heading=st.just("") | texts,
            width=st.integers(0, 40),
        ),
        min_size=1,
        max_size=12,
        unique_by=lambda column: column.field,
    ).map(tuple),
    caption=st.just("") | texts,
    group_by=st.sampled_from(GroupBy),
    numbering=st.sampled_from(Numbering),
    closing=st.lists(texts, max_size=2).map(tuple),
    signatures=st.booleans(),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(layouts)
def test_any_layout_is_read_back_as_it_was_written(tmp_path: Path, layout: Layout) -> None:
    assert read_layout(file(tmp_path, write_layout(layout))) == layout


def test_the_comments_name_every_field_place_and_choice() -> None:
    comments = write_layout(load_layout("plan")).partition("\nkey:")[0]
    words = set(re.findall(r"[a-z_]+", comments))

    choices = {each.value for kind in (GroupBy, Numbering, Orientation) for each in kind}
    assert {*FIELDS, *PLACES, *choices} - words == set()


NO_COLUMNS = "The table has no columns. Name at least one field."
NO_FIELD = f"There is no field “titel”. The fields are: {', '.join(FIELDS)}."
TWICE = "This column stands twice. Keep one of the two."
TOO_WIDE = (
    "41 parts are more than a column takes. Write 1 to 40, or leave it out for the usual width."
)
LONE_SIGN = (
    "Here stands a percent sign that begins no place."
    " Write %% for a percent sign, and a place as in %(agency)s."
)
UNKNOWN = "This field is not known here. Allowed: field, heading, width."


@pytest.mark.parametrize(
    ("columns", "place", "refusal"),
    [
        ("[]", "columns", NO_COLUMNS),
        ("[{field: titel}]", "columns › titel › field", NO_FIELD),
        ("[{field: title}, {field: note}, {field: title}]", "columns › title", TWICE),
        ("[{field: title, width: 41}]", "columns › title › width", TOO_WIDE),
        ("[{field: title, heading: 100%}]", "columns › title › heading", LONE_SIGN),
        ("[{field: title, name: x}]", "columns › title › name", UNKNOWN),
    ],
)
def test_columns_that_make_no_table_are_refused(
    tmp_path: Path, columns: str, place: str, refusal: str
) -> None:
    found = refused(tmp_path, f"key: own\ntitle: ก\ncolumns: {columns}\n")

    assert found == [f"own.yaml › {place}: {refusal}"]


def test_more_columns_than_a_page_holds_are_refused(tmp_path: Path) -> None:
    thirteen = ", ".join(f"{{field: {key}}}" for key in list(FIELDS)[:13])

    assert refused(tmp_path, f"key: own\ntitle: ก\ncolumns: [{thirteen}]\n") == [
        (
            "own.yaml › columns: The table has 13 columns; a page holds 12."
            " Leave some out, or make two layouts."
        )
    ]


def test_everything_wrong_is_said_at_once_with_its_place(tmp_path: Path) -> None:
    wrong = (
        "key: ของเรา\ntitle: 7\ncolumns: [{width: 3}, {heading: ก}]\n"
        'intro: ["ดี", "%(office)s"]\ngroup_by: unit\nextra: 1\n'
    )

    places = [line.partition(": ")[0] for line in refused(tmp_path, wrong)]
    assert places == [
        "own.yaml › extra",
        "own.yaml › key",
        "own.yaml › title",
        "own.yaml › intro › row 2",
        "own.yaml › columns › row 1 › field",
        "own.yaml › columns › row 2 › field",
        "own.yaml › group_by",
    ]


def test_an_unknown_place_is_refused_with_those_there_are(tmp_path: Path) -> None:
    assert refused(tmp_path, SMALL + 'closing: ["%(office)s"]\n') == [
        (
            "own.yaml › closing › row 1: There is no place “office”."
            f" The places are: {', '.join(PLACES)}."
        )
    ]


def test_a_layout_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(Refusal) as caught:
        load_layout("../texts/common")
    assert str(caught.value) == (
        "There is no layout “../texts/common”."
        " Layouts: plan, progress, results, results-by-unit. Or name a YAML file."
    )
