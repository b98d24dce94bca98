"""Claims: each kind for 40 measures, Word and PDF, takes 1 s and 150 MB; 1,000 reports are linear.

The PDF is set against LibreOffice converting our Word file and WeasyPrint rendering our HTML.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from bench_document import long_plan
from measuring import BIN, Measured, measured

from prongsai.core.tracking import Action, Progress, Proof, State
from prongsai.formats.kinds import KINDS
from prongsai.formats.load_plan import load_plan
from prongsai.formats.plan_file import PlanFile, read_plan, write_plan
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_pdf import write_pdf

MEASURES = 40
SMALL = 5
REPORTS = 1_000
SECONDS, MEGABYTES = 1, 150
DATED = date(2024, 2, 28)
DONE = Progress(
    state=State.DONE,
    actions=(
        Action(text="แต่งตั้งคณะทำงานและประชุมชี้แจงแนวทางการดำเนินการ", on=date(2023, 11, 20)),
        Action(text="ดำเนินการตามแผนและรายงานผลต่อผู้บริหาร", on=date(2024, 1, 8)),
    ),
    output=("จัดประชุมชี้แจงบุคลากรครบทุกส่วนราชการ จำนวน 2 ครั้ง",),
    outcome=("บุคลากรทราบแผนการใช้จ่ายงบประมาณเพิ่มขึ้นจากปีก่อน",),
    proofs=(Proof(what="รายงานการประชุม", address="www.example.go.th/ita/report-1"),),
)


def main() -> None:
    """Write every kind, a thousand reports, and one document by three programs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = long_plan(folder, "na-thong", "nacc-2566")
        year = of_size(made, MEASURES)
        print(f"a year of {MEASURES} measures, Word and PDF in one process")
        for kind in KINDS:
            print_kind(kind, written(folder, year, kind, ".docx", ".pdf"))
        print_many(of_size(made, SMALL))
        print_peers(folder, year)


def of_size(made: Path, measures: int) -> Path:
    """Write the plan anew with so many measures, all of them done."""
    plan = read_plan(made).plan
    chosen = tuple(
        replace(measure, key=f"M-{number:03}")
        for number, measure in enumerate(islice(cycle(plan.measures), measures), start=1)
    )
    progress = {measure.key: DONE for measure in chosen}
    path = made.with_name(f"{measures}.yaml")
    file = PlanFile(plan=replace(plan, measures=chosen), progress=progress)
    path.write_text(write_plan(file), encoding="utf-8")
    return path


def written(folder: Path, plan: Path, kind: str, *endings: str) -> Measured:
    """Return what one process needs to write a kind in every form."""
    outputs = [word for end in endings for word in ("-o", folder / f"{kind}{end}")]
    return measured((BIN / "prongsai", "report", plan, "--kind", kind, *outputs))


def print_kind(kind: str, ours: Measured) -> None:
    """Print a kind against the limits."""
    print(
        f"{kind:16} {ours.seconds:5.2f} s {ours.megabytes:4.0f} MB"
        f"  of the limits {ours.seconds / SECONDS:.2f} and {ours.megabytes / MEGABYTES:.2f}"
        " (at most 1)"
    )


def print_many(plan: Path) -> None:
    """Print how the time for reports grows with their number, one after the other."""
    loaded, kind = load_plan(plan), KINDS["results"]
    start, half = time.perf_counter(), 0.0
    for number in range(REPORTS):
        if number == REPORTS // 2:
            half = time.perf_counter() - start
        document = kind.build(loaded.case(kind.words), DATED)
        write_docx(document)
        write_pdf(document)
    whole = time.perf_counter() - start
    print(f"{REPORTS // 2:5} reports of {SMALL} measures {half:6.1f} s")
    print(f"{REPORTS:5} reports of {SMALL} measures {whole:6.1f} s")
    print(f"whole / half     {whole / half:.2f} (2 is linear)")


def print_peers(folder: Path, plan: Path) -> None:
    """Print the PDF of the analysis against those that two other programs make of it."""
    written(folder, plan, "analysis", ".docx", ".html")
    ours = written(folder, plan, "analysis", ".pdf")
    print(f"prongsai, PDF    {ours.seconds:5.2f} s {ours.megabytes:4.0f} MB")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    out = ("--outdir", folder / "office")
    print_peer(
        "LibreOffice",
        office and (office, "--headless", "--convert-to", "pdf", *out, folder / "analysis.docx"),
        ours,
    )
    has_weasyprint = importlib.util.find_spec("weasyprint") is not None
    render = (sys.executable, "-m", "weasyprint", folder / "analysis.html", folder / "w.pdf")
    print_peer("WeasyPrint", has_weasyprint and render, ours)


def print_peer(name: str, command: tuple[object, ...] | str | bool | None, ours: Measured) -> None:
    """Print what another program needs, or that it is not there."""
    if not isinstance(command, tuple):
        print(f"{name} is not installed: left out")
        return
    peer = measured(command)
    print(f"{name:16} {peer.seconds:5.2f} s {peer.megabytes:4.0f} MB")
    print(f"ours / {name:11} {ours.seconds / peer.seconds:.2f}")


if __name__ == "__main__":
    main()
