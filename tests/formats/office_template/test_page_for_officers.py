"""The page that tells officers how to make a template says what is true."""

from __future__ import annotations

import re
from pathlib import Path

from prongsai.core.documents.template_fields import SHAPE, Entry
from prongsai.formats.fill_template import fill_template
from tests.factories.filed import DATED, case
from tests.factories.office_templates import paragraphs, table, template

PAGE = Path(__file__).parents[3] / "docs" / "recipes" / "office-template.md"
SECTION = re.compile(r"^##+ (.*)$", re.MULTILINE)
ROW = re.compile(r"^\| `([a-z_.]+)` \|", re.MULTILINE)
EXAMPLE = re.compile(r"```text\n(.*?)```", re.DOTALL)


def listed() -> dict[str, set[str]]:
    """Return the fields that the page lists, by the list that they stand in; "" are texts."""
    _, *parts = SECTION.split(PAGE.read_text("utf-8"))
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    texts = {"": set(ROW.findall(sections["ข้อความ"]))}
    lists = {title.split("`")[1]: text for title, text in sections.items() if title[0] == "`"}
    return texts | {name: set(ROW.findall(text)) for name, text in lists.items()}


def test_the_page_lists_every_field_and_no_other() -> None:
    texts = {name for name, shape in SHAPE.items() if shape == ""}
    paper = SHAPE["paper"]
    lists = {name: shape[0] for name, shape in SHAPE.items() if isinstance(shape, list)}

    assert isinstance(paper, dict)
    assert listed() == {
        "": texts | {f"paper.{name}" for name in paper},
        **{name: set(entry) for name, entry in lists.items() if isinstance(entry, dict)},
    }


def test_lists_inside_of_entries_are_like_the_lists_they_are_compared_with() -> None:
    def entry(name: str, shape: Entry) -> object:
        inside = shape[name]
        assert isinstance(inside, list)
        return inside[0]

    instrument, indicator = entry("instruments", SHAPE), entry("indicators", SHAPE)
    assert isinstance(instrument, dict)
    assert isinstance(indicator, dict)
    assert entry("indicators", instrument) == indicator
    assert entry("items", indicator) == entry("items", SHAPE)


def test_the_examples_can_be_filled() -> None:
    text, rows = EXAMPLE.findall(PAGE.read_text("utf-8"))
    cells = [[cell.strip() for cell in line.split("|")] for line in rows.splitlines()]

    made = fill_template(template(*text.splitlines(), rows=cells), case(), DATED)

    assert paragraphs(made)[1:3] == [
        "อบต.นาทอง อำเภอเชียงยืน จังหวัดมหาสารคาม มีมาตรการทั้งหมด 3 มาตรการ",
        "1. ทบทวนการจัดการความเสี่ยง (ดำเนินการแล้ว)",
    ]
    assert table(made)[:2] == [
        ["มาตรการ", "ผู้รับผิดชอบ", "ผลการดำเนินการ"],
        [
            "1. ทบทวนการจัดการความเสี่ยง",
            "สำนักปลัด\nสนับสนุน: กองคลัง, กองช่าง",
            "1. ได้คำสั่งแต่งตั้ง 1 ฉบับ\n2. ประชุม 2 ครั้ง",
        ],
    ]
