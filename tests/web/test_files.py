"""Evidence as people hand it in, look at it, take it away and remove it."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponseBase

from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies import scope
from prongsai.foundation.audit.models import AuditEvent
from prongsai.foundation.audit.selectors import events_of
from prongsai.foundation.files.models import Scan, StoredFile
from prongsai.foundation.files.store import hash_of
from tests.factories import evidence
from tests.factories.clamd import scanner
from tests.factories.clients import Desk, text
from tests.factories.people import Somebody, somebody

pytestmark = pytest.mark.django_db
TEXT = "บันทึกการประชุม\nวาระที่ 1\n".encode()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.FILES_FOLDER = tmp_path / "files"
    return tmp_path / "files"


def hand_in(
    desk: Desk, data: bytes = TEXT, name: str = "บันทึก.txt", **fields: str
) -> HttpResponseBase:
    return desk.post("/files/add", {"file": SimpleUploadedFile(name, data), **fields})


def kept(who: Somebody) -> list[StoredFile]:
    with scope.agency(who.agency.pk):
        return list(StoredFile.objects.select_related("agency").order_by("id"))


def handed_in(who: Somebody, data: bytes = TEXT, name: str = "บันทึก.txt") -> StoredFile:
    answer = hand_in(Desk(who), data, name)
    file = kept(who)[-1]
    assert (answer.status_code, answer["Location"]) == (302, f"/files/{file.uuid}")
    return file


def bytes_in(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def told_of(who: Somebody, kind: str) -> list[AuditEvent]:
    return list(events_of(who.agency.pk, kind=kind))


def test_a_file_is_kept_with_its_three_dates_and_both_hashes(anong: Somebody) -> None:
    given = evidence.photo()
    fields = {"title": "ภาพกิจกรรม", "event_on": "๑ ต.ค. ๒๕๖๘", "document_on": "15/10/2568"}
    desk = Desk(anong)
    hand_in(desk, given, "IMG 1.jpeg", **fields)

    file = kept(anong)[0]
    days = (file.event_on, file.document_on)
    assert [day and day.isoformat() for day in days] == ["2025-10-01", "2025-10-15"]
    assert (file.name, file.kind, file.original_sha256) == ("IMG 1.jpg", "jpg", hash_of(given))
    assert (file.taken_out, file.scan, file.uploaded_by) == (
        ["details"], Scan.NOT_SCANNED, anong.person,
    )  # fmt: skip
    page = text(desk.get(f"/files/{file.uuid}"))
    for shown in (file.sha256, hash_of(given), "ภาพกิจกรรม", "1 October 2025", "15 October 2025"):
        assert shown in page
    assert "who made it, with what, when and where" in page


def test_what_is_downloaded_is_what_was_kept_and_nothing_opens_it(anong: Somebody) -> None:
    file = handed_in(anong, evidence.photo(), "ภาพถ่าย.jpg")

    answer = Desk(anong).client.get(f"/files/{file.uuid}/download")

    assert hash_of(answer.content) == file.sha256
    assert evidence.CAMERA.encode() not in answer.content
    named = f"attachment; filename*=utf-8''{quote('ภาพถ่าย.jpg')}"
    assert {name: answer[name] for name in SAFE} == {**SAFE, "Content-Disposition": named}
    assert [each.subject_key for each in told_of(anong, "file.downloaded")] == [str(file.uuid)]


SAFE = {
    "Content-Disposition": "",
    "Content-Type": "image/jpeg",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


@pytest.mark.parametrize(
    ("data", "kind", "begin"),
    [
        (evidence.photo(), "image/jpeg", b"\xff\xd8\xff"),
        (evidence.pdf(photo_in_it=True), "image/png", b"\x89PNG"),
    ],
)
def test_a_picture_and_the_first_page_of_a_pdf_are_shown(
    data: bytes, kind: str, begin: bytes, anong: Somebody
) -> None:
    file, desk = handed_in(anong, data, "a"), Desk(anong)
    address = f"/files/{file.uuid}/preview"
    assert f'src="{address}"' in text(desk.get(f"/files/{file.uuid}"))
    answer = desk.client.get(address)
    assert (answer["Content-Type"], answer.content[: len(begin)]) == (kind, begin)
    assert answer["Content-Security-Policy"] == SAFE["Content-Security-Policy"]


def test_the_first_lines_of_a_text_are_shown_as_text(anong: Somebody) -> None:
    file = handed_in(anong, "ก <script>alert(1)</script>\nข".encode("cp874"))
    desk = Desk(anong)
    assert "ก &lt;script&gt;alert(1)&lt;/script&gt;\nข" in text(desk.get(f"/files/{file.uuid}"))
    assert desk.get(f"/files/{file.uuid}/preview").status_code == 404


REFUSED = {
    "nothing": (b"", "x.pdf", "The file is empty."),
    "a page": (b"<html><script>alert(1)</script>", "plan.pdf", "This is a page of the web (HTML)."),
    "SVG": (b"<svg onload='alert(1)'/>", "logo.png", "This is a file of XML, SVG."),
    "a program": (b"MZ\x90", "plan.docx", "This is a program."),
    "too large": (b"a" * 1_001, "a.txt", "The file is larger than 0 MB."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_leaves_nothing_and_keeps_what_was_written(
    name: str, anong: Somebody, folder: Path, settings: LazySettings
) -> None:
    settings.UPLOAD_LIMIT = 1_000
    data, called, what = REFUSED[name]
    page = text(hand_in(Desk(anong), data, called, title="สิ่งที่เขียนไว้"))
    assert what in page
    assert "สิ่งที่เขียนไว้" in page
    assert (kept(anong), bytes_in(folder), told_of(anong, "file.added")) == ([], [], [])


def test_a_refusal_is_told_in_thai(anong: Somebody) -> None:
    page = text(hand_in(Desk(anong, language="th"), b"<html>", "a.pdf"))
    assert "ไฟล์นี้เป็นหน้าเว็บ (HTML) โปรดเปิดในเบราว์เซอร์ แล้วสั่งพิมพ์เป็น PDF" in page


@pytest.mark.parametrize("day", ["31/2/2568", "เมื่อวาน", "1/10/68"])
def test_what_is_no_day_is_told_beside_its_field(day: str, anong: Somebody) -> None:
    page = text(hand_in(Desk(anong), event_on=day))
    assert "Day of the event: " in page
    assert "is no day. Write the day, the month" in page
    assert kept(anong) == []


def test_a_document_of_the_future_is_refused(anong: Somebody) -> None:
    page = text(hand_in(Desk(anong), document_on="1/1/2700"))
    assert "The date of the document lies in the future. Look at its year." in page


def test_the_path_in_a_name_leads_nowhere(anong: Somebody, folder: Path) -> None:
    file = handed_in(anong, TEXT, "../../../../tmp/ประกาศ\u202etxt.exe")
    assert file.name == "ประกาศtxt.exe.txt"
    path = folder / str(anong.agency.uuid) / file.sha256[:2] / file.sha256
    assert [each for each in folder.rglob("*") if each.is_file()] == [path]


def test_an_agency_keeps_no_more_than_its_share(anong: Somebody, settings: LazySettings) -> None:
    settings.FILES_QUOTA = len(TEXT) + 1
    desk = Desk(anong)
    hand_in(desk)
    assert "would have more than its 0 MB" in text(hand_in(desk, TEXT + b"."))
    assert len(kept(anong)) == 1


def test_a_full_disk_leaves_no_row_and_no_bytes(
    anong: Somebody, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(anong)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("prongsai.foundation.files.store.os.fsync", full)
    page = text(hand_in(desk))
    assert "The server could not keep the file (the disk is full). Nothing was saved." in page
    assert (kept(anong), bytes_in(folder), told_of(anong, "file.added")) == ([], [], [])


def test_a_folder_that_can_only_be_read_leaves_no_row_and_keeps_what_was_written(
    anong: Somebody, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    desk = Desk(anong)
    with monkeypatch.context() as patched:
        patched.setattr("prongsai.foundation.files.store.Path.mkdir", refuse)
        page = text(hand_in(desk, title="การประชุมครั้งที่ 1"))
    assert "The server could not keep the file (" in page
    assert "Nothing was saved. Tell who runs the server" in page
    assert 'value="การประชุมครั้งที่ 1"' in page
    assert (kept(anong), folder.exists(), told_of(anong, "file.added")) == ([], False, [])


@pytest.fixture
def clamd(settings: LazySettings) -> Iterator[socket.socket]:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        settings.CLAMD = f"127.0.0.1:{made.getsockname()[1]}"
        yield made


@pytest.mark.enable_socket
def test_a_file_with_a_virus_is_not_kept_and_that_is_written_down(
    anong: Somebody, clamd: socket.socket, folder: Path
) -> None:
    desk = Desk(anong)
    with scanner(b"stream: Eicar-Test-Signature FOUND\0", clamd) as given:
        page = text(hand_in(desk))
    assert bytes(given.data) == TEXT
    assert "found Eicar-Test-Signature in the file. It was not kept." in page
    assert (kept(anong), bytes_in(folder)) == ([], [])
    details = [each.details for each in told_of(anong, "file.infected")]
    assert [each and each["reason"] for each in details] == ["Eicar-Test-Signature"]


@pytest.mark.enable_socket
def test_a_file_is_marked_as_scanned(anong: Somebody, clamd: socket.socket) -> None:
    desk = Desk(anong)
    with scanner(b"stream: OK\0", clamd):
        hand_in(desk)
    assert [file.scan for file in kept(anong)] == [Scan.CLEAN]


@pytest.mark.enable_socket
def test_without_an_answer_of_the_scanner_nothing_is_kept(
    anong: Somebody, settings: LazySettings, tmp_path: Path
) -> None:
    settings.CLAMD = str(tmp_path / "nobody")
    assert "did not look at the file, so it was not kept." in text(hand_in(Desk(anong)))
    assert kept(anong) == []


def remove(desk: Desk, file: StoredFile, reason: str = "ส่งผิดไฟล์") -> HttpResponseBase:
    return desk.post(f"/files/{file.uuid}/remove", {"reason": reason})


def test_a_removed_file_leaves_its_row_and_reason_and_no_bytes(
    anong: Somebody, folder: Path, django_capture_on_commit_callbacks: type
) -> None:
    file, desk = handed_in(anong), Desk(anong)
    with django_capture_on_commit_callbacks(execute=True):
        remove(desk, file)
    assert bytes_in(folder) == []
    page = text(desk.get(f"/files/{file.uuid}"))
    assert "ส่งผิดไฟล์" in page
    assert "/download" not in page
    assert file.name not in text(desk.get("/files"))
    assert file.name in text(desk.get("/files?removed=1"))
    assert desk.get(f"/files/{file.uuid}/download")["Location"] == f"/files/{file.uuid}"
    assert "was removed. Its page tells who removed it and why." in text(desk.get("/files"))
    details = [each.details for each in told_of(anong, "file.removed")]
    assert [each and each["reason"] for each in details] == ["ส่งผิดไฟล์"]


def test_bytes_go_with_the_last_row_that_has_them(
    anong: Somebody, chai: Somebody, folder: Path, django_capture_on_commit_callbacks: type
) -> None:
    first, second = handed_in(anong), handed_in(anong)
    theirs = handed_in(chai)
    desk = Desk(anong)
    left = []
    for file in (first, second):
        with django_capture_on_commit_callbacks(execute=True):
            remove(desk, file)
        left.append(len(bytes_in(folder)))
    assert left == [2, 1]
    assert Desk(chai).client.get(f"/files/{theirs.uuid}/download").content == TEXT


def test_who_removes_second_is_told(anong: Somebody) -> None:
    file, desk = handed_in(anong), Desk(anong)
    remove(desk, file)
    remove(desk, file, "อีกครั้ง")
    page = text(desk.get(f"/files/{file.uuid}"))
    assert "was removed. Its page tells who removed it and why." in page
    assert kept(anong)[0].removal_reason == "ส่งผิดไฟล์"


def test_a_removal_needs_a_reason(anong: Somebody) -> None:
    file = handed_in(anong)
    assert "Reason of the removal: This field is required." in text(remove(Desk(anong), file, " "))
    assert kept(anong)[0].removed_at is None


def test_only_who_handed_it_in_or_looks_after_all_removes_a_file(anong: Somebody) -> None:
    file = handed_in(anong)
    owner = somebody(anong.agency, "owner", Role.ITEM_OWNER)
    desk = Desk(owner)
    assert "Remove the file" not in text(desk.get(f"/files/{file.uuid}"))
    assert remove(desk, file).status_code == 403
    assert kept(anong)[0].removed_at is None
    own = handed_in(owner)
    assert remove(desk, own).status_code == 302


def test_who_only_looks_on_sees_no_evidence(anong: Somebody, boonmee: Somebody) -> None:
    file, desk = handed_in(anong), Desk(boonmee)
    addresses = ("/files", "/files/add", *(f"/files/{file.uuid}{end}" for end in ENDS))
    assert {desk.get(each).status_code for each in addresses} == {403}


ENDS = ("", "/preview", "/download")


def test_another_agencys_file_is_not_there(anong: Somebody, chai: Somebody) -> None:
    file, desk = handed_in(anong), Desk(chai)
    assert {desk.get(f"/files/{file.uuid}{end}").status_code for end in ENDS} == {404}
    assert remove(desk, file).status_code == 404
    assert told_of(anong, "file.downloaded") == []


def test_bytes_that_were_changed_on_the_server_are_not_given_out(
    anong: Somebody, folder: Path
) -> None:
    file, desk = handed_in(anong), Desk(anong)
    next(path for path in folder.rglob("*") if path.is_file()).write_bytes(b"another")
    lost = "The server has the file no more, or it was changed there."
    assert lost in text(desk.get(f"/files/{file.uuid}"))
    assert desk.get(f"/files/{file.uuid}/download").status_code == 302
    assert told_of(anong, "file.downloaded") == []


def test_the_list_has_fifty_a_page_the_newest_first(anong: Somebody) -> None:
    with scope.agency(anong.agency.pk):
        for number in range(51):
            StoredFile.objects.create(
                agency=anong.agency, name=f"n{number}.", kind="txt", size=1, sha256="0" * 64,
                original_sha256="0" * 64, uploaded_by=anong.person, scan=Scan.NOT_SCANNED,
            )  # fmt: skip
    desk = Desk(anong)
    first, second = text(desk.get("/files")), text(desk.get("/files?page=2"))
    assert first.index("n50.") < first.index("n1.")
    assert "n0." not in first
    assert ">n0.<" in second
