"""What only one paper has: its number and date, whom it is for, and who signs it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One step of the chain of signatures.

    A person who signs twice in two capacities has two steps. `acting`: the post that is filled for
    the time being (รักษาการแทน หัวหน้าสำนักปลัด stands as `รักษาการแทน` + `หัวหน้าสำนักปลัด`).
    """

    name: str = ""  # with its prefix: นาย…, นาง…; empty: a dotted line
    rank: str = ""  # stands above the name: ว่าที่ ร.ต., ร.อ.
    position: str = ""
    capacity: str = ""  # รักษาการแทน, รักษาราชการแทน, ปฏิบัติราชการแทน
    acting: str = ""  # the post filled in that capacity
    opinion: str = ""  # what stands above the signature: เห็นควรอนุมัติ


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper of a plan: a memo, an order, a paper for a meeting. What is empty is not said."""

    unit: str = ""  # the office that writes; empty: that of the clerk
    number: str = ""
    dated: date | None = None  # None: the day on which the document is made
    subject: str = ""
    to: str = ""
    meeting: str = ""  # which meeting: ครั้งที่ 3/2567
    signatures: tuple[Signature, ...] = ()


BLANK = Paper()
