"""What stands behind a code: its name, or the words of a sentence that goes on."""

from __future__ import annotations

import re
from dataclasses import replace

from prongsai.core.readings.model import Certainty
from prongsai.core.readings.understand.frame import Frame, Guess
from prongsai.core.sentences import say

# ให้ begins names too: ให้ข้อมูล; so does มี: มีส่วนร่วม.
_GOES_ON = re.compile(
    r"\s[-–]?\s?(?:ได้|มี(?!ส่วน)|พบ|ควร|ต้อง|ซึ่ง|โดย|จึง|ยัง(?!ยืน)|ไม่|ต่ำ|สูง|เพิ่ม|ลด|คะแนน|ร้อยละ|ผ่าน"
    r"|และ(?:ต้อง|ควร|ข้อ)|ให้(?=ดี|แก่|มี|ได้)|เป็น|อยู่|แล้ว|เพราะ|เนื่อง|ทั้งนี้|ขอ(?!ง)|หาก|ถ้า|จะ|[0-9๐-๙]+[.,])"
)
_BEGINS = re.compile("ได้(?:รับ)?คะแนน|ควร|ต้อง|พบว่า|ซึ่ง|โดย|จึง|ต่ำกว่า|ยังไม่")


def name_behind(text: str) -> str:
    """Return the name with which a text begins, up to where a sentence goes on; "" for none."""
    return _GOES_ON.split(f" {text}", maxsplit=1)[0].strip(" .:-–,")


def begins_sentence(name: str) -> bool:
    """Tell whether words begin as those of a sentence do, and names seldom."""
    return _BEGINS.match(name) is not None


def of_sentence(guess: Guess, name: str, frame: Frame) -> Guess:
    """Return an item as no surer than likely where the words of a sentence are not its own name."""
    if guess.certainty is not Certainty.SURE or frame.is_name_of(guess.code, name):
        return guess
    why = say("Words of a sentence were taken for its name.")
    return replace(guess, certainty=Certainty.LIKELY, why=why)
