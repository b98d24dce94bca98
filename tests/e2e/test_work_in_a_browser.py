"""What an administrator does from one end to the other, on a desk and on a phone, in Thai."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories.installation import PASSWORD
from tests.factories.staff_browser import (
    IN_A_BROWSER,
    heading,
    open_menu,
    opened,
    press,
    said,
    settled,
    sign_in,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = IN_A_BROWSER


@pytest.fixture(params=["desk", "phone"])
def page(request: pytest.FixtureRequest, signed_in: Any, browser: Browser) -> Iterator[Page]:
    """The administrator's browser; nothing may be said on its console."""
    faults: list[str] = []
    with opened(browser, request.param, storage_state=signed_in) as made:
        made.on("console", lambda message: faults.append(message.text))
        yield made
    assert faults == []


def own(page: Page, name: str) -> str:
    """Make a name that only the tests on this screen use."""
    return f"{name}{page.evaluate('window.innerWidth')}"


def invited(page: Page, address: str, name: str) -> str:
    """Invite a viewer; return the link."""
    page.goto(f"{address}/people/invite")
    page.get_by_label("ชื่อ-สกุล").fill(name)
    page.get_by_label("อีเมล").fill(f"{name.encode().hex()[-12:]}@example.go.th")
    page.get_by_label("ผู้ดูข้อมูล").check()
    page.get_by_role("button", name="สร้างลิงก์เชิญ").click()
    return page.locator("p.link").inner_text()


def member(page: Page, address: str, name: str, browser: Browser) -> None:
    """Invite somebody who joins in a browser of their own; open the page of the new member."""
    link = invited(page, address, name)
    with opened(browser, "phone") as other:
        other.goto(link)
        other.get_by_label("รหัสผ่าน").fill(PASSWORD)
        other.get_by_role("button", name="เข้าร่วม").click()
        assert heading(other) == "อบต.ตัวอย่าง"
    page.goto(f"{address}/people")
    page.get_by_role("link", name=f"แก้ไข {name}").click()


def last(page: Page, address: str) -> list[str]:
    """Return what the record shows of the last event, without its place and time."""
    page.goto(f"{address}/audit")
    return page.locator("main ol > li").first.inner_text().split("\n\n")[:-1]


def test_the_agency_is_changed(page: Page, address: str) -> None:
    page.goto(f"{address}/agency")
    district = own(page, "อำเภอ")
    page.get_by_label("อำเภอ").fill(district)
    page.get_by_role("button", name="บันทึก").click()
    assert said(page) == "บันทึกข้อมูลหน่วยงานแล้ว"
    assert page.get_by_label("อำเภอ").input_value() == district
    assert last(page, address)[1].endswith(f"→ {district}")


def test_a_unit_is_added_renamed_moved_and_closed(page: Page, address: str) -> None:
    page.goto(f"{address}/units")
    name = own(page, "งานนิติการ")
    page.get_by_label("ชื่อหน่วยงานภายใน").fill(name)
    page.get_by_label("ระดับ").select_option("งาน")
    page.get_by_label("อยู่ภายใต้").select_option("สำนักปลัด")
    page.get_by_role("button", name="เพิ่ม").click()
    assert said(page) == f"เพิ่ม {name} แล้ว"
    page.get_by_role("link", name=f"แก้ไข {name}").click()
    page.get_by_label("ชื่อหน่วยงานภายใน").fill(f"{name} ใหม่")
    page.get_by_label("อยู่ภายใต้").select_option("กองคลัง")
    page.get_by_role("button", name="บันทึก").click()
    assert said(page) == "บันทึกการแก้ไขหน่วยงานภายในแล้ว"
    assert last(page, address)[1:] == [
        f"ชื่อหน่วยงานภายใน: {name} → {name} ใหม่",
        "อยู่ภายใต้: สำนักปลัด → กองคลัง",
    ]
    page.goto(f"{address}/units")
    page.get_by_role("link", name=f"แก้ไข {name} ใหม่").click()
    page.get_by_role("button", name="ยุบเลิกหน่วยงานภายในนี้").click()
    assert said(page) == f"ยุบเลิก {name} ใหม่ แล้ว"


def test_a_member_is_changed_and_acts_for_a_post(
    page: Page, address: str, browser: Browser
) -> None:
    name = own(page, "สมมติ ผู้มาใหม่")
    member(page, address, name, browser)
    page.get_by_label("ตำแหน่ง").fill("นิติกรปฏิบัติการ")
    page.get_by_label("ผู้ดูข้อมูล").uncheck()
    page.get_by_label("นิติกร", exact=True).check()
    page.get_by_role("button", name="บันทึก", exact=True).click()
    assert said(page) == f"บันทึกการแก้ไข {name} แล้ว"
    page.get_by_role("link", name=f"แก้ไข {name}").click()
    page.get_by_role("link", name="บันทึกการปฏิบัติหน้าที่แทน").click()
    page.get_by_label("ลักษณะการปฏิบัติหน้าที่แทน").select_option("รักษาราชการแทน")
    page.get_by_label("ตำแหน่งที่ปฏิบัติหน้าที่แทน", exact=True).fill("ปลัด")
    page.get_by_label("ตั้งแต่วันที่").fill("26 พ.ย. 2569")
    page.get_by_label("ถึงวันที่").fill("1/12/2642")
    page.get_by_role("button", name="บันทึก").click()
    assert page.locator("main li > span").first.inner_text() == (
        "รักษาราชการแทน ปลัด\n26 พฤศจิกายน 2569 – 1 ธันวาคม 2642"
    )
    page.get_by_role("button", name="ยุติ ปลัด").click()
    assert said(page) == "ยุติการปฏิบัติหน้าที่แทน ปลัด แล้ว"


def test_the_record_is_asked_for_one_kind(page: Page, address: str) -> None:
    page.goto(f"{address}/audit")
    page.get_by_label("แสดง").select_option("unit.added")
    page.get_by_role("button", name="แสดง").click()
    events = settled(page).locator("main ol > li").all_inner_texts()
    told = [each.split("\n")[0] for each in events]
    assert len(told) >= 7
    assert [each for each in told if "เพิ่มหน่วยงานภายใน" not in each] == []


def test_a_field_that_is_wrong_is_reached_from_above(page: Page, address: str) -> None:
    page.goto(f"{address}/people/invite")
    press(page, "สร้างลิงก์เชิญ")
    page.get_by_role("link", name="บทบาท: กรุณาเลือกอย่างน้อยหนึ่งบทบาท").click()
    focused = page.locator(":focus")
    assert focused.get_attribute("id") == "id_roles_0"
    assert page.locator("fieldset").get_attribute("aria-describedby") == "id_roles_error"


@pytest.mark.parametrize("scripts", [True, False])
def test_who_works_without_scripts_comes_in_writes_and_leaves_alike(
    scripts: bool, address: str, browser: Browser
) -> None:
    with opened(browser, "phone", java_script_enabled=scripts) as page:
        sign_in(page, address)
        open_menu(page)
        page.get_by_role("link", name="หน่วยงานภายใน", exact=True).first.click()
        page.get_by_label("ชื่อหน่วยงานภายใน").fill(f"กองที่ {scripts}")
        page.get_by_role("button", name="เพิ่ม").click()
        assert said(page) == f"เพิ่ม กองที่ {scripts} แล้ว"
        open_menu(page)
        page.get_by_role("button", name="ออกจากระบบ").click()
        assert page.url.endswith("/sign-in")
