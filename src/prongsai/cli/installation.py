"""The installation that a command works on: its settings and its tables.

Only the commands of the server import Django, and only when they are called.
"""

from __future__ import annotations

import os
from pathlib import Path

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say


def open_installation() -> None:
    """Load the settings from the environment and bring the tables up to date.

    :raises Refusal: if a setting is wrong, or the database does not answer.
    """
    from django.core.management import call_command  # noqa: PLC0415 -- slow import
    from django.db import DatabaseError  # noqa: PLC0415 -- slow import

    _load_settings()
    try:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    except DatabaseError as error:
        raise _no_answer(error) from error


def open_as_it_is() -> None:
    """Load the settings of an installation that is there, and change nothing.

    :raises Refusal: if a setting is wrong, the database does not answer, or nothing is installed.
    """
    folder = Path(os.environ.get("PRONGSAI_FOLDER", "var"))
    if not folder.is_dir():
        raise _not_installed(folder)
    from django.db import DatabaseError, connection  # noqa: PLC0415 -- slow import
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 -- slow import

    _load_settings()
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise _no_answer(error) from error
    if waiting:
        raise _not_installed(folder)


def _load_settings() -> None:
    import django  # noqa: PLC0415 -- slow import
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 -- slow import

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prongsai.config.settings")
    try:
        django.setup()
    except (ImproperlyConfigured, OSError) as error:
        raise Refusal(
            say("a setting is wrong: %(error)s.", error=error),
            fix=say("Mend it in the environment, then start again."),
        ) from error


def _no_answer(error: Exception) -> Refusal:
    return Refusal(
        say("the database does not answer: %(error)s.", error=str(error).strip()),
        fix=say("See PRONGSAI_DATABASE_URL, and whether the database is running."),
    )


def _not_installed(folder: Path) -> Refusal:
    return Refusal(
        say("nothing of this version is installed there."),
        fix=say("See PRONGSAI_FOLDER and PRONGSAI_DATABASE_URL, or call prongsai serve once."),
        where=(str(folder),),
    )
