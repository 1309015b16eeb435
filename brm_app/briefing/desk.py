"""The desk: what every part needs to be set, handed on together."""

from __future__ import annotations

import attrs

from brm_app.briefing.balance import balanced
from brm_app.briefing.fonts import Shelf
from brm_app.briefing.looks import Look
from brm_app.briefing.strips import Strip, text_strips
from brm_app.briefing.tags import Tag, heading
from brm_app.briefing.text import Style, set_lines, set_text
from brm_app.domain.content import Figure, Run, Runs


@attrs.frozen(kw_only=True)
class Desk:
    """Look, fonts and figures of one document, and the width to set parts in.

    `tall` is the height above which a part is no longer kept in one piece. `linked` is true when
    the document prints the sources that F-numbers lead to. `pages` are known while drawing: by number of a figure
    and by record the bookmark of a section and a page. `level` is that of a heading set here.
    """

    look: Look
    shelf: Shelf
    width: float
    tall: float
    figures: tuple[Figure, ...]
    linked: bool
    language: str
    pages: dict[str, tuple[str, int]] = attrs.field(factory=dict)
    level: int = 1

    def narrowed(self, width: float) -> Desk:
        """The same desk for a narrower column."""
        return attrs.evolve(self, width=width)

    def styled(self, style: Style) -> Style:
        """The style with F-numbers after figures, when they lead anywhere."""
        return attrs.evolve(style, accent=self.look.accent) if self.linked else style

    def text(
        self, text: str, style: Style, width: float = 0.0, align: str = "left", tag: Tag | None = None
    ) -> list[Strip]:
        """Plain text as strips, a paragraph unless `tag` says what else; none for an empty text."""
        room = width or self.width
        return text_strips(set_text(text, style, room, self.shelf), style, room, align, tag=tag) if text else []

    def heading(self, text: str, style: Style, width: float = 0.0) -> list[Strip]:
        """A heading as strips; none for an empty text."""
        room = width or self.width
        lines = balanced((Run(text=text),), style, room, self.shelf) if text else []
        return text_strips(lines, style, room, tag=heading(self.level)) if text else []

    def under(self) -> Desk:
        """The same desk, whose headings stand under the one just set."""
        return attrs.evolve(self, level=self.level + 1)

    def runs(
        self, runs: Runs, style: Style, width: float = 0.0, indent: float = 0.0, even: bool = False
    ) -> list[Strip]:
        """Runs as strips, in lines that are `even` where asked; none when there is no text."""
        room = (width or self.width) - indent
        if not any(run.text for run in runs):
            return []
        lines = (balanced if even else set_lines)(runs, self.styled(style), room, self.shelf)
        return text_strips(lines, style, room, indent=indent)

    def shares(self, count: int, gap: float) -> tuple[float, list[float]]:
        """Width and left edges of `count` equal columns."""
        wide = (self.width - gap * (count - 1)) / count
        return wide, [number * (wide + gap) for number in range(count)]
