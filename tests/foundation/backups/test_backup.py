"""A backup and what is restored from it, through the functions that the commands call."""

from __future__ import annotations

import io
import shutil
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

import pyrage
import pytest
from django.conf import settings
from django.db import connection
from pyrage.x25519 import Identity

from prongsai.config.environment import POSTGRES, SQLITE
from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.models import Membership, Person
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.agencies.models import Agency, Unit
from prongsai.foundation.audit.models import AuditEvent
from prongsai.foundation.backups import state
from prongsai.foundation.backups.parts import Manifest, checked, is_plain
from prongsai.foundation.backups.sealed import keys_in, new_key, opened, recipients_of
from prongsai.foundation.backups.services import check_backup, restore, write_backup
from tests.factories.databases import database_in
from tests.factories.people import an_agency, somebody

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

pytestmark = pytest.mark.django_db
KEY = Identity.generate()
TO = {str(KEY.to_public()): KEY.to_public()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    """The folder of an installation with two agencies, people, units and files, and its backup."""
    folder = tmp_path_factory.mktemp("made") / "first"
    (folder / "files" / "ab").mkdir(parents=True)
    (folder / "files" / "ab" / "photo.jpg").write_bytes(b"\x00picture" * 100_000)
    (folder / "files" / "ab" / ".half").write_bytes(b"being written")
    with django_db_blocker.unblock(), database_in(folder, migrated=True):
        somebody(an_agency("อบต.หนึ่ง"), "anong", Role.ITA_OFFICER)
        somebody(an_agency("อบต.สอง"), "chai", Role.ADMINISTRATOR)
        write_backup(folder / "kept", TO, folder)
    return folder


@pytest.fixture
def kept(made: Path, tmp_path: Path) -> Path:
    """The backup, to do something to."""
    return Path(shutil.copy(made / "kept", tmp_path))


def restored(kept: Path, folder: Path) -> Manifest:
    manifest = check_backup(kept, [KEY])
    restore(kept, [KEY], manifest, folder)
    return manifest


def test_what_is_restored_is_what_was_kept(kept: Path, tmp_path: Path) -> None:
    with database_in(tmp_path / "second"):
        manifest = restored(kept, tmp_path / "second")
        with scope.everywhere():
            names = [f"{unit.agency} {unit}" for unit in Unit.objects.order_by("id")]
        people = [person.check_password("น้ำขึ้นให้รีบตัก 2569") for person in Person.objects.all()]
        events = AuditEvent.objects.count()
    assert names == ["อบต.หนึ่ง สำนักปลัด", "อบต.หนึ่ง กองคลัง", "อบต.สอง สำนักปลัด", "อบต.สอง กองคลัง"]
    assert people == [True, True]
    assert (manifest.tables["audit.auditevent"].size, events) == (6, 6)
    files = [path for path in (tmp_path / "second" / "files").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in files] == [b"\x00picture" * 100_000]


@pytest.mark.parametrize("engines", [(SQLITE, POSTGRES), (POSTGRES, SQLITE)])
def test_an_installation_moves_to_the_other_database(
    engines: tuple[str, str], tmp_path: Path
) -> None:
    if settings.DATABASES["default"]["ENGINE"] != POSTGRES:
        pytest.skip("needs PostgreSQL: make test-postgres")
    with database_in(tmp_path / "first", engine=engines[0], migrated=True):
        chai = somebody(an_agency("อบต.สอง"), "chai", Role.ADMINISTRATOR)
        write_backup(tmp_path / "kept", TO, tmp_path / "first")
    with database_in(tmp_path / "second", engine=engines[1]):
        restored(tmp_path / "kept", tmp_path / "second")
        with scope.agency(chai.agency.pk):
            assert [row.person for row in Membership.objects.all()] == [chai.person]
        assert an_agency("อบต.สาม").pk == chai.agency.pk + 1


def test_after_it_everything_goes_on(kept: Path, tmp_path: Path) -> None:
    with database_in(tmp_path / "second"):
        restored(kept, tmp_path / "second")
        assert an_agency("อบต.สาม").pk == 3
        with pytest.raises(Exception, match="never deleted"), connection.cursor() as cursor:
            cursor.execute("DELETE FROM audit_auditevent")


def test_a_backup_of_an_earlier_step_is_migrated(tmp_path: Path) -> None:
    then = {"agencies": "0001_agencies_and_units", "audit": "0001_events"}
    with database_in(tmp_path):
        state.go_to(then)
        old = state.apps_at(then).get_model("agencies", "Agency")
        old.objects.create(name="อบต.เก่า", kind="sao", province="ตัวอย่าง")
        write_backup(tmp_path / "kept", TO, tmp_path)
    with database_in(tmp_path / "second"):
        manifest = restored(tmp_path / "kept", tmp_path / "second")
        assert [agency.name for agency in Agency.objects.all()] == ["อบต.เก่า"]
        assert state.steps()["accounts"] == "0007_members_by_name"
    assert manifest.migrations == then


def test_another_key_opens_nothing(kept: Path) -> None:
    with pytest.raises(Refusal, match="this key does not open it"):
        check_backup(kept, [Identity.generate()])


@pytest.mark.parametrize("cut", [0, 1, 100, 300, 70_000, -1, -20_000])
def test_a_backup_that_was_cut_off_is_refused(cut: int, kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:cut])
    with pytest.raises(Refusal, match="it is damaged, cut off, or no backup"):
        check_backup(kept, [KEY])


