"""The archive inside a backup: tables in parts, files, and a manifest of all of it at the end."""

from __future__ import annotations

import hashlib
import json
import re
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.foundation.backups.sealed import damaged

FORM = 1
PART = 4 << 20  # bytes of a table that are held in memory
MANIFEST = "manifest.json"
_AT_ONCE = 1 << 20
_TABLE = re.compile(r"tables/([a-z0-9_]+\.[a-z0-9_]+)/\d{8}\.jsonl")
_FILE = re.compile(r"files/((?:[\w.-]+/)*[\w.-]+)")


@dataclass(frozen=True, slots=True)
class Content:
    """How much a table or a file is (rows, bytes), and the hash of it."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup has, by what and when it was made."""

    version: str
    made_at: str
    migrations: Mapping[str, str]  # the last step of each app
    tables: dict[str, Content] = field(default_factory=dict)
    files: dict[str, Content] = field(default_factory=dict)
    form: int = FORM


class Archive:
    """A backup that is being written."""

    def __init__(self, stream: BinaryIO, manifest: Manifest) -> None:
        """Begin it; the manifest gets what is added."""
        self._tar = tarfile.open(fileobj=stream, mode="w|")  # noqa: SIM115 -- closed by finish()
        self.manifest = manifest

    def add_table(self, name: str, lines: Iterable[bytes]) -> None:
        """Add the rows of a table, a line each."""
        whole, rows, number = hashlib.sha256(), 0, 0
        part = BytesIO()
        for line in lines:
            whole.update(line)
            part.write(line)
            rows += 1
            if part.tell() >= PART:
                self._add(f"tables/{name}/{number:08}.jsonl", part)
                part, number = BytesIO(), number + 1
        self._add(f"tables/{name}/{number:08}.jsonl", part)
        self.manifest.tables[name] = Content(rows, whole.hexdigest())

    def add_file(self, name: str, path: Path) -> None:
        """Add a file of the agencies.

        :raises Refusal: if it has a name that could not be restored.
        """
        if not is_plain(name):
            raise Refusal(
                say("a file of this name cannot be kept in a backup."),
                fix=say("Nobody but the application may write there: move it away."),
                where=(str(path),),
            )
        with path.open("rb") as file:
            size = path.stat().st_size
            told = _Hashed(file)
            member = tarfile.TarInfo(f"files/{name}")
            member.size = size
            self._tar.addfile(member, told)
        self.manifest.files[name] = Content(size, told.hash.hexdigest())

    def finish(self) -> None:
        """Add the manifest, and end."""
        self._add(MANIFEST, BytesIO(json.dumps(asdict(self.manifest)).encode()))
        self._tar.close()

    def _add(self, name: str, content: BytesIO) -> None:
        member = tarfile.TarInfo(name)
        member.size = content.tell() or len(content.getvalue())
        content.seek(0)
        self._tar.addfile(member, content)


class _Hashed:
    """A file that is hashed as it is read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        read = self._file.read(size)
        self.hash.update(read)
        return read


def is_plain(name: str) -> bool:
    """Tell whether the name of a file stays below its folder, on every system."""
    found = _FILE.fullmatch(f"files/{name}")
    return bool(found) and not any(part.startswith(".") for part in name.split("/"))


def members(stream: BinaryIO) -> Iterator[tuple[str, str, IO[bytes]]]:
    """Yield each part: what it is (table, file, manifest), its name and its content.

    :raises Refusal: if there is anything else in it.
    """
    try:
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            for member in tar:
                content = tar.extractfile(member) if member.type == tarfile.REGTYPE else None
                if content is None:
                    raise damaged()
                yield (*_named(member.name), content)
    except (tarfile.TarError, EOFError) as error:
        raise damaged() from error


def checked(stream: BinaryIO) -> Manifest:
    """Read a whole backup, and return its manifest.

    :raises Refusal: if a part is missing, too many, or not as the manifest says.
    """
    found: dict[tuple[str, str], Content] = {}
    hashes: dict[tuple[str, str], hashlib._Hash] = {}
    manifest: Manifest | None = None
    for kind, name, content in members(stream):
        if manifest is not None or (kind == "file" and (kind, name) in found):
            raise damaged()
        if kind == "manifest":
            manifest = _manifest(content.read())
            continue
        whole = hashes.setdefault((kind, name), hashlib.sha256())
        size = found[kind, name].size if (kind, name) in found else 0
        while read := content.read(_AT_ONCE):
            whole.update(read)
            size += read.count(b"\n") if kind == "table" else len(read)
        found[kind, name] = Content(size, whole.hexdigest())
    if manifest is None or found != _promised(manifest):
        raise damaged()
    return manifest


def _promised(manifest: Manifest) -> dict[tuple[str, str], Content]:
    tables = {("table", name): content for name, content in manifest.tables.items()}
    return tables | {("file", name): content for name, content in manifest.files.items()}


def _named(name: str) -> tuple[str, str]:
    if name == MANIFEST:
        return "manifest", name
    if found := _TABLE.fullmatch(name):
        return "table", found[1]
    found = _FILE.fullmatch(name)
    if found and is_plain(found[1]):
        return "file", found[1]
    raise damaged()


def _manifest(text: bytes) -> Manifest:
    try:
        told = json.loads(text)
        for kind in ("tables", "files"):
            told[kind] = {name: Content(**content) for name, content in told[kind].items()}
        manifest = Manifest(**told)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise damaged() from error
    if manifest.form != FORM:
        raise Refusal(
            say("it was made by Prongsai %(version)s, in a newer form.", version=manifest.version),
            fix=say("Install that version, then restore."),
        )
    return manifest
