"""Claims: every kind of a year of 40 measures takes at most 1 s and 150 MB in Word and PDF, as a
whole process; 1,000 reports take twice as long as 500.

Beside the PDF stand LibreOffice converting the Word file and, where it is installed, WeasyPrint
setting the page of the same document.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench_document import DEMO
from measuring import BIN, measured

from prongsai.core.documents.model import Document
from prongsai.core.tracking import Action, Progress, State
from prongsai.formats.kinds import KINDS
from prongsai.formats.load_plan import load_plan
from prongsai.formats.plan_file import PlanFile, read_plan, write_plan
from prongsai.formats.writers import write_all

MEASURES = 40
REPORTS = 1000
DATED = date(2024, 2, 28)
PEER = "results"


def main() -> None:
    """Write every kind, many reports, and the same with the peers; print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan = year(folder, MEASURES)
        for kind in KINDS:
            outputs = ("-o", folder / f"{kind}.docx", "-o", folder / f"{kind}.pdf")
            ours = measured((BIN / "prongsai", "report", plan, "--kind", kind, *outputs))
            print(f"{kind:16} {ours.seconds:5.2f} s (at most 1) {ours.megabytes:5.0f} MB (150)")
        many(folder)
        peers(folder, plan)


def year(folder: Path, measures: int) -> Path:
    """Make a plan of so many measures, all of them reported done."""
    made = folder / "made.yaml"
    results = (DEMO / "na-khok.csv", "--agency", DEMO / "na-khok.yaml", "--edition", "nacc-2564")
    measured((BIN / "prongsai", "plan", *results, "--replace", "-o", made), runs=1)
    plan = read_plan(made).plan
    several = [
        replace(plan.measures[n % len(plan.measures)], key=f"M-{n:04}") for n in range(measures)
    ]
    done = Progress(
        state=State.DONE,
        actions=(Action(text="ประชุมติดตามผล", on=date(2023, 1, 9)),),
        output=several[0].steps,
        outcome=("ประชาชนได้รับบริการรวดเร็วขึ้น",),
    )
    path = folder / f"year-{measures}.yaml"
    file = PlanFile(
        plan=replace(plan, measures=tuple(several)), progress={each.key: done for each in several}
    )
    path.write_text(write_plan(file), "utf-8")
    return path


def built(plan: Path) -> Document:
    """Build the report of results of a plan."""
    kind = KINDS[PEER]
    return kind.build(load_plan(plan).case(kind.words), DATED)


def many(folder: Path) -> None:
    """Write half of the reports and all of them in one process; print the ratio of the times."""
    document, paths = built(year(folder, 5)), [folder / "a.docx", folder / "a.pdf"]
    write_all(document, paths)
    seconds = []
    for count in (REPORTS // 2, REPORTS):
        start = time.perf_counter()
        for _ in range(count):
            write_all(document, paths)
        seconds.append(time.perf_counter() - start)
    half, whole = seconds
    print(
        f"{REPORTS} reports     {whole:6.1f} s, {whole / half:.2f} times half of them (linear: 2)"
    )


def peers(folder: Path, plan: Path) -> None:
    """Print what our PDF takes of what the peers take for the same document, each as a process."""
    word, pdf, page = (folder / f"peer.{ending}" for ending in ("docx", "pdf", "html"))
    report = (BIN / "prongsai", "report", plan, "--kind", PEER)
    measured((*report, "-o", word, "-o", page), runs=1)
    ours = measured((*report, "-o", pdf)).seconds
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed: left out")
    else:
        convert = (office, "--headless", "--convert-to", "pdf", "--outdir", folder / "office", word)
        print(f"ours / LibreOffice {ours / measured(convert).seconds:.2f}")
    weasyprint = shutil.which("weasyprint")
    if weasyprint is None:
        print("WeasyPrint is not on the PATH: left out")
    else:
        print(f"ours / WeasyPrint  {ours / measured((weasyprint, page, pdf)).seconds:.2f}")


if __name__ == "__main__":
    sys.exit(main())
