"""500 projects over 40 columns: only what is in sight is painted."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from brm_app.domain.records import Project, Rollout, Unit
from brm_app.services.telling.matrix import Facts, cover
from brm_app.services.telling.views import by_unit
from brm_app.ui.messages.paint import CellPainter
from tests.ui.messages.conftest import Hands


def test_only_what_is_in_sight_is_painted(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    units = [Unit(name=f"Unit {number:02}", headcount=10) for number in range(39)]
    projects = [Project(name=f"Project {number:03}", unit=units[number % 39].id) for number in range(500)]
    stops = [Rollout(project=project.id, unit=unit.id) for project in projects for unit in units[::3]]
    facts = Facts(projects, [hands.staff, hands.board], units, (), stops, (), (), {})
    painted: list[object] = []
    edges = CellPainter._edges  # each cell draws its edges once

    def counted(self: CellPainter, *given: Any) -> None:
        painted.append(given[-1])
        edges(self, *given)

    monkeypatch.setattr(CellPainter, "_edges", counted)
    view = hands.page.view
    view.show_view(by_unit(cover(facts, hands.page.desk.clock.today())))
    assert (view.matrix.rowCount(), view.matrix.columnCount()) == (500, 40)
    QApplication.processEvents()
    painted.clear()
    view.viewport().repaint()
    assert 0 < len(painted) <= 250
    assert view.go_missing()
