"""The kinds of documents that come out of a plan, in the order in which a year needs them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from prongsai.core.documents.analysis import analysis_of_results
from prongsai.core.documents.case import Case
from prongsai.core.documents.layout import by_layout
from prongsai.core.documents.meeting import meeting
from prongsai.core.documents.memo import memo
from prongsai.core.documents.model import Document
from prongsai.core.documents.order import order
from prongsai.core.sentences import Names
from prongsai.formats.layout_file import load_layout

Builder = Callable[[Case, date], Document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind: its name for people and its builder; without one, it is a layout of data/layouts.

    The words of a builder are data/texts/<key>.yaml; a layout has its own.
    """

    key: str
    title: Names
    builder: Builder | None = None

    @property
    def words(self) -> str | None:
        """Return the name of its official words; a layout brings its own."""
        return self.key if self.builder is not None else None

    def build(self, case: Case, dated: date) -> Document:
        """Build the document of a case."""
        if self.builder is not None:
            return self.builder(case, dated)
        return by_layout(case, dated, load_layout(self.key))


KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind(
            key="analysis",
            title=Names(th="รายงานการวิเคราะห์ผลการประเมิน", en="Analysis of results"),
            builder=analysis_of_results,
        ),
        Kind(
            key="memo",
            title=Names(th="บันทึกข้อความเสนอมาตรการ", en="Memo with the measures"),
            builder=memo,
        ),
        Kind(key="plan", title=Names(th="แผนมาตรการ", en="Plan of measures")),
        Kind(
            key="order",
            title=Names(th="คำสั่งแต่งตั้งคณะทำงานและมอบหมายผู้รับผิดชอบ", en="Order that assigns the work"),
            builder=order,
        ),
        Kind(
            key="meeting",
            title=Names(th="เอกสารประกอบการประชุมประจำเดือน", en="Paper for the monthly meeting"),
            builder=meeting,
        ),
        Kind(key="progress", title=Names(th="รายงานความก้าวหน้า", en="Progress report")),
        Kind(key="results", title=Names(th="รายงานผลการดำเนินการ", en="Report of results")),
        Kind(
            key="results-by-unit",
            title=Names(
                th="รายงานผลการดำเนินการตามตัวชี้วัดและหน่วยงาน", en="Results by indicator and unit"
            ),
        ),
    )
}
