"""The installation that a command works on: its settings and its tables.

Only the commands of the server import Django, and only when they are called.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say

if TYPE_CHECKING:
    from django.db.migrations.executor import MigrationExecutor


def make_installation() -> None:
    """Load the settings from the environment; make the tables, or bring them up to date.

    :raises Refusal: if a setting is wrong, or the database does not answer.
    """
    from django.core.management import call_command  # noqa: PLC0415 -- slow import
    from django.db import DatabaseError  # noqa: PLC0415 -- slow import

    load_settings()
    try:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    except DatabaseError as error:
        raise _no_answer(error) from error


def open_installation() -> None:
    """Bring an installation that is there up to date; a misspelt folder is not made into one.

    :raises Refusal: if a setting is wrong, the database does not answer, or nothing is installed.
    """
    open_of_any_version()
    make_installation()


def open_as_it_is() -> None:
    """Load the settings of an installation that is there, and change nothing.

    :raises Refusal: if a setting is wrong, the database does not answer, or nothing is installed.
    """
    open_of_any_version()
    if not _is_installed(lambda executor: not _waiting(executor)):
        raise _of_another_version(folder_given())


def open_of_any_version() -> None:
    """Load the settings of an installation whose tables may wait for a step of a newer version.

    :raises Refusal: if a setting is wrong, the database does not answer, or nothing is installed.
    """
    if not _is_installed(lambda executor: bool(executor.loader.applied_migrations)):
        raise _not_installed(folder_given())


def open_empty() -> None:
    """Load the settings of an installation that is to be made, in a folder with nothing in it.

    :raises Refusal: if a setting is wrong, or there is more in the folder than a secret.
    """
    folder = folder_given()
    if folder.exists() and (not folder.is_dir() or set(os.listdir(folder)) - {"secret"}):
        raise Refusal(
            say("there is something already."),
            fix=say("Name an empty folder, or a new one, in PRONGSAI_FOLDER."),
            where=(str(folder),),
        )
    load_settings()


def folder_given() -> Path:
    """Return the folder of the installation, before any setting is looked at."""
    return Path(os.environ.get("PRONGSAI_FOLDER", "var"))


def holds_something(folder: Path) -> bool:
    """Test if there can be an installation in a folder, before the settings make a file there."""
    if not folder.is_dir():
        return False
    if _is_given("DATABASE_URL"):
        return _is_given("SECRET_KEY") or any(folder.iterdir())
    return (folder / "prongsai.sqlite3").is_file()


def _is_given(name: str) -> bool:
    return any(os.environ.get(f"PRONGSAI_{name}{end}") for end in ("", "_FILE"))


def _is_installed(test: Callable[[MigrationExecutor], bool]) -> bool:
    if not holds_something(folder_given()):
        return False
    from django.db import DatabaseError, connection  # noqa: PLC0415 -- slow import
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 -- slow import

    load_settings()
    file = Path(str(connection.settings_dict["NAME"]))
    if connection.vendor == "sqlite" and not file.is_file():  # connecting would make it
        return False
    try:
        return test(MigrationExecutor(connection))
    except DatabaseError as error:
        raise _no_answer(error) from error


def _waiting(executor: MigrationExecutor) -> bool:
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def load_settings() -> None:
    """Load the settings from the environment.

    :raises Refusal: if one is wrong.
    """
    import django  # noqa: PLC0415 -- slow import
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 -- slow import

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prongsai.config.settings")
    try:
        django.setup()
    except (ImproperlyConfigured, OSError) as error:
        # Ours carry a sentence; those of Django and of the system are English.
        reason = error.args[0] if isinstance(error, ImproperlyConfigured) else error
        raise Refusal(
            say("a setting is wrong: %(error)s.", error=reason),
            fix=say("Mend it in the environment, then start again."),
        ) from error


def _no_answer(error: Exception) -> Refusal:
    return Refusal(
        say("the database does not answer: %(error)s.", error=str(error).strip()),
        fix=say("See PRONGSAI_DATABASE_URL, and whether the database is running."),
    )


def _not_installed(folder: Path) -> Refusal:
    return Refusal(
        say("there is no installation in %(folder)s.", folder=folder),
        fix=say("See PRONGSAI_FOLDER, or make one: prongsai init"),
    )


def _of_another_version(folder: Path) -> Refusal:
    return Refusal(
        say("nothing of this version is installed there."),
        fix=say("See PRONGSAI_FOLDER and PRONGSAI_DATABASE_URL, or call prongsai serve once."),
        where=(str(folder),),
    )
