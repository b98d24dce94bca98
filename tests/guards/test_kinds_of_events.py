from __future__ import annotations

import re
from pathlib import Path

import prongsai
from prongsai.foundation.audit.kinds import KINDS

SOURCE = Path(prongsai.__file__).parent
RECORDED = re.compile(r'_?record(?:_around|_of)?\(\s*"([a-z_]+\.[a-z_]+)"')


def test_every_kind_of_event_is_recorded_somewhere_and_no_other() -> None:
    files = (path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    assert {kind for text in files for kind in RECORDED.findall(text)} == set(KINDS)
