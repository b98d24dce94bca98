"""Files such as an officer hands in as evidence, made here, with nothing in them but that."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from prongsai.core.documents.model import Align, Document, Heading, Paragraph
from prongsai.formats.fonts import fonts_folder
from prongsai.formats.write_pdf import write_pdf

_MARK = "ตัวอย่าง"
_SAYS = (
    "เอกสารนี้โปรแกรมสร้างขึ้นสำหรับระบบสาธิต ไม่ใช่เอกสารของหน่วยงานใด ข้อความ บุคคล และวันที่ในเอกสารเป็นสิ่งสมมติ"
)
_SIZE = (1200, 800)  # pixels
_PAPER, _INK = "#f4f1e8", "#1f3d63"


def example_file(name: str, title: str, today: date) -> bytes:
    """Return a PDF or a PNG, as the name ends, that says that it is an example."""
    return _picture() if name.endswith(".png") else _paper(title, today)


def _paper(title: str, today: date) -> bytes:
    blocks = (
        Paragraph(_MARK, Align.CENTRE, indent=False, bold=True),
        Heading(title),
        Paragraph(_SAYS),
    )
    return write_pdf(Document(title=title, author=_MARK, dated=today, blocks=blocks))


def _picture() -> bytes:
    picture = Image.new("RGB", _SIZE, _PAPER)
    draw = ImageDraw.Draw(picture)
    width, height = _SIZE
    draw.rectangle((40, 40, width - 40, height - 40), outline=_INK, width=6)
    font = ImageFont.truetype(fonts_folder() / "Sarabun-Bold.ttf", 160)
    draw.text((width / 2, height / 2), _MARK, font=font, fill=_INK, anchor="mm")
    kept = BytesIO()
    picture.save(kept, "PNG", optimize=True)
    return kept.getvalue()
