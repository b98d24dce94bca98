"""Claim: a document of 20 pages in Word and PDF takes 0.25 of LibreOffice converting the Word file.

Both are whole processes. The writers alone, in a program that runs, are printed besides.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from datetime import date
from pathlib import Path

import pypdfium2
from measuring import BIN, by_turns, measured

from prongsai.formats.kinds import KINDS
from prongsai.formats.load_plan import load_plan
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_pdf import write_pdf

DEMO = Path(__file__).parents[1] / "src" / "prongsai" / "data" / "demo"
RUNS = 5


def main() -> None:
    """Write the document, convert it with LibreOffice, and print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan = long_plan(folder, "na-thong", "nacc-2566")
        other = long_plan(folder, "na-khok", "nacc-2564")
        word, pdf = folder / "report.docx", folder / "report.pdf"
        write = (BIN / "prongsai", "report", plan, "-o", word, "-o", pdf)
        office = shutil.which("soffice") or shutil.which("libreoffice")
        convert = (office, "--headless", "--convert-to", "pdf", "--outdir", folder / "office", word)
        ours, *peers = by_turns([write, convert] if office else [write], runs=RUNS)
        pages = len(pypdfium2.PdfDocument(pdf))
        print(f"prongsai report    {ours.seconds:6.2f} s {ours.megabytes:5.0f} MB  {pages} pages")
        first, further = writers_alone(plan), writers_alone(other)
        print(f"its writers alone  {first:6.2f} s the first time, {further:.2f} s for another plan")
        if not peers:
            print("LibreOffice is not installed: the ratios are left out")
            return
        peer = peers[0].seconds
        print(f"LibreOffice        {peer:6.2f} s")
        print(f"ours / LibreOffice {ours.seconds / peer:6.2f} (at most 0.25)")
        print(f"writers alone      {first / peer:6.2f} the first time, {further / peer:.2f} after")


def writers_alone(plan: Path) -> float:
    """Return how long (s) the writers take, one after the other, without start and reading."""
    document = KINDS["analysis"].build(load_plan(plan).case("analysis"), date(2024, 2, 28))
    start = time.perf_counter()
    write_docx(document)
    write_pdf(document)
    return time.perf_counter() - start


def long_plan(folder: Path, agency: str, edition: str) -> Path:
    """Make a plan whose report has at least 20 pages: every question of an edition is weak."""
    results, plan = folder / f"{agency}.csv", folder / f"{agency}.yaml"
    weak = [f"i{n},70.00" for n in range(1, 31)] + [f"e{n},70.00" for n in range(1, 16)]
    rows = ("code,score", *weak, *(f"o{n},100" for n in range(1, 44)))
    results.write_text("\n".join(rows) + "\n", encoding="utf-8")
    asked = ("--edition", edition, "--agency", DEMO / f"{agency}.yaml")
    measured((BIN / "prongsai", "plan", results, *asked, "-o", plan), runs=1)
    return plan


if __name__ == "__main__":
    main()
