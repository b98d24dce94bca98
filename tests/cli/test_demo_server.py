"""The demonstration: made once, for this machine only, and it says that it is one."""

from __future__ import annotations

import json
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest

from prongsai.cli.demo_agencies import demo_accounts
from prongsai.core.errors import Refusal
from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.roles import Role
from prongsai.foundation.agencies.models import Agency
from tests.factories.databases import database_in
from tests.factories.installation import an_installation, call, served
from tests.factories.people import an_agency

BANNER = "ระบบสาธิต ข้อมูลสมมติ"


@pytest.mark.enable_socket
def test_the_accounts_that_are_printed_open_the_agency(tmp_path: Path) -> None:
    with served(tmp_path / "demo", "--demo") as (address, _):
        accounts = json.loads((tmp_path / "demo" / "demo.json").read_text())
        jar = CookieJar()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        assert BANNER in browser.open(f"{address}/sign-in").read().decode()
        token = next(cookie.value for cookie in jar if cookie.name == "csrf") or ""
        form = {
            "username": accounts[1]["email"],
            "password": accounts[1]["password"],
            "csrfmiddlewaretoken": token,
        }
        page = browser.open(f"{address}/sign-in", urlencode(form).encode()).read().decode()
    assert accounts[1]["agency"] in page
    assert BANNER in page
    assert (tmp_path / "demo" / "demo.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.django_db
def test_two_agencies_with_somebody_of_each_role_are_made_once(tmp_path: Path) -> None:
    with database_in(tmp_path, migrated=True), pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.DEMO_ACCOUNTS", tmp_path / "demo.json")
        made = demo_accounts()
        assert demo_accounts() == made
        names = [agency.name for agency in Agency.objects.order_by("id")]
        assert all(
            Person.objects.get(email=each.email).check_password(each.password) for each in made
        )
    assert names == [
        "สำนักงานท้องถิ่นจังหวัดตัวอย่าง (สมมติ)", "องค์การบริหารส่วนตำบลนาโคก",
        "องค์การบริหารส่วนตำบลนาทอง",
    ]  # fmt: skip
    assert len(made) == 22
    assert {each.role for each in made} == set(Role)


@pytest.mark.django_db
def test_where_a_real_agency_is_nothing_is_made() -> None:
    an_agency("อบต.จริง")
    with pytest.raises(Refusal, match="a real agency is there"):
        demo_accounts()
    assert Person.objects.count() == 0


def test_a_real_installation_is_no_demonstration(tmp_path: Path) -> None:
    an_installation(tmp_path)
    refused = call(tmp_path, "serve", "--demo", "--host", "0.0.0.0")  # noqa: S104 -- refused
    assert refused.returncode == 2
    assert "a demonstration is served on this machine only, not at 0.0.0.0." in refused.stderr
    assert not (tmp_path / "demo.json").exists()


def test_a_real_installation_has_no_first_state_to_go_back_to(tmp_path: Path) -> None:
    an_installation(tmp_path)
    refused = call(tmp_path, "serve", "--fresh")
    assert refused.returncode == 2
    assert "only a demonstration can be put back to its first state." in refused.stderr
    refused = call(tmp_path, "serve", "--demo", "--fresh")
    assert refused.returncode == 2
    assert "a real agency is there." in refused.stderr
    assert [each for each in ("demo.json", "first-state") if (tmp_path / each).exists()] == []


def test_a_demonstration_is_served_here_only_also_when_it_is_not_called_one(tmp_path: Path) -> None:
    an_installation(tmp_path)
    (tmp_path / "demo.json").write_text("[]")
    refused = call(tmp_path, "serve", "--host", "0.0.0.0")  # noqa: S104 -- refused
    assert refused.returncode == 2
    assert "a demonstration is served on this machine only, not at 0.0.0.0." in refused.stderr
