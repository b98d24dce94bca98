"""Text copied out of a PDF is the text that went in: every Thai cluster, for two readers."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from importlib.resources import files
from itertools import product
from pathlib import Path

import pypdfium2
import pytest
import typst
from fontTools.ttLib import TTFont

from prongsai.formats.level_fonts import TICK, level_folder, level_font

FONTS = Path(str(files("prongsai"))) / "data" / "fonts"
FACES = ["Sarabun-Bold.ttf", "Sarabun-BoldItalic.ttf", "Sarabun-Italic.ttf", "Sarabun-Regular.ttf"]

CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
MAITAIKHU, SARA_AM = "\u0e47", "\u0e33"
VOWELS = ["", "\u0e31", *map(chr, range(0x0E34, 0x0E3A)), MAITAIKHU, SARA_AM]
TONES = ["", *map(chr, range(0x0E48, 0x0E4D))]  # and thanthakhat, which silences


def cluster(consonant: str, vowel: str, tone: str) -> str:
    """Write one cluster; a tone stands before sara am, as it is typed."""
    return consonant + (tone + vowel if vowel == SARA_AM else vowel + tone)


CLUSTERS = [
    cluster(consonant, vowel, tone)
    for consonant, vowel, tone in product(CONSONANTS, VOWELS, TONES)
    if not (vowel == MAITAIKHU and tone)  # it shortens a syllable and takes no tone
]


def poppler(pdf: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing (Debian's package poppler-utils)")
    done = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").replace("\f", "\n")


def pdfium(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def typst_source(weight: int) -> str:
    # One tall page: over page ends, pdfium joins a line of one letter to the line before.
    page = "#set page(width: 6cm, height: auto)\n"
    face = f'#set text(font: "Sarabun", weight: {weight}, lang: "th", size: 10pt)\n'
    return page + face + "".join(f"#par[{text}]\n" for text in CLUSTERS)


@pytest.mark.parametrize("read", [poppler, pdfium])
@pytest.mark.parametrize("weight", [400, 700])
def test_every_thai_cluster_reads_back(
    read: Callable[[Path], str], weight: int, tmp_path: Path
) -> None:
    source = tmp_path / "clusters.typ"
    source.write_text(typst_source(weight), "utf-8")
    pdf = tmp_path / "clusters.pdf"
    pdf.write_bytes(typst.compile(source, font_paths=[FONTS], ignore_system_fonts=True))

    lines = [line.strip() for line in read(pdf).splitlines() if line.strip()]

    assert len(CLUSTERS) == 2530
    assert [pair for pair in zip(CLUSTERS, lines, strict=True) if pair[0] != pair[1]] == []


def test_four_faces_of_one_family_are_in_place() -> None:
    assert sorted(path.name for path in FONTS.glob("*.ttf")) == FACES
    assert {TTFont(path)["name"].getDebugName(1) for path in FONTS.glob("*.ttf")} == {"Sarabun"}


def test_every_face_has_a_tick_as_heavy_as_its_letters() -> None:
    ticks = {}
    for face in FACES:
        font = TTFont(FONTS / face)
        name = font.getBestCmap()[ord(TICK)]
        glyph = font["glyf"][name]
        ticks[face] = (name, font["hmtx"][name], glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
    light = ("uni2713", (620, 51), 51, 44, 560, 638)
    bold = ("uni2713", (620, 38), 38, 13, 569, 639)
    assert ticks == {face: bold if "Bold" in face else light for face in FACES}


@pytest.mark.parametrize("read", [poppler, pdfium])
@pytest.mark.parametrize("weight", [400, 700])
def test_a_tick_reads_back_and_is_ours(
    read: Callable[[Path], str], weight: int, tmp_path: Path
) -> None:
    source = tmp_path / "tick.typ"
    source.write_text(f'#set text(font: "Sarabun", weight: {weight})\n#par[{TICK}]', "utf-8")
    pdf = tmp_path / "tick.pdf"
    # No other font is at hand that could lend its own.
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    pdf.write_bytes(typst.compile(source, font_paths=fonts, pdf_standards=["a-2b"], timestamp=0))
    assert read(pdf).strip() == TICK


def test_levelling_twice_changes_nothing(tmp_path: Path) -> None:
    once = FONTS / "Sarabun-Regular.ttf"
    twice = level_font(once, tmp_path / "twice.ttf")
    assert twice.read_bytes() == once.read_bytes()


def test_a_folder_is_levelled_under_the_same_names(tmp_path: Path) -> None:
    assert [path.name for path in level_folder(FONTS, tmp_path / "levelled")] == FACES


def test_a_folder_without_fonts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no \.ttf file"):
        level_folder(tmp_path, tmp_path / "levelled")
