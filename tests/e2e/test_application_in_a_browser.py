"""The application as people see it, on a desk and a phone, by day and at night: each page in each
state can be read, reached and pressed by everybody, and each answer carries the whole policy.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from PIL import Image

from tests.factories.staff_browser import (
    IN_A_BROWSER,
    POLICY,
    faults,
    heading,
    open_menu,
    opened,
    press,
    sign_in,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = IN_A_BROWSER
PAGES = (
    "", "agency", "units", "people", "people/invite", "files", "files/add", "audit", "account",
    "account/password", "account/second-factor", "account/sessions", "account/passkeys",
    "account/tokens", "people/tokens",
    "account/confirm", "notices", "notices/choices", "holidays", "manual",
)  # fmt: skip
BROKEN = {
    "nothing": "ไม่พบหน้านี้",
    "overseen": "ท่านไม่มีสิทธิเปิดหน้านี้",
    "choose-agency": "เปิดหน้านี้จากที่อยู่โดยตรงไม่ได้",
    f"audit?{'a&' * 2_001}": "ระบบอ่านข้อมูลที่ส่งมาไม่ได้",
    "broken": "ระบบขัดข้อง",
}
HEADERS = {"Content-Security-Policy": "; ".join(POLICY), "Content-Type": "text/html"}


def states_of_a_stranger(page: Page, at: str) -> Iterator[str]:
    """Bring a page into each state that somebody sees who has not signed in; yield its heading."""
    page.goto(f"{at}/sign-in")
    yield "เข้าสู่ระบบ"
    for _ in range(5):
        sign_in(page, at, f"nobody{page.viewport_size}@example.go.th", "ผิด")
    yield "ลองหลายครั้งเกินไป"
    page.goto(f"{at}/sign-in")
    press(page, "เข้าสู่ระบบ")
    yield "เข้าสู่ระบบ"
    page.context.clear_cookies()
    press(page, "เข้าสู่ระบบ")
    yield "ยังไม่ได้บันทึกข้อมูล"


def states_of_an_administrator(page: Page, at: str) -> Iterator[str]:
    """Bring a page into each state that an administrator sees; yield its heading."""
    with override("th"):
        broken = {"body": render_to_string("500.html"), "headers": HEADERS}
    page.route(f"{at}/broken", lambda to: to.fulfill(status=500, **broken))
    for path in PAGES:
        page.goto(f"{at}/{path}")
        yield ""
    open_menu(page)
    yield ""
    for path, title in BROKEN.items():
        page.goto(f"{at}/{path}")
        yield title
    page.goto(f"{at}/units")
    page.get_by_role("link", name="แก้ไข กองคลัง").click()
    yield "กองคลัง สำนัก/กอง"
    page.goto(f"{at}/people")
    page.get_by_role("link", name="แก้ไข สมมติ ใจดี").click()
    press(page, "ให้พ้นจากการเป็นผู้ใช้")
    yield "สมมติ ใจดี"
    page.get_by_role("link", name="บันทึกการปฏิบัติหน้าที่แทน").click()
    press(page, "บันทึก")
    yield "สมมติ ใจดี"
    page.goto(f"{at}/people/invite")
    press(page, "สร้างลิงก์เชิญ")
    yield "เชิญบุคลากร"
    page.get_by_label("ชื่อ-สกุล").fill("สมมติ " + "ชื่อที่ยาวมาก" * 8)
    page.get_by_label("อีเมล").fill("long@example.go.th")
    page.get_by_label("ผู้รับผิดชอบ ITA").check()
    press(page, "สร้างลิงก์เชิญ")
    yield ""
    link = page.locator("p.link").inner_text()
    page.goto(link)
    press(page, "เข้าร่วม")
    yield "อบต.ตัวอย่าง"  # the link is for somebody else
    page.context.clear_cookies()
    page.goto(link)
    press(page, "เข้าร่วม")
    yield "อบต.ตัวอย่าง"  # without a password


# Day and night differ in colours, desk and phone in places: each is seen in every state once.
@pytest.mark.parametrize("screen", ["phone", "desk at night"])
def test_every_page_and_state_can_be_used_by_everybody(
    screen: str, address: str, signed_in: Any, browser: Browser
) -> None:
    for states, kept in ((states_of_a_stranger, None), (states_of_an_administrator, signed_in)):
        with opened(browser, screen, storage_state=kept) as page:
            for title in states(page, address):
                assert title in {"", heading(page)}
                assert faults(page) == [], (page.url, title)


@pytest.mark.parametrize("screen", ["desk", "phone at night"])
def test_every_page_can_be_used_in_english(
    screen: str, address: str, signed_in: Any, browser: Browser
) -> None:
    with opened(browser, screen, storage_state=signed_in) as page:
        page.goto(address)
        open_menu(page)
        page.get_by_role("button", name="English").click()
        for path in PAGES:
            page.goto(f"{address}/{path}")
            assert page.locator("html").get_attribute("lang") == "en"
            assert faults(page) == [], path


def test_pages_are_light_or_dark_as_the_machine_is_asked(address: str, browser: Browser) -> None:
    with opened(browser, "desk") as page:
        page.goto(f"{address}/nothing")
        seen = [brightness(page, scheme) for scheme in ("light", "dark", "light")]
    assert seen[0] == seen[2] > 200 > 60 > seen[1]


def brightness(page: Page, scheme: Literal["light", "dark"]) -> int:
    """Ask the machine for light or dark; return how bright the paper of the page is then, 0-255."""
    page.emulate_media(color_scheme=scheme)
    page.locator(f"html[data-bs-theme={scheme}]").wait_for()
    picture = Image.open(BytesIO(page.screenshot())).convert("L")
    return picture.tobytes()[-10 * picture.width]
