"""Every kind of document as a page, in a real browser: on a phone and on a desk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from prongsai.core.documents.model import Heading
from prongsai.formats.kinds import KINDS
from prongsai.formats.write_html import write_html
from tests.factories import browser, letters
from tests.factories.cases import DATED, case
from tests.factories.demo import demo_document
from tests.factories.documents import document

pytestmark = pytest.mark.skipif(
    not browser.is_here(),
    reason="Chromium or axe-core is not installed: no page was looked at in a browser.",
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[browser.Page]:
    with browser.browser(tmp_path_factory.mktemp("browser")) as page:
        yield page


def shown(agency: str, kind: str) -> str:
    """Write a page: of a demonstration year, or of one with all that can be reported and signed."""
    if agency != "made-up":
        return write_html(demo_document(agency, kind))
    made = case(KINDS[kind].words, garuda=letters.picture(), emblem=letters.picture("3"))
    return write_html(replace(KINDS[kind].build(made, DATED), draft=True))


LONGEST = ("analysis", "memo", "progress")


@pytest.mark.parametrize(
    ("agency", "kind"),
    [*(("made-up", kind) for kind in KINDS), *(("na-khok", kind) for kind in LONGEST)],
)
def test_a_page_shuts_nobody_out(
    page: browser.Page, tmp_path: Path, agency: str, kind: str
) -> None:
    file = tmp_path / "page.html"
    file.write_text(shown(agency, kind), "utf-8")

    found = {}
    for width in (360, 1100):
        page.show(file, width)
        found[width] = (page.violations(), page.sideways())
        keep_picture(page, f"{agency}.{kind}.{width}.png")

    assert found == {360: ([], 0), 1100: ([], 0)}


def test_what_is_wrong_with_a_page_is_found(page: browser.Page, tmp_path: Path) -> None:
    right = write_html(document(Heading("หน้าทดสอบ"), letters.picture()))
    wrong = {
        "Content-Security-Policy": "none",  # it would refuse a style sheet that was changed
        "color: #1a1a1a": "color: #ccc",
        "max-width: 52rem": "width: 52rem",
        'alt="': 'data-alt="',
    }
    for there, instead in wrong.items():
        assert there in right
        right = right.replace(there, instead)
    file = tmp_path / "page.html"
    file.write_text(right, "utf-8")

    page.show(file, 360)

    assert [each.partition(":")[0] for each in page.violations()] == ["color-contrast", "image-alt"]
    assert page.sideways() == 52 * 16 - 360


def keep_picture(page: browser.Page, name: str) -> None:
    """Keep what was seen where PRONGSAI_PICTURES names a folder, for somebody to look at."""
    folder = os.environ.get("PRONGSAI_PICTURES")
    if folder:
        Path(folder, name).write_bytes(page.picture())
