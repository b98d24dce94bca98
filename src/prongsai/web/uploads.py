"""Files on their way in: one a request, in memory, and never more of it than may be kept."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile


class OneFile(FileUploadHandler):
    """Keeps the first file, up to one byte more than is allowed: so it is seen to be too large.

    Nothing is written to disk, whoever sends it: forms are read before it is known who asks.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._data: BytesIO | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file. Raises SkipFile for a second one."""
        if self._data is not None:
            raise SkipFile
        super().new_file(*args, **kwargs)
        self._data = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 -- Django's form
        """Take a piece, or as much of it as is kept."""
        assert self._data is not None  # noqa: S101 -- a file has begun
        room = settings.UPLOAD_LIMIT + 1 - self._data.tell()
        self._data.write(raw_data[: max(0, room)])

    def file_complete(self, file_size: int) -> UploadedFile:  # noqa: ARG002 -- Django's form
        """Return the file, or the beginning of one that is too large."""
        assert self._data is not None  # noqa: S101 -- a file has begun
        size = self._data.tell()
        self._data.seek(0)
        return InMemoryUploadedFile(
            self._data, self.field_name, self.file_name or "", self.content_type, size, self.charset
        )
