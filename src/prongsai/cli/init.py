"""`prongsai init`: open an agency, with the first person who works in it."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Mapping

from prongsai.cli.installation import open_installation
from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.sentences import Sentence, say, write

KINDS = (
    "sao", "subdistrict_municipality", "town_municipality", "city_municipality", "pao", "special",
    "other", "overseer",
)  # fmt: skip


def parser(words: Mapping[str, str]) -> Parser:
    """Make the parser of the command."""
    made = Parser(
        "init",
        words,
        say("Opens an agency with its usual units, and its first administrator."),
    )
    made.option("--agency", help=say("the name of the agency"), required=True, metavar="TEXT")
    made.option("--kind", choices=KINDS, default="sao", help=say("what kind of agency it is"))
    made.option("--province", help=say("its province"), required=True, metavar="TEXT")
    made.option("--district", default="", metavar="TEXT", help=say("its district"))
    made.option("--subdistrict", default="", metavar="TEXT", help=say("its subdistrict"))
    made.option(
        "--name",
        help=say("the name of the first person, with prefix"),
        required=True,
        metavar="TEXT",
    )
    made.option(
        "--email", help=say("the e-mail address of the first person"), required=True, metavar="TEXT"
    )
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Open the agency; the password is asked for, or read from standard input where that is a pipe.

    :raises Refusal: if a value cannot be used; then nothing is opened.
    """
    open_installation()
    from django.db import transaction  # noqa: PLC0415 -- slow import

    from prongsai.foundation.accounts.services import add_first_person  # noqa: PLC0415 -- slow import
    from prongsai.foundation.agencies.models import AgencyKind  # noqa: PLC0415 -- slow import
    from prongsai.foundation.agencies.selectors import usual_units  # noqa: PLC0415 -- slow import
    from prongsai.foundation.agencies.services import create_agency  # noqa: PLC0415 -- slow import
    from prongsai.foundation.audit.services import Program  # noqa: PLC0415 -- slow import

    _check_address(arguments.email)
    password = _password(words, arguments.email, arguments.name)
    kind = AgencyKind(arguments.kind)
    with transaction.atomic():
        agency = create_agency(
            by=Program("prongsai init"),
            units=usual_units(kind),
            name=arguments.agency.strip(),
            kind=kind,
            province=arguments.province.strip(),
            district=arguments.district.strip(),
            subdistrict=arguments.subdistrict.strip(),
        )
        add_first_person(
            agency=agency, email=arguments.email, name=arguments.name, password=password
        )
    print(write(say("%(agency)s was opened.", agency=agency.name), words))
    print(write(say("Next: prongsai serve"), words))


def _check_address(email: str) -> None:
    from django.core.exceptions import ValidationError  # noqa: PLC0415 -- slow import
    from django.core.validators import validate_email  # noqa: PLC0415 -- slow import

    try:
        validate_email(email)
    except ValidationError as error:
        raise Refusal(
            say("%(email)s is no e-mail address.", email=email),
            fix=say("Write it as name@agency.go.th."),
            where=("--email",),
        ) from error


def _password(words: Mapping[str, str], email: str, name: str) -> str:
    """Ask for a password twice, or read a line of a pipe. Raises Refusal if it is easy to guess."""
    from django.contrib.auth.password_validation import (  # noqa: PLC0415 -- slow import
        validate_password,
    )
    from django.core.exceptions import ValidationError  # noqa: PLC0415 -- slow import

    from prongsai.foundation.accounts.models import Person  # noqa: PLC0415 -- slow import

    password = _asked(words) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    try:
        validate_password(password, Person(email=email.lower(), name=name))
    except ValidationError as error:
        what = say(
            "the password is too short, one that many people use, or like the name or the address."
        )
        raise _no_password(what) from error
    return password


def _asked(words: Mapping[str, str]) -> str:
    first = getpass.getpass(write(say("Password: "), words))
    if getpass.getpass(write(say("The same again: "), words)) != first:
        raise _no_password(say("the two passwords differ."))
    return first


def _no_password(what: Sentence) -> Refusal:
    fix = say("Take at least 12 letters; a sentence that only you know is best.")
    return Refusal(what, fix=fix)
