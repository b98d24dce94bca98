"""Addresses of the web in Thai texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.thai.found import Found
from prongsai.core.thai.numerals import to_arabic_digits

_ENDS = r"(?:(?:go|or|ac|co|in|mi|net)\.th|com|org|net)"
# A narrow column may have broken the address behind www. or behind its first word.
_HOST = re.compile(
    r"(?<![@A-Za-z0-9._-])(?:https?://\s*)?(?P<host>(?:www\.\s?(?:[a-z0-9-]{0,60}[^\S\n]?\n\s?)?)?"
    rf"(?:[a-z0-9-]+\.)+{_ENDS})(?![A-Za-z0-9-]|\.[A-Za-z])",
    re.IGNORECASE,
)
# Of a.b.go.th the third label from behind is whose it is; of a.b.com the second.
_LABELS = {True: 3, False: 2}


def hosts_in(text: str) -> Iterator[Found[str]]:
    """Yield each host in small letters without `www.`; the host of an e-mail address is none."""
    for found in _HOST.finditer(to_arabic_digits(text)):
        host = re.sub(r"\s", "", found["host"]).casefold().removeprefix("www.")
        yield Found(host, *found.span())


def owner_of(host: str) -> str:
    """Return the part of a host that its owner registered: ita.nathong.go.th is nathong.go.th."""
    labels = host.split(".")
    return ".".join(labels[-_LABELS[labels[-1] == "th"] :])
