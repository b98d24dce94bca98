"""Claim: `prongsai read` takes under 1 s for 30 pages of Word, under 6 s for a PDF, and 250 MB.

Whole processes, the child that reads apart with them. Twice the pages take about twice the time.
Peers in the same run, by turns: LibreOffice making text of the Word file, pdfplumber taking the
tables out of the PDF.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
from bench_document import long_plan
from measuring import BIN, Measured, by_turns

from prongsai.formats.kinds import KINDS
from prongsai.formats.load_plan import LoadedPlan, load_plan
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_pdf import write_pdf

DATED = date(2024, 2, 28)
RUNS = 3
LIMITS = {"docx": 1.0, "pdf": 6.0}  # seconds for 30 pages
MOST_MEMORY = 250  # MB
_PLUMBER = (
    "import pdfplumber, sys; [page.extract_tables() for page in pdfplumber.open(sys.argv[1]).pages]"
)


def main() -> None:
    """Write reports of 30 and 60 pages as Word and PDF, read them, and print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        loaded = load_plan(long_plan(folder, "na-khok", "nacc-2564"))
        pages = {times: _write(folder, loaded, times) for times in (1, 2)}
        for ending, limit in LIMITS.items():
            files = [folder / f"{times}.{ending}" for times in pages]
            reads = [(BIN / "prongsai", "read", "--format", "json", file) for file in files]
            small, large, *peers = by_turns([*reads, *_peers(files[0])], runs=RUNS)
            _show(ending, pages[1], small, limit)
            print(
                f"  {pages[2]} pages {large.seconds:.2f} s: {large.seconds / small.seconds:.2f} x"
            )
            for peer in peers:
                print(f"  ours / peer {small.seconds / peer.seconds:.2f} ({peer.seconds:.2f} s)")


def _show(ending: str, pages: int, ours: Measured, limit: float) -> None:
    print(
        f"{ending:5}{pages} pages {ours.seconds:.2f} s (at most {limit:.0f})"
        f" {ours.megabytes:.0f} MB (at most {MOST_MEMORY})"
    )


def _peers(file: Path) -> list[Sequence[object]]:
    if file.suffix == ".pdf":
        return [(BIN / "python", "-c", _PLUMBER, file)]
    office = shutil.which("soffice")
    out = file.with_suffix("")
    return [(office, "--headless", "--convert-to", "txt", "--outdir", out, file)] if office else []


def _write(folder: Path, loaded: LoadedPlan, times: int) -> int:
    """Write a report whose plan has its measures several times; return how many pages it has."""
    plan = loaded.file.plan
    measures = tuple(
        replace(each, key=f"{each.key}-{time}") for time in range(times) for each in plan.measures
    )
    file = replace(loaded.file, plan=replace(plan, measures=measures))
    kind = KINDS["results"]
    document = kind.build(replace(loaded, file=file).case(kind.words), DATED)
    (folder / f"{times}.docx").write_bytes(write_docx(document))
    pdf = write_pdf(document)
    (folder / f"{times}.pdf").write_bytes(pdf)
    with pypdfium2.PdfDocument(pdf) as opened:
        return len(opened)


if __name__ == "__main__":
    main()
