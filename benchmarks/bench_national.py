"""National scoring beside merely reading and summing the answers, and beside pandas.

2 M respondents, 40 M answers. Limits: 3 times DuckDB merely reading and summing the same columns,
0.15 of pandas, 300 MB. `summed` reads agency, instrument, item and answer (the respondents are not
needed) and adds the answers up for each agency and item: the limit is against it, for a sum over
everybody is no score, and texts have none (ADR 26). `read`, printed beside it, groups nothing and
adds up the lengths of the texts: scoring is not within 3 times of that. Each thing runs in a fresh
process, as it does for a user, all of them by turns, and the best of its runs counts. Imports are
left out on every side; memory is the whole process's.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

RESPONDENTS = 2_000_000
EDITION = "nacc-2566"
RUNS = 5


def read(answers: Path) -> Callable[[], object]:
    """Read and sum the columns that scoring reads; texts are summed by their lengths."""
    import duckdb  # noqa: PLC0415 -- slow import

    connection = duckdb.connect()
    lengths = "sum(strlen(agency)), sum(strlen(instrument)), sum(strlen(item))"
    sql = f"SELECT {lengths}, sum(answer) FROM '{answers}'"
    return lambda: connection.execute(sql).fetchall()


def summed(answers: Path) -> Callable[[], object]:
    """Read and sum the answers of each agency and item, with nothing else done."""
    import duckdb  # noqa: PLC0415 -- slow import

    connection = duckdb.connect()
    sql = f"""SELECT count(*), sum(n) FROM (SELECT sum(answer) AS n FROM '{answers}'
              GROUP BY agency, instrument, item)"""
    return lambda: connection.execute(sql).fetchall()


def scored(answers: Path) -> Callable[[], object]:
    """Score everything, from the file of answers to the file of scores and levels."""
    import ibis  # noqa: PLC0415 -- slow import

    from prongsai.formats.editions import load_edition  # noqa: PLC0415 -- slow import
    from prongsai.national.score import score_national  # noqa: PLC0415 -- slow import

    edition = load_edition(EDITION)
    ibis.to_sql(ibis.table({"a": "int64"}, name="t"), dialect="duckdb")  # imports its compiler
    return lambda: score_national(answers, answers.with_name("scores.parquet"), edition)


def with_pandas(answers: Path) -> Callable[[], object]:
    """Score the same with pandas, to the total; levels, which core finds, are left out."""
    import pandas  # noqa: PLC0415 -- slow import

    from prongsai.formats.editions import load_edition  # noqa: PLC0415 -- slow import

    edition = load_edition(EDITION)
    points = {1: 0, 2: 33, 3: 67, 4: 100}
    checklist = {1: 0, 2: 100}

    def run() -> object:
        columns = ["agency", "instrument", "item", "answer"]
        table = pandas.read_parquet(answers, columns=columns)
        listed = table["instrument"] == "OIT"
        table["points"] = table["answer"].map(points)
        table.loc[listed, "points"] = table.loc[listed, "answer"].map(checklist)
        scores = table.groupby(["agency", "item"])["points"].mean().unstack()
        for instrument in edition.instruments:
            for indicator in instrument.indicators:
                for sub in indicator.sub_indicators:
                    scores[sub.key] = scores[[item.code for item in sub.items]].mean(axis=1)
                below = indicator.sub_indicators or indicator.own_items
                keys = [getattr(each, "key", None) or each.code for each in below]
                scores[indicator.key] = scores[keys].mean(axis=1)
            keys = [indicator.key for indicator in instrument.indicators]
            scores[instrument.key] = scores[keys].mean(axis=1)
        weights = {each.key: float(each.weight.value) for each in edition.instruments}
        scores["total"] = sum(scores[key] * weight for key, weight in weights.items())
        scores.to_parquet(answers.with_name("pandas.parquet"))
        return scores

    return run


MEASURED = {each.__name__: each for each in (read, summed, scored, with_pandas)}


def make(answers: Path) -> None:
    """Make the answers; also in a process of its own, for the memory of a parent counts as its
    child's peak.
    """
    from prongsai.formats.editions import load_edition  # noqa: PLC0415 -- slow import
    from prongsai.national.synthetic import make_synthetic_year  # noqa: PLC0415 -- slow import

    make_synthetic_year(answers, load_edition(EDITION), respondents=RESPONDENTS)


def run_alone(name: str, answers: Path) -> str:
    """Run one thing in a process of its own; return what it printed."""
    command = [sys.executable, __file__, name, str(answers)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def measure(name: str, answers: Path) -> None:
    """Run one thing; print its time in seconds and the peak memory of the process in MB."""
    run = MEASURED[name](answers)
    start = time.perf_counter()
    run()
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": peak}))


def main() -> None:
    """Make the answers, measure everything and print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "answers.parquet"
        run_alone("make", answers)
        turns = [
            {name: json.loads(run_alone(name, answers)) for name in MEASURED} for _ in range(RUNS)
        ]
    found = {
        name: {
            "seconds": min(turn[name]["seconds"] for turn in turns),
            "megabytes": max(turn[name]["megabytes"] for turn in turns),
        }
        for name in MEASURED
    }
    for name, each in found.items():
        print("{:14} {seconds:6.2f} s {megabytes:6.0f} MB".format(name, **each))
    seconds = {name: each["seconds"] for name, each in found.items()}
    ratio = {name: seconds["scored"] / each for name, each in seconds.items()}
    print(f"scored / summed        {ratio['summed']:.2f} (at most 3)")
    print(f"scored / read          {ratio['read']:.2f}")
    print(f"scored / with_pandas  {ratio['with_pandas']:.3f} (at most 0.15)")
    print(f"scored, peak memory    {found['scored']['megabytes']:.0f} MB (under 300)")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        task = make if sys.argv[1] == "make" else partial(measure, sys.argv[1])
        task(Path(sys.argv[2]))
    else:
        main()
