"""An authenticator app: the codes of RFC 6238, reckoned apart from the program's own."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import time

from tests.factories.clients import Desk, text
from tests.factories.people import PASSWORD


def code(secret: str, *, later: int = 0) -> str:
    """Return the code of now, or of some half minutes later."""
    at = (int(time.time()) // 30 + later).to_bytes(8, "big")
    made = hmac.new(base64.b32decode(secret), at, hashlib.sha1).digest()
    first = made[-1] & 15
    whole = int.from_bytes(made[first : first + 4], "big") & 0x7FFFFFFF
    return f"{whole % 1_000_000:06}"


def confirm(desk: Desk) -> None:
    """Give the password again, as the pages that guard an account ask for."""
    assert desk.post("/account/confirm", {"password": PASSWORD}).status_code == 302


def turn_on(desk: Desk) -> tuple[str, list[str]]:
    """Turn on the second factor; return its secret and the codes for a lost phone."""
    confirm(desk)
    shown = re.search(
        r'translate="no">([A-Z2-7 ]+)</span>', text(desk.get("/account/second-factor/on"))
    )
    assert shown is not None
    secret = shown.group(1).replace(" ", "")
    done = desk.post("/account/second-factor/on", {"code": code(secret)})
    assert done.headers["Location"] == "/account/codes"
    return secret, re.findall(r"<li>(\d{8})</li>", text(desk.get("/account/codes")))
