"""A passkey as people use it: a real browser, with an authenticator that the browser plays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.factories.installation import EMAIL, PASSWORD
from tests.factories.staff_browser import IN_A_BROWSER, faults, opened, served_anew, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = IN_A_BROWSER
PHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served_anew(tmp_path_factory.mktemp("passkeys")) as at:
        yield at.replace("127.0.0.1", "localhost")  # passkeys are of a name, not of a number


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with opened(browser, "desk") as page:
        phone = page.context.new_cdp_session(page)
        phone.send("WebAuthn.enable")
        phone.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE})
        yield page


def by_password(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_label("อีเมล").fill(EMAIL)
    page.get_by_label("รหัสผ่าน").fill(PASSWORD)
    page.get_by_role("button", name="เข้าสู่ระบบ", exact=True).click()


def add(page: Page, address: str) -> None:
    by_password(page, address)
    page.goto(f"{address}/account/passkeys/add")
    page.get_by_label("รหัสผ่าน").fill(PASSWORD)
    page.get_by_role("button", name="ดำเนินการต่อ").click()
    page.get_by_label("ชื่อเรียก").fill("โทรศัพท์ของฉัน")
    page.get_by_role("button", name="เพิ่มพาสคีย์").click()
    page.wait_for_url("**/account/codes")


def test_a_passkey_is_added_signs_in_alone_and_is_removed(address: str, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    add(page, address)
    page.get_by_role("button", name="ออกจากระบบ").click()
    page.get_by_role("button", name="ใช้พาสคีย์").click()
    page.wait_for_url(f"{address}/")
    assert page.get_by_role("heading", level=1).inner_text() == "อบต.ตัวอย่าง"
    page.goto(f"{address}/account/passkeys")
    page.get_by_role("link", name="ลบ โทรศัพท์ของฉัน").click()
    page.get_by_label("รหัสผ่าน").fill(PASSWORD)
    page.get_by_role("button", name="ดำเนินการต่อ").click()
    page.get_by_role("button", name="ลบ", exact=True).click()
    assert page.get_by_role("status").inner_text() == "ลบพาสคีย์แล้ว"
    page.goto(f"{address}/audit")
    told = [text.split("\n")[0] for text in settled(page).locator("main li").all_inner_texts()[:2]]
    assert told == ["สมมติ ใจดี ลบพาสคีย์", "สมมติ ใจดี เพิ่มพาสคีย์"]
    assert said == []


def test_without_a_passkey_the_page_says_so(address: str, page: Page) -> None:
    page.goto(f"{address}/sign-in")
    page.get_by_role("button", name="ใช้พาสคีย์").click()
    assert "ไม่ได้รับพาสคีย์" in page.get_by_role("alert").inner_text()


def test_after_the_password_the_passkey_is_the_second_factor(address: str, page: Page) -> None:
    """The last of this server: nobody signs in there without a second factor any more."""
    add(page, address)
    page.get_by_role("button", name="ออกจากระบบ").click()
    by_password(page, address)
    page.wait_for_url(f"{address}/sign-in/code")
    assert faults(page) == []
    page.get_by_role("button", name="ใช้พาสคีย์").click()
    page.wait_for_url(f"{address}/")
