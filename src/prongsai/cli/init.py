"""`prongsai init`: open an agency, with the first person who works in it."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Mapping
from functools import partial

from prongsai.cli.installation import make_installation
from prongsai.cli.parsing import Parser
from prongsai.core.errors import Refusal
from prongsai.core.sentences import Sentence, language_of, say, write

Check = Callable[[str], str]

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
    made.option("--agency", help=say("the name of the agency"), metavar="TEXT")
    made.option("--kind", choices=KINDS, help=say("what kind of agency it is"))
    made.option("--province", help=say("its province"), metavar="TEXT")
    made.option("--district", default="", metavar="TEXT", help=say("its district"))
    made.option("--subdistrict", default="", metavar="TEXT", help=say("its subdistrict"))
    made.option("--name", help=say("the name of the first person, with prefix"), metavar="TEXT")
    made.option("--email", help=say("the e-mail address of the first person"), metavar="TEXT")
    return made


def run(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Open the agency; what is not given is asked for at a terminal, the password always.

    :raises Refusal: if a value cannot be used, or is not given and nobody can be asked; then
        nothing is opened.
    """
    if not sys.stdin.isatty():
        _check_given(arguments, words)
    make_installation()
    from django.db import transaction  # noqa: PLC0415 -- slow import

    from prongsai.foundation.accounts.services import add_first_person  # noqa: PLC0415 -- slow import
    from prongsai.foundation.agencies.models import AgencyKind  # noqa: PLC0415 -- slow import
    from prongsai.foundation.agencies.selectors import usual_units  # noqa: PLC0415 -- slow import
    from prongsai.foundation.agencies.services import create_agency  # noqa: PLC0415 -- slow import
    from prongsai.foundation.audit.services import Program  # noqa: PLC0415 -- slow import

    _complete(arguments, words)
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


def _check_given(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    missing = [f"--{field}" for field, _, _ in QUESTIONS if getattr(arguments, field) is None]
    if missing:
        parser(words).error(f"the following arguments are required: {', '.join(missing)}")


def _complete(arguments: argparse.Namespace, words: Mapping[str, str]) -> None:
    """Check what was given, and ask for the rest, each until it can be used."""
    for field, question, check in QUESTIONS:
        given = getattr(arguments, field)
        if given is None:
            given = _until_good(words, partial(_checked, check, question, words))
        else:
            check(given)
        setattr(arguments, field, given)
    if arguments.kind is None:
        arguments.kind = _kind(words) if sys.stdin.isatty() else KINDS[0]


def _until_good(words: Mapping[str, str], ask: Callable[[], str]) -> str:
    while True:
        try:
            return ask()
        except Refusal as refusal:
            if not sys.stdin.isatty() or isinstance(refusal.__cause__, EOFError):
                raise
            print(refusal.written(words), file=sys.stderr)


def _checked(check: Check, question: Sentence, words: Mapping[str, str]) -> str:
    return check(_answer(question, words))


def _answer(question: Sentence, words: Mapping[str, str]) -> str:
    try:
        return input(f"{write(question, words)}: ").strip()
    except EOFError as error:
        raise Refusal(
            say("the questions were not answered to the end."),
            fix=say("Nothing was opened: begin again."),
        ) from error


def _kind(words: Mapping[str, str]) -> str:
    """Let somebody choose one of the kinds by its number."""
    from django.utils.translation import override  # noqa: PLC0415 -- slow import

    from prongsai.foundation.agencies.models import AgencyKind  # noqa: PLC0415 -- slow import

    with override(language_of(words)):
        for number, key in enumerate(KINDS, 1):
            print(f"  {number}  {AgencyKind(key).label}")

    def ask() -> str:
        number = _answer(say("what kind of agency it is (1 to 8; only Enter: 1)"), words) or "1"
        if not number.isdecimal() or not 1 <= int(number) <= len(KINDS):
            raise Refusal(say("%(text)s is no number of the list.", text=number))
        return KINDS[int(number) - 1]

    return _until_good(words, ask)


def _something(text: str) -> str:
    if not text.strip():
        raise Refusal(say("it may not be empty."))
    return text


def _new_agency(text: str) -> str:
    from prongsai.foundation.agencies.models import Agency  # noqa: PLC0415 -- slow import

    if Agency.objects.filter(name=_something(text).strip()).exists():
        raise Refusal(
            say("%(name)s is there already.", name=text),
            fix=say("Choose another name or code, or use the one that is there."),
        )
    return text


def _address(email: str) -> str:
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
    return email


def _password(words: Mapping[str, str], email: str, name: str) -> str:
    """Ask for a password twice, or read a line of a pipe. Raises Refusal if it is easy to guess."""
    from django.contrib.auth.password_validation import (  # noqa: PLC0415 -- slow import
        validate_password,
    )
    from django.core.exceptions import ValidationError  # noqa: PLC0415 -- slow import

    from prongsai.foundation.accounts.models import Person  # noqa: PLC0415 -- slow import

    def ask() -> str:
        password = _asked(words) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        try:
            validate_password(password, Person(email=email.lower(), name=name))
        except ValidationError as error:
            what = say(
                "the password is too short, one that many people use, or like the name or the"
                " address."
            )
            raise _no_password(what) from error
        return password

    return _until_good(words, ask)


def _asked(words: Mapping[str, str]) -> str:
    first = getpass.getpass(write(say("Password: "), words))
    if getpass.getpass(write(say("The same again: "), words)) != first:
        raise _no_password(say("the two passwords differ."))
    return first


def _no_password(what: Sentence) -> Refusal:
    fix = say("Take at least 12 letters; a sentence that only you know is best.")
    return Refusal(what, fix=fix)


QUESTIONS: tuple[tuple[str, Sentence, Check], ...] = (
    ("agency", say("the name of the agency"), _new_agency),
    ("province", say("its province"), _something),
    ("name", say("the name of the first person, with prefix"), _something),
    ("email", say("the e-mail address of the first person"), _address),
)
"""What must be known of an agency and its first person, in the order in which it is asked."""
