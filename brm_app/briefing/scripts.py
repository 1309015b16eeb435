"""Writing systems: text made drawable, Arabic letters joined, and lines put in visual order.

The order follows the implicit rules of the Unicode Bidirectional Algorithm (UAX #9, W1-W7, N1-N2,
I1-I2, L2), without explicit embeddings, which `clean` drops.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from brm_app.domain.letters import composed

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_ARABIC = re.compile("[\u0620-\u06ff]")
_JOINERS = "\u200c\u200d"
_UNTIDY = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
_UNWRITABLE = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")  # no characters, and refused by XML
_MIRRORED = dict(zip("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤", strict=True))
_STROKE = "\u0640"  # it lengthens a word, and joins on both sides
_NO_JOINERS = dict.fromkeys(map(ord, _JOINERS))
_LAM_ALEF = re.compile("[\ufedf\ufee0][\ufe82\ufe84\ufe88\ufe8e]")
_KINDS = {"<isolated>": "isolated", "<initial>": "initial", "<medial>": "medial", "<final>": "final"}


def _tidied(match: re.Match[str]) -> str:
    char = match.group()
    if char in _JOINERS and _ARABIC.match(match.string, match.end()):
        return char  # between Arabic letters it says whether they join, which `joined` heeds
    if char in "\n\u2028\u2029\x85\v\f":
        return "\n"
    if char == "\t":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))  # the control's own picture: shown, never obeyed
    return "␡" if char == "\x7f" else ""


def clean(text: str) -> str:
    """The text with newlines, single spaces and visible pictures of controls; invisible characters are left out.

    Accents become one character with their letters where there is one: nothing here could place them.
    """
    text = composed(text)
    if _UNTIDY.search(text):
        text = _UNTIDY.sub(_tidied, text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub("  +", " ", text)


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Arabic letter → its contextual forms, read from the compatibility decompositions."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD)):
        tag, _, base = unicodedata.decomposition(chr(code)).partition(" ")
        if tag in _KINDS and len(base) == 4:
            forms.setdefault(chr(int(base, 16)), {}).setdefault(_KINDS[tag], chr(code))
    forms[_STROKE] = dict.fromkeys(("initial", "medial", "final"), _STROKE)
    forms["\u200d"] = dict.fromkeys(("initial", "medial", "final"), "\u200d")
    return forms


@cache
def _ligatures() -> dict[str, str]:
    """Lam and alef as they are joined in pairs → the one shape that both of them have."""
    found: dict[str, str] = {}
    for code in range(0xFEF5, 0xFEFD):
        tag, _, base = unicodedata.decomposition(chr(code)).partition(" ")
        lam, alef = (_forms()[chr(int(part, 16))] for part in base.split())
        before = "medial" if _KINDS[tag] == "final" else "initial"
        found[lam[before] + alef["final"]] = chr(code)
    return found


@cache
def plain_letter(char: str) -> str:
    """The letter behind a contextual Arabic form, as a reader copies it; any other character is itself."""
    return unicodedata.normalize("NFKC", char) if "\ufb50" <= char <= "\ufefc" and _is_contextual(char) else char


def _is_contextual(char: str) -> bool:
    return unicodedata.decomposition(char).partition(" ")[0] in _KINDS


def joined(text: str) -> str:
    """The text with Arabic letters in their initial, medial, final and isolated forms, lam and alef in one."""
    if not _ARABIC.search(text):
        return text.translate(_NO_JOINERS) if not text.isascii() else text
    forms, out = _forms(), list(text)
    letters = [i for i, char in enumerate(text) if unicodedata.category(char) != "Mn"]
    for at, i in enumerate(letters):
        own = forms.get(text[i])
        if own is None:
            continue
        before = at > 0 and "initial" in forms.get(text[letters[at - 1]], {}) and "final" in own
        after = at + 1 < len(letters) and "initial" in own and "final" in forms.get(text[letters[at + 1]], {})
        kind = ("medial" if after else "final") if before else ("initial" if after else "isolated")
        out[i] = own.get(kind, text[i])
    whole = "".join(out).translate(_NO_JOINERS)
    return _LAM_ALEF.sub(lambda found: _ligatures().get(found.group(), found.group()), whole)


def reads_right_to_left(text: str) -> bool:
    """True when the first strong character of the text is Hebrew, Arabic or the like."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def _weak(kinds: list[str], base: str) -> list[str]:
    """Rules W1 to W7: numbers, their separators and marks take the kind of what they belong to."""
    strong = last = base
    for i, kind in enumerate(kinds):
        if kind == "NSM":
            kind = last
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        elif kind in ("ES", "CS") and last in ("EN", "AN") and i + 1 < len(kinds) and kinds[i + 1] == "EN":
            kind = last
        elif kind == "ET" and (last == "EN" or next((k for k in kinds[i:] if k != "ET"), "") == "EN"):
            kind = "EN"
        if kind in ("L", "R", "AL"):
            strong = kind
        kinds[i] = last = kind
    strong = base
    for i, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        kinds[i] = "L" if kind == "EN" and strong == "L" else "R" if kind == "AL" else kind
    return kinds


def _levels(text: str, base: int) -> list[int]:
    side = "R" if base else "L"
    kinds = _weak([unicodedata.bidirectional(char) or "L" for char in text], side)
    levels, i = [base] * len(kinds), 0
    while i < len(kinds):
        if kinds[i] in ("L", "R", "EN", "AN"):
            levels[i] = {"L": base, "R": 1}.get(kinds[i], 2) if base == 0 else {"R": 1}.get(kinds[i], 2)
            i += 1
            continue
        end = i  # a stretch of neutrals takes the side of its neighbours when they agree
        while end < len(kinds) and kinds[end] not in ("L", "R", "EN", "AN"):
            end += 1
        left = ("L" if kinds[i - 1] == "L" else "R") if i else side
        right = ("L" if kinds[end] == "L" else "R") if end < len(kinds) else side
        if left == right != side:
            levels[i:end] = [1 if right == "R" else 2] * (end - i)
        i = end
    return levels


def visual_order(text: str, right_to_left: bool) -> list[tuple[int, str]]:
    """The characters of one line from left to right as they are drawn (rules L2 to L4): (index, character)."""
    levels = _levels(text, int(right_to_left))
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        i = 0
        while i < len(order):
            end = i
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[i:end] = reversed(order[i:end])
            i = max(end, i + 1)
    return [(i, _MIRRORED.get(text[i], text[i]) if levels[i] % 2 else text[i]) for i in _marks_after(text, order)]


def _marks_after(text: str, order: list[int]) -> list[int]:
    """Rule L3: in a reversed stretch a mark is still drawn after its letter, over which it stands."""
    out: list[int] = []
    marks: list[int] = []
    for place, index in enumerate(order):
        reversed_here = place + 1 < len(order) and order[place + 1] == index - 1
        if unicodedata.combining(text[index]) and reversed_here:
            marks.append(index)
            continue
        out.append(index)
        out.extend(reversed(marks))
        marks = []
    return out + marks


def outline_text(text: str) -> str:
    """A text for bookmarks and the document's properties: one line, always encodable."""
    whole = " ".join(_UNWRITABLE.sub("", clean(text)).split())
    return whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
