"""People at work on a real server: they sign in, fill in forms and send them, from many threads."""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from tests.factories.installation import EMAIL, PASSWORD

Fields = Mapping[str, str] | Mapping[str, str | list[str]]
PATIENCE = 60  # seconds: a busy machine answers late, a dead server refuses at once


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    place: str  # where it leads to
    page: str


@dataclass
class Browser:
    """A browser without a screen, with cookies of its own."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    made_in: str = ""  # the agency that every form of a page carries

    def get(self, path: str) -> Answer:
        """Ask for a page. Raises OSError or HTTPException if nobody answers."""
        return self._ask("GET", path, None)

    def post(self, path: str, fields: Fields) -> Answer:
        """Send a form with its token. Raises OSError or HTTPException if nobody answers."""
        carried = {"csrfmiddlewaretoken": self.token, "made_in": self.made_in}
        return self._ask("POST", path, {**carried, **fields})

    def sign_in(self) -> None:
        """Fill in the form of the sign-in page as a person does, by what its fields are for."""
        form = Form(self.get("/sign-in").page)
        self.token = form.values["csrfmiddlewaretoken"]
        given = form.values | {form.named("password"): PASSWORD}
        answer = self.post("/sign-in", given | {form.named("text", "email"): EMAIL})
        assert answer.status == 302, answer
        self.take_up_work()

    def take_up_work(self) -> None:
        """Take what the forms of the pages carry for who is signed in."""
        carried = Form(self.get("/units").page).values
        self.token, self.made_in = carried["csrfmiddlewaretoken"], carried["made_in"]

    def _ask(self, method: str, path: str, fields: Fields | None) -> Answer:
        parts = urlsplit(self.address)
        headers = {"Cookie": "; ".join(f"{name}={kept}" for name, kept in self.cookies.items())}
        body = None if fields is None else urlencode(fields, doseq=True)
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        asked = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
        try:
            asked.request(method, path, body, headers)
            answer = asked.getresponse()
            page = answer.read().decode()
        finally:
            asked.close()
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: kept.value for name, kept in SimpleCookie(line).items()}
        return Answer(answer.status, answer.headers.get("Location", ""), page)


class Form(HTMLParser):
    """The input fields of a page."""

    def __init__(self, page: str) -> None:
        """Read them."""
        super().__init__()
        self.values: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an input field."""
        found = dict(attrs)
        name, kind = found.get("name"), found.get("type") or "text"
        if tag == "input" and name and kind not in {"checkbox", "submit"}:
            self.values[name] = found.get("value") or ""
            self._kinds[name] = kind

    def named(self, *kinds: str) -> str:
        """Return the name of the first field of a kind."""
        return next(name for name, kind in self._kinds.items() if kind in kinds)
