"""A year of an agency from its opening to the next one: as an officer goes through it at a desk,
and on a phone at night whose browser runs no scripts.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from prongsai.formats.editions import load_edition
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_pdf import write_pdf
from tests.factories.demo import demo_document
from tests.factories.installation import EMAIL, PASSWORD, call, served
from tests.factories.staff_browser import (
    IN_A_BROWSER,
    faults,
    heading,
    open_menu,
    opened,
    said,
    settled,
    sign_in,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload, Page

pytestmark = IN_A_BROWSER
NEW = (
    "init", "--agency", "องค์การบริหารส่วนตำบลนาโคก", "--province", "สมุทรสาคร",
    "--name", "สมมติ ใจดี", "--email", EMAIL,
)  # fmt: skip
EDITION = load_edition("nacc-2564")
TEN = {code: f"{80 + number}.5" for number, code in enumerate(EDITION.indicators)}
SCORES = {code: f"{number / 2 + 50:g}" for number, code in enumerate(EDITION.items)}
PASTED = "\n".join(f"{code}\t{score}" for code, score in SCORES.items())
WHOLE = "code,score\n" + "".join(f"{code},{score}\n" for code, score in SCORES.items())
DOCUMENTS = {"รายงาน.docx": write_docx, "รายงาน.pdf": write_pdf}
MOST_SECONDS = 90


@dataclass
class Officer:
    """Somebody at work, and a second page of the same browser in which axe looks at each state."""

    page: Page
    looks: Page
    address: str
    fiscal_year: int
    scripts: bool
    year: str = ""  # its address, once it is open

    def goes_to(self, path: str) -> None:
        """Open a page of the year, and see that it shuts nobody out."""
        self.page.goto(f"{self.year}{path}")
        self.looks_around()

    def looks_around(self) -> None:
        """See that everybody can use the page that is open, also what is folded away."""
        self.looks.goto(self.page.url)
        self.looks.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        assert faults(self.looks) == [], self.page.url

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def saves(self) -> str:
        """Save, and return what is said."""
        with self.page.expect_navigation():  # the total that runs along is said too, before it
            self.presses("บันทึก")
        return said(self.page)

    def hands_in(self, name: str, data: bytes) -> None:
        """Choose a file, and wait until it is read: the page asks for itself anew."""
        self.goes_to("/file")
        given: FilePayload = {"name": name, "mimeType": "", "buffer": data}
        self.page.get_by_label("ไฟล์").set_input_files(given)
        self.presses("อ่านไฟล์")
        self.page.locator("textarea[name=added]").wait_for(timeout=MOST_SECONDS * 1_000)
        self.looks_around()


@contextmanager
def officer(
    browser: Browser, screen: str, address: str, fiscal_year: int, *, scripts: bool
) -> Iterator[Officer]:
    """Sign somebody in whose browser runs scripts, or does not."""
    with opened(browser, screen, java_script_enabled=scripts) as page:
        sign_in(page, address)
        kept = page.context.storage_state()
        with opened(browser, screen, storage_state=kept) as looks:
            if not scripts:  # axe is one itself; ours do not come
                looks.route("**/*.js", lambda to: to.abort())
            looks.goto(address)
            yield Officer(page, looks, address, fiscal_year, scripts)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the installation of an agency is served that has no year yet."""
    folder = tmp_path_factory.mktemp("year") / "of"
    assert call(folder, *NEW, given=f"{PASSWORD}\n").returncode == 0
    with served(folder) as (at, _):
        yield at


def opens_the_year(one: Officer) -> None:
    one.page.goto(f"{one.address}/years")
    one.looks_around()
    one.page.get_by_label("ปีงบประมาณ (พ.ศ.)").select_option(str(one.fiscal_year))
    one.presses("เปิดปี")
    # One that takes over another's dates begins where these are gone through.
    assert heading(one.page).partition(":")[0] == f"ปีงบประมาณ พ.ศ. {one.fiscal_year}"
    one.year = one.page.url.removesuffix("/set-up")
    one.looks_around()
    one.goes_to("/set-up")


