"""The folder of the installation and what comes with the program."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from prongsai.cli.checkup.line import Line, look, ok, wrong
from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.fonts import fonts_folder

_OF_OTHERS = 0o077
_MEGA = 1_000_000
_LITTLE, _TOO_LITTLE = 1_000, 100  # megabytes

_STYLE = Path(__file__).parents[2] / "web" / "static" / "vendor" / "tabler.min.css"


def permissions() -> Iterator[Line]:
    """Look at who can read the folder, and whose it is."""
    folder: Path = settings.FOLDER
    open_to_others = [path for path in (folder, *_kept(folder)) if _mode(path) & _OF_OTHERS]
    if open_to_others and _mode(folder) & _OF_OTHERS:
        yield wrong(
            say("others on this machine can read the folder %(folder)s.", folder=folder),
            say("Call: chmod 700 %(folder)s", folder=folder),
        )
    elif not os.access(folder, os.W_OK):
        yield wrong(
            say("nobody may write to %(folder)s as this account.", folder=folder),
            say("Call the commands as the account of the installation."),
        )
    else:
        yield ok(say("the folder %(folder)s is its owner's only.", folder=folder))


def space() -> Iterator[Line]:
    """Look at what is free on the disk."""
    free = shutil.disk_usage(settings.FOLDER).free // _MEGA
    told = say("free on the disk: %(free)s MB.", free=f"{free:,}")
    fix = say("Make room: without it nothing can be written, and no backup be made.")
    if free < _TOO_LITTLE:
        yield wrong(told, fix)
    elif free < _LITTLE:
        yield look(told, fix)
    else:
        yield ok(told)


def fonts() -> Iterator[Line]:
    """Look for the fonts of the documents."""
    try:
        fonts_folder()
    except Refusal as refusal:
        yield wrong(refusal.what, refusal.fix or say("Install Prongsai anew."))
    else:
        yield ok(say("the fonts of the documents are there."))


def look_of_pages() -> Iterator[Line]:
    """Look for the style sheets of the pages."""
    if not _STYLE.is_file():
        yield wrong(
            say("the style sheets of the pages are not there."), say("Install Prongsai anew.")
        )
    elif not (settings.STATIC_ROOT / "web").is_dir():
        yield look(
            say("the style sheets are not where the server looks for them."),
            say("Call prongsai serve once: it puts them there."),
        )
    else:
        yield ok(say("the style sheets of the pages are there."))


def _kept(folder: Path) -> Iterator[Path]:
    for name in ("secret", "prongsai.sqlite3"):
        if (folder / name).exists():
            yield folder / name


def _mode(path: Path) -> int:
    return path.stat().st_mode
