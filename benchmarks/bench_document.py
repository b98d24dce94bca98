"""Claim: a document of 20 pages as Word and PDF takes at most 0.25 x of LibreOffice converting the same Word file."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pypdfium2
from measuring import BIN, measured

DEMO = Path(__file__).parents[1] / "src" / "prongsai" / "data" / "demo"


def main() -> None:
    """Write the document, convert it with LibreOffice, and print the ratio."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan = long_plan(folder)
        word, pdf = folder / "report.docx", folder / "report.pdf"
        ours = measured((BIN / "prongsai", "report", plan, "-o", word, "-o", pdf))
        pages = len(pypdfium2.PdfDocument(pdf))
        print(
            f"prongsai report, Word and PDF  {ours.seconds:6.2f} s {ours.megabytes:5.0f} MB  {pages} pages"
        )
        if office is None:
            print("LibreOffice is not installed: the ratio is left out")
            return
        convert = (office, "--headless", "--convert-to", "pdf", "--outdir", folder / "office", word)
        peer = measured(convert)
        print(f"LibreOffice, Word to PDF       {peer.seconds:6.2f} s")
        print(f"ours / LibreOffice             {ours.seconds / peer.seconds:6.2f} (at most 0.25)")


def long_plan(folder: Path) -> Path:
    """Make a plan whose report has at least 20 pages: every item of an edition weak."""
    results, plan = folder / "results.csv", folder / "plan.yaml"
    codes = [f"i{n}" for n in range(1, 31)] + [f"e{n}" for n in range(1, 16)]
    rows = [f"{code},70.00," for code in codes] + [f"o{n},0,weak" for n in range(1, 44)]
    results.write_text("\n".join(("code,score,flag", *rows)) + "\n", encoding="utf-8")
    agency = DEMO / "na-thong.yaml"
    command = (
        BIN / "prongsai",
        "plan",
        results,
        "--edition",
        "nacc-2566",
        "--agency",
        agency,
        "-o",
        plan,
    )
    measured(command, runs=1)
    return plan


if __name__ == "__main__":
    main()
