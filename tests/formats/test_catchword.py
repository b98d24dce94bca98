from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.formats.catchword import catchword


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ดังนั้น เพื่อเป็นการยกระดับผลการประเมิน", "/ดังนั้น ..."),
        ("จึงเรียนมาเพื่อโปรดทราบ", "/จึงเรียนมา ..."),
        ("ร.อ.", "/ร.อ. ..."),
        ("ว่าที่ ร.ต.", "/ว่าที่ ร.ต. ..."),
        ("(นายตัวอย่าง หนึ่งสมมติ)", "/(นายตัวอย่าง ..."),
        ("๑. เรื่องเดิม", "/๑. เรื่อง ..."),
        ("องค์การบริหารส่วนตำบล", "/องค์การบริหารส่วนตำบล ..."),  # one word, whole though long
        ("  ลงชื่อ", "/ลงชื่อ ..."),
        ("หนึ่ง\nสอง", "/หนึ่ง ..."),
        ("ก" * 100, f"/{'ก' * 12} ..."),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_a_catchword_is_the_first_words(text: str, said: str) -> None:
    assert catchword(text) == said


thai = st.text(st.characters(min_codepoint=0xE01, max_codepoint=0xE4E) | st.sampled_from(" \n.1a"))


@given(thai)
def test_a_catchword_is_how_the_text_begins(text: str) -> None:
    said = catchword(text)
    assert bool(said) == bool(text.strip())
    assert text.strip().startswith(said[1:].removesuffix(" ..."))
