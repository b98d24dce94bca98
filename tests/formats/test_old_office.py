"""Files of old and other office programs become new ones, where LibreOffice is there to do it."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from prongsai.core.errors import Refusal
from prongsai.formats import old_office
from prongsai.formats.kinds import KINDS
from prongsai.formats.old_office import is_old, made_new
from prongsai.formats.readers import source_in
from prongsai.formats.write_docx import write_docx
from prongsai.formats.write_tables import write_xlsx
from tests.factories.cases import DATED, case
from tests.factories.ole import ole_file
from tests.factories.processes import is_gone
from tests.factories.sources import tables

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
with_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed.")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
FILEPASS = struct.pack("<HH4xHH", 0x809, 4, 0x2F, 6)


def ole(name: str) -> bytes:
    return ole_file({name: b"x"})


def odf(
    kind: str,
    *,
    more: bytes = b"",
    packing: int = 0,
    manifest: str = "",
    part: str = "META-INF/manifest.xml",
) -> bytes:
    """Make a file of OpenDocument with its kind, `more` in the header, and one part."""
    first = ZipInfo("mimetype")
    first.extra, first.compress_type = more, packing
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr(first, f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr(part, manifest)
    return file.getvalue()


@with_office
@pytest.mark.parametrize("kind", ["doc", "odt", "rtf", "xls", "ods"])
def test_an_old_file_is_read_as_the_new_one_is(tmp_path: Path, kind: str) -> None:
    whole = KINDS["plan"].build(case(None), DATED)
    is_sheet = kind in {"xls", "ods"}
    new = tmp_path / ("plan.xlsx" if is_sheet else "plan.docx")
    new.write_bytes(write_xlsx(whole) if is_sheet else write_docx(whole))
    profile = (tmp_path / "profile").as_uri()
    command = (str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind)
    subprocess.run([*command, "--outdir", tmp_path, new], check=True, capture_output=True)
    old = (tmp_path / f"plan.{kind}").read_bytes()

    assert is_old(old)
    assert tables(source_in(old)) == tables(source_in(new.read_bytes()))


@with_office
def test_a_damaged_old_file_is_refused_or_read_as_nothing() -> None:
    with pytest.raises(Refusal, match="LibreOffice could not open the file"):
        made_new(ole("WordDocument"))


def test_without_libreoffice_a_person_is_told_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)

    with pytest.raises(Refusal) as caught:
        made_new(ole("WordDocument"))
    assert str(caught.value) == (
        "This is a file of an old or another office program (.doc). Open it in Word or Excel and"
        " save it as .docx or .xlsx; or install LibreOffice, which does so by itself."
    )


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (ole("EncryptedPackage"), "a password only"),
        (OLE, r"\(\.ole\)"),
        (ole("Workbook"), r"\(\.xls\)"),
        (ole("Book"), r"\(\.xls\)"),
        (ole("PowerPoint Document"), r"\(\.ppt\)"),
        (ole_file({"Workbook": b""}, below="WordDocument"), r"\(\.xls\)"),
        (ole("Another"), r"\(\.ole\)"),
        (b"{\\rtf1", r"\(\.rtf\)"),
        (odf("text"), r"\(\.odt\)"),
        (odf("spreadsheet", more=b"1234"), r"\(\.ods\)"),
        (odf("presentation"), r"\(\.odp\)"),
    ],
)
def test_each_kind_is_told_by_its_bytes(
    monkeypatch: pytest.MonkeyPatch, data: bytes, what: str
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)

    assert is_old(data)
    with pytest.raises(Refusal, match=what):
        made_new(data)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"%PDF", "ข้อความ".encode(), odf("text", packing=8), odf("graphics")],
)
def test_other_files_are_not_old(data: bytes) -> None:
    assert not is_old(data)


def test_libreoffice_is_ended_when_its_time_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "soffice"
    started = tmp_path / "started"
    slow.write_text(f"#!/bin/sh\nsleep 60 & echo $! > {started}\nwait\n")
    slow.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _: str(slow))
    monkeypatch.setattr(old_office, "SECONDS", 1)

    with pytest.raises(Refusal, match="within 1 seconds"):
        made_new(ole("WordDocument"))
    assert is_gone(int(started.read_text()))


def test_libreoffice_gets_a_profile_without_macros_and_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "settings"
    spy = tmp_path / "soffice"
    show = f'cat profile/user/registrymodifications.xcu > "{copy}"; env >> "{copy}"'
    spy.write_text(f"#!/bin/sh\n{show}\n")
    spy.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _: str(spy))
    monkeypatch.setitem(os.environ, "SECRET", "x")

    with pytest.raises(Refusal, match="could not open"):
        made_new(ole("WordDocument"))
    told = copy.read_text()
    names = ("DisableMacrosExecution", "BlockUntrustedRefererLinks", "MacroSecurityLevel")
    assert all(name in told for name in names)
    assert "SECRET" not in told


LOCKED = [
    ole_file({"WordDocument": bytes(11) + b"\x01"}),
    ole_file({"Workbook": FILEPASS}),
    ole_file({"Book": FILEPASS}),
    odf("text", manifest="<manifest:encryption-data/>"),
    odf("text", part="encrypted-package"),
]
DAMAGED = [
    ole_file({"WordDocument": bytes(11) + b"\x10"}),
    ole_file({"Workbook": b"\x09\x08\x04\0"}),
    b"{\\rtf1",
    odf("text"),
    odf("spreadsheet")[:90],
    odf("text") + b"PK\x01\x02" * 5_001,
]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        *((data, "a password only") for data in LOCKED),
        *((data, "it is damaged") for data in DAMAGED),
    ],
)
def test_what_does_not_open_is_damaged_or_has_a_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, what: str
) -> None:
    does_nothing = tmp_path / "soffice"
    does_nothing.write_text("#!/bin/sh\n")
    does_nothing.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _: str(does_nothing))

    with pytest.raises(Refusal, match=what):
        made_new(data)
