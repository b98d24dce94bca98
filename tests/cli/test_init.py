"""What `prongsai init` asks at a terminal, and what it does where nobody can be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.agencies.models import Agency, AgencyKind
from tests.cli.conftest import Outcome, Run
from tests.factories.installation import call

GOOD = "น้ำขึ้นให้รีบตัก 2569"
Answered = Callable[..., Outcome]


@pytest.fixture
def answered(run: Run, monkeypatch: pytest.MonkeyPatch) -> Answered:
    """Call init at a terminal where somebody answers, and types two passwords a time."""

    def call_it(*arguments: str, answers: tuple[str, ...], passwords: tuple[str, ...]) -> Outcome:
        given, typed = iter(answers), iter(passwords)
        monkeypatch.setattr("prongsai.cli.init.make_installation", lambda: None)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", lambda _: following(given))
        monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
        return run("init", *arguments, "--lang", "en")

    return call_it


def following(answers: Iterator[str]) -> str:
    found = next(answers, None)
    if found is None:
        raise EOFError
    return found


@pytest.mark.django_db
def test_what_is_not_given_is_asked_until_it_can_be_used(answered: Answered) -> None:
    done = answered(
        answers=("", "อบต.ใหม่", "นนทบุรี", "นางสมมติ ใจดี", "not an address", "a@example.go.th",
                 "9", "x", "3"),
        passwords=("short", "short", GOOD, "another", GOOD, GOOD),
    )  # fmt: skip
    assert done.code == 0
    assert done.printed.endswith("อบต.ใหม่ was opened.\nNext: prongsai serve\n")
    assert [line.split(".")[0] for line in done.refused.splitlines()] == [
        "it may not be empty",
        "--email: not an address is no e-mail address",
        "9 is no number of the list",
        "x is no number of the list",
        "the password is too short, one that many people use, or like the name or the address",
        "the two passwords differ",
    ]
    assert Agency.objects.get().kind == AgencyKind.TOWN_MUNICIPALITY
    assert Person.objects.get().check_password(GOOD)


@pytest.mark.django_db
def test_what_is_given_is_not_asked(answered: Answered) -> None:
    done = answered(
        "--agency", "อบต.ใหม่", "--kind", "sao", "--province", "นนทบุรี", "--name", "นางสมมติ ใจดี",
        answers=("a@example.go.th",), passwords=(GOOD, GOOD),
    )  # fmt: skip
    assert (done.code, done.refused) == (0, "")


@pytest.mark.django_db
def test_questions_that_are_not_answered_open_nothing(answered: Answered) -> None:
    done = answered(answers=("อบต.ใหม่", "นนทบุรี"), passwords=())
    assert (done.code, done.refused) == (
        2, "the questions were not answered to the end. Nothing was opened: begin again.\n",
    )  # fmt: skip
    assert not Agency.objects.exists()


def test_where_nobody_can_be_asked_everything_must_be_given(tmp_path: Path) -> None:
    refused = call(tmp_path / "new", "init", "--agency", "อบต.ใหม่", "--name", "นางสมมติ ใจดี")
    assert refused.returncode == 2
    assert "--province, --email must be given" in refused.stderr
    assert not (tmp_path / "new").exists()
