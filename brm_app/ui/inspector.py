"""The pane at the right of a page that tells more about what is chosen, and folds away in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from brm_app.ui.desk import Theme
from brm_app.ui.theme import scaled

NARROW, FOLDED = 1180, 36  # px of window below which it folds, and what is left of it then
LEAST, MOST = 296, 352


class Inspector(QFrame):
    """Fill `body`, which scrolls, and `foot`, which stays. `name` is the object name of the pane.

    In a window wider than 1180 it is always open; below that a button at its edge, or View > Inspector, opens it.
    """

    def __init__(self, theme: Theme, name: str = "inspector", spoken: str = "Details") -> None:
        super().__init__()
        self._theme, self._spoken = theme, spoken
        self._wanted = False
        self._window: QWidget | None = None
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setProperty("role", "inspector")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.body, self.foot = QVBoxLayout(), QVBoxLayout()
        self.edge = QToolButton()
        self.edge.setObjectName(f"{name}Edge")
        self.edge.clicked.connect(self.toggle)
        self._lay_out()
        self._settle()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(scaled(4), scaled(8), scaled(4), 0)
        line.addWidget(self.edge, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addLayout(line)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("inspectorBody")
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        self.body.setSpacing(8)
        whole.addLayout(self.body)
        whole.addStretch()
        self.area.setWidget(inside)
        self.area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        outer.addWidget(self.area, 1)
        self.below = QWidget()
        self.below.setLayout(self.foot)
        self.parting = QFrame()  # above the foot, where the body goes on below it
        self.parting.setFrameShape(QFrame.Shape.HLine)
        self.parting.setProperty("role", "rule")
        outer.addWidget(self.parting)
        outer.addWidget(self.below)
        self.area.verticalScrollBar().rangeChanged.connect(lambda *_: self._align_foot())
        self._align_foot()
        outer.addStretch()

    def _align_foot(self) -> None:
        """The foot ends where the body does, which a scroll bar makes narrower."""
        bar = self.area.verticalScrollBar()
        scrolls, side = bar.maximum() > 0, scaled(20)
        taken = bar.sizeHint().width() if scrolls else 0
        left, right = (side + taken, side) if self.isRightToLeft() else (side, side + taken)
        self.foot.setContentsMargins(left, scaled(8), right, scaled(16))
        self.parting.setVisible(scrolls and self.opened and not self.foot.isEmpty())

    @property
    def opened(self) -> bool:
        """True while its content can be seen."""
        return self._wanted or not self.narrow

    @property
    def narrow(self) -> bool:
        """True where the window has no room for it beside the page."""
        return self._window is not None and self._window.width() < scaled(NARROW)

    def toggle(self) -> None:
        """Folds it away or opens it, where the window is narrow."""
        self._wanted = not self._wanted
        self._settle()

    def _settle(self) -> None:
        opened = self.opened
        self.edge.setVisible(self.narrow)
        self.edge.setIcon(self._theme.icon("chevron-right" if opened else "chevron-left"))
        words = f"Hide {self._spoken.lower()}" if opened else f"Show {self._spoken.lower()}"
        self.edge.setAccessibleName(words)
        self.edge.setToolTip(f"{words} (F4)")
        self.area.setVisible(opened)
        self.below.setVisible(opened and not self.foot.isEmpty())
        self._align_foot()
        self.setMinimumWidth(min(scaled(LEAST), MOST) if opened else scaled(FOLDED))
        self.setMaximumWidth(scaled(MOST) if opened else scaled(FOLDED))

    def showEvent(self, event: QShowEvent) -> None:
        """From now on follows the width of the window."""
        super().showEvent(event)
        window = self.window()
        if window is not self._window:
            self._window = window
            window.installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Folds and opens as the window is made narrow and wide."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._settle()
        return False
