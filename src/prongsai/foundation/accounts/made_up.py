"""Who can sign in to a demonstration, and with which password: people who are made up.

Only `prongsai serve --demo` writes it, in a folder of its own that must be empty before; where it
is, every page says that the data are made up.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.conf import settings

from prongsai.foundation.accounts.roles import Role

_ONLY_OWNER = 0o600


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody made up who can sign in."""

    agency: str
    email: str
    password: str
    role: Role
    name: str = ""


def is_demo() -> bool:
    """Tell whether the people of this installation are made up."""
    there: bool = settings.DEMO_ACCOUNTS.is_file()
    return there


def accounts() -> tuple[Account, ...]:
    """Return who can sign in; nobody where the people are real."""
    if not is_demo():
        return ()
    told = json.loads(settings.DEMO_ACCOUNTS.read_text("utf-8"))
    return tuple(Account(**{**each, "role": Role(each["role"])}) for each in told)


def keep_accounts(made: Iterable[Account]) -> None:
    """Write down who can sign in, for the owner of the folder and for the page of the sign-in."""
    settings.DEMO_ACCOUNTS.touch(mode=_ONLY_OWNER)
    text = json.dumps([asdict(each) for each in made], ensure_ascii=False)
    settings.DEMO_ACCOUNTS.write_text(text, "utf-8")
