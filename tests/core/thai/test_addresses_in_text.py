"""Hosts of addresses are found, and whose they are."""

from __future__ import annotations

import pytest

from prongsai.core.thai.addresses_in_text import hosts_in, owner_of


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("เว็บไซต์ www.bangkok.go.th Facebook", "bangkok.go.th"),
        ("https://ita.nathong.go.th/o1", "ita.nathong.go.th"),
        ("WWW.NATHONG.GO.TH.", "nathong.go.th"),
        ("www.bang\nkok.go.th", "bangkok.go.th"),
        ("(nathong.com)", "nathong.com"),
    ],
)
def test_a_host_is_found_however_it_is_written(text: str, host: str) -> None:
    assert [found.value for found in hosts_in(text)] == [host]


@pytest.mark.parametrize(
    "text", ["saraban@nathong.go.th", "ข้อ 1.2", "No. Gift", "ร.ต. สมชาย", "แฟ้ม report.docx"]
)
def test_what_is_no_host_is_not_found(text: str) -> None:
    assert list(hosts_in(text)) == []


def test_a_host_stands_where_it_says() -> None:
    text = "ดู www.nathong.go.th ครับ"
    (found,) = hosts_in(text)
    assert text[found.start : found.end] == "www.nathong.go.th"


@pytest.mark.parametrize(
    ("host", "owner"),
    [
        ("ita.nathong.go.th", "nathong.go.th"),
        ("nathong.go.th", "nathong.go.th"),
        ("km.nathong.com", "nathong.com"),
    ],
)
def test_a_host_is_of_who_registered_it(host: str, owner: str) -> None:
    assert owner_of(host) == owner
