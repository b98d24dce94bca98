"""Files of old and of other office programs, made into new ones by LibreOffice where it is there.

LibreOffice gets the file in a folder of its own, with a profile of its own in which no macro runs
and nothing that the file links to is fetched, and it is ended when its time is over.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.limits import limit

SECONDS = 60

_MOST_MADE = 50_000_000  # bytes of the new file
# LibreOffice and what it starts: what opening a large document takes, and no more.
_LIMITS = {
    "RLIMIT_DATA": 1_500_000_000,
    "RLIMIT_CPU": SECONDS,
    "RLIMIT_FSIZE": _MOST_MADE,
    "RLIMIT_CORE": 0,
}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOKED_AT = 60  # bytes: the names of the types of OpenDocument stand at the beginning
_ODF = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ods"),
)
_BECOMES = {"doc": "docx", "odt": "docx", "rtf": "docx", "xls": "xlsx", "ods": "xlsx"}
_SAVE_AS = say(
    "Open it in Word or Excel and save it as .docx or .xlsx; or install LibreOffice, which does so"
    " by itself."
)
_NEEDED = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL")

# What an administrator of LibreOffice may set: no macro, no link that a file brings along.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
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
    if kind == "locked":
        raise Refusal(
            say("The file can be opened with a password only."),
            fix=say("Save it without a password."),
        )
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None or kind not in _BECOMES:
        raise Refusal(
            say("This is a file of an old or another office program (%(kind)s).", kind=f".{kind}"),
            fix=_SAVE_AS,
        )
    with TemporaryDirectory(prefix="prongsai-") as name:
        folder = Path(name)
        (folder / f"document.{kind}").write_bytes(data)
        _convert(office, folder, kind)
        made = folder / "new" / f"document.{_BECOMES[kind]}"
        if not made.is_file():
            raise _failed()
        return made.read_bytes()


def _kind(data: bytes) -> str:
    """Return the ending that fits the bytes, "locked" for a password, "" for another file."""
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK"):
        beginning = data[30 : 30 + _LOOKED_AT]
        return next((kind for mark, kind in _ODF if beginning.startswith(mark)), "")
    if not data.startswith(_OLE):
        return ""
    if _holds(data, "EncryptedPackage"):
        return "locked"
    if _holds(data, "WordDocument"):
        return "doc"
    return "xls" if _holds(data, "Workbook") or _holds(data, "Book") else "ole"


def _holds(data: bytes, name: str) -> bool:
    """Tell whether the directory of an old file has an entry of a name."""
    return name.encode("utf-16-le") + b"\0\0" in data


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


def _failed() -> Refusal:
    return Refusal(say("LibreOffice could not open the file: it is damaged."), fix=_SAVE_AS)
