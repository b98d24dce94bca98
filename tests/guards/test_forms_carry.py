"""Every form that writes carries in which agency it was made, and none can forget it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.http import HttpRequest
from django.template import Template, engines

from prongsai.web.made_in import OF_NO_AGENCY
from tests.guards.sources import PACKAGE, ROOT

FORM = re.compile(r"<form\b[^>]*\bmethod=\"post\".*?</form>", re.DOTALL | re.IGNORECASE)
CARRIES = "{% csrf_token %}"
INCLUDED = re.compile(r"{% include \"([^\"]+)\"")
# It sends again what another form sent, with the agency of that one.
SENDS_AGAIN = "src/prongsai/web/templates/web/made_elsewhere.html"
# Of the person alone, so that it does not matter where it was made.
PERSONAL = {
    "change-password", "account_reauthenticate", "connect-outside", "disconnect-outside",
    "sessions", "add-passkey", "remove-passkey", "mfa_activate_totp", "mfa_deactivate_totp",
    "mfa_generate_recovery_codes",
}  # fmt: skip


def forms() -> Iterator[tuple[str, str]]:
    for path in sorted((PACKAGE / "web" / "templates").rglob("*.html")):
        for form in FORM.findall(path.read_text("utf-8")):
            yield str(path.relative_to(ROOT)), form


def test_every_form_of_a_template_carries_its_agency() -> None:
    assert len([*forms()]) > 50
    assert {name for name, form in forms() if CARRIES not in form} == {SENDS_AGAIN}


def test_no_form_is_kept_for_others() -> None:
    kept = re.compile(r"{% kept .*?{% endkept %}", re.DOTALL)
    templates = PACKAGE / "web" / "templates"
    drawn = [
        block
        for path in templates.rglob("*.html")
        for block in kept.findall(path.read_text("utf-8"))
    ]
    for block in drawn:  # and what stands in it, which is added at the end
        drawn += [(templates / name).read_text("utf-8") for name in INCLUDED.findall(block)]
    assert len(drawn) > 8
    assert [block for block in drawn if CARRIES in block] == []


def test_the_proof_against_forgery_is_written_by_the_tag_that_carries_the_agency_too() -> None:
    by_hand = re.compile(r"csrfmiddlewaretoken|csrf_input|\{\{ *csrf_token")
    written = {
        str(path.relative_to(ROOT))
        for path in (PACKAGE / "web" / "templates").rglob("*.html")
        if by_hand.search(path.read_text("utf-8"))
    }
    assert written == {SENDS_AGAIN}
    tag = Template(CARRIES).nodelist[0]
    assert type(tag).__module__ == "prongsai.web.templatetags.carried"


def test_nothing_that_a_browser_sends_goes_without_the_proof() -> None:
    exempt = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if "csrf_exempt" in path.read_text("utf-8")
    }
    assert {name for name in exempt if not name.startswith("api/")} == set()


def test_what_is_of_no_agency_is_named() -> None:
    assert OF_NO_AGENCY == PERSONAL


def test_a_form_where_nobody_is_at_work_carries_no_agency() -> None:
    page = engines["django"].from_string(CARRIES).render({}, HttpRequest())
    assert ("csrfmiddlewaretoken" in page, "made_in" in page) == (True, False)
