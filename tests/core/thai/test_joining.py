from __future__ import annotations

import pytest

from prongsai.core.thai.joining import joined


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ((), ""),
        (("ก",), "ก"),
        (("ก", "ข"), "ก และข"),
        (("ก", "ข", "เค"), "ก ข และเค"),
        (("IIT", "EIT"), "IIT และ EIT"),
        (("9", "๑๐"), "9 และ ๑๐"),
    ],
)
def test_things_are_joined_as_sentences_do(parts: tuple[str, ...], sentence: str) -> None:
    assert joined(parts) == sentence
