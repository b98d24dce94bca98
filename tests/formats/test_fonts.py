from __future__ import annotations

from pathlib import Path

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats import fonts


def test_the_fonts_are_where_the_set_up_puts_them() -> None:
    folder = fonts.fonts_folder()
    assert sorted(path.name for path in folder.glob("*.ttf")) == [
        "Sarabun-Bold.ttf",
        "Sarabun-BoldItalic.ttf",
        "Sarabun-Italic.ttf",
        "Sarabun-Regular.ttf",
    ]


def test_fonts_that_are_missing_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fonts, "_FOLDER", tmp_path)
    fonts.fonts_folder.cache_clear()
    with pytest.raises(Refusal, match=r"not in place\. Run: make setup"):
        fonts.fonts_folder()
