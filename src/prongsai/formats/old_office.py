"""Files of old and of other office programs, made into new ones by LibreOffice where it is there.

LibreOffice gets the file in a folder of its own, with a profile of its own in which no macro runs
and nothing that the file links to is fetched, and it is ended when its time is over (ADR 19).
"""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.limits import limit
from prongsai.formats.ole_file import MARK, streams
from prongsai.formats.scratch import scratch_folder
from prongsai.formats.zip_parts import DAMAGE, unpacked

SECONDS = 60

_LOCKED = "locked"

_MOST_MADE = 50_000_000  # bytes of the new file
_MOST_MEMORY = 600  # MB that LibreOffice may write to; it takes some 300 for any document
_LIMITS = {
    "RLIMIT_DATA": _MOST_MEMORY * 1_000_000,
    "RLIMIT_CPU": SECONDS,
    "RLIMIT_FSIZE": _MOST_MADE,
    "RLIMIT_CORE": 0,
}

# What stands at the top of an OLE file, and what kind of file it is.
_OLE = {
    "EncryptedPackage": _LOCKED,
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "ppt",
    "__properties_version1.0": "msg",
}
_ODF = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
# The header of the first part of a packed file: its packing, the length of its name, and of more.
_FIRST_PART = struct.Struct("<8xH16xHH")
_MIMETYPE = b"mimetype"
_ENCRYPTED_WORD = 0x0100  # MS-DOC 2.5.2: in the flags at 10
_ENCRYPTED_EXCEL = 0x2F  # MS-XLS 2.4.117: a record behind the first
_MOST_RECORDS = 10
_BECOMES = {"doc": "docx", "odt": "docx", "rtf": "docx", "xls": "xlsx", "ods": "xlsx"}
_SAVE_AS = say(
    "Open it in Word or Excel and save it as .docx or .xlsx; or install LibreOffice, which does so"
    " by itself."
)
_NEEDED = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL")

# What an administrator of LibreOffice may set: no macro, no link that a file brings along. Pictures
# of a sheet are fetched in spite of that: so whatever is fetched is sent to where nobody listens.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


def is_old(data: bytes) -> bool:
    """Tell whether bytes are a file of an old or of another office program."""
    return _kind(data) != ""


def made_new(data: bytes) -> bytes:
    """Return the bytes of the file as .docx or .xlsx.

    :raises Refusal: for one with a password, without LibreOffice, or if it cannot make it new.
    """
    kind = _kind(data)
    if kind == _LOCKED:
        raise _locked()
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None or kind not in _BECOMES:
        raise Refusal(
            say("This is a file of an old or another office program (%(kind)s).", kind=f".{kind}"),
            fix=_SAVE_AS,
        )
    with scratch_folder() as name:
        folder = Path(name)
        (folder / f"document.{kind}").write_bytes(data)
        _convert(office, folder, kind)
        made = folder / "new" / f"document.{_BECOMES[kind]}"
        if not made.is_file():
            raise _locked() if _is_locked(data, kind) else _failed()
        return made.read_bytes()


def _kind(data: bytes) -> str:
    """Return the ending that fits the bytes, "locked" for a password, "" for another file."""
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK"):
        return _kind_of_packed(data)
    if not data.startswith(MARK):
        return ""
    top = streams(data)
    return next((kind for name, kind in _OLE.items() if name in top), "ole")


def _kind_of_packed(data: bytes) -> str:
    """Return the kind that the first part names: OpenDocument puts it there, not packed."""
    if len(data) < _FIRST_PART.size:
        return ""
    packing, name, more = _FIRST_PART.unpack_from(data)
    begin = _FIRST_PART.size + name
    if packing or data[_FIRST_PART.size : begin] != _MIMETYPE:
        return ""
    begin += more
    return next((kind for mark, kind in _ODF.items() if data.startswith(mark, begin)), "")


def _is_locked(data: bytes, kind: str) -> bool:
    """Tell whether a file that could not be opened asks for a password."""
    if kind == "doc":
        begin = streams(data)["WordDocument"]
        return bool(begin) and bool(int.from_bytes(begin[10:12], "little") & _ENCRYPTED_WORD)
    if kind == "xls":
        return _ENCRYPTED_EXCEL in islice(_records(data), _MOST_RECORDS)
    return kind in _ODF.values() and _has_locked_parts(data)


def _records(data: bytes) -> Iterator[int]:
    """Yield the kinds of the records with which an old Excel file begins."""
    top = streams(data)
    begin = top.get("Workbook") or top.get("Book", b"")
    place = 0
    while place + 4 <= len(begin):
        kind, size = struct.unpack_from("<HH", begin, place)
        yield kind
        place += 4 + size


def _has_locked_parts(data: bytes) -> bool:
    with suppress(*DAMAGE), unpacked(data) as archive:
        if "encrypted-package" in archive.namelist():
            return True
        with archive.open("META-INF/manifest.xml") as manifest:
            return b"encryption-data" in manifest.read(_MOST_MADE)
    return False


def _convert(office: str, folder: Path, kind: str) -> None:
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")
    command = (
        *(office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"),
        *("--nolockcheck", "--convert-to", _BECOMES[kind], "--outdir", str(folder / "new")),
        str(folder / f"document.{kind}"),
    )
    environment = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    process = subprocess.Popen(  # noqa: S603 -- our own arguments
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**environment, "HOME": str(folder)},
        start_new_session=True,
    )
    limit(_LIMITS, process.pid)
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise Refusal(
            say("LibreOffice did not open the file within %(seconds)s seconds.", seconds=SECONDS),
            fix=_SAVE_AS,
        ) from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice and what it has started, if any of it still runs."""
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _locked() -> Refusal:
    return Refusal(
        say("The file can be opened with a password only."),
        fix=say("Save it without a password."),
    )


def _failed() -> Refusal:
    return Refusal(
        say(
            "LibreOffice could not open the file: it is damaged, or takes more than %(most)s MB of"
            " memory.",
            most=_MOST_MEMORY,
        ),
        fix=_SAVE_AS,
    )
