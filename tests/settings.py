"""The settings of the tests: those of an installation, in a folder that is thrown away."""

import os
import tempfile
from pathlib import Path

_FOLDER = tempfile.mkdtemp(prefix="prongsai-tests-")
os.environ["PRONGSAI_FOLDER"] = _FOLDER
# What drives the browser keeps a loop in this thread; Django would take the tests for a part of it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
(Path(_FOLDER) / "static").mkdir()  # where `prongsai serve` would put the look of the pages

from prongsai.config.settings import *  # noqa: E402, F403 -- the folder must be known first

PASSWORD_HASHERS = ["tests.factories.quick_hasher.QuickArgon2"]
TRIES_A_MINUTE = WRITES_A_MINUTE = 1_000_000  # tests are faster than people
