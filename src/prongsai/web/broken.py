"""The page where something broke, or where what was sent cannot be kept just now."""

from __future__ import annotations

import errno
import sqlite3
import sys

from django.db import InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}
_READ_ONLY = "25006"
_MAIN_CODE = 0xFF  # SQLite writes the finer reason into the bits above


def broken(request: HttpRequest) -> HttpResponse:
    """Tell a full disk and a database that does not answer from a fault of ours.

    Django calls it while the error is at hand.
    """
    if _is_of_the_machine(sys.exception()):
        # Nothing is asked of the database: it is what does not answer.
        page = render_to_string("503.html")
        return HttpResponse(page, status=503, headers={"Retry-After": "60"})
    return server_error(request)


def _is_of_the_machine(error: BaseException | None) -> bool:
    if isinstance(error, OperationalError):
        cause = error.__cause__
        if isinstance(cause, sqlite3.OperationalError):
            # The code 1 is a statement that is wrong: ours.
            return cause.sqlite_errorcode & _MAIN_CODE != sqlite3.SQLITE_ERROR
        return True
    if isinstance(error, InternalError):
        # So PostgreSQL says that it may only be read: a standby, or one that stopped writing.
        return getattr(error.__cause__, "sqlstate", None) == _READ_ONLY
    return isinstance(error, OSError) and error.errno in _FULL
