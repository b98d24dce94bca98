"""LibreOffice, for the tests that ask an office program what it makes of our Word files.

TH SarabunPSK is not ours to give away. A copy of Sarabun stands in for it under its name: as much
smaller on its body as TH Sarabun is, so that lines break and pages end about where they do in an
office.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from fontTools.ttLib import TTFont

from prongsai.formats.fonts import fonts_folder
from prongsai.formats.page import sarabun

FAMILY = "TH SarabunPSK"
_ASCENT, _DESCENT = 0.83, 0.30  # em; together the line of TH Sarabun
_FACES = {"Regular": "", "Bold": " Bold"}
_FULL, _POSTSCRIPT, _TYPOGRAPHIC = 4, 6, (16, 17)


def is_here() -> bool:
    """Tell if LibreOffice is installed."""
    return shutil.which("soffice") is not None


def to_pdf(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """Convert Word files, in one start of LibreOffice with a profile of its own.

    :raises KeyError: if LibreOffice did not write one of them.
    """
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    profile = (folder / "profile").as_uri()
    convert = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
    sources = [folder / f"{name}.docx" for name in files]
    subprocess.run(
        [*convert, "--outdir", folder, *sources],
        env={**os.environ, "FONTCONFIG_FILE": str(_fonts(folder)), "HOME": str(folder)},
        check=True,
        capture_output=True,
        timeout=300,
    )
    pages = {path.stem: path.read_bytes() for path in folder.glob("*.pdf")}
    return {name: pages[name] for name in files}


def _fonts(folder: Path) -> Path:
    """Make the fonts that stand in, and say in a configuration where they are."""
    made = folder / "fonts"
    made.mkdir(exist_ok=True)
    for face, suffix in _FACES.items():
        font = TTFont(fonts_folder() / f"Sarabun-{face}.ttf")
        _name(font, face, suffix)
        _make_smaller(font)
        font.save(made / f"{face}.ttf")
    config = folder / "fonts.conf"
    folders = "".join(f"<dir>{each}</dir>" for each in (made, "/usr/share/fonts"))
    folders += f"<cachedir>{folder / 'cache'}</cachedir>"
    config.write_text(f'<?xml version="1.0"?><fontconfig>{folders}</fontconfig>')
    return config


def _name(font: TTFont, face: str, suffix: str) -> None:
    names = font["name"]
    for number in _TYPOGRAPHIC:
        names.removeNames(nameID=number)
    for record in list(names.names):
        given = {1: FAMILY, 2: face, _FULL: FAMILY + suffix, _POSTSCRIPT: f"THSarabunPSK-{face}"}
        if record.nameID in given:
            record.string = given[record.nameID]


def _make_smaller(font: TTFont) -> None:
    """Make the body larger, and so the letters on it smaller."""
    body = round(font["head"].unitsPerEm * 100 / sarabun(100))
    above, below = round(_ASCENT * body), round(_DESCENT * body)
    font["head"].unitsPerEm = body
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = above, -below, 0
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = above, below
    font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender = above, -below
    font["OS/2"].sTypoLineGap = 0
