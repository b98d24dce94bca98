"""The manual: read strictly, and each block as what it is."""

from __future__ import annotations

import pytest

from prongsai.formats.manual import FOLDER, Block, Kind, Section, Span, chapter_of, manual

TEXT = """# ชื่อบท
*Title*

กด **บันทึก** ที่[หน้า](/years) หรือสั่ง `prongsai doctor`

## หัวข้อ

- หนึ่ง
- สอง

1. ก่อน
2. หลัง

| ก | ข |
|---|---|
| ค | ง |

```
prongsai serve
```
"""


def lines(*texts: str) -> tuple[tuple[Span, ...], ...]:
    return tuple((Span(text),) for text in texts)


def test_a_chapter_is_read_block_by_block() -> None:
    chapter = chapter_of("key", TEXT)
    first = (
        Span("กด "), Span("บันทึก", is_word=True), Span(" ที่"), Span("หน้า", address="/years"),
        Span(" หรือสั่ง "), Span("prongsai doctor", is_code=True),
    )  # fmt: skip
    assert (chapter.title, chapter.title_en) == ("ชื่อบท", "Title")
    assert chapter.sections == (
        Section("key-0", "", (Block(Kind.TEXT, (first,)),)),
        Section(
            "key-1",
            "หัวข้อ",
            (
                Block(Kind.LIST, lines("หนึ่ง", "สอง")),
                Block(Kind.STEPS, lines("ก่อน", "หลัง")),
                Block(Kind.TABLE, rows=(lines("ก", "ข"), lines("ค", "ง"))),
                Block(Kind.CODE, lines("prongsai serve")),
            ),
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "ไม่มีชื่อ\n*Title*\n",
        "# ชื่อ\nTitle\n",
        "# ชื่อ\n*Title*\n\n- หนึ่ง\n2. สอง\n",
        "# ชื่อ\n*Title*\n\nหนึ่ง\nสอง\n",
    ],
)
def test_what_is_written_otherwise_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"chapter begins|no block"):
        chapter_of("key", text)


def test_every_file_is_a_chapter_with_something_to_try_at_its_end() -> None:
    chapters = manual()
    assert [each.key for each in chapters] == [
        path.stem.partition("-")[2] for path in sorted(FOLDER.iterdir())
    ]
    assert {each.sections[-1].heading for each in chapters} == {"ลองทำ"}
    assert all(each.sections[-1].blocks[-1].kind is Kind.STEPS for each in chapters)
