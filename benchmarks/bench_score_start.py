"""Claim: `prongsai score` of one agency starts and ends within 4 x of `python -c "import yaml"`."""

from __future__ import annotations

from pathlib import Path

from measuring import BIN, by_turns

DEMO = Path(__file__).parents[1] / "src" / "prongsai" / "data" / "demo"
RUNS = 15


def main() -> None:
    """Measure all of it by turns and print the ratios."""
    demos = (("na-thong", "nacc-2566"), ("na-khok", "nacc-2564"))
    scores = [
        (BIN / "prongsai", "score", DEMO / f"{agency}.csv", "--edition", edition)
        for agency, edition in demos
    ]
    peer, *found = by_turns([(BIN / "python", "-c", "import yaml"), *scores], runs=RUNS)
    print(f"python -c 'import yaml'    {peer.seconds * 1000:6.0f} ms")
    for (agency, _), ours in zip(demos, found, strict=True):
        ratio = ours.seconds / peer.seconds
        print(
            f"prongsai score {agency:<12}{ours.seconds * 1000:6.0f} ms  {ratio:.2f} x (at most 4)"
        )


if __name__ == "__main__":
    main()
