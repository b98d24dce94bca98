from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from prongsai.config import environment as env
from prongsai.config.secret import secret_of
from prongsai.foundation.notices.smtp import Security, Server

ROOT = Path(__file__).resolve().parents[2]


def test_a_secret_may_stand_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "key").write_text("abc\n")
    monkeypatch.setenv("PRONGSAI_KEY_FILE", str(tmp_path / "key"))
    assert env.text("KEY") == "abc"
    monkeypatch.setenv("PRONGSAI_KEY", "abc")
    with pytest.raises(ImproperlyConfigured, match="not both"):
        env.text("KEY")


def test_a_file_that_cannot_be_read_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRONGSAI_KEY_FILE", "/nowhere/key")
    with pytest.raises(ImproperlyConfigured, match="PRONGSAI_KEY_FILE: /nowhere/key cannot"):
        env.text("KEY")


def test_yes_or_no_is_true_or_false(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.yes_or_no("ON", default=True) is True
    monkeypatch.setenv("PRONGSAI_ON", "False")
    assert env.yes_or_no("ON", default=True) is False
    monkeypatch.setenv("PRONGSAI_ON", "yes")
    with pytest.raises(ImproperlyConfigured, match="write true or false"):
        env.yes_or_no("ON", default=True)


def test_a_word_is_one_of_those_that_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.one_of("FORM", ("json", "text")) == "json"
    monkeypatch.setenv("PRONGSAI_FORM", "xml")
    with pytest.raises(ImproperlyConfigured, match=r"PRONGSAI_FORM='xml': write .*: json, text"):
        env.one_of("FORM", ("json", "text"))


@pytest.mark.parametrize("given", ["0", "-1", "1.5", "", "๑", "many"])
def test_a_number_of_things_is_whole(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.whole_number("MANY", 5) == 5
    monkeypatch.setenv("PRONGSAI_MANY", given)
    with pytest.raises(ImproperlyConfigured, match="write a whole number from 1"):
        env.whole_number("MANY", 5)


def test_a_list_has_commas_between(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.names("HOSTS", "a, b,") == ["a", "b"]
    monkeypatch.setenv("PRONGSAI_HOSTS", "c")
    assert env.names("HOSTS", "a") == ["c"]


def test_without_an_address_the_database_is_a_file_of_the_installation() -> None:
    assert env.database("", Path("/x"))["NAME"] == "/x/prongsai.sqlite3"
    assert env.database("sqlite:////data/a%20b.db", Path("/x"))["NAME"] == "/data/a b.db"


def test_an_address_of_postgres_is_taken_apart() -> None:
    found = env.database("postgresql://me:s%40@db.local:5433/ita?sslmode=require", Path("/x"))
    assert found == {
        "ENGINE": env.POSTGRES,
        "NAME": "ita",
        "USER": "me",
        "PASSWORD": "s@",
        "HOST": "db.local",
        "PORT": "5433",
        "CONN_MAX_AGE": 600,
        "OPTIONS": {"sslmode": "require"},
    }


@pytest.mark.parametrize(
    "url",
    [
        "mysql://me:hidden@a/b", "just a word", "sqlite:///", "sqlite://hidden/y", "sqlite:///a/",
        "postgresql://me:hidden@a:port/b", "postgresql://me:hidden@a/", "postgresql://[hidden/b",
    ],
)  # fmt: skip
def test_a_database_that_cannot_be_found_is_refused_and_no_password_is_repeated(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="write postgresql") as refused:
        env.database(url, Path("/x"))
    assert "hidden" not in str(refused.value)


def test_a_secret_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "secret"
    secret = secret_of(path)
    assert (len(secret) >= 64, path.stat().st_mode & 0o777) == (True, 0o600)
    assert secret_of(path) == secret


@pytest.mark.parametrize(("mode", "text"), [(0o644, "x" * 80), (0o600, "short")])
def test_a_secret_that_is_none_is_refused(mode: int, text: str, tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text(text)
    path.chmod(mode)
    with pytest.raises(ImproperlyConfigured, match=str(path)):
        secret_of(path)


def test_a_secret_may_be_given_instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRONGSAI_KEY", "x" * 32)
    assert (env.secret("KEY", tmp_path / "secret"), list(tmp_path.iterdir())) == ("x" * 32, [])


@pytest.mark.parametrize("given", ["", "short", "x" * 31])
def test_a_given_secret_that_is_easy_to_guess_is_refused_and_not_repeated(
    given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "key").write_text(given)
    monkeypatch.setenv("PRONGSAI_KEY_FILE", str(tmp_path / "key"))
    with pytest.raises(ImproperlyConfigured, match=r"^PRONGSAI_KEY: too short") as refused:
        env.secret("KEY", tmp_path / "secret")
    assert not given or given not in str(refused.value).replace("too short", "")


def test_the_folder_is_made_for_its_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRONGSAI_PLACE", str(tmp_path / "a" / "b"))
    assert env.folder("PLACE", "var") == tmp_path / "a" / "b"
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
    (tmp_path / "file").write_text("")
    for wrong in ("", " ", str(tmp_path / "file"), str(tmp_path / "file" / "below")):
        monkeypatch.setenv("PRONGSAI_PLACE", wrong)
        with pytest.raises(ImproperlyConfigured, match=f"PRONGSAI_PLACE='{wrong}'"):
            env.folder("PLACE", "var")


def test_a_server_answers_to_names(monkeypatch: pytest.MonkeyPatch) -> None:
    good = ["ita.example.go.th", ".example.go.th", "127.0.0.1", "[::1]", "localhost"]
    assert env.hosts("NAMES", ",".join(good)) == good
    for wrong in ("", " , ", "*", "https://a.go.th", "a.go.th:80", "a b", "a.go.th/", "อบต"):
        monkeypatch.setenv("PRONGSAI_NAMES", wrong)
        with pytest.raises(ImproperlyConfigured, match=r"PRONGSAI_NAMES.*without https://"):
            env.hosts("NAMES", "localhost")


def test_a_misspelt_setting_is_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    env.yes_or_no("HTTPS", default=False)
    monkeypatch.setenv("PRONGSAI_OF_SOMEBODY_ELSE", "1")
    env.check_names()
    monkeypatch.setenv("PRONGSAI_HTPPS", "true")
    with pytest.raises(ImproperlyConfigured, match=r"PRONGSAI_HTPPS: .* PRONGSAI_HTTPS is meant"):
        env.check_names()


OUTSIDE = env.Outside("ThaID", "https://id.example.go.th", "prongsai", "made up", ["openid"])


def test_a_sign_in_outside_is_set_wholly_or_not() -> None:
    nothing = env.Outside("", "", "", "", ["openid"])
    assert env.outside_sign_in(nothing) is None
    assert env.outside_sign_in(OUTSIDE) == OUTSIDE
    assert OUTSIDE.origin == "https://id.example.go.th"
    with pytest.raises(ImproperlyConfigured, match="needs PRONGSAI_OIDC_CLIENT_SECRET too"):
        env.outside_sign_in(replace(OUTSIDE, secret=""))


@pytest.mark.parametrize(
    "url", ["http://id.example.go.th", "https://", "https://[", "https://a:port", "ftp://localhost"]
)
def test_nobody_may_listen_to_a_sign_in_outside(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"OIDC_URL='.*': write https://name"):
        env.outside_sign_in(replace(OUTSIDE, url=url))


def test_a_sign_in_outside_asks_who_somebody_is() -> None:
    with pytest.raises(ImproperlyConfigured, match="OIDC_SCOPES='email': openid must"):
        env.outside_sign_in(replace(OUTSIDE, scopes=["email"]))


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.local", Server(host="mail.local", port=25)),
        (
            "starttls://me:s%40@mail.local",
            Server(
                host="mail.local",
                port=587,
                security=Security.STARTTLS,
                user="me",
                password="s@",  # noqa: S106 -- made up
            ),
        ),
        ("smtps://mail.local:99", Server(host="mail.local", port=99, security=Security.TLS)),
        ("", None),
    ],
)
def test_the_address_of_a_mail_server_is_taken_apart(url: str, server: Server | None) -> None:
    assert env.mail_server(url) == server


@pytest.mark.parametrize(
    "url",
    ["http://a", "mail.local", "smtp://", "smtp://a:x/", "smtp://me:hidden@a", "smtps://a/hidden"],
)
def test_a_mail_server_that_cannot_be_used_stops_the_start_and_no_password_is_repeated(
    url: str,
) -> None:
    with pytest.raises(ImproperlyConfigured, match="SMTP_URL") as refused:
        env.mail_server(url)
    assert "hidden" not in str(refused.value)


def test_mail_needs_an_address_that_it_comes_from() -> None:
    assert env.sender("", needed=False) == ""
    assert env.sender("ita@example.go.th", needed=True) == "ita@example.go.th"
    for wrong in ("", "ita", "ita@example.go.th\nbcc: x@example.org"):
        with pytest.raises(ImproperlyConfigured, match="MAIL_FROM"):
            env.sender(wrong, needed=True)


def test_the_address_of_the_installation_is_one_of_the_web() -> None:
    assert env.address("") == ""
    assert env.address("https://ita.example.go.th/") == "https://ita.example.go.th"
    for wrong in ("a.go.th", "https://", "ftp://a", "https://a/?x=1", "http://[", "https://a:port"):
        with pytest.raises(ImproperlyConfigured, match="ADDRESS"):
            env.address(wrong)


def test_every_setting_is_described() -> None:
    source = (ROOT / "src/prongsai/config/settings.py").read_text("utf-8")
    asked = set(re.findall(r'env\.\w+\(\s*"(\w+)"', source))
    page = (ROOT / "docs/reference/settings.md").read_text("utf-8")
    assert asked == set(re.findall(r"^\| PRONGSAI_(\w+) \|", page, re.MULTILINE))


@pytest.mark.parametrize("value", ["0", "-1", "2.5", "many", "", "٣"])
def test_a_number_is_whole_and_from_one(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.whole_number("MOST", 20) == 20
    monkeypatch.setenv("PRONGSAI_MOST", value)
    with pytest.raises(ImproperlyConfigured, match="write a whole number from 1"):
        env.whole_number("MOST", 20)


def test_a_scanner_is_a_path_or_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.scanner("CLAMD") == ""
    for value in ("/run/clamd.sock", "127.0.0.1:3310", "[::1]:3310"):
        monkeypatch.setenv("PRONGSAI_CLAMD", value)
        assert env.scanner("CLAMD") == value
    for value in ("clamd", "clamd:0", "clamd:99999"):
        monkeypatch.setenv("PRONGSAI_CLAMD", value)
        with pytest.raises(ImproperlyConfigured, match="host:port"):
            env.scanner("CLAMD")
