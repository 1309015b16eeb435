"""Text set in lines: runs become words with a font each, words become lines that fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

import attrs

from brm_app.briefing.fonts import PLAIN, Shelf, draws, width
from brm_app.briefing.scripts import RIGHT_TO_LEFT, clean, joined, plain_letter, reads_right_to_left, visual_order
from brm_app.domain.content import Run, Runs

# Ideographs and kana may part anywhere; other words only at spaces, so that each word can be copied whole.
_IDEOGRAPHS = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = f"[^ {_IDEOGRAPHS}]"
_UNIT = r"(?<=\d) (?=(?:k|m|min|s)\b)"  # the space before a unit, which stays with its number
_TOKENS = re.compile(f"( +)|([{_IDEOGRAPHS}])|({_WORD}+(?:{_UNIT}{_WORD}+)*)")


@attrs.frozen
class Style:
    """How a block of text looks; sizes in points."""

    face: str
    weight: str
    size: float
    leading: float
    colour: str
    strong: str = ""  # colour of strong runs, when it differs
    quiet: str = "#686B72"
    accent: str = ""  # colour of the F-numbers after a figure; empty: none are printed


@attrs.frozen
class Ink:
    """How a stretch of text is drawn; `figure` is the F-number it states and `link` the place it leads to."""

    font: str
    size: float
    colour: str
    rise: float = 0.0
    link: str = ""
    figure: str = ""


@attrs.frozen
class Stretch:
    """Text with one ink at its place in a line, from the line's left edge."""

    text: str
    ink: Ink
    x: float
    width: float


@attrs.frozen
class Line:
    """A line of text, ready to be drawn; `said` is it as it is read, where its letters stand in another order."""

    stretches: tuple[Stretch, ...]
    width: float
    right_to_left: bool = False
    said: str = ""


Token = tuple[str, Ink, float]  # text, ink, width
Word = list[Token]


def _weight(style: Style, run: Run) -> str:
    return {"strong": "semibold", "emphasis": "italic"}.get(run.style, style.weight)


def _colour(style: Style, run: Run) -> str:
    if run.style == "quiet":
        return style.quiet
    return style.strong if run.style == "strong" and style.strong else style.colour


_ink = lru_cache(maxsize=4096)(Ink)  # most texts are written with one of a few


def _inked(run: Run, text: str, style: Style, shelf: Shelf) -> Iterator[tuple[str, Ink]]:
    link = f"figure-{run.figure}" if run.figure and style.accent else ""
    for piece, font in shelf.split(joined(text), style.face, _weight(style, run)):
        yield piece, _ink(font, style.size, _colour(style, run), 0.0, link, run.figure)


def _number(run: Run, style: Style) -> tuple[str, Ink]:
    size = max(8.0, style.size * 0.62)
    ink = Ink("InterTabular_600SemiBold", size, style.accent, style.size * 0.28, f"figure-{run.figure}")
    return f"\u2009{run.figure}", ink


def _hard_lines(runs: Runs, style: Style, shelf: Shelf) -> list[list[tuple[str, Ink]]]:
    """The runs as inked pieces, one list for each line that the text itself asks for."""
    lines: list[list[tuple[str, Ink]]] = [[]]
    for run in runs:
        for number, text in enumerate(clean(run.text).split("\n")):
            if number:
                lines.append([])
            lines[-1].extend(_inked(run, text, style, shelf))
        if run.figure and style.accent:
            lines[-1].append(_number(run, style))
    return lines


def _words(pieces: Iterable[tuple[str, Ink]]) -> Iterator[tuple[Word, Word]]:
    """Pairs of (space before, word)."""
    space: Word = []
    word: Word = []
    for text, ink in pieces:
        for match in _TOKENS.finditer(text):
            token = (match.group(), ink, width(ink.font, match.group()) * ink.size)
            if match.group(3) is None and word:
                yield space, word
                space, word = [], []
            (space if match.group(1) else word).append(token)
            if match.group(2):
                yield space, word
                space, word = [], []
    if word:
        yield space, word


def _measure(word: Word) -> float:
    return sum(token[2] for token in word)


