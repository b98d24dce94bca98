"""The places to sign at the end of a paper."""

from __future__ import annotations

from prongsai.core.documents.model import Signatures, Signer
from prongsai.core.documents.papers import Signature
from prongsai.core.documents.texts import Texts


def signatures(chain: tuple[Signature, ...], texts: Texts) -> Signatures:
    """Return the places of a chain of signatures; one without a name where nobody gave a chain."""
    return Signatures(tuple(_signer(each, texts) for each in chain or (Signature(),)))


def _signer(signature: Signature, texts: Texts) -> Signer:
    as_what = f"{signature.position} {signature.capacity}".strip()
    return Signer(
        opinions=tuple(filter(None, (signature.opinion,))),
        rank=signature.rank,
        name=texts("signer", name=signature.name) if signature.name else texts("no_signer"),
        lines=tuple(filter(None, (as_what, signature.acting))),
    )
