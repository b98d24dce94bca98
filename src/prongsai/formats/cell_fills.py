"""With which colour the cell formats of a workbook fill their cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# ECMA-376 part 1, 18.8: the formats of cells are counted, and name one of the fills by its number.
_WHITE = frozenset({"FFFFFFFF", "00FFFFFF", "theme 0", "indexed 1", "indexed 9", "indexed 65"})

Elements = Iterable[tuple[str, Mapping[str, str]]]


def fills_of(styles: Elements) -> Mapping[str, str]:
    """Return the colour of each cell format that has one, of the elements of the part of styles.

    A colour is what the file calls it: the same name is the same colour, and nothing else is asked.
    """
    colours: dict[str, str] = {}
    fills: dict[str, str] = {}
    within, fill, look, is_solid = "", -1, -1, False
    for tag, attributes in styles:
        if tag in {"fills", "dxfs"} or tag.endswith("Xfs"):
            within = tag
        elif within == "fills" and tag == "fill":
            fill += 1
        elif within == "fills" and tag == "patternFill":
            is_solid = attributes.get("patternType") == "solid"
        elif within == "fills" and tag == "fgColor" and is_solid:
            colours[str(fill)] = _colour(attributes)
        elif within == "cellXfs" and tag == "xf":
            look += 1
            fills[str(look)] = colours.get(attributes.get("fillId", ""), "")
    return {number: colour for number, colour in fills.items() if colour}


def _colour(attributes: Mapping[str, str]) -> str:
    kinds = (f"{name} {attributes[name]}" for name in ("theme", "indexed") if name in attributes)
    name = attributes.get("rgb", "") or next(kinds, "")
    tint = attributes.get("tint", "")
    if tint.strip("-0."):
        return f"{name} {tint}"
    return "" if name in _WHITE else name