@pytest.mark.parametrize("place", [3, 30, 250, 1_000, 100_000, -1])
def test_a_backup_that_was_changed_is_refused(place: int, kept: Path) -> None:
    content = bytearray(kept.read_bytes())
    content[place] ^= 1
    kept.write_bytes(content)
    with pytest.raises(Refusal):
        check_backup(kept, [KEY])


@pytest.mark.parametrize(
    "name", ["../secret", "files/../../secret", "/etc/passwd", "files/a/../b", "files//a", "other",
             "files/.ssh", "files/a\\b", "files/a:b", "tables/x/00000000.jsonl", "files/a\n"],
)  # fmt: skip
def test_a_part_with_another_name_is_refused(name: str) -> None:
    with pytest.raises(Refusal, match="no backup"):
        checked(archive_of({name: b""}))


STRANGE = (
    b'{"version": "1", "made_at": "", "migrations": {}, "tables": {},'
    b' "files": {"a": {"size": 0, "sha256": ""}}}'
)


@pytest.mark.parametrize(
    "manifest",
    [b"", b"[]", b"{}", b'{"tables": {}, "files": {}}', b'{"tables": 1, "files": 2}', STRANGE],
)
def test_a_manifest_that_does_not_fit_is_refused(manifest: bytes) -> None:
    with pytest.raises(Refusal, match="no backup"):
        checked(archive_of({"manifest.json": manifest}))


def test_a_newer_form_is_named() -> None:
    told = (
        b'{"version": "9", "made_at": "", "migrations": {}, "tables": {}, "files": {}, "form": 2}'
    )
    with pytest.raises(Refusal, match="it was made by Prongsai 9, in a newer form"):
        checked(archive_of({"manifest.json": told}))


def test_links_in_it_are_refused() -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w|") as tar:
        link = tarfile.TarInfo("files/a")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    with pytest.raises(Refusal, match="no backup"):
        checked(io.BytesIO(stream.getvalue()))


def archive_of(parts: dict[str, bytes]) -> io.BytesIO:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w|") as tar:
        for name, content in parts.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return io.BytesIO(stream.getvalue())


def test_a_database_with_tables_is_left_as_it_is(made: Path, kept: Path) -> None:
    with database_in(made):
        with pytest.raises(Refusal, match="the database is not empty"):
            restored(kept, made)
        assert Agency.objects.count() == 2


def test_a_restore_that_fails_leaves_nothing(kept: Path, tmp_path: Path) -> None:
    manifest = check_backup(kept, [KEY])
    manifest.tables["audit.audithead"] = manifest.tables["audit.auditevent"]
    with database_in(tmp_path / "second"), pytest.raises(Refusal, match=r"audit\.audithead"):
        restore(kept, [KEY], manifest, tmp_path / "second")
    assert [*(tmp_path / "second").iterdir()] == []


def test_tables_of_a_newer_version_are_refused(tmp_path: Path) -> None:
    with database_in(tmp_path, migrated=True):
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO django_migrations (app, name, applied)"
                " VALUES ('audit', '0099_later', '2999-01-01')"
            )
        with pytest.raises(Refusal, match=r"audit\.0099_later is not known here"):
            write_backup(tmp_path / "kept", TO, tmp_path)
    assert not (tmp_path / "kept").exists()


def test_nothing_is_written_over(made: Path, kept: Path) -> None:
    before = kept.read_bytes()
    with database_in(made), pytest.raises(Refusal, match="never written over"):
        write_backup(kept, TO, made)
    assert kept.read_bytes() == before


def test_a_key_is_its_owners_only_and_opens_what_was_sealed_to_it(tmp_path: Path) -> None:
    recipient = new_key(tmp_path / "key")
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    sealed = pyrage.encrypt(b"words", recipients_of([recipient]))
    with opened(io.BytesIO(sealed), keys_in(tmp_path / "key")) as stream:
        assert stream.read() == b"words"
    with pytest.raises(Refusal, match="the name is taken"):
        new_key(tmp_path / "key")


@pytest.mark.parametrize("text", ["", "# only a remark\n", "AGE-SECRET-KEY-1X\n", "ก"])
def test_a_file_without_a_key_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(text)
    with pytest.raises(Refusal, match="there is no key in it"):
        keys_in(tmp_path / "key")


def test_a_recipient_that_is_none_is_refused() -> None:
    with pytest.raises(Refusal, match="age1x is no recipient of age"):
        recipients_of(["age1x"])


def test_names_of_files_stay_below_their_folder() -> None:
    names = ("a", "ab/c.pdf", "ภาพ.jpg", ".", "..", "a/", "")
    assert [name for name in names if is_plain(name)] == ["a", "ab/c.pdf", "ภาพ.jpg"]
