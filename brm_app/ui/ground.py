"""The window as it is first painted: the grounds of its parts, before the parts themselves are imported.

Most of the time of a start goes into names of Qt and modules of ours that the first paint can do without. So nothing
here may import `Qt`, whose many enumerations Python makes one by one, nor a piece of the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSettings, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QMainWindow

from brm_app.ui.drawn.theme import DARK, LIGHT, SPACE

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LINE = 1
UNPAINTED = 300  # milliseconds after which a window that nobody sees goes on as if it were painted
REACHED = 20  # milliseconds after which what was painted is on the screen, with the children painted after the window


class Ground(QMainWindow):
    """A window that paints the grounds of its parts until it is `furnished`. `painted`: it did so, once.

    `seen`: what was there when `wait_for_paint` was called is painted, or nobody looks.
    """

    painted = Signal()
    seen = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.settings = settings
        self.furnished = False
        self.held = False
        self._told = False
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self.seen)
        self.setObjectName("window")
        self.setWindowTitle("Liaison")
        self.setMinimumSize(SPACE["window_width"], SPACE["window_height"])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the grounds; the furnished window leaves them to its style sheet."""
        if self.furnished and not self.held:
            super().paintEvent(event)
            if self._waiting.interval() == UNPAINTED and self._waiting.isActive():
                self._waiting.start(REACHED)
            return
        painter = QPainter(self)
        for part, colour in self._parts():
            painter.drawPixmap(part, colour)
        painter.end()
        if not self._told:
            self._told = True
            self.painted.emit()

    def wait_for_paint(self) -> None:
        """Tells `seen` once the window is painted as it is now."""
        self._waiting.start(UNPAINTED)
        self.update()

    def _parts(self) -> list[tuple[QRect, QPixmap]]:
        """Menu bar, sidebar, command bar and status bar with the lines between them, from the back to the front."""
        colours = {
            name: _dyed(value)
            for name, value in (DARK if self._is_dark() else LIGHT).items()
            if name in ("bg", "side", "line")
        }
        scale = float(str(self.settings.value("text", "1.0")))
        lengths = {name: round(length * scale) for name, length in SPACE.items()}
        narrow = self.settings.value("sidebar", "wide") != "wide" or self.width() < lengths["window_width"]
        side = lengths["sidebar_narrow" if narrow else "sidebar"]
        top, bar, status = lengths["menu_bar"], lengths["command_bar"], lengths["status_bar"]
        width, height = self.width(), self.height()
        at = width - side if self.isRightToLeft() else 0
        line_at = at if self.isRightToLeft() else side - _LINE
        return [
            (self.rect(), colours["bg"]),
            (QRect(0, top + bar - _LINE, width, _LINE), colours["line"]),
            (QRect(at, top, side, height), colours["side"]),
            (QRect(line_at, top, _LINE, height), colours["line"]),
            (QRect(0, 0, width, top), colours["side"]),
            (QRect(0, top - _LINE, width, _LINE), colours["line"]),
            (QRect(0, height - status, width, status), colours["side"]),
            (QRect(0, height - status, width, _LINE), colours["line"]),
        ]

    def _is_dark(self) -> bool:
        """As chosen; as the system is, its palette tells, for the colour scheme is a name of `Qt`."""
        kept = self.settings.value("appearance", "system")
        if kept in ("light", "dark"):
            return kept == "dark"
        return QGuiApplication.palette().window().color().lightness() < 128


def _dyed(colour: str) -> QPixmap:
    """One pixel of a colour, to be drawn large: filling a place with a colour asks `Qt` for brushes."""
    pixel = QPixmap(1, 1)
    pixel.fill(QColor(colour))
    return pixel
