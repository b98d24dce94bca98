"""Addresses are the agency's own."""

from __future__ import annotations

import pytest

from prongsai.core.checks.other_agencys_address import other_agencys_address
from tests.factories.subjects import of_texts

OWN = "bangkhrok.go.th"


def test_two_websites_in_one_document_are_worth_a_look() -> None:
    text = "เว็บไซต์หน่วยงาน www.bangkok.go.th และ www.poraiwan.go.th และ www.poraiwan.go.th/news"
    beside = "The document names websites of several agencies: {} beside {}."
    last = "Write the address of your own agency's website."
    assert of_texts(other_agencys_address, text) == [
        f"look_at: {beside.format('bangkok.go.th', 'poraiwan.go.th')} {last}",
        f"look_at: {beside.format('poraiwan.go.th', 'bangkok.go.th')} {last}",
    ]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("เว็บไซต์ของหน่วยงาน www.bangkok.go.th", "must_mend"),
        ("เว็บไซต์หลัก อบต.บางครก www.bangkok.go.th", "must_mend"),
        ("ศึกษาดูงาน www.bangkok.go.th", "look_at"),
    ],
)
def test_another_than_the_known_website_is_told(text: str, severity: str) -> None:
    assert of_texts(other_agencys_address, text, website=f"www.{OWN}") == [
        (
            f"{severity}: The address bangkok.go.th is not on your agency's website {OWN}."
            " Write the address of your own agency's website."
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"www.{OWN} และ https://ita.{OWN}/o1",
        f"www.{OWN} และ itas.nacc.go.th และ www.gprocurement.go.th",
        f"www.{OWN} facebook.com/bangkhrok line.me youtube.com",
        f"www.{OWN} อีเมล saraban@dla.go.th saraban@other.go.th",
        "ไม่มีเว็บไซต์",
    ],
)
def test_own_addresses_and_those_of_everybody_are_not(text: str) -> None:
    assert of_texts(other_agencys_address, text) == []
    assert of_texts(other_agencys_address, text, website=OWN) == []


def test_one_website_alone_may_be_the_own_one() -> None:
    assert of_texts(other_agencys_address, "www.bangkok.go.th") == []
