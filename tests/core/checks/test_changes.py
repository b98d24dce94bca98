"""What a sentence says of a change is understood, or not guessed at."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.core.checks.changes import Change, changes_in


@pytest.mark.parametrize(
    ("text", "up", "now", "before", "amount"),
    [
        ("๘๒.๘๔ คะแนน เพิ่มขึ้นจากปี ๒๕๖๔ (๗๕.๔๐ คะแนน) ถึง ๗.๔๔ คะแนน", True, "82.84", "75.40", "7.44"),
        ("84.87 คะแนน ลดลงจากปี 2565 ที่ได้ 93.17 คะแนน", False, "84.87", "93.17", None),
        ("คะแนนเพิ่มขึ้นจาก 75.40 เป็น 82.84 คิดเป็นร้อยละ 9.87", True, "82.84", "75.40", "9.87"),
        ("ปี 2564 ได้ 75.40 คะแนน ปี 2565 ได้ 82.84 คะแนน เพิ่มขึ้น 7.44", True, "82.84", "75.40", "7.44"),
        ("87.76 คะแนน สูงกว่าปี 2565 ซึ่งได้ 82.84 คะแนน อยู่ 4.92", True, "87.76", "82.84", "4.92"),
    ],
)
def test_the_three_orders_are_understood(
    text: str, up: bool, now: str, before: str, amount: str | None
) -> None:
    (change,) = changes_in(text)
    assert (change.up, change.now, change.before) == (up, Decimal(now), Decimal(before))
    assert (change.amount and change.amount.value) == (amount and Decimal(amount))


@pytest.mark.parametrize(
    "text",
    [
        "ได้ 71.25 คะแนน ต่ำกว่าเกณฑ์ 85 คะแนน",
        "ตัวชี้วัดที่ 1 ได้ 96.07 คะแนน ตัวชี้วัดที่ 2 ได้ 90.78 คะแนน เพิ่มขึ้น 3.20 คะแนน",
        "ปี 2565 ตัวชี้วัดที่ 1 ได้ 96.07 คะแนน ตัวชี้วัดที่ 2 ได้ 90.78 คะแนน เพิ่มขึ้น 3.20 คะแนน",
        "ตัวชี้วัดที่ 9 ได้ 97.50 คะแนน คะแนนรวมเพิ่มขึ้นจากปี 2564 (75.40 คะแนน)",
        "ประชาชนพึงพอใจเพิ่มขึ้นจากปีที่ผ่านมา",
        "จำนวนผู้รับบริการเพิ่มขึ้นจากปี 2564 เป็น 1,500 ราย",
        "คะแนนเพิ่มขึ้นจากปี 2564 ที่ได้ 75.40 คะแนน",
        "ได้ 82.84 คะแนน ผลที่เพิ่มขึ้น คือ 7.44",
    ],
)
def test_anything_else_is_not_guessed_at(text: str) -> None:
    assert list(changes_in(text)) == []


def test_a_change_from_nothing_has_no_per_cent() -> None:
    change = Change(up=True, now=Decimal(80), before=Decimal(0), amount=None)
    assert (change.difference, change.per_cent) == (Decimal(80), None)
