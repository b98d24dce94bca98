"""What a password may not be: short, known to many, or made of what others know of its owner.

No rule on kinds of characters (OWASP ASVS 5, 6.2.5). The list of common ones is Django's; it comes
with the program, and nothing is asked of a server.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.contrib.auth import password_validation as django_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from prongsai.foundation.accounts.models import Person
from prongsai.foundation.accounts.selectors import agency_names_around

_LEAST_LETTERS = 4  # a name of fewer is no name: it would be found in any sentence
_LEAST_KINDS = 5  # different characters
_OURS = ("prongsai", "โปร่งใส", "password", "รหัสผ่าน", "admin", "ita", "itas", "ปปช", "อบต", "อบจ")
_BEFORE_NAMES = (
    "นางสาว", "นาง", "นาย", "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด", "เทศบาลตำบล", "เทศบาลเมือง",
    "เทศบาลนคร", "จังหวัด", "อำเภอ", "ตำบล",
)  # fmt: skip
# \w does not count the marks above and below Thai letters.
_WORD = re.compile(r"[\w\u0e30-\u0e4e]+")
_NO_LETTER = re.compile(r"[^\w\u0e30-\u0e4e]|[\d_]")

# The two layouts of a Thai keyboard (Kedmanee, มอก. 820-2538), key by key, row by row.
_LATIN = (
    r"`1234567890-=qwertyuiop[]\asdfghjkl;'zxcvbnm,./"
    '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
)
_THAI = '_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'
_TO_LATIN = str.maketrans(_THAI, _LATIN)
_TO_THAI = str.maketrans(_LATIN, _THAI)


class LongEnough(django_validation.MinimumLengthValidator):
    """Refuse a short password."""

    def get_error_message(self) -> str:
        """Return what is wrong."""
        return _("Too short: take at least %(min_length)d letters.")


class NotLikeItsOwner(django_validation.UserAttributeSimilarityValidator):
    """Refuse a password like the name or the address of its owner."""

    def get_error_message(self) -> str:
        """Return what is wrong."""
        return _("Too much like your %(verbose_name)s.")


class NotCommon(django_validation.CommonPasswordValidator):
    """Refuse a password that many use, also as it comes out on the other layout of the keyboard."""

    def validate(self, password: str, user: Person | None = None) -> None:
        """Raise ValidationError if many use it."""
        for typed in _on_both_layouts(password):
            super().validate(typed, user)
        if len(set(password)) < _LEAST_KINDS:
            raise ValidationError(self.get_error_message(), code="password_too_common")

    def get_error_message(self) -> str:
        """Return what is wrong."""
        return _("Many people use this password: who guesses tries it first.")


class NotOnlyNames:
    """Refuse a password of nothing but names that others know, and figures."""

    def validate(self, password: str, user: Person | None = None) -> None:
        """Raise ValidationError if nothing is left without the names and the figures."""
        known = {typed for name in _known_of(user) for typed in _on_both_layouts(name)}
        left = password.casefold()
        for name in sorted(map(str.casefold, known), key=len, reverse=True):
            left = left.replace(name, "")
        if not _NO_LETTER.sub("", left):
            raise ValidationError(
                _("Only figures and names that others know. Add words that only you know."),
                code="password_only_names",
            )

    def get_help_text(self) -> str:
        """Return nothing: the forms say what a good password is."""
        return ""


def _on_both_layouts(password: str) -> tuple[str, str, str]:
    return password, password.translate(_TO_LATIN), password.translate(_TO_THAI)


def _known_of(user: Person | None) -> Iterator[str]:
    """Yield the names that others know of somebody, and their parts, in small letters."""
    yield from (*_OURS, *_BEFORE_NAMES)
    if user is None:
        return
    for text in (user.name, user.email, *agency_names_around(user)):
        for word in _WORD.findall(text.casefold()):
            bare = (word.removeprefix(before) for before in _BEFORE_NAMES)
            yield from (part for part in {word, *bare} if len(part) >= _LEAST_LETTERS)
