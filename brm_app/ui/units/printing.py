"""The button that prints a page on a unit: for oneself before a meeting, or for an audience."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QPushButton

from brm_app.domain.records import Audience, Unit
from brm_app.ui.desk import Desk, short
from brm_app.ui.widgets import sided

if TYPE_CHECKING:
    from brm_app.domain.content import Document

PDF = "PDF (*.pdf)"


class PrintButton(QPushButton):
    """A menu of the pages that can be made of the unit that `unit` returns; each is asked where to save it."""

    def __init__(self, desk: Desk, unit: Callable[[], Unit | None]) -> None:
        super().__init__(sided("Page"))
        self._desk, self._unit = desk, unit
        self.setObjectName("printUnit")
        self.setAccessibleName("A page on this unit as PDF")
        self.setToolTip("One page on this unit as PDF, for you before a meeting or for an audience")
        self.setProperty("role", "link")
        self.setProperty("menu", "true")
        menu = QMenu(self)
        menu.setObjectName("printMenu")
        menu.setAccessibleName("Pages on this unit")
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        menu.addAction(sided("For your meeting, internal…"), self._prepare).setObjectName("printPrep")
        for audience in self._desk.workspace.find(Audience, sort="order"):
            words = f"For {audience.name}…".replace("&", "&&")
            menu.addAction(sided(words), partial(self._page, audience)).setObjectName(f"printFor-{audience.id}")

    def _prepare(self) -> None:
        from brm_app.services.briefs.prepsheet import prep_sheet

        if unit := self._unit():
            workspace, now = self._desk.workspace, self._desk.clock.now()
            self._save(f"Meeting prep, {short(unit)}", lambda: prep_sheet(workspace, unit.id, now))

    def _page(self, audience: Audience) -> None:
        from brm_app.services.briefs.unitpage import unit_page

        if unit := self._unit():
            workspace, today = self._desk.workspace, self._desk.clock.today()
            self._save(f"{short(unit)}, for {audience.name}", lambda: unit_page(workspace, unit.id, audience, today))

    def _save(self, name: str, content: Callable[[], Document]) -> None:
        """Asks where to, and makes the page in the background."""
        safe = "".join(c if c.isalnum() or c in " -_," else "_" for c in name).strip() or "Page"
        chosen = self._desk.ask.save_file("Save the page", f"{safe}.pdf", PDF)
        if chosen is None:
            return
        path = chosen if chosen.suffix else chosen.with_suffix(".pdf")
        self._desk.run(lambda: self._write(content, path), self._desk.status, self._desk.status)

    def _write(self, content: Callable[[], Document], path: Path) -> str:
        from brm_app.briefing import save_pdf, typeset_apart

        self._desk.workspace.keep_off(path)
        save_pdf(typeset_apart(content()).pdf, path)
        return f"Saved {path}."
