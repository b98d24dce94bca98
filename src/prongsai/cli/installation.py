"""The installation that a command works on: its settings and its tables.

Only the commands of the server import Django, and only when they are called.
"""

from __future__ import annotations

import os

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say


def open_installation() -> None:
    """Load the settings from the environment and bring the tables up to date.

    :raises Refusal: if a setting is wrong, or the database does not answer.
    """
    import django  # noqa: PLC0415 -- slow import
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 -- slow import
    from django.core.management import call_command  # noqa: PLC0415 -- slow import
    from django.db import OperationalError  # noqa: PLC0415 -- slow import

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prongsai.config.settings")
    try:
        django.setup()
        call_command("migrate", interactive=False, verbosity=0)
    except ImproperlyConfigured as error:
        raise Refusal(
            say("a setting is wrong: %(error)s.", error=error),
            fix=say("Mend it in the environment, then start again."),
        ) from error
    except OperationalError as error:
        raise Refusal(
            say("the database does not answer: %(error)s.", error=str(error).strip()),
            fix=say("See PRONGSAI_DATABASE_URL, and whether the database is running."),
        ) from error
