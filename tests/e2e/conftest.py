from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.factories.staff_browser import kept_of_administrator, served_anew


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where an installation with one agency and its administrator is served."""
    with served_anew(tmp_path_factory.mktemp("installation")) as at:
        yield at


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    with sync_playwright() as playwright:
        # Where there is no such card, drawing as if there were one takes a sixth of the time.
        flags = ["--no-sandbox", "--disable-gpu"]
        made = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield made
        made.close()


@pytest.fixture(scope="session")
def signed_in(address: str, browser: Browser) -> Any:
    """What a browser keeps in which the administrator has signed in."""
    return kept_of_administrator(browser, address)
