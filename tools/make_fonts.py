"""Fill resources/fonts and their licences from a folder into which npm installed the @expo-google-fonts packages.

Run by hand when a font changes:  python tools/make_fonts.py FOLDER/node_modules/@expo-google-fonts
"""

import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "resources" / "fonts"
LICENCES = ROOT / "resources" / "licences"

# package → the files in it that are shipped as they are
COPIED = {
    "inter": ("400Regular/Inter_400Regular", "500Medium/Inter_500Medium", "600SemiBold/Inter_600SemiBold"),
    "source-serif-4": (
        "400Regular/SourceSerif4_400Regular",
        "400Regular_Italic/SourceSerif4_400Regular_Italic",
        "600SemiBold/SourceSerif4_600SemiBold",
    ),
    "noto-sans": ("400Regular/NotoSans_400Regular", "600SemiBold/NotoSans_600SemiBold"),
    "noto-sans-arabic": ("400Regular/NotoSansArabic_400Regular",),
    "noto-sans-devanagari": ("400Regular/NotoSansDevanagari_400Regular",),
    "noto-sans-hebrew": ("400Regular/NotoSansHebrew_400Regular",),
    "noto-sans-thai": ("400Regular/NotoSansThai_400Regular",),
    "noto-sans-math": ("400Regular/NotoSansMath_400Regular",),
    "noto-sans-symbols": ("400Regular/NotoSansSymbols_400Regular",),
    "noto-sans-symbols-2": ("400Regular/NotoSansSymbols2_400Regular",),
    "noto-emoji": ("400Regular/NotoEmoji_400Regular",),
}
# package → the file in it, and the code points that its copy is cut down to: 8 MB for both instead of 17
HANGUL = range(0xAC00, 0xD7A4)
HAN_AND_KANA = (range(0x2E80, 0xA000), range(0xF900, 0xFB00), range(0xFE30, 0xFE50), range(0xFF00, 0xFFF0))
HAN_ENCODINGS = ("gb2312", "shift_jis", "big5", "euc_kr")


def main(packages: Path) -> None:
    """Write every font and licence afresh."""
    for package, files in COPIED.items():
        for file in files:
            shutil.copyfile(packages / package / f"{file}.ttf", FONTS / f"{Path(file).name}.ttf")
    for file in COPIED["inter"]:
        weight = Path(file).name.removeprefix("Inter_")
        freeze_tabular_digits(packages / "inter" / f"{file}.ttf", FONTS / f"InterTabular_{weight}.ttf")
    cut(packages / "noto-sans-sc/400Regular", "NotoSansSC_400Regular.ttf", common_han())
    cut(packages / "noto-sans-kr/400Regular", "NotoSansKR_400Regular.ttf", HANGUL)
    for package in (*COPIED, "noto-sans-sc", "noto-sans-kr"):
        shutil.copyfile(packages / package / "LICENSE_FONT", LICENCES / f"font-{package}.txt")


def freeze_tabular_digits(source: Path, target: Path) -> None:
    """Write a copy whose digits are the equally wide ones of the tnum feature, for writers that know no font features.

    Only the digits: the feature also widens hyphens and spaces, which would tear running text apart.
    """
    font = TTFont(source, recalcTimestamp=False)
    changed = dict(single_substitutions(font, "tnum"))
    for table in font["cmap"].tables:
        digits = {code: glyph for code, glyph in table.cmap.items() if chr(code) in "0123456789"}
        table.cmap.update({code: changed.get(glyph, glyph) for code, glyph in digits.items()})
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = record.toUnicode().replace("Inter", "InterTabular", 1)
    font.save(target)


def single_substitutions(font: TTFont, feature: str) -> Iterator[tuple[str, str]]:
    """Yield each (glyph, replacement) of the one-for-one lookups of a GSUB feature."""
    table = font["GSUB"].table
    indices = {i for f in table.FeatureList.FeatureRecord if f.FeatureTag == feature for i in f.Feature.LookupListIndex}
    for index in sorted(indices):
        for wrapped in table.LookupList.Lookup[index].SubTable:
            yield from getattr(getattr(wrapped, "ExtSubTable", wrapped), "mapping", {}).items()


def common_han() -> list[int]:
    """Return the East Asian characters other than Hangul that an older national character set holds."""
    return [code for block in HAN_AND_KANA for code in block if any(writes(name, code) for name in HAN_ENCODINGS)]


def writes(encoding: str, code: int) -> bool:
    """Say whether an encoding has this character."""
    return bool(chr(code).encode(encoding, errors="ignore"))


def cut(folder: Path, name: str, codes: Iterable[int]) -> None:
    """Write a copy that holds only these characters, without hints and layout features."""
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, recalc_timestamp=False)
    font = TTFont(folder / name, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font.save(FONTS / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
