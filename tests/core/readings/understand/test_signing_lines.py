"""What a line around a place to sign is."""

from __future__ import annotations

import pytest

from prongsai.core.readings.model import Certainty
from prongsai.core.readings.understand.lines import lines_of
from prongsai.core.readings.understand.signing_lines import Item, Kind, Signer, both, items_of
from tests.factories.sources import source

MARK, RANK, NAMES, TEXT, NOTHING = Kind
NAMED = Signer(name="นายสมมติ ใจดี")


def read(*texts: str) -> list[Item]:
    return items_of([*lines_of(source(*texts))])


def names(*texts: str) -> list[tuple[str, str, Certainty]]:
    return [(s.rank, s.name, s.certainty) for i in read(*texts) for s in i.signers if s.name]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(ลงชื่อ)...........", MARK),
        ("ลงนาม : ........... ผู้เสนอ", MARK),
        ("ว่าที่ ร.ต. ..........", RANK),
        ("(นายสมมติ ใจดี)", NAMES),
        ("(.................)", NAMES),
        ("ลงชื่อ (          )", NAMES),
        (".............", NOTHING),
        ("วันที่ ..... / ..... / 2566", NOTHING),
        ("๑ ต.ค. ๖๖", NOTHING),
        ("(ร่าง)", TEXT),
        ("( )", TEXT),
        ("(ข้อมูลปี 2566)", TEXT),
        ("ข้อความ (นายสมมติ ใจดี)", TEXT),
        ("(นายสมมติ ใจดี) กล่าวว่าเห็นด้วย", TEXT),
        ("( ) อนุมัติ ( ) ไม่อนุมัติ", TEXT),
        ("นายสมมติ ใจดี", TEXT),
    ],
)
def test_a_line_alone_tells_what_it_is(line: str, kind: Kind) -> None:
    assert [item.kind for item in read(line)] == [kind]


def test_a_post_between_brackets_is_text() -> None:
    [item] = read("(ปลัดเทศบาล)")

    assert (item.kind, item.line.text) == (TEXT, "ปลัดเทศบาล")


def test_feet_and_heads_of_pages_are_left_out() -> None:
    assert read("/ร.อ. ...", "- ๒ -") == []


def test_a_name_broken_over_two_lines_is_one() -> None:
    assert (
        names("(นายสมมติ", "ใจดี)")
        == names("(นาย\nสมมติ ใจดี)")
        == [("", "นายสมมติ ใจดี", Certainty.SURE)]
    )
    assert names("(นายสมมติ ใจดี", "ปลัด") == [("", "นายสมมติ ใจดี", Certainty.LIKELY)]
    assert names("(นายสมมติ ใจดี") == [("", "นายสมมติ ใจดี", Certainty.LIKELY)]


def test_ranks_and_posts_may_stand_on_the_line_of_the_name() -> None:
    [item] = read("ลงชื่อ ร.อ. (สมมติ ใจดี) ร.ต. (ทดลอง ใจดี) ผู้ตรวจ")

    assert item.signers == (
        Signer(name="สมมติ ใจดี", rank="ร.อ."),
        Signer(name="ทดลอง ใจดี", rank="ร.ต.", role="ผู้ตรวจ"),
    )
    assert read("(นายสมมติ ใจดี) ปลัด")[0].signers == (Signer(name="นายสมมติ ใจดี", post="ปลัด"),)


def test_a_name_without_a_prefix_needs_a_mark_a_rank_or_a_post() -> None:
    likely = [("", "สมมติ ใจดี", Certainty.LIKELY)]

    assert names("(สมมติ ใจดี)") == []
    assert names("(สมมติ ใจดี)", "ปลัด") == names("ร.อ.", "(สมมติ ใจดี)") == likely
    assert names("ลงชื่อ (สมมติ ใจดี)") == likely
    assert names("ร.อ. (สมมติ ใจดี)") == [("ร.อ.", "สมมติ ใจดี", Certainty.SURE)]


def test_a_name_may_stand_on_the_dots() -> None:
    [item] = read("ลงชื่อ..นายสมมติ ใจดี.. ผู้เสนอ")

    assert [(s.name, s.role, s.certainty) for s in item.signers] == [
        ("นายสมมติ ใจดี", "ผู้เสนอ", Certainty.LIKELY)
    ]
    assert names("ลงชื่อ.......", "นายสมมติ ใจดี") == [("", "นายสมมติ ใจดี", Certainty.LIKELY)]
    assert read("ลงชื่อ ๑๒๓")[0].signers == (Signer(),)


def test_what_stands_behind_the_mark_goes_with_the_name_below() -> None:
    role = Signer(name="สมมติ", role="ผู้เสนอ")

    assert both([role], [NAMED]) == (Signer(name="นายสมมติ ใจดี", role="ผู้เสนอ"),)
    assert both([role], [Signer(rank="ร.อ.")]) == (Signer(name="สมมติ", rank="ร.อ.", role="ผู้เสนอ"),)
    assert both([role, role], [NAMED]) == (NAMED,)


def test_no_lines_are_no_items() -> None:
    assert items_of([]) == []
