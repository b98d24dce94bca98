"""What a form says of a wrong field: beside it, and above, from where it is reached."""

from __future__ import annotations

import re

import pytest

from prongsai.web.text_fields import LongText
from tests.factories.clients import Desk, text
from tests.factories.people import Somebody

pytestmark = pytest.mark.django_db

IDS = re.compile(r'id="([^"]+)"')
REACHED = re.compile(r'href="#([^"]+)"')
DESCRIBED = re.compile(r'aria-describedby="([^"]+)"')


def test_every_field_that_is_wrong_is_reached_and_described(dao: Somebody) -> None:
    for address in ("/people/invite", f"/people/{dao.membership.uuid}/acting", "/units", "/agency"):
        page = text(Desk(dao, language="th").post(address, {"x": "y"}))
        ids = set(IDS.findall(page))
        reached = set(REACHED.findall(page)) - {"main"}
        described = {one for each in DESCRIBED.findall(page) for one in each.split()}
        assert reached, address
        assert reached | described <= ids, address
        assert {f"{one.removesuffix('_0')}_error" for one in reached} <= described, address
        assert len(reached) == page.count('class="fault"'), address


def test_a_field_left_empty_is_asked_for_in_the_words_of_an_office(dao: Somebody) -> None:
    page = text(Desk(dao, language="th").post("/people/invite", {"email": "สมมติ"}))
    faults = re.findall(r'<p class="fault" id="(\w+)">([^<]+)</p>', page)
    assert faults == [
        ("id_name_error", "กรุณากรอกข้อมูลนี้"),
        ("id_email_error", "กรุณากรอกอีเมลให้ถูกต้อง เช่น name@agency.go.th"),
        ("id_roles_error", "กรุณาเลือกอย่างน้อยหนึ่งบทบาท"),
    ]


def test_what_is_too_long_is_told_in_the_words_of_an_office(dao: Somebody) -> None:
    page = text(Desk(dao, language="th").post("/units", {"name": "ก" * 201, "level": "division"}))
    assert "กรอกได้ไม่เกิน 200 ตัวอักษร ขณะนี้มี 201 ตัวอักษร โปรดย่อให้สั้นลง" in page


def test_the_end_of_a_line_is_one_sign_as_the_browser_counts_it() -> None:
    lines = "ก" * 3_970 + 15 * "\r\nก"
    assert LongText(max_length=4_000).clean(lines) == lines.replace("\r\n", "\n")


def test_a_wrong_password_is_told_in_the_words_of_an_office() -> None:
    page = text(Desk(None, language="th").post("/sign-in", {"username": "x@y.th", "password": "z"}))
    assert "<p>อีเมลหรือรหัสผ่านไม่ถูกต้อง กรุณาตรวจสอบแล้วลองอีกครั้ง" in page