def _broken(word: Word, available: float) -> Iterator[Word]:
    """A word wider than the line, in parts that fit; at least one character each."""
    part: Word = []
    room = available
    for text, ink, _ in word:
        start = 0
        for at, char in enumerate(text):
            wide = width(ink.font, char) * ink.size
            if wide > room and (part or at > start):
                if at > start:
                    part.append((text[start:at], ink, width(ink.font, text[start:at]) * ink.size))
                yield part
                part, start, room = [], at, available
            room -= wide
        part.append((text[start:], ink, width(ink.font, text[start:]) * ink.size))
    yield part


def _filled(words: Iterable[tuple[Word, Word]], available: float) -> Iterator[Word]:
    """Lines as token lists, as full as they can be; where a line ends between words it has a space without width."""
    line: Word = []
    used = 0.0
    for space, word in words:
        gap, wide = _measure(space), _measure(word)
        if used + gap + wide > available:
            if line:
                yield [*line, (" ", space[-1][1], 0.0)] if space else line
            line, used, gap, space = [], 0.0, 0.0, []
        if wide > available:
            *full, word = _broken(word, available)
            yield from full
            wide, space, gap = _measure(word), [], 0.0
        line += space + word
        used += gap + wide
    yield line


def _reordered(tokens: Word, right_to_left: bool) -> Word:
    chars = [(char, ink) for text, ink, _ in tokens for char in text]
    logical = "".join(char for char, _ in chars)
    out: Word = []
    for ink, group in groupby(visual_order(logical, right_to_left), key=lambda drawn: chars[drawn[0]][1]):
        text = "".join(char for _, char in group)
        out.append((text, ink, width(ink.font, text) * ink.size))
    return out


def _set(tokens: Word, right_to_left: bool) -> Line:
    said = ""
    if any(RIGHT_TO_LEFT.search(text) for text, _, _ in tokens):
        said = "".join(plain_letter(char) for text, _, _ in tokens for char in text)
        tokens = tokens[:-1] if tokens[-1] == (" ", tokens[-1][1], 0.0) else tokens
        tokens = _reordered(tokens, right_to_left)
    stretches: list[Stretch] = []
    x = 0.0
    for ink, group in groupby(tokens, key=lambda token: token[1]):
        same = list(group)
        wide = _measure(same)
        stretches.append(Stretch("".join(text for text, _, _ in same), ink, x, wide))
        x += wide
    return Line(tuple(stretches), x, right_to_left, said)


def _ended(line: Line) -> Line:
    """The line with the space that keeps its last word from the next line's first one; it takes no room."""
    if line.said:
        return attrs.evolve(line, said=f"{line.said} ")
    ink = line.stretches[-1].ink
    spaced = ink if draws(ink.font, " ") else attrs.evolve(ink, font=PLAIN)
    return attrs.evolve(line, stretches=(*line.stretches, Stretch(" ", spaced, line.width, 0.0)))


def set_lines(runs: Runs, style: Style, available: float, shelf: Shelf) -> list[Line]:
    """The runs in lines no wider than `available` points; at least one line, no word lost."""
    lines: list[Line] = []
    rtl = reads_right_to_left("".join(run.text[:200] for run in runs))
    for number, pieces in enumerate(_hard_lines(runs, style, shelf)):
        if number and lines[-1].stretches:
            lines[-1] = _ended(lines[-1])
        tokens = [(text, ink, width(ink.font, text) * ink.size) for text, ink in pieces]
        if _measure(tokens) <= available:  # most cells and headings: one line, no words to count
            lines.append(_set(tokens, rtl))
        else:
            lines += [_set(line, rtl) for line in _filled(_words(pieces), max(available, style.size))]
    return lines


def set_text(text: str, style: Style, available: float, shelf: Shelf) -> list[Line]:
    """`set_lines` for plain text."""
    return set_lines((Run(text=text),), style, available, shelf)


def shortened(text: str, style: Style, available: float, shelf: Shelf) -> Line:
    """One line; a text that does not fit ends in an ellipsis. For running heads only, whose text stands elsewhere."""
    flat = " ".join(clean(text).split())
    lines = set_text(flat, style, available, shelf)
    while len(lines) > 1:
        flat = flat[: max(1, int(len(flat) * 0.9))].rstrip()
        lines = set_text(f"{flat}…", style, available, shelf)[: 1 if len(flat) < 2 else None]
    return lines[0]
