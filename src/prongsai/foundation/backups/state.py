"""At which step the tables are: what a backup is of, and where a restored one begins."""

from __future__ import annotations

from collections.abc import Mapping

from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say


def steps() -> dict[str, str]:
    """Return the last step of each app that the database has taken.

    :raises Refusal: if it has taken one that this version does not know.
    """
    loader = MigrationExecutor(connection).loader
    applied = loader.applied_migrations
    if unknown := sorted(applied.keys() - loader.graph.nodes.keys() - loader.replacements.keys()):
        raise newer(".".join(unknown[0]))
    last = {}
    for app, name in applied.keys() & loader.graph.nodes.keys():
        after = loader.graph.node_map[app, name].children
        if not any(node.key[0] == app and node.key in applied for node in after):
            last[app] = name
    return dict(sorted(last.items()))


def apps_at(last: Mapping[str, str]) -> Apps:
    """Return the tables as they are at a step."""
    loader = MigrationExecutor(connection).loader
    return loader.project_state(list(last.items())).apps


def go_to(last: Mapping[str, str]) -> None:
    """Make the tables of a step, in an empty database.

    :raises Refusal: if this version does not know the step.
    """
    executor = MigrationExecutor(connection)
    for step in last.items():
        if step not in executor.loader.graph.nodes:
            raise newer(".".join(step))
    executor.migrate(list(last.items()))


def is_empty() -> bool:
    """Tell whether the database has no table."""
    return connection.introspection.table_names() == []


def newer(step: str) -> Refusal:
    """Return the refusal of tables that another version made."""
    return Refusal(
        say("the tables are of another version: %(step)s is not known here.", step=step),
        fix=say("Install that version, or a newer one, then try again."),
    )
