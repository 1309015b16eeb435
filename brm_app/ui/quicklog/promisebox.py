"""The promise of the quick log: its words, who keeps it, by when, and the way to take it out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from brm_app.ui.desk import Theme
from brm_app.ui.editing.inputs import Line
from brm_app.ui.marks import grown, role_font
from brm_app.ui.quicklog.moods import HEIGHT
from brm_app.ui.widgets import button, label, sided

NONE = "None yet. Write a day such as @fri in the line."


class PromiseBox(QFrame):
    """What is promised, editable in place; dashed while nothing is."""

    worded = Signal(str)
    wants_owner = Signal()
    removed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("logPromise")
        self._icon = QLabel()
        self.words = Line()
        self.words.setObjectName("logPromiseWords")
        self.words.setAccessibleName("Promise")
        self.words.setProperty("quiet", True)  # the box around it is its edge
        self.words.setStyleSheet(
            "QLineEdit { background: transparent; border: none; padding: 0; font-weight: 500; min-height: 0; }"
        )
        self.words.textEdited.connect(self.worded)
        self.words.installEventFilter(self)
        self.owner: QPushButton = button("logOwner", "", self.wants_owner.emit, "link")
        self.owner.setProperty("role", "line")
        self.owner.setStyleSheet("QPushButton { min-height: 0; }")
        self.due = label("", "secondary")
        self.owner.setFont(role_font(self.font(), "secondary"))
        self.remove = QToolButton()
        self.remove.setObjectName("logPromiseRemove")
        self.remove.setAccessibleName("Take the promise out")
        self.remove.setToolTip("Take the promise out")
        self.remove.clicked.connect(self.removed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing())
        self._stack.addWidget(self._something())
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 3, 6, 3)
        box.addWidget(self._stack)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.paint()

    def sizeHint(self) -> QSize:
        """As high as the moods beside it, or more where its text is larger."""
        size = super().sizeHint()
        return QSize(size.width(), max(size.height(), grown(HEIGHT, self.font())))

    def _nothing(self) -> QWidget:
        made = label(NONE, "secondary", wrap=True)
        made.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        return made

    def _something(self) -> QWidget:
        made = QWidget()
        under = QHBoxLayout()
        under.setSpacing(0)
        under.addWidget(self.owner)
        under.addWidget(self.due)
        under.addStretch()
        said = QVBoxLayout()
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(0)
        said.addWidget(self.words)
        said.addLayout(under)
        box = QHBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self._icon)
        box.addLayout(said, 1)
        box.addWidget(self.remove)
        return made

    def paint(self) -> None:
        """Takes the colours of the theme."""
        self._icon.setPixmap(self._theme.icon("handshake", "accT").pixmap(grown(16, self.font())))
        self.remove.setIcon(self._theme.icon("x", "tx2"))

    def show_promise(self, words: str, owner: str, due: str) -> None:
        """Shows a promise; without a day there is none."""
        self._stack.setCurrentIndex(1 if due else 0)
        if self.words.text() != words:
            self.words.setText(words)
        self.owner.setText(sided(owner.replace("&", "&&") + ","))
        self.owner.setAccessibleName(f"Kept by {owner}; change")
        self.due.setText(f"by {due}")
        self.update()

    @property
    def made(self) -> bool:
        """True where something is promised."""
        return self._stack.currentIndex() == 1

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The box shows the focus of its words."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint of what is chosen, or a dashed edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.words.hasFocus()
        pen = QPen(self._theme.colour("focus" if focused else "acc" if self.made else "ctl"), 2 if focused else 1)
        if not self.made:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._theme.colour("accS") if self.made else Qt.BrushStyle.NoBrush)
        inset = pen.width() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
