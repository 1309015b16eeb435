"""The page of messages over three projects, three units and two audiences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from brm_app.domain.records import Audience, Benefit, Message, Project, Reading, Record, Rollout, Telling, Unit
from brm_app.services.telling.cells import Cell
from brm_app.ui.messages.page import MessagesPage
from tests.ui.conftest import Driver


class Hands:
    """Works on the matrix by keys."""

    def __init__(self, driver: Driver) -> None:
        self.driver, self.bot = driver, driver.bot
        self.staff, self.board = driver.workspace.find(Audience, sort="order")
        self.acute, self.homes = Unit(name="Acute", headcount=2000), Unit(name="Homes", headcount=1400)
        self.wifi = Project(name="Ward Wi-Fi", unit=self.acute.id)
        self.sign_on = Project(name="One Sign-on", unit=self.acute.id)
        stops = [Rollout(project=self.wifi.id, unit=self.homes.id, date=dt.date.today() + dt.timedelta(days=30))]
        self.calls = Benefit(
            project=self.wifi.id, statement="Dropped calls a week", measure="count", baseline=Decimal(420)
        )
        reading = Reading(benefit=self.calls.id, value=Decimal(133), as_of=dt.date.today())
        self.keep(self.acute, self.homes, self.wifi, self.sign_on, *stops, self.calls, reading)
        driver.window.go("messages")
        page = driver.window.page
        assert isinstance(page, MessagesPage)
        self.page = page

    def keep(self, *records: Record) -> None:
        """Makes or changes records elsewhere."""
        with self.driver.workspace.write("Set up") as batch:
            for record in records:
                held = self.driver.workspace.get(type(record), record.id)
                batch.save(record, base=held)

    def message(self, headline: str = "Calls hold", audience: Audience | None = None, **facts: object) -> Message:
        """A message of the first project, for staff unless said otherwise."""
        made = Message(
            project=self.wifi.id,
            audience=(audience or self.staff).id,
            headline=headline,
            body="They hold everywhere.",
            **facts,  # type: ignore[arg-type]
        )
        self.keep(made)
        return made

    def keys(self, *sequences: str) -> None:
        """Presses keys where the focus is."""
        for sequence in sequences:
            QApplication.processEvents()
            QTest.keySequence(self.driver.window.focusWidget() or self.driver.window, QKeySequence(sequence))

    def write(self, text: str) -> None:
        """Types where the focus is."""
        QTest.keyClicks(self.driver.window.focusWidget(), text)

    def go(self, project: str, column: str) -> Cell | None:
        """Makes a place the current one."""
        model = self.page.view.matrix
        rows = [row.project.name for row in model.view.rows]
        heads = [model.column_words(n) for n in range(model.columnCount())]
        self.page.view.setCurrentIndex(model.index(rows.index(project), heads.index(column)))
        self.page.view.setFocus()
        return self.page.view.cell

    def says(self, project: str, column: str) -> str:
        """The words of a place."""
        self.go(project, column)
        return str(self.page.view.currentIndex().data())

    def projects(self) -> list[str]:
        """The projects that are shown."""
        return [row.project.name for row in self.page.view.matrix.view.rows]

    def messages(self) -> list[Message]:
        """All messages."""
        return self.driver.workspace.find(Message, sort="id")

    def tellings(self) -> list[Telling]:
        """All tellings."""
        return self.driver.workspace.find(Telling)

    def until(self, true: Callable[[], bool]) -> None:
        """Waits."""
        self.driver.until(true)


@pytest.fixture
def hands(driver: Driver) -> Hands:
    return Hands(driver)
