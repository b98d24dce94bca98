"""The places to sign."""

from __future__ import annotations

from prongsai.core.documents.model import Signatures, Signer
from prongsai.core.documents.papers import Signature
from prongsai.core.documents.signing import signatures
from tests.factories.filed import TEXTS


def test_a_chain_of_signatures_has_a_place_for_each_step() -> None:
    head = Signature(
        name="นายบุญมี ใจดี",
        rank="ร.อ.",
        position="นักวิเคราะห์นโยบายและแผน",
        capacity="รักษาการแทน",
        acting="หัวหน้าสำนักปลัด",
        opinion="เห็นควรอนุมัติ",
    )

    assert signatures((head, Signature(position="ปลัด")), TEXTS) == Signatures(
        (
            Signer(
                ("เห็นควรอนุมัติ",),
                "ร.อ.",
                "(นายบุญมี ใจดี)",
                ("นักวิเคราะห์นโยบายและแผน รักษาการแทน", "หัวหน้าสำนักปลัด"),
            ),
            Signer((), "", f"({'.' * 47})", ("ปลัด",)),
        )
    )


def test_without_a_chain_there_is_one_empty_place() -> None:
    assert signatures((), TEXTS) == Signatures((Signer((), "", f"({'.' * 47})", ()),))
