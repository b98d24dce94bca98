"""The year that words beside a score mean: a number, or this year and the last, as people speak.

This year is that of the document's results. Who writes a plan early in a year may mean another one,
so it is never sure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from prongsai.core.readings.model import Certainty, Said, StatedScore
from prongsai.core.sentences import Sentence, say
from prongsai.core.thai.numerals import to_arabic_digits

_NUMBERED = re.compile(r"(?<![0-9])2[45][0-9]{2}(?![0-9])")
# Never the last three years, nor that of two years ago.
_FEW = r"(?<![0-9][0-9])[0-9]"  # a number of years, not a year itself
_ALONE = rf"(?<!{_FEW})(?<!{_FEW}\s)(?<!สอง)(?<!สาม)(?<!สี่)(?<!ห้า)(?<!ทุก)(?<!หลาย)"
_SPOKEN = re.compile(
    rf"{_ALONE}ปี\s*(?:งบ\s*ประมาณ|(?:ที่)?\s*ประเมิน)?\s*(?:พ\.?\s?ศ\.?)?\s*"
    r"(?:(?P<now>นี้|ปัจจุบัน|ล่าสุด)|(?P<before>(?:ก่อน|ที่\s*แล้ว|ที่\s*ผ่าน\s*มา|กลาย)(?:หน้า)?(?:นี้)?))"
    r"(?!นั้น)"
)
_SEVERAL = re.compile("ย้อนหลัง|(?:[2-9]|สอง|สาม|สี่|ห้า)ปี(?:งบประมาณ)?(?:ที่ผ่านมา|ก่อน|ล่าสุด|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenYear:
    """A year; `number` is None where none is named, or nobody can tell which. `why`: not sure."""

    number: int | None = None
    certainty: Certainty = Certainty.SURE
    why: Sentence | None = None
    ago: int | None = None  # 0 for this year, 1 for the last, None where it has its number

    @property
    def time(self) -> tuple[int | None, int | None] | None:
        """Return what tells it from another year, None where no year is said."""
        if self.number is None and self.ago is None:
            return None
        return self.number, self.ago

    def dated(self, said: Said[StatedScore]) -> Said[StatedScore]:
        """Return a score as that of this year, if one is said, and no surer than the year is."""
        if self.time is None:
            return said
        dated = replace(said, value=replace(said.value, year=self.number))
        if self.why is None or said.certainty is Certainty.ASK:
            return dated
        return replace(dated, certainty=self.certainty, why=self.why)

    def asked_for(self, why: Sentence) -> SpokenYear:
        """Return the year as one that a person must say."""
        return replace(self, certainty=Certainty.ASK, why=why)


def spoken_year(text: str, this_year: int | None) -> SpokenYear:
    """Return the year that a text names, the last of several; `this_year`: of the results."""
    arabic = to_arabic_digits(" ".join(text.split()))
    numbers, spoken = [*_NUMBERED.finditer(arabic)], [*_SPOKEN.finditer(arabic)]
    if numbers and not (spoken and spoken[-1].start() > numbers[-1].end()):
        return SpokenYear(number=int(numbers[-1].group()))
    if not spoken:
        return SpokenYear()
    return _meant(spoken[-1], this_year)


def is_spoken_alone(text: str) -> bool:
    """Tell whether a text has nothing but words for this year or the last."""
    return _SPOKEN.fullmatch(" ".join(text.split())) is not None


def of_several_years(text: str) -> bool:
    """Tell whether a text speaks of several years together: of the last three, looking back."""
    return _SEVERAL.search("".join(to_arabic_digits(text).split())) is not None


def without_spoken(text: str) -> str:
    """Return a text without the words for this year and the last."""
    return _SPOKEN.sub("", " ".join(text.split()))


def _meant(spoken: re.Match[str], this_year: int | None) -> SpokenYear:
    ago = 0 if spoken["now"] else 1
    if this_year is None:
        nobody = say("“%(words)s” may be any year; the document names none.", words=spoken.group())
        return SpokenYear(certainty=Certainty.ASK, why=nobody, ago=ago)
    why = say(
        "“%(words)s” was taken for %(year)s, by the year of the results.",
        words=spoken.group(),
        year=this_year - ago,
    )
    return SpokenYear(number=this_year - ago, certainty=Certainty.LIKELY, why=why, ago=ago)
