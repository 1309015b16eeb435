"""Editors of days and of points in time."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from PySide6.QtWidgets import QToolButton

from brm_app.domain.days import day
from brm_app.domain.fields import Spec
from brm_app.domain.values import parse
from brm_app.services.quicklog.days import day_meant
from brm_app.ui.desk import Desk
from brm_app.ui.editing.calendar import Calendar
from brm_app.ui.editing.editors import TextEditor

_DAY_AND_TIME = re.compile(r"(.+?),? +(\d{1,2}):(\d{2})")


class DateEditor(TextEditor):
    """A day, typed or taken from a calendar; clearing the text clears the date."""

    def __init__(self, spec: Spec, desk: Desk) -> None:
        super().__init__(spec, 0)
        self._theme, self._clock = desk.theme, desk.clock
        self.line.setPlaceholderText("2026-11-19")
        self.line.setMaximumWidth(160)
        self.line.setClearButtonEnabled(True)
        button = QToolButton()
        button.setObjectName(f"calendar-{spec.name}")
        button.setAccessibleName(f"Calendar for {spec.label}")
        button.setIcon(desk.theme.icon("calendar"))
        button.clicked.connect(self._open)
        self.box.addWidget(button)
        self.box.addStretch()
        self._button = button

    def _open(self) -> None:
        today = self._clock.today()
        calendar = Calendar(self._theme, today, self._button.accessibleName(), self._button)
        calendar.chosen.connect(self._take)
        calendar.open(self._typed() or today, self._button)

    def _typed(self) -> dt.date | None:
        try:
            return dt.date.fromisoformat(self.line.text().strip())
        except ValueError:
            return None

    def _take(self, day: dt.date) -> None:
        self.line.setText(day.isoformat())
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
