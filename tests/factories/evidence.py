"""Files as agencies hand them in as evidence, each with what nobody meant to hand in."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pikepdf
from pikepdf import Dictionary, Name
from PIL import ExifTags, Image

AUTHOR = "SomebodysOwnName"
CAMERA = "SomebodysCamera"
_GPS, _MAKE, _ORIENTATION = 0x8825, 0x010F, 0x0112
QUARTER_TURN = 6


def photo(kind: str = "JPEG", size: tuple[int, int] = (80, 60), **options: Any) -> bytes:
    """Make a photo as a telephone does, lying on its side: its left half is red."""
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    notes = Image.Exif()
    notes[_MAKE] = CAMERA
    notes[_ORIENTATION] = QUARTER_TURN
    notes.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (13.0, 45.0, 0.0)})
    out = BytesIO()
    picture.save(out, kind, exif=notes, **options)
    return out.getvalue()


def upright(**options: Any) -> bytes:
    """Make a JPEG that carries a comment, and nothing that turns it."""
    out = BytesIO()
    Image.new("RGB", (80, 60), "red").save(out, "JPEG", comment=CAMERA.encode(), **options)
    return out.getvalue()


def pdf(*, photo_in_it: bool = False, **saved: Any) -> bytes:
    """Make a PDF that names its author twice, runs a script, starts a program and has a file in it,
    linked to an address.
    """
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(300, 400))
        with made.open_metadata() as notes:
            notes["dc:creator"] = [AUTHOR]
        made.docinfo["/Author"] = AUTHOR
        made.attachments["plan.txt"] = b"AttachedText"
        made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
        starts = Dictionary(S=Name.Launch, F="calc.exe")
        leads = Dictionary(S=Name.URI, URI="https://example.go.th/ita")
        made.pages[0].Annots = pikepdf.Array(
            [
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)
                for action in (starts, leads)
            ]
        )
        if photo_in_it:
            _draw(made, upright())
        out = BytesIO()
        made.save(out, **saved)
    return out.getvalue()


def _draw(made: pikepdf.Pdf, jpeg: bytes) -> None:
    picture = pikepdf.Stream(
        made, jpeg, Type=Name.XObject, Subtype=Name.Image, Width=80, Height=60,
        ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode,
    )  # fmt: skip
    made.pages[0].Resources = Dictionary(XObject=Dictionary(I=picture))
    made.pages[0].Contents = pikepdf.Stream(made, b"q 300 0 0 400 0 0 cm /I Do Q")


def word() -> bytes:
    """Make a Word file with an author, and a photo."""
    made, out = docx.Document(), BytesIO()
    made.core_properties.author = made.core_properties.last_modified_by = AUTHOR
    made.add_paragraph("ประกาศเจตนารมณ์")
    made.add_picture(BytesIO(upright()))
    made.save(out)
    return out.getvalue()


def workbook() -> bytes:
    """Make an Excel file with an author and a formula."""
    made, out = openpyxl.Workbook(), BytesIO()
    made.properties.creator = AUTHOR
    sheet = made.active
    assert sheet is not None
    sheet["A1"] = "=1+1"
    made.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """Add a part to an Office file, or put another in its place."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(out, "w") as after:
        for part in before.namelist():
            if part != name:
                after.writestr(part, before.read(part))
        after.writestr(name, content)
    return out.getvalue()


def unpacked(data: bytes) -> bytes:
    """Return all parts of a packed file, one behind another."""
    with ZipFile(BytesIO(data)) as archive:
        return b"\n".join(map(archive.read, archive.namelist()))
