from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from prongsai.config import environment as env
from prongsai.config.secret import secret_of

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
    with pytest.raises(ImproperlyConfigured, match="PRONGSAI_KEY_FILE='/nowhere/key'"):
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
    with pytest.raises(ImproperlyConfigured, match="PRONGSAI_FORM='xml': write json or text"):
        env.one_of("FORM", ("json", "text"))


@pytest.mark.parametrize("given", ["0", "-1", "1.5", "", "๑", "many"])
def test_a_number_of_things_is_whole(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert env.count("MANY", 5) == 5
    monkeypatch.setenv("PRONGSAI_MANY", given)
    with pytest.raises(ImproperlyConfigured, match="write a whole number from 1"):
        env.count("MANY", 5)


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


@pytest.mark.parametrize("url", ["mysql://a/b", "just a word"])
def test_another_database_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="write postgresql"):
        env.database(url, Path("/x"))


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


def test_every_setting_is_described() -> None:
    source = (ROOT / "src/prongsai/config/settings.py").read_text("utf-8")
    asked = set(re.findall(r'env\.\w+\(\s*"(\w+)"', source))
    page = (ROOT / "docs/reference/settings.md").read_text("utf-8")
    assert asked == set(re.findall(r"^\| PRONGSAI_(\w+) \|", page, re.MULTILINE))
