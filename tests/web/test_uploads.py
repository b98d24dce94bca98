from __future__ import annotations

from django.conf import LazySettings
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.test import RequestFactory


def sent(**files: bytes) -> dict[str, bytes]:
    """Return the files that a view would see of those that are sent, in order."""
    given = {name: SimpleUploadedFile(f"{name}.txt", data) for name, data in files.items()}
    request = RequestFactory().post("/", {**given, "title": "ก"})
    assert request.POST["title"] == "ก"
    found = {}
    for name, file in request.FILES.items():
        assert isinstance(file, InMemoryUploadedFile)
        found[name] = file.read()
        assert file.size == len(found[name])
    return found


def test_a_file_comes_whole(settings: LazySettings) -> None:
    settings.UPLOAD_LIMIT = 300_000
    for data in (b"", b"a", b"ab" * 150_000):
        assert sent(one=data) == {"one": data}


def test_of_a_file_that_is_too_large_no_more_is_held_than_shows_it(settings: LazySettings) -> None:
    settings.UPLOAD_LIMIT = 100_000
    assert sent(one=b"a" * 900_000) == {"one": b"a" * 100_001}


def test_a_second_file_is_not_taken() -> None:
    assert sent(one=b"a", two=b"b") == {"one": b"a"}
