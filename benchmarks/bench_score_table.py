"""Claims: `score-table` of 8,317 agencies x 88 items: under 6 s and 300 MB, linear in its rows."""

from __future__ import annotations

import csv
import random
import tempfile
from pathlib import Path

from measuring import BIN, measured

from prongsai.formats.editions import load_edition

EDITION = "nacc-2566"
AGENCIES = 8_317


def write_table(path: Path, agencies: int) -> None:
    """Write a table of made-up scores: surveys above 60, a checklist three quarters done."""
    chance = random.Random(1)  # noqa: S311 -- made-up scores, the same in each run
    codes = [*load_edition(EDITION).items]
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(("agency", "fiscal_year", *codes))
        for number in range(agencies):
            scores = (
                chance.choice((0, 100, 100, 100))
                if code.startswith("o")
                else f"{chance.uniform(60, 100):.2f}"
                for code in codes
            )
            writer.writerow((f"A{number:05}", "", *scores))


def main() -> None:
    """Score the whole country, a half and a quarter of it, and print seconds, memory and growth."""
    with tempfile.TemporaryDirectory() as folder:
        found = {}
        for agencies in (AGENCIES // 4, AGENCIES // 2, AGENCIES):
            table = Path(folder) / f"{agencies}.csv"
            write_table(table, agencies)
            command = (
                BIN / "prongsai",
                "score-table",
                table,
                "--edition",
                EDITION,
                "-o",
                f"{table}.out.csv",
            )
            found[agencies] = measured(command, runs=2)
            seconds, megabytes = found[agencies]
            each = seconds / agencies * 1e6
            print(f"{agencies:5} agencies {seconds:6.2f} s {megabytes:4.0f} MB {each:5.0f} µs each")
    whole, quarter = found[AGENCIES], found[AGENCIES // 4]
    growth = whole.seconds / quarter.seconds
    print(f"whole / limit of 6 s    {whole.seconds / 6:.2f} (at most 1)")
    print(f"memory / limit of 300   {whole.megabytes / 300:.2f} (at most 1)")
    print(f"whole / quarter         {growth:.2f} (4 is linear)")


if __name__ == "__main__":
    main()
