"""Which kind of document a source is."""

from __future__ import annotations

import re

from prongsai.core.readings.source import Source, SourceTable, Text
from prongsai.core.readings.understand.lists import loose
from prongsai.core.readings.understand.measures import is_of_measures

_MEMO = re.compile(rf"^\s*{loose('บันทึกข้อความ')}", re.MULTILINE)
_ORDER = re.compile(rf"^\s*{loose('คำสั่ง')}", re.MULTILINE)
_ANALYSIS = re.compile(f"{loose('วิเคราะห์ผล')}|{loose('ผลการประเมิน')}")
_MEETING = re.compile(loose("เอกสารประกอบการประชุม"))
_PLAN = re.compile(
    f"{loose('แผนปฏิบัติการ')}|{loose('แผนส่งเสริม')}|{loose('แผนการ')}|{loose('แผนขับเคลื่อน')}"
)
# What a title says where no table does.
_TITLES = (
    ("progress", re.compile(loose("ความก้าวหน้า"))),
    ("results", re.compile(loose("รายงานผลการดำเนินการ"))),
    ("plan", re.compile(rf"^{loose('มาตรการส่งเสริมคุณธรรม')}|^{loose('แผน')}", re.MULTILINE)),
)
_HEAD = 4  # texts at the beginning


def kind_of(source: Source) -> str:
    """Return memo, order, meeting, progress, results, analysis or plan; "" where nothing tells."""
    head = "\n".join(b.text for b in source.blocks[:_HEAD] if isinstance(b, Text))
    fields = {name for block in _tables(source) for name in block.fields}
    asked = {n for block in _tables(source) if is_of_measures(block) for n in block.fields}
    tells = (
        ("memo", _MEMO.search(head)),
        ("order", _ORDER.search(head)),
        ("meeting", _MEETING.search(head)),
        ("progress", asked & {"not_started", "in_progress", "done", "state"}),
        ("results", asked & {"output", "outcome"}),
        ("analysis", _is_of_scores(source) and _ANALYSIS.search(head)),
        ("plan", asked and _PLAN.search(head)),
        ("analysis", fields & {"problem"}),
        ("plan", asked),
        *((kind, pattern.search(head)) for kind, pattern in _TITLES),
    )
    return next((kind for kind, tells_it in tells if tells_it), "")


def _tables(source: Source) -> list[SourceTable]:
    return [block for block in source.blocks if isinstance(block, SourceTable)]


def _is_of_scores(source: Source) -> bool:
    return any({"indicator", "score"} <= set(table.fields) for table in _tables(source))
