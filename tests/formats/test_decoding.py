import pytest

from prongsai.core.errors import Refusal
from prongsai.formats.decoding import decode

TEXT = "ตัวชี้วัดที่ ๑\tน้ำ\f\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_text_is_read_in_the_encodings_of_offices(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), 999) == TEXT


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02",
        "caf\xe9 na\xefve \xea".encode("latin-1"),  # valid in Windows-874, but no Thai
        b"\xff\xfe\x00",  # half a character of UTF-16
        b"\xdb\xdc\xfc",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match="not a text that can be read"):
        decode(data, 999)


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"", 0) == ""


def test_more_than_is_asked_for_is_refused() -> None:
    with pytest.raises(Refusal, match="The text has 2 MB; at most 1 MB are read"):
        decode(b"a" * 2_000_000, 1_000_000)
