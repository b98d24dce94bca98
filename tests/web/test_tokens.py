from __future__ import annotations

import re

import pytest
from django.utils.translation import override

from prongsai.foundation.accounts.models import Token
from prongsai.foundation.accounts.scopes import Scope
from prongsai.foundation.agencies import scope
from prongsai.foundation.audit.models import AuditEvent
from prongsai.web.templatetags.thai import moment
from tests.factories.clients import Desk, found, text
from tests.factories.people import PASSWORD, Somebody
from tests.factories.tokens import Caller, a_word, token_with

pytestmark = pytest.mark.django_db

GIVEN = {"name": "ระบบของกรม", "scopes": ["years.read"], "days": "30"}
WORD = re.compile(r"prongsai_[\w-]{43}")


def trusted(who: Somebody) -> Desk:
    """Somebody who has just given the password again."""
    desk = Desk(who, by_password=True)
    desk.post("/account/confirm", {"password": PASSWORD})
    return desk


def test_a_token_is_shown_once_and_works(dao: Somebody) -> None:
    desk = trusted(dao)
    page = text(desk.post("/account/tokens/make", GIVEN))
    (word,) = WORD.findall(page)
    assert Caller(word).get("years").status_code == 200
    listed = text(desk.get("/account/tokens"))
    assert "ระบบของกรม" in listed
    assert WORD.findall(listed) == []
    event = AuditEvent.objects.get(kind="token.made")
    assert (event.author_key, (event.details or {})["subject"]) == (
        str(dao.person.uuid),
        "ระบบของกรม",
    )


TOLD = {
    "th": "สิ่งที่โปรแกรมทำได้: – → อ่านข้อมูลปีงบประมาณ, บันทึกผลคะแนน | ใช้ได้ถึง: – → ",
    "en": "What a program may do with it: – → read the years, save results | Works until: – → ",
}


@pytest.mark.parametrize("language", TOLD)
def test_the_record_tells_in_words_what_a_token_may_and_how_long(
    language: str, dao: Somebody
) -> None:
    ends = token_with(a_word(dao, Scope.YEARS_READ, Scope.RESULTS_WRITE), dao).expires_at
    page = Desk(dao, language=language).get("/audit?kind=token.made")
    changes = found(page, "//main//ol/li[1]/p[@class='aside m-0 link']")
    told = [each.text_content() for each in changes]
    with override(language):
        assert " | ".join(told) == f"{TOLD[language]}{moment(ends)}"


def test_only_what_the_owner_may_is_offered_and_taken(boonmee: Somebody) -> None:
    desk = trusted(boonmee)
    boxes = found(desk.get("/account/tokens/make"), "//input[@name='scopes']/@value")
    assert boxes == [each.value for each in Scope if each is not Scope.RESULTS_WRITE]
    page = text(desk.post("/account/tokens/make", {**GIVEN, "scopes": ["results.write"]}))
    assert WORD.findall(page) == []


@pytest.mark.parametrize("wrong", [{"name": ""}, {"scopes": []}, {"days": "366"}, {"days": "x"}])
def test_a_form_that_is_not_whole_makes_nothing(wrong: dict[str, object], dao: Somebody) -> None:
    page = text(trusted(dao).post("/account/tokens/make", {**GIVEN, **wrong}))
    assert WORD.findall(page) == []
    with scope.agency(dao.agency.pk):
        assert not Token.objects.exists()


def test_a_revoked_token_is_gone_from_the_list(dao: Somebody) -> None:
    word, desk = a_word(dao), Desk(dao, by_password=True)
    address = f"/account/tokens/{token_with(word, dao).uuid}/revoke"
    assert desk.post(address).headers["Location"] == "/account/tokens"
    page = text(desk.get("/account/tokens"))
    assert "The token โปรแกรมทดสอบ works no more." in page
    assert found(desk.get("/account/tokens"), "//main//form") == []
    assert Caller(word).get("years").status_code == 401
    assert desk.post(address).status_code == 404


def test_tokens_of_a_colleague_are_neither_shown_nor_revoked(
    dao: Somebody, boonmee: Somebody
) -> None:
    word, desk = a_word(boonmee, Scope.YEARS_READ), Desk(dao, by_password=True)
    assert "โปรแกรมทดสอบ" not in text(desk.get("/account/tokens"))
    assert desk.post(f"/account/tokens/{token_with(word, boonmee).uuid}/revoke").status_code == 404
    assert Caller(word).get("years").status_code == 200
