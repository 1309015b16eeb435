"""Editors of days and of points in time."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton

from brm_app.domain.days import day
from brm_app.domain.errors import Refused
from brm_app.domain.fields import Spec
from brm_app.domain.values import parse
from brm_app.services.quicklog.days import day_meant
from brm_app.ui.desk import Desk
from brm_app.ui.editing.calendar import Calendar
from brm_app.ui.editing.editors import TextEditor
from brm_app.ui.theme import scaled

EDGE = 3  # px between the frame of a field and the button in it
_DAY_AND_TIME = re.compile(r"(.+?),? +(\d{1,2}):(\d{2})")


class DateEditor(TextEditor):
    """A day, typed or taken from the calendar that opens in the field; clearing the text clears the date."""

    def __init__(self, spec: Spec, desk: Desk) -> None:
        super().__init__(spec, 0)
        self._theme, self._clock = desk.theme, desk.clock
        self.line.setPlaceholderText("19 Nov 2026")
        self.line.setMaximumWidth(scaled(176))
        self.box.addStretch()
        self._button = self._opener()

    def _opener(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"calendar-{self.spec.name}")
        button.setAccessibleName(f"Calendar for {self.spec.label}")
        button.setIcon(self._theme.icon("calendar"))
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(self._open)
        within = QHBoxLayout(self.line)
        within.setContentsMargins(EDGE, 0, EDGE, 0)
        within.addStretch()
        within.addWidget(button)
        room = button.sizeHint().width() + EDGE
        mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.line.setTextMargins(room if mirrored else 0, 0, 0 if mirrored else room, 0)
        return button

    def load(self, value: Any) -> None:
        """Shows the day as it is shown everywhere."""
        self._loaded = value
        self.line.setText(day(value))
        self.line.setCursorPosition(0)

    def _open(self) -> None:
        today = self._clock.today()
        calendar = Calendar(self._theme, today, self._button.accessibleName(), self._button)
        calendar.chosen.connect(self._take)
        calendar.open(self._typed() or today, self._button)

    def _typed(self) -> dt.date | None:
        try:
            found = parse(self.spec, self.line.text().strip())
        except Refused:
            return None
        return found if isinstance(found, dt.date) else None

    def _take(self, chosen: dt.date) -> None:
        self.line.setText(day(chosen))
        self.line.setModified(True)


class MomentEditor(TextEditor):
    """A point in time, typed in local time: a day as it is written, or 2026-11-19, and the time."""

    def __init__(self, spec: Spec, desk: Desk) -> None:
        super().__init__(spec, 0)
        self._clock = desk.clock
        self.line.setPlaceholderText("19 Nov 2026, 14:30")
        self.line.setMaximumWidth(200)
        self.box.addStretch()

    def load(self, value: Any) -> None:
        """Shows the moment to the minute, as clocks here show it."""
        self._loaded = value
        self.line.setText(_moment(value) if value else "")

    def read(self) -> Any:
        """The moment in UTC; unchanged to the second where the text was left alone."""
        text = self.line.text().strip()
        if self._loaded and text == _moment(self._loaded):
            return self._loaded
        typed = _DAY_AND_TIME.fullmatch(text)
        meant = day_meant(typed[1], self._clock.today()) if typed else None
        if typed is None or meant is None or meant.length != len(typed[1]):
            return parse(self.spec, text)
        try:
            time = dt.time(int(typed[2]), int(typed[3]))
        except ValueError:
            return parse(self.spec, text)
        return dt.datetime.combine(meant.day, time).astimezone(dt.UTC)


def _moment(value: dt.datetime) -> str:
    here = value.astimezone()
    return f"{day(here)}, {here:%H:%M}"
