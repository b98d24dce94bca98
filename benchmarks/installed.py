"""An installation of its own, made before a benchmark imports what asks for its settings."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

import django

FOLDER = Path(tempfile.mkdtemp(prefix="prongsai-bench-"))

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ |= {"PRONGSAI_FOLDER": str(FOLDER), "PRONGSAI_HOSTS": "127.0.0.1,testserver"}
os.environ["DJANGO_SETTINGS_MODULE"] = "prongsai.config.settings"
(FOLDER / "static").mkdir()
django.setup()

# The collector of garbage looks as often as in the server.
import prongsai.config.wsgi  # noqa: E402, F401 -- the settings must be known first
from tests.factories.prepared_queries import plainly, prepared_queries  # noqa: E402 -- likewise


@contextmanager
def as_django_asks() -> Iterator[None]:
    """Let every query be written anew at each call, as Django does by itself (ADR 32)."""

    with ExitStack() as patches:
        for module, name, query in [*prepared_queries()]:
            patches.enter_context(patch.object(module, name, plainly(query)))
        yield
