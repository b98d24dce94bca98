"""Set type with Typst: the templates of data/typst, our fonts, and nothing else of the machine."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

from prongsai.formats.fonts import fonts_folder

_TEMPLATES = Path(__file__).parents[1] / "data" / "typst"


def typeset(template: str, inputs: Mapping[str, str], **how: Any) -> bytes:
    """Set a template; it reads `inputs` as sys.inputs, and no file but the other templates.

    `how` is what typst.compile takes besides: the form, the standards of a PDF.

    :raises typst.TypstError: if the template fails, or no font has a shape for a character.
    """
    made: bytes = typst.compile(
        _TEMPLATES / f"{template}.typ",
        root=_TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs=dict(inputs),
        **how,
    )
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[fonts_folder()])
