"""Who wrote comments and marked changes in an office file: numbered, no longer named.

What they wrote stays, and that two of them wrote it; nothing else of a part is touched. Word itself
calls everybody "Author" when it is told to remove what is personal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

_NAME, _SHORT, _ACCOUNT, _PROVIDER = "name", "short", "account", "provider"
_ACCOUNTS = {b"userId": _ACCOUNT, b"providerId": _PROVIDER}
# Attributes by the element they stand on, whatever the prefix, the part or the order is.
_NAMED: Mapping[bytes, Mapping[bytes, str]] = {
    b"person": {b"displayName": _NAME, **_ACCOUNTS},  # Excel: who wrote in a conversation
    b"presenceInfo": _ACCOUNTS,  # Word: the account of an author
    b"author": {b"name": _NAME, b"initials": _SHORT, **_ACCOUNTS},  # PowerPoint of today
    b"cmAuthor": {b"name": _NAME, b"initials": _SHORT},  # PowerPoint before 2021
    b"chgData": {b"name": _NAME, **_ACCOUNTS},  # PowerPoint: who changed a slide
    b"header": {b"userName": _NAME},  # Excel: a round of marked changes
    b"userInfo": {b"name": _NAME},  # Excel: who had the workbook open
    b"fileSharing": {b"userName": _NAME},  # Excel: who locked it
    b"pivotCacheDefinition": {b"refreshedBy": _NAME},
    b"scenario": {b"user": _NAME},
}
# Word marks every comment and change so, on some thirty elements.
_OF_WORD = {b"author": _NAME, b"initials": _SHORT}
_NO_PREFIX = {b"", b"xmlns"}
_WORTH_A_LOOK = re.compile(
    rb":(?:author|initials)\s*=|\b(?:person|presenceInfo|author|cmAuthor|chgData|header|userInfo|"
    rb"fileSharing|pivotCacheDefinition|scenario)\s|<(?:[\w.-]+:)?authors\b"
)
_TEXT_OR_TAG = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|"
    rb"<(?P<element>[^\s<>/!?\"'=]+)(?P<given>(?:\s+[^\s=<>\"']+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))+)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(rb"(\s)([^\s=<>\"']+)(\s*=\s*)(?:\"([^\"<]*)\"|'([^'<]*)')")
_LIST_OF_SHEET = re.compile(rb"<((?:[\w.-]+:)?)authors\b[^>]*>.*?</\1authors\s*>", re.DOTALL)
_IN_LIST = re.compile(rb"(<((?:[\w.-]+:)?)author\b[^>]*>)([^<]*)(</\2author\s*>)")
_CONVERSATION = b"tc="  # in the list of authors: no name, but the key of a conversation
_WIDE = re.compile(rb"\xff\xfe|\xfe\xff|<\0|\0<")  # UTF-16


class Authors:
    """The names met in one file, each with its number."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._numbers: dict[str, int] = {}
        self.were_named = False  # a file that was numbered before names nobody

    def numbered(self, name: str, content: bytes) -> bytes:
        """Return a part with numbers where it named authors; else the very bytes it had."""
        if not name.casefold().endswith(".xml"):
            return content
        if _WIDE.match(content):
            return self._numbered_wide(name, content)
        if not _WORTH_A_LOOK.search(content):
            return content
        kept = _TEXT_OR_TAG.sub(self._tag, content)
        if name.startswith("xl/"):
            # Only a workbook has them as text; elsewhere a list of authors is what was written.
            kept = _LIST_OF_SHEET.sub(self._list, kept)
        self.were_named |= kept != content
        return kept

    def _numbered_wide(self, name: str, content: bytes) -> bytes:
        order = "utf-16-be" if content[:1] in b"\xfe\0" else "utf-16-le"
        try:
            text = content.decode(order, "surrogatepass").encode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return content  # half a letter: no program reads it as XML
        kept = self.numbered(name, text) if not _WIDE.match(text) else text
        return kept.decode("utf-8", "surrogatepass").encode(order, "surrogatepass")

    def _tag(self, found: re.Match[bytes]) -> bytes:
        whole, element = found.group(), found.group("element")
        if element is None:
            return whole
        named = _NAMED.get(element.rpartition(b":")[2], {})

        def attribute(one: re.Match[bytes]) -> bytes:
            space, name, equals, double, single = one.groups()
            prefix, _, local = name.rpartition(b":")
            kind = (_OF_WORD.get(local) if prefix not in _NO_PREFIX else None) or named.get(local)
            value = double if single is None else single
            if kind is None or not value:
                return one.group()
            return b'%s%s%s"%s"' % (space, name, equals, self._instead(kind, value))

        return b"<" + element + _ATTRIBUTE.sub(attribute, found.group("given"))

    def _list(self, found: re.Match[bytes]) -> bytes:
        return _IN_LIST.sub(self._in_list, found.group())

    def _in_list(self, found: re.Match[bytes]) -> bytes:
        begin, _, value, end = found.groups()
        if not value.strip() or value.startswith(_CONVERSATION):
            return found.group()
        return begin + self._instead(_NAME, value) + end

    def _instead(self, kind: str, value: bytes) -> bytes:
        if kind == _PROVIDER:
            return b"None"  # as Office writes where there is no account
        if kind == _SHORT:
            return b"A"
        name = unescape(value.decode("utf-8", "replace"))
        number = self._numbers.setdefault(name, len(self._numbers) + 1)
        return b"Author %d" % number
