"""Run a command with a PostgreSQL server of its own, which is gone afterwards.

    python tools/with_postgres.py pytest tests/foundation

The server listens on a socket in a folder that is thrown away, and on no port. The command connects
as a role that row-level security holds: neither superuser nor BYPASSRLS.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of pgserver's own packages
    import pgserver

ROLE = "prongsai"


@contextmanager
def postgres() -> Iterator[str]:
    """Run a server; give the address of a role of its own."""
    with tempfile.TemporaryDirectory(prefix="prongsai-postgres-") as folder:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            server = pgserver.get_server(folder, cleanup_mode="stop")
        try:
            for waits in ("fsync", "synchronous_commit"):  # nothing of it outlives the command
                server.psql(f"ALTER SYSTEM SET {waits} = off")
            server.psql("SELECT pg_reload_conf()")
            server.psql(f"CREATE ROLE {ROLE} LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS")
            yield server.get_uri().replace("postgres:@", f"{ROLE}@")
        finally:
            server.cleanup()


def main(command: list[str]) -> int:
    """Run the command with a server of its own; return what it returned."""
    with postgres() as url:
        given = {**os.environ, "PRONGSAI_DATABASE_URL": url}
        return subprocess.run(command, env=given, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
