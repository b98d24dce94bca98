"""What the operating system says is said in the reader's language."""

from __future__ import annotations

import errno
import os

import pytest

from prongsai.core.sentences import write
from prongsai.formats.interface import catalogue
from prongsai.formats.os_reasons import reason


def error(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize(
    ("number", "english", "thai"),
    [
        (errno.ENOENT, "no such file or folder", "ไม่พบไฟล์หรือโฟลเดอร์"),
        (errno.EACCES, "no permission", "ไม่มีสิทธิ"),
        (errno.EEXIST, "the name is taken", "มีชื่อนี้อยู่แล้ว"),
        (errno.EISDIR, "it is a folder", "ชื่อนี้เป็นโฟลเดอร์"),
        (errno.ENOSPC, "the disk is full", "พื้นที่ดิสก์เต็ม"),
        (errno.EROFS, "nothing can be written there", "ตำแหน่งนี้บันทึกไม่ได้"),
    ],
)
def test_a_known_reason_is_said_in_both_languages(number: int, english: str, thai: str) -> None:
    said = reason(error(number))

    assert (str(said), write(said, catalogue("th"))) == (english, thai)


def test_other_reasons_stay_in_the_words_of_the_system() -> None:
    assert str(reason(error(errno.EIO))) == os.strerror(errno.EIO)
    assert str(reason(OSError("a cause of its own"))) == "a cause of its own"
