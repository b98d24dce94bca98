from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.formats.evidence.kinds import Kind
from prongsai.foundation.files.names import clean_name


@pytest.mark.parametrize(
    ("given", "kind", "kept"),
    [
        ("ประกาศ อบต. 2.pdf", Kind.PDF, "ประกาศ อบต. 2.pdf"),
        ("../../etc/passwd", Kind.TEXT, "passwd.txt"),
        ("C:\\Users\\somebody\\สแกน.PDF", Kind.PDF, "สแกน.pdf"),
        ("photo.jpeg", Kind.JPEG, "photo.jpg"),
        ("photo.pdf", Kind.JPEG, "photo.jpg"),
        ("run.bat", Kind.TEXT, "run.bat.txt"),
        ("page.html", Kind.TEXT, "page.html.txt"),
        ("\u202efdp.exe", Kind.PDF, "fdp.exe.pdf"),
        ("a\0b\nc\u200b.pdf", Kind.PDF, "ab c.pdf"),
        ('a<b>:"c"|?*.csv', Kind.CSV, "a_b___c____.csv"),
        (".htaccess", Kind.TEXT, "htaccess.txt"),
        ("...", Kind.PDF, "evidence.pdf"),
        ("", Kind.PDF, "evidence.pdf"),
        ("/", Kind.PDF, "evidence.pdf"),
        ("ก" * 400 + ".pdf", Kind.PDF, "ก" * 146 + ".pdf"),
    ],
)
def test_a_name_is_made_safe_and_true(given: str, kind: Kind, kept: str) -> None:
    assert clean_name(given, kind) == kept


@given(st.text(), st.sampled_from(Kind))
def test_any_name_becomes_one_that_every_system_takes(given: str, kind: Kind) -> None:
    name = clean_name(given, kind)
    assert name.endswith(f".{kind}")
    assert len(name) <= 150
    assert not set(name) & set('/\\:*?"<>|\0\n\r')
    assert clean_name(name, kind) == name
