"""The words of a place to sign: ranks, names with a prefix, posts, capacities, opinions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prongsai.core.readings.understand.lines import without_leaders

_GRADES = "(?:เอก|โท|ตรี)"
_FORCES = (
    "พลตำรวจ|พันตำรวจ|ร้อยตำรวจ|สิบตำรวจ|พลอากาศ|พลเรือ|นาวาอากาศ|นาวา|เรืออากาศ|เรือ|พันจ่าอากาศ|พันจ่า"
    "|จ่าอากาศ|จ่าสิบ|จ่า|พล|พัน|ร้อย|สิบ|นายกอง|นายหมวด|นายหมู่"
)
_SHORT_RANKS = r"(?:[ก-ฮ]{1,2}\.\s?){2,4}|(?:ดร|ผศ|รศ|ศ|นพ|พญ|ทพ|ภก)\."
_RANK = rf"(?:ว่าที่\s?)?(?:(?:{_FORCES}){_GRADES}|ดาบตำรวจ|จ่าสิบตำรวจ|{_SHORT_RANKS})\s?(?:\(?หญิง\)?)?"
_RANKS = re.compile(rf"(?:{_RANK}(?:\s?{_RANK}){{0,2}}|ว่าที่)\s?")

# นายก องค์การ…, นายอำเภอ and the like are posts; นายกมล is a name.
_NO_MISTER = r"ก(?:\s|$|องค์|เทศ|อบ|เมือง|สมาคม|สภา)|อำเภอ|ช่าง|ทะเบียน"
_PREFIX = rf"(?:นาย(?!{_NO_MISTER})|นางสาว|นาง|น\.\s?ส\.|พระ|หม่อม|ม\.ร\.ว\.|ม\.ล\.|{_RANK})"
_NAMED = re.compile(rf"{_PREFIX}\s?[ก-ฮเ-ไ][ก-๎. -]{{1,70}}")
_BARE = re.compile(r"[ก-๎]{2,30}(?: [ก-๎]{2,30}){0,2}")
_TITLES = re.compile("(?:นาย|นางสาว|นาง)")

_POST = re.compile(
    rf"ตำแหน่ง|นาย(?:{_NO_MISTER}|แพทย์)|ปลัด|รอง|หัวหน้า|หน\.|ผู้|ผอ\.?|ผช\.?|นัก|นิติกร|เจ้า(?:พนักงาน|หน้าที่)"
    "|พนักงาน|ประธาน|กรรมการ|อนุกรรมการ|คณะทำงาน|เลขา|วิศวกร|สถาปนิก|ครู|อาจารย์|อธิบดี|อธิการ|คณบดี|กำนัน"
    "|แพทย์|พยาบาล|สมาชิก|ที่ปรึกษา|ท้องถิ่น|ช่าง|ลูกจ้าง|คนงาน|สารวัตร|อัยการ|บรรณารักษ์"
)
# ผู้เสนอ, ผู้ตรวจ …, but ผู้อำนวยการ and the like are posts.
_ROLE = re.compile(
    "พยาน|ผู้(?!อำนวย|ช่วย|ว่า|จัดการ|ใหญ่|แทน|ดูแล|ปฏิบัติ|บริหาร|ประสาน|บังคับ|เชี่ยวชาญ|ทรงคุณ|ชำนาญ|กำกับการ)"
)
_FURTHER_POST = re.compile("ประธาน|กรรมการ|อนุกรรมการ|เลขานุการ")
_NO_POST = re.compile(
    "ภาคผนวก|สารบัญ|ตาราง|มาตรการ|แผน|รายงาน|บัญชี|เอกสาร|สิ่งที่|หมายเหตุ|เรื่อง|ที่|วันที่|บันทึก|คำ"
)
_ACTING = (
    r"รักษา\s?ราชการ\s?แทน|รักษา\s?การ\s?แทน|รักษา\s?การ\s?ใน\s?ตำแหน่ง|ปฏิบัติ\s?ราชการ\s?แทน"
    r"|ปฏิบัติ\s?การ\s?แทน|(?<!ผู้)ปฏิบัติ\s?หน้าที่(?:\s?แทน)?|ทำ\s?การ\s?แทน|(?<!\S)รก(?:ท)?\."
    r"|รักษา\s?การ(?!ณ์)"
)
_CAPACITY = re.compile(rf"(?P<before>.*?)\s*(?P<capacity>{_ACTING})\s*(?P<behind>.*)")
_CAPACITY_FIRST = re.compile(_ACTING)
_CAPACITY_LAST = re.compile(rf"(?:{_ACTING})\s*$")
_OF_AN_AGENCY = re.compile(
    "องค์(?:การ|กร)|เทศบาล|อบต|อบจ|สำนัก|กอง|จังหวัด|อำเภอ|ศูนย์|โรงเรียน|ส่วน|งาน|ฝ่าย"
)
_AGENCY = re.compile("องค์(?:การ|กร)|เทศ(?:บาล|มนตรี)|อบต|อบจ|จังหวัด")
_REST_OF_POST = re.compile(r"และ|ชำนาญ(?:การ|งาน)|ปฏิบัติ(?:การ|งาน)\s*$|อาวุโส|ระดับ")
_LABEL_OF_POST = re.compile(r"^ตำแหน่ง\s*:?\s*")

_OPINION = re.compile(
    r"[-–•]?\s*(?:เห็น|ไม่|อนุมัติ|อนุญาต|ทราบ|รับทราบ|ชอบ|เพื่อโปรด|โปรด|ดำเนินการ|มอบ|ควร|เสนอ|แจ้ง|ลงนาม|"
    r"เรียน|ความเห็น|ความคิดเห็น|ข้อสั่งการ|ยินยอม|รับรอง|สำเนา|ได้ตรวจ|ตรวจ|ถูกต้อง|[(\[☐☑□✓✔])"
)
_LONGEST_POST = 120
_LONGEST_UNKNOWN = 60  # of a line that no known post begins
_MOST_BESIDE = 4  # who sign on one line


def is_rank(text: str) -> bool:
    """Tell whether a text is a rank and nothing else: ว่าที่ ร.ต., ร้อยเอก."""
    return _RANKS.fullmatch(without_leaders(text)) is not None


def rank_and_rest(text: str) -> tuple[str, str]:
    """Return the rank that a text begins with, and what stands behind it."""
    found = _RANKS.match(text)
    end = found.end() if found else 0
    return text[:end].strip(), text[end:].strip()


def is_named(text: str) -> bool:
    """Tell whether a text is a name with its prefix: นายสมมติ ใจดี."""
    return _NAMED.fullmatch(text) is not None


def is_bare_name(text: str) -> bool:
    """Tell whether a text may be a name without a prefix: one to three words of letters."""
    return _BARE.fullmatch(text) is not None and not is_post(text)


def is_prefix(text: str) -> bool:
    """Tell whether a text is the prefix of a name alone."""
    return _TITLES.fullmatch(text) is not None


def is_post(text: str) -> bool:
    """Tell whether a text begins as a post does."""
    return _POST.match(text) is not None or _CAPACITY_FIRST.match(text) is not None


def is_role(text: str) -> bool:
    """Tell whether a text behind the dots says as what somebody signs: ผู้เสนอ."""
    return len(text) <= _LONGEST_UNKNOWN and _ROLE.match(text) is not None


def is_opinion(text: str) -> bool:
    """Tell whether a text begins as the opinion of a superior does."""
    return _OPINION.match(text) is not None


def goes_on(post: str, line: str) -> bool:
    """Tell whether a line below a name is of the post that stands there so far."""
    if len(line) > _LONGEST_POST or is_opinion(line):
        return False
    if not post:
        return is_post(line) or _may_be_post(line)
    if _CAPACITY_FIRST.match(line) or _REST_OF_POST.match(line):
        return True
    if is_role(line) or _FURTHER_POST.match(line):
        return True
    if _CAPACITY_LAST.search(post):
        return True
    return _OF_AN_AGENCY.match(line) is not None and not _AGENCY.search(post)


def _may_be_post(line: str) -> bool:
    is_short = len(line) <= _LONGEST_UNKNOWN and not any(map(str.isdigit, line))
    return is_short and not _NO_POST.match(line)


def with_line(post: str, line: str) -> str:
    """Return a post with a further line of it."""
    return f"{post}{line}" if post and line.startswith("และ") else f"{post} {line}".strip()


def post_of(text: str) -> tuple[str, str, str]:
    """Return position, capacity and acting post: นิติกร รักษาการแทน หัวหน้าสำนักปลัด."""
    written = _LABEL_OF_POST.sub("", without_leaders(text)).strip()
    parts = _CAPACITY.fullmatch(written)
    if parts is None:
        return written, "", ""
    return parts["before"], "".join(parts["capacity"].split()), parts["behind"]


def posts_beside(text: str, count: int) -> Sequence[str]:
    """Return the posts of several who sign side by side; () where they cannot be told apart."""
    words = text.split(" ")
    found: list[str] = []
    for word in words:
        if is_post(word) or not found:
            found.append(word)
        else:
            found[-1] += f" {word}"
    return found if len(found) == count else ()
