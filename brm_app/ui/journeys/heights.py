"""How high the rows of a journey map need to be, so that the longest card of each can be read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from brm_app.domain.records import Card
from brm_app.ui.journeys.model import FEEL, LANE_WORDS, MapModel
from brm_app.ui.journeys.paint import LINES, MARK_ROOM, WRAP, CellPainter, Scale, shown_text

CURVE = 272  # the lane of the feeling curve
LEAST = 36


def row_heights(model: MapModel, painter: CellPainter, width: int) -> Iterator[int]:
    """The height of each row where the stages are this wide; the name of a lane may take two lines."""
    scale = painter.scale
    heads = QFontMetrics(painter.cell_font("channel"))
    for row in model.rows:
        if row.lane == FEEL:
            yield scale.length(CURVE)
            continue
        metrics = QFontMetrics(painter.cell_font(row.lane))
        held = (step.cards.get(row.lane, ()) for step in model.steps)
        shown = [cards[row.slot] for cards in held if row.slot < len(cards)]
        words = LANE_WORDS[row.lane].split() if not row.slot else []
        name = heads.lineSpacing() * min(2, len(words)) + scale.length(16)
        yield max(scale.length(LEAST), name, *(_cell_height(row.lane, card, width, metrics, scale) for card in shown))


def _cell_height(lane: str, card: Card, width: int, metrics: QFontMetrics, scale: Scale) -> int:
    framed = lane == "touchpoint"
    inner = width - scale.length(40 if framed else 20) - (scale.length(MARK_ROOM) if card.standing else 0)
    words = shown_text(lane, card.text)
    lines = metrics.lineSpacing()
    if metrics.horizontalAdvance(words) > inner or "\n" in words:
        most = lines * LINES
        lines = min(most, metrics.boundingRect(QRect(0, 0, inner, most * 4), WRAP, words).height())
    return lines + scale.length(30 if framed else 19)
