"""The manual: all of it can be read, and nothing in it has gone stale."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.test import Client
from django.urls import resolve

import prongsai
from prongsai.cli.commands import COMMANDS
from prongsai.formats.manual import Span, manual
from tests.factories.clients import Desk, found, text
from tests.factories.people import Somebody

SOURCE = Path(prongsai.__file__).parent
DOCS = Path(__file__).parents[2] / "docs"
PIECES = [
    (chapter.key, span)
    for chapter in manual()
    for section in chapter.sections
    for block in section.blocks
    for span in block.spans
]


def pieces(kind: str) -> Iterator[tuple[str, Span]]:
    return ((key, span) for key, span in PIECES if getattr(span, kind))


def words_of_pages() -> set[str]:
    with (SOURCE / "locale" / "th" / "LC_MESSAGES" / "django.po").open("rb") as file:
        return {str(message.string) for message in read_po(file) if message.id}


def test_every_word_of_the_pages_that_is_quoted_stands_on_the_pages() -> None:
    known = words_of_pages()
    assert [(key, each.text) for key, each in pieces("is_word") if each.text not in known] == []
    assert len(list(pieces("is_word"))) > 60


def test_every_link_leads_to_an_address_that_is_there() -> None:
    anchors = {chapter.key for chapter in manual()}
    for _, span in pieces("address"):
        path, _, anchor = span.address.partition("#")
        assert resolve(path).url_name
        assert not anchor or (path == "/manual" and anchor in anchors), span.address


def test_every_command_that_is_named_is_one() -> None:
    typed = [span.text for _, span in PIECES if span.text.startswith("prongsai ")]
    assert {line.split()[1] for line in typed} == {
        "init", "serve", "backup", "restore", "doctor", "audit", "reset-password",
        "close-account",
    }  # fmt: skip
    assert {line.split()[1] for line in typed} <= set(COMMANDS)


@pytest.mark.django_db
def test_every_chapter_stands_in_the_contents_in_both_languages() -> None:
    for language, title in (("th", "title"), ("en", "title_en")):
        page = Client(headers={"accept-language": language}).get("/manual")
        contents = found(page, "//nav[contains(@class, 'contents')]//a")
        assert [(each.get("href"), each.text) for each in contents] == [
            (f"#{chapter.key}", getattr(chapter, title)) for chapter in manual()
        ]
        ids = [each.get("id") for each in found(page, "//article/h2")]
        assert ids == [chapter.key for chapter in manual()]


@pytest.mark.django_db
def test_the_english_page_says_that_the_manual_is_thai() -> None:
    page = text(Client(headers={"accept-language": "en"}).get("/manual"))
    assert "The manual is for Thai officers and is written in Thai." in page
    assert '<div class="manual" lang="th">' in page


@pytest.mark.django_db
def test_a_heading_of_the_manual_is_found_by_the_search(dao: Somebody) -> None:
    page = text(Desk(dao, language="th").get("/search?q=โทรศัพท์หาย"))
    assert '/manual#sign-in-6"><span><mark>โทรศัพท์หาย</mark></span></a>' in page


def test_the_contents_in_docs_name_every_chapter_and_its_file() -> None:
    contents = (DOCS / "manual.md").read_text("utf-8")
    for path, chapter in zip(
        sorted((SOURCE / "data" / "manual").glob("*.md")), manual(), strict=True
    ):
        line = f"[{chapter.title}](../src/prongsai/data/manual/{path.name}) · {chapter.title_en}"
        assert line in contents
