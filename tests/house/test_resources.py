"""Fonts, icons and licences are there, whole, and named by what they are."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from brm_app.resources import resource

FONTS = sorted(resource("fonts").glob("*.ttf"))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_every_font_is_static_truetype_that_a_pdf_may_carry(path: Path) -> None:
    font = TTFont(path)
    assert "glyf" in font
    assert "fvar" not in font
    assert font["OS/2"].fsType == 0


@pytest.mark.parametrize("weight", ["400Regular", "500Medium", "600SemiBold"])
def test_tabular_inter_has_equally_wide_digits_and_the_hyphen_of_inter(weight: str) -> None:
    inter, tabular = (TTFont(resource("fonts", f"{family}_{weight}.ttf")) for family in ("Inter", "InterTabular"))
    assert len({width(tabular, digit) for digit in "0123456789"}) == 1
    assert [width(tabular, sign) for sign in "- .a"] == [width(inter, sign) for sign in "- .a"]


def width(font: TTFont, character: str) -> int:
    """Return a character's advance in font units."""
    advance: int = font["hmtx"][font.getBestCmap()[ord(character)]][0]
    return advance


def test_every_font_has_its_licence() -> None:
    licences = "".join(path.stem.removeprefix("font-").replace("-", "") for path in resource("licences").glob("font-*"))
    assert {path.name for path in FONTS if family(path) not in licences} == set()


def family(path: Path) -> str:
    """Return the family in a font's file name, as its licence is named."""
    return path.stem.split("_")[0].lower().removesuffix("tabular")


def test_a_missing_file_is_told_in_a_sentence() -> None:
    with pytest.raises(FileNotFoundError, match=r"lacks the file fonts/None\.ttf"):
        resource("fonts", "None.ttf")
