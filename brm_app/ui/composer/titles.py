"""The title of a briefing, written in place: it wraps to as many lines as it needs, and Enter keeps it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from brm_app.ui.keypresses import ENTER

_EDGES = 10  # the focus ring and the room around the text, above and below


class TitleEdit(QPlainTextEdit):
    """One sentence without line breaks. `finished` tells that it was left or Enter was pressed."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().setModified(False)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())

    def text(self) -> str:
        """The title on one line."""
        return " ".join(self.toPlainText().split())

    def show_title(self, title: str) -> None:
        """Shows a title, unless one is being written."""
        if title != self.text() and not self.document().isModified():
            self.setPlainText(title)

    def _grow(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        lines = max(round(self.document().size().height()), 1)
        return QSize(120, lines * self.fontMetrics().lineSpacing() + _EDGES)

    def minimumSizeHint(self) -> QSize:
        """No line is ever hidden."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another number of lines."""
        super().resizeEvent(event)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the title instead of breaking the line."""
        if event.key() in ENTER and not event.modifiers():
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pastes words only, on one line."""
        self.insertPlainText(" ".join(source.text().split()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps the title."""
        super().focusOutEvent(event)
        self.finished.emit()
