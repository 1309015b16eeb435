"""The command bar: back and forward, the way to what is shown, the page's tools, the search field and Log."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from brm_app.ui.desk import Theme
from brm_app.ui.drawn.shell import Ui_Shell
from brm_app.ui.editing.inputs import Line
from brm_app.ui.keyed import KeyedButton, cap_size, paint_cap
from brm_app.ui.theme import scaled
from brm_app.ui.tips import plain_tip
from brm_app.ui.widgets import Elided, button, clear_layout, label

MOST = 60  # characters of a breadcrumb
_KEY = "Ctrl K"


class SearchField(Line):
    """The field for searching everything, with its icon and its key painted in it. `entered` tells how it got focus."""

    entered = Signal(Qt.FocusReason)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("search")
        self.setPlaceholderText("Search everything")
        self.setAccessibleName("Search everything")
        self.setAccessibleDescription(f"Key {_KEY}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.measure)  # a question needs the room of the key
        self.measure()

    def measure(self) -> None:
        """Finds its size and the room for icon and key at the text scale of now."""
        self.setMinimumWidth(scaled(132))
        self.setMaximumWidth(scaled(264))
        icon, cap = scaled(24), 0 if self.text() else cap_size(_KEY, self.font()).width() + 2
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(*((cap, 0, icon, 0) if right else (icon, 0, cap, 0)))

    def sizeHint(self) -> QSize:
        """As wide as it may be, whatever stands in it."""
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follows the direction of the writing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tells that somebody is here."""
        super().focusInEvent(event)
        self.entered.emit(event.reason())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints icon and key over the field."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, cap = scaled(16), cap_size(_KEY, self.font())
        icon = QRect(scaled(9), (self.height() - side) // 2, side, side)
        place = QRect(
            self.width() - scaled(8) - cap.width(), (self.height() - cap.height()) // 2, cap.width(), cap.height()
        )
        icon, place = (QStyle.visualRect(self.layoutDirection(), self.rect(), r) for r in (icon, place))
        painter.drawPixmap(icon, self._theme.picture("search", "tx2" if self.isEnabled() else "tx3", side))
        if not self.text():
            paint_cap(painter, place, _KEY, self.font(), self._theme)


class CommandBar:
    """Fills the bar of the shell's form."""

    def __init__(self, form: Ui_Shell, theme: Theme, log: Callable[[], object]) -> None:
        self._form, self._theme = form, theme
        self.search = SearchField(theme)
        self.log = KeyedButton(theme, "log", "Log", "Ctrl L", log, icon="pencil-line")
        form.everywhereLayout.addWidget(self.search)
        form.everywhereLayout.addWidget(self.log)
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        """Icons in the colours, and heights at the text scale, of now."""
        form = self._form
        form.back.setIcon(self._theme.icon("arrow-left"))
        form.forward.setIcon(self._theme.icon("arrow-right"))
        for step in (form.back, form.forward):
            step.setFixedSize(scaled(28), scaled(28))
            step.setIconSize(QSize(scaled(16), scaled(16)))
        form.commandBar.setFixedHeight(scaled(48))
        self.search.measure()

    def enable(self, opened: bool) -> None:
        """Both need an open workspace."""
        self.search.setEnabled(opened)
        self.log.setEnabled(opened)

    def show_tools(self, tools: Iterable[QWidget]) -> None:
        """Puts the page's own actions before the search field."""
        clear_layout(self._form.toolsLayout)
        for tool in tools:
            self._form.toolsLayout.addWidget(tool)

    def show_way(self, crumbs: tuple[str, ...], go_home: Callable[[], object], back: bool, forward: bool) -> None:
        """Shows the way to what is shown, all but its end leading to the list, and whether there is a way back."""
        line = self._form.crumbsLayout
        clear_layout(line)
        for place, words in enumerate(crumbs):
            short = words if len(words) <= MOST else words[: MOST - 1] + "…"
            if place + 1 < len(crumbs):
                line.addWidget(button(f"crumb{place}", short.replace("&", "&&"), partial(go_home), "crumb", words))
                arrow = label()
                arrow.setPixmap(self._theme.icon("chevron-right", "tx3").pixmap(scaled(14)))
                line.addWidget(arrow)
            else:
                end = Elided(short)
                end.setToolTip(plain_tip(words))
                end.setProperty("role", "crumb")
                line.addWidget(end)
        self._form.back.setEnabled(back)
        self._form.forward.setEnabled(forward)