def types_ten_indicators(one: Officer) -> None:
    one.goes_to("/indicators")
    for code, score in TEN.items():
        one.page.locator(f"[name='{code}']").fill(score)
    assert one.saves() == "บันทึกผลแล้ว"
    assert {code: result(one, code) for code in TEN} == {code: f"{TEN[code]}0" for code in TEN}


def pastes_88_items(one: Officer) -> None:
    one.goes_to("/items")
    if one.scripts:
        one.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        one.page.evaluate("text => navigator.clipboard.writeText(text)", PASTED)
        one.page.locator("[name=i1]").focus()
        one.page.keyboard.press("Control+V")
    else:
        one.page.get_by_text("วางจากตาราง Excel").click()
        one.page.get_by_label("วางจาก Excel").fill(PASTED)
        one.presses("เติมลงในช่อง")
    one.page.get_by_text("เติมคะแนนแล้ว 88 ช่อง").wait_for()
    assert one.saves() == "บันทึกผลแล้ว"
    assert result(one, "o43") == "93.50"


def imports_a_document_with_a_correction(one: Officer, name: str) -> None:
    """A report of ours, as somebody would hand it in; the officer knows one score better."""
    one.hands_in(name, DOCUMENTS[name](demo_document("na-khok", "memo")))
    one.page.get_by_role("link", name="2565", exact=True).click()
    if one.fiscal_year != 2565:
        one.page.get_by_label("ข้าพเจ้าทราบว่า").check()
    field = one.page.get_by_label("คะแนน i7 ").first
    assert field.input_value() == "65.63"
    field.fill("67.5")
    assert one.saves() == "บันทึกผลแล้ว"
    assert (result(one, "i7"), result(one, "i8")) == ("67.50", "83.43")


def imports_the_csv_with_a_correction(one: Officer) -> None:
    # With the mark that Excel puts before it, it is another file: what came before is filled in.
    saved_as = "utf-8" if one.scripts else "utf-8-sig"
    one.hands_in("คะแนน.csv", WHOLE.replace("o43,93.5", "o43,193.5").encode(saved_as))
    field = one.page.get_by_label("คะแนน o43 ")
    assert field.input_value() == "193.5"
    field.fill("93.5")
    assert one.saves() == "บันทึกผลแล้ว"


def reads_the_scorecard_and_opens_a_formula(one: Officer) -> None:
    one.goes_to("")
    assert one.page.locator("#level").inner_text() != "–"
    line = one.page.locator("details.line:has([id='score-o43'])")
    for each in line.all():
        each.locator("summary").first.click()
    formula = one.page.locator("[id='score-10'] > .line-why > p").first
    assert f"= {result(one, '10')}" in formula.inner_text()
    assert one.page.locator("[id='score-o43']").is_visible()


def moves_what_if_and_sees_the_way_to_the_next_level(one: Officer) -> None:
    now = result(one, "total")
    assert one.page.locator("#next-items > li").count() > 0
    one.page.get_by_role("link", name="ลองปรับคะแนน", exact=True).click()
    one.page.locator("details.knobs:has(#to-o43) summary").click()
    one.page.locator("#to-o43").fill("100")
    if not one.scripts:
        one.presses("คำนวณ")
    one.page.locator("#changes").get_by_text("o43").wait_for()
    assert f"ปัจจุบัน {now}" in one.page.locator("[data-live]").inner_text()
    assert one.page.url.partition("#")[0] == f"{one.year}/what-if?what-if=o43%3D100"
    one.looks_around()
    one.goes_to("")
    assert result(one, "total") == now


def announces(one: Officer) -> None:
    one.presses("ประกาศผลนี้")
    one.page.get_by_text("ประกาศผลคะแนนชุดที่ 4 แล้ว").wait_for()
    one.looks_around()
    one.goes_to("/history")
    assert one.page.locator("main ol > li").count() == 4


