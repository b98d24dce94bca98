"""Evidence as people hand it in: chosen, sent, looked at and taken away again, on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.factories import evidence
from tests.factories.staff_browser import IN_A_BROWSER, faults, open_menu, opened, said, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = IN_A_BROWSER


def hand_in(page: Page, path: Path) -> None:
    open_menu(page)
    page.get_by_role("link", name="หลักฐาน", exact=True).click()
    page.get_by_role("link", name="นำส่งไฟล์หลักฐาน").click()
    path.write_bytes(evidence.pdf(photo_in_it=True))
    page.get_by_label("ไฟล์", exact=True).set_input_files(path)
    page.get_by_label("วันที่ของเอกสาร").fill("1/10/2568")
    page.get_by_role("button", name="นำส่ง").click()
    assert said(page) == "จัดเก็บ แผน.pdf แล้ว"


@pytest.mark.parametrize("scripts", [True, False])
def test_evidence_is_handed_in_seen_and_taken_away(
    scripts: bool, address: str, signed_in: Any, browser: Browser, tmp_path: Path
) -> None:
    with opened(browser, "phone", java_script_enabled=scripts, storage_state=signed_in) as page:
        page.goto(address)
        hand_in(page, tmp_path / "แผน.pdf")
        assert settled(page).get_by_text("1 ตุลาคม 2568").count() == 1
        page.wait_for_load_state("load")
        drawn = page.locator("img").bounding_box()
        assert drawn is not None
        assert drawn["height"] > drawn["width"] > 100
        if scripts:
            assert faults(page) == []
        with page.expect_download() as taken:
            page.get_by_role("link", name="ดาวน์โหลด").click()
        assert taken.value.suggested_filename == "แผน.pdf"
        assert b"alert" not in taken.value.path().read_bytes()
