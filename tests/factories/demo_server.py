"""A demonstration in a folder, made as `prongsai serve --demo` makes it, without a server."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from django.core.management import call_command

from prongsai.cli.demo_agencies import demo_accounts
from prongsai.cli.demo_first_state import see_to_first_state
from prongsai.config.environment import SQLITE
from prongsai.foundation.accounts.made_up import Account, accounts
from tests.factories.databases import database_in


@contextmanager
def demonstration_in(folder: Path) -> Iterator[tuple[Account, ...]]:
    """Use a demonstration on SQLite, as it was made once for all; give who can sign in."""
    shutil.copytree(Path(_made().name), folder)
    with _used(folder):
        yield accounts()


@cache
def _made() -> tempfile.TemporaryDirectory[str]:
    made = tempfile.TemporaryDirectory(prefix="prongsai-tests-")
    with _used(Path(made.name), migrated=True):
        call_command("createcachetable", verbosity=0)
        demo_accounts()
        see_to_first_state(fresh=False)
    return made


@contextmanager
def _used(folder: Path, *, migrated: bool = False) -> Iterator[None]:
    with (
        pytest.MonkeyPatch.context() as patch,
        database_in(folder, engine=SQLITE, migrated=migrated),
    ):
        patch.setattr("django.conf.settings.FOLDER", folder)
        patch.setattr("django.conf.settings.DEMO_ACCOUNTS", folder / "demo.json")
        patch.setattr("django.conf.settings.FILES_FOLDER", folder / "files")
        yield


class Everything(NamedTuple):
    """What a demonstration holds, to compare it later."""

    rows: list[str]
    files: dict[str, bytes]  # by their places


def everything_in(folder: Path) -> Everything:
    """Return every row of the database and every file."""
    with closing(sqlite3.connect(folder / "prongsai.sqlite3")) as rows:
        told = list(rows.iterdump())
    kept = folder / "files"
    paths = sorted(each for each in kept.rglob("*") if each.is_file())
    return Everything(told, {str(each.relative_to(kept)): each.read_bytes() for each in paths})