def plans_measures(one: Officer) -> None:
    plan = f"{one.address}/measures/{one.fiscal_year + 1}"
    one.page.goto(f"{plan}/propose")
    one.looks_around()
    offered = settled(one.page).locator("#proposals > li").count()
    one.page.locator("input[name=mark]").first.uncheck()
    one.presses("ดูรายการที่เลือกก่อนบันทึก")
    one.presses("บันทึกเข้าแผน")
    assert said(one.page) == f"เพิ่มมาตรการเข้าแผนแล้ว {offered - 1} เรื่อง"
    one.looks_around()
    one.page.locator("#measures a").first.click()
    one.looks_around()
    one.page.get_by_label("สถานะ").select_option(label="อยู่ระหว่างดำเนินการ")
    one.saves()
    assert one.page.locator("#state").inner_text().startswith("อยู่ระหว่างดำเนินการ")
    one.page.get_by_role("link", name="แก้ไข").click()
    one.looks_around()


def starts_the_next_year(one: Officer) -> None:
    one.goes_to("")
    one.page.get_by_role("link", name="เปิดปีถัดไปจากปีนี้").click()
    one.looks_around()
    one.presses(heading(one.page))
    assert said(one.page).startswith(f"เปิดปีงบประมาณ พ.ศ. {one.fiscal_year + 1}")
    one.page.goto(one.page.url.removesuffix("/set-up"))
    assert settled(one.page).get_by_text("ยังไม่มีผลคะแนน").count() == 1
    one.looks_around()


def result(one: Officer, code: str) -> str:
    """Return a score as the scorecard shows it."""
    if one.page.url.partition("#")[0] != one.year:
        one.page.goto(one.year)
    shown = one.page.locator(f"[id='score-{code}'] .line-score").first
    return shown.text_content() or ""  # also of a line that is folded away


@pytest.mark.parametrize(
    ("screen", "scripts", "fiscal_year", "document"),
    [("desk", True, 2565, "รายงาน.docx"), ("phone at night", False, 2563, "รายงาน.pdf")],
)
def test_an_officer_goes_through_a_year_and_starts_the_next(
    screen: str, scripts: bool, fiscal_year: int, document: str, place: str, browser: Browser
) -> None:
    with officer(browser, screen, place, fiscal_year, scripts=scripts) as one:
        opens_the_year(one)
        types_ten_indicators(one)
        pastes_88_items(one)
        imports_a_document_with_a_correction(one, document)
        imports_the_csv_with_a_correction(one)
        reads_the_scorecard_and_opens_a_formula(one)
        moves_what_if_and_sees_the_way_to_the_next_level(one)
        announces(one)
        plans_measures(one)
        starts_the_next_year(one)


@pytest.fixture(scope="module")
def left(place: str, browser: Browser) -> str:
    """A year with results, and with a file that is read and not saved; its address."""
    with officer(browser, "desk", place, 2567, scripts=False) as one:
        opens_the_year(one)
        types_ten_indicators(one)
        one.hands_in("คะแนน.csv", b"code,score\n1,101\no99,1\n2,90\n")
        return one.year


# Each two of desk or phone, day or night, Thai or English, with scripts or without them meet once:
# in the two journeys and in these three.
@pytest.mark.parametrize(
    ("screen", "scripts"), [("desk at night", False), ("phone", False), ("phone at night", True)]
)
def test_what_is_left_of_a_year_can_be_used_by_everybody_in_english(
    screen: str, scripts: bool, place: str, left: str, browser: Browser
) -> None:
    with officer(browser, screen, place, 2567, scripts=scripts) as one:
        one.year = left
        open_menu(one.looks)
        one.looks.get_by_role("button", name="English").click()
        for path in ("", "/indicators", "/items", "/file", "/history", "/next", "/reopen"):
            one.goes_to(path)
            assert one.looks.locator("html").get_attribute("lang") == "en"
        one.page.goto(f"{left}/file")
        one.page.locator("main p a.tap").click()
        one.looks_around()
