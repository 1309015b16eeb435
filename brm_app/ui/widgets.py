"""Small pieces that many pages use: labels, tags, panels and buttons with their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from brm_app.ui.theme import scaled
from brm_app.ui.tips import plain_tip
from brm_app.ui.words import breakable, clip, isolated, one_line

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def mirrored() -> bool:
    """Whether lines run from right to left; a label left alone goes by its own words' direction."""
    return QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def trailing() -> Qt.AlignmentFlag:
    """The end of a line, for a label."""
    return _LEFT if mirrored() else _RIGHT


def sided(words: str) -> str:
    """The words of a button or a menu, which the style paints: a stop at their end stays there in a mirrored window."""
    return isolated(words) if words and mirrored() and not words[-1].isalnum() else words


def lead(root: QWidget) -> None:
    """Lets the labels of a form begin where lines begin, and its buttons end where their words end."""
    for press in root.findChildren(QPushButton):
        press.setText(sided(press.text()))
    away = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignRight
    for each in root.findChildren(QLabel) if mirrored() else ():
        if not each.alignment() & away:
            each.setAlignment(_RIGHT | each.alignment() & Qt.AlignmentFlag.AlignVertical_Mask)


class Wrapped(QLabel):
    """A label of as many lines as its words need; words longer than a line are broken, and a title has an end."""

    def __init__(self, text: str, most: int = 0) -> None:
        super().__init__()
        self._text, self._most = "", most
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Shows other words."""
        self._text = text
        long = 0 < self._most < len(text)
        super().setText(breakable(clip(text, self._most) if long else text))
        if self._most:
            self.setToolTip(plain_tip(text) if long else "")

    def text(self) -> str:
        """The words as they were given."""
        return self._text


TAG = 160  # px of the words of a tag
MOST = {"title": 120, "about": 600}
"""Letters of what stands above a page or below its title, and must leave room for the page."""


def label(text: str = "", role: str = "", wrap: bool = False) -> QLabel:
    """A label that shows text as it is, never as markup."""
    made = Wrapped(text, MOST.get(role, 0)) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if mirrored():
        made.setAlignment(_RIGHT | Qt.AlignmentFlag.AlignVCenter)
    if role:
        made.setProperty("role", role)
    return made


class Elided(QLabel):
    """A label in one line that is shortened with an ellipsis where there is no room; the whole is its tooltip."""

    def __init__(self, *given: Any) -> None:  # text or parent, as a Designer form gives it
        super().__init__(*given)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.text())

    def setText(self, text: str) -> None:
        """Shows other words."""
        super().setText(text)
        self.setToolTip(plain_tip(text) if text else "")

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        return QSize(min(self.sizeHint().width(), 4 * self.fontMetrics().averageCharWidth()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints what fits."""
        painter = QPainter(self)
        place = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        self.style().drawItemText(
            painter,
            place,
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            isolated(words),
            self.foregroundRole(),
        )


def tag(text: str, kind: str) -> QLabel:
    """A small coloured tag; `kind` is staff, board, good, warn, bad, or empty for a plain one."""
    made = label()
    shown = made.fontMetrics().elidedText(one_line(text), Qt.TextElideMode.ElideRight, scaled(TAG))
    made.setText(shown)
    made.setToolTip(plain_tip(text) if shown != text else "")
    made.setProperty("tag", kind)
    return made


def button(name: str, text: str, on_click: Callable[[], object], role: str = "", spoken: str = "") -> QPushButton:
    """A button with its object name; `spoken` is its accessible name where the text alone says too little.

    A `lead` is a link where a line begins, whose words stand below those above.
    """
    made = QPushButton(sided(text))
    made.setAutoDefault(True)  # Enter presses it as Space does, on every platform
    made.setObjectName(name)
    made.setAccessibleName(spoken or text)
    if role == "primary":
        made.setProperty("primary", "true")
    elif role == "lead":
        made.setProperty("role", "link")
        made.setProperty("lead", "true")
    elif role:
        made.setProperty("role", role)
    made.clicked.connect(lambda _=False: on_click())
    return made


class Panel(QFrame):
    """A card with a heading and actions at its right."""

    def __init__(self, heading: str, role: str = "panel") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 14)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.heading = label(heading, "heading")
        self.head.addWidget(self.heading)
        self.head.addStretch()
        self.body.addLayout(self.head)

    def act(self, widget: QWidget) -> None:
        """Adds an action at the right of the heading."""
        self.head.addWidget(widget)


def upright_rule() -> QFrame:
    """A line between two columns."""
    made = QFrame()
    made.setProperty("role", "rule")
    made.setStyleSheet("max-height: 9999px; min-width: 1px; max-width: 1px;")
    return made


def clear_layout(layout: QLayout) -> None:
    """Takes everything out of a layout and deletes it."""
    while item := layout.takeAt(0):
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear_layout(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        if inner is None:
            shiboken6.delete(item)  # it is ours now, and would stay with the layout


def seen_within(top: QWidget) -> Iterator[QWidget]:
    """The widgets in another that can be seen, each before those in it.

    Not by `findChildren`: what that finds stays with the widget that was asked, long after it was deleted.
    """
    for child in top.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield child
            yield from seen_within(child)


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Sets a dynamic property and lets the style sheet see it."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
