from __future__ import annotations

from pathlib import Path

import prongsai

SOURCE = Path(prongsai.__file__).parent
# Where the rows of every agency may be used: before anybody is known to be at work in one, where a
# name that changes moves its person in every list, by the worker, to find the next job (it is done
# inside its agency), where all are kept or restored, and where the one who runs the server gives
# every agency its results.
LISTED = {
    "foundation/accounts/models.py", "foundation/accounts/selectors.py",
    "foundation/agencies/scope.py", "foundation/jobs/work.py", "foundation/backups/services.py",
    "stages/cycles/of_every_agency.py",
}  # fmt: skip


def files_with(words: str) -> set[str]:
    """Return the files of the source in which some words stand."""
    return {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if words in path.read_text("utf-8")
    }


def test_the_wall_is_left_only_in_the_files_that_are_listed() -> None:
    assert files_with("everywhere()") == LISTED


def test_a_query_without_its_agency_is_written_in_one_place_only() -> None:
    written = {"foundation/agencies/scope.py", "foundation/agencies/prepared.py"}
    assert files_with("whichever(") == written
