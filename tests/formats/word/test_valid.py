"""Microsoft's own validator finds nothing in our Word files."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from prongsai.formats.kinds import KINDS
from prongsai.formats.write_docx import write_docx
from tests.factories import letters, open_xml
from tests.factories.cases import DATED, case
from tests.factories.documents import stress

pytestmark = pytest.mark.skipif(
    not open_xml.is_here(), reason="Node.js or the Open XML validator is not installed."
)


def every_kind() -> dict[str, bytes]:
    garuda, emblem = letters.picture(), letters.picture("3")
    built = {
        key: kind.build(case(kind.words, garuda=garuda, emblem=emblem), DATED)
        for key, kind in KINDS.items()
    }
    return {
        key: write_docx(replace(each, draft=True, catchword=True)) for key, each in built.items()
    }


def changed(file: bytes, old: bytes, new: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(file)) as before, ZipFile(made, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(old, new))
    return made.getvalue()


def test_word_files_are_valid_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    files = {**every_kind(), "stress": write_docx(stress(thai_digits=True))}
    wrong = changed(files["memo"], b"<w:cantSplit/>", b"<w:canSplit/>")

    found = open_xml.faults({**files, "wrong": wrong}, tmp_path)

    told = found.pop("wrong")
    assert found == {name: [] for name in files}
    assert told
    assert "canSplit" in told[0]
