"""How a document goes on from one section to the next."""

from __future__ import annotations

import dataclasses

from prongsai.core.documents.model import Document
from prongsai.core.documents.prepare import texts
from prongsai.formats import page
from prongsai.formats.catchword import catchword


def catchwords(document: Document) -> list[str]:
    """Return what stands at the foot of each section: the first words of the next one, or nothing.

    Only Word knows where its pages end, and the text flows on when somebody corrects it. So a
    catchword is written where a page break of ours divides the text of a letter, which ends with
    its last place to sign, and left out at every other end of a page: those the PDF knows.
    """
    sections = page.sections(document)
    if not document.catchword:
        return [""] * len(sections)
    goes_on = (page.goes_on(sections, number) for number in range(len(sections)))
    firsts = (*(_first_text(document, section) for section in sections[1:]), "")
    return [catchword(text) if on else "" for on, text in zip(goes_on, firsts, strict=True)]


def _first_text(document: Document, section: page.Section) -> str:
    only = dataclasses.replace(document, blocks=section.blocks)
    return next((text for text in texts(only) if text.strip()), "")
