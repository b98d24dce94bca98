"""Make the pictures of the README anew, from a demonstration that is made for them.

python tools/pictures_of_readme.py     (needs chromium; look at what it made before it is kept)
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
sys.path.insert(0, str(ROOT))  # the tests know how an installation is served

DESK, PHONE = (1100, 860), (360, 720)
_WHO = "ita@na-thong.example"
_MOST = 150_000  # bytes
_COLOURS = 128


def main() -> None:
    """Serve a demonstration, and take one picture after the other."""
    from tests.factories.installation import served  # noqa: PLC0415 -- slow import

    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as play:
        folder = Path(made) / "demo"
        with served(folder, "--demo") as (address, _):
            told = json.loads((folder / "demo.json").read_text("utf-8"))
            who = next(each for each in told if each["email"] == _WHO)
            browser = play.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            with opened(browser, DESK, address, who) as page:
                keep(page, "start")
                page.goto(f"{address}/years")
                page.locator("main li a").first.click()
                page.locator("#score-OIT > summary").click()
                keep(page, "scorecard")
            with opened(browser, PHONE, address, who) as page:
                page.goto(f"{address}/years")
                page.locator("main li a").first.click()

                page.evaluate("document.querySelector('main').scrollIntoView()")
                keep(page, "phone")
            browser.close()


@contextmanager
def opened(
    browser: Browser, size: tuple[int, int], address: str, who: dict[str, str]
) -> Iterator[Page]:
    """Give a page on which somebody made up has signed in."""
    view = {"width": size[0], "height": size[1]}
    page = browser.new_page(viewport=view, locale="th-TH", reduced_motion="reduce")
    page.goto(f"{address}/sign-in")
    page.get_by_label("อีเมล").fill(who["email"])
    page.get_by_label("รหัสผ่าน").fill(who["password"])
    page.get_by_role("button", name="เข้าสู่ระบบ", exact=True).click()
    page.wait_for_url(f"{address}/")
    try:
        yield page
    finally:
        page.close()


def keep(page: Page, name: str) -> None:
    """Keep what is seen of a page, in few colours: pages have no more.

    :raises ValueError: if it is too large for a repository.
    """
    seen = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(_COLOURS)
    target = PICTURES / f"{name}.png"
    seen.save(target, optimize=True)
    if target.stat().st_size > _MOST:
        raise ValueError(f"{target}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
