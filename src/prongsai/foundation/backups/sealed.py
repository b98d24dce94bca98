"""Streams sealed with age (https://age-encryption.org): whoever has the key opens them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import pyrage
from pyrage.x25519 import Identity, Recipient

from prongsai.core.errors import Refusal
from prongsai.core.sentences import say
from prongsai.formats.os_reasons import reason

_AT_ONCE = 1 << 20
_ONLY_OWNER = 0o600


def new_key(path: Path) -> str:
    """Make a key that opens backups, in a new file of mode 600; return its recipient.

    :raises Refusal: if there is such a file, or it cannot be written.
    """
    key = Identity.generate()
    recipient = str(key.to_public())
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_OWNER)
    except OSError as error:
        raise Refusal(
            say("the file cannot be written (%(why)s).", why=reason(error)),
            fix=say("Choose another name."),
            where=(str(path),),
        ) from error
    with os.fdopen(made, "w") as file:
        file.write(f"# recipient: {recipient}\n{key}\n")
    return recipient


def recipients_of(words: Sequence[str]) -> list[Recipient]:
    """Return the recipients that words name.

    :raises Refusal: if one is none.
    """
    found = []
    for word in words:
        try:
            found.append(Recipient.from_str(word))
        except pyrage.RecipientError as error:
            raise Refusal(
                say("%(word)s is no recipient of age.", word=word),
                fix=say(
                    "It begins with age1: prongsai backup --new-key FILE makes and prints one."
                ),
                where=("--to",),
            ) from error
    return found


def keys_in(path: Path) -> list[Identity]:
    """Return the keys of a file.

    :raises Refusal: if it cannot be read, or has none.
    """
    try:
        lines = path.read_text("ascii").split("\n")
        words = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
        keys = [Identity.from_str(word) for word in words]
    except OSError as error:
        raise Refusal(
            say("the file cannot be read (%(why)s).", why=reason(error)), where=(str(path),)
        ) from error
    except (UnicodeDecodeError, pyrage.IdentityError) as error:
        raise _no_key(path) from error
    if not keys:
        raise _no_key(path)
    return keys


@contextmanager
def sealing(target: BinaryIO, recipients: Sequence[Recipient]) -> Iterator[BinaryIO]:
    """Give a stream; what is written to it stands sealed in `target` at the end.

    :raises OSError: if the target takes no more.
    """
    source, sink = os.pipe()

    def seal() -> None:
        with os.fdopen(source, "rb") as plain:
            pyrage.encrypt_io(plain, target, recipients)

    thread, failed = _started(seal)
    try:
        with os.fdopen(sink, "wb") as stream:
            yield stream
    except BrokenPipeError:  # the other side has ended, and says below why
        pass
    finally:
        thread.join()
    if failed:
        raise failed[0]


@contextmanager
def opened(source: BinaryIO, keys: Sequence[Identity]) -> Iterator[BinaryIO]:
    """Give a stream of what was sealed in `source`, checked up to its end.

    :raises Refusal: if no key opens it, or it is damaged.
    """
    out, sink = os.pipe()

    def unseal() -> None:
        with os.fdopen(sink, "wb") as plain:
            pyrage.decrypt_io(source, plain, keys)

    thread, failed = _started(unseal)
    try:
        with os.fdopen(out, "rb") as stream:
            yield stream
            while stream.read(_AT_ONCE):  # only the end shows that nothing was cut off
                pass
    except Exception as error:
        thread.join()
        if failed and not isinstance(failed[0], BrokenPipeError):
            raise _not_opened(failed[0]) from error
        raise
    thread.join()
    if failed:
        raise _not_opened(failed[0]) from failed[0]


def _started(work: Callable[[], None]) -> tuple[Thread, list[Exception]]:
    failed: list[Exception] = []

    def run() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 -- raised again where the thread is awaited
            failed.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    return thread, failed


def _not_opened(error: Exception) -> Refusal:
    if "No matching keys" in str(error):
        return Refusal(
            say("this key does not open it."),
            fix=say("Take the key of one of the recipients that it was made for."),
        )
    return damaged()


def damaged() -> Refusal:
    """Return the refusal of a file that is not, or no more, what `prongsai backup` wrote."""
    return Refusal(
        say("it is damaged, cut off, or no backup."), fix=say("Take another copy, or an older one.")
    )


def _no_key(path: Path) -> Refusal:
    return Refusal(
        say("there is no key in it that opens backups."),
        fix=say("It is the file that prongsai backup --new-key made."),
        where=(str(path),),
    )
