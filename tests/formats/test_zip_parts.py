"""A packed file is opened unless its directory alone would fill the memory."""

from __future__ import annotations

from zipfile import BadZipFile

import pytest

from prongsai.formats.zip_parts import unpacked
from tests.factories.hostile_zip import overlapping


def test_a_directory_of_more_parts_than_anything_has_is_not_read() -> None:
    with unpacked(overlapping(9_999)) as archive:
        assert len(archive.infolist()) == 10_000
    with pytest.raises(BadZipFile):
        unpacked(overlapping(10_000))
