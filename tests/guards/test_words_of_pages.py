from __future__ import annotations

import runpy
from pathlib import Path

WORDS = Path(__file__).resolve().parents[2] / "tools" / "words.py"


def test_every_sentence_of_the_pages_has_its_thai_and_none_is_left_over() -> None:
    words = runpy.run_path(str(WORDS))
    said, kept = set(words["sentences"]()), words["read_words"]()
    assert [text for text in said if not words["translated"](kept, text)] == []
    assert [each.id for each in kept if each.id and each.id not in said] == []
