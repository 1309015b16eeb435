"""The left pane of the units page: filter, new, the tree under its heading, and for whom nobody answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from brm_app.domain.records import Unit
from brm_app.domain.text import plural
from brm_app.services.coverage import Cover, coverage
from brm_app.services.relations import asked, last_contacts
from brm_app.ui.desk import Desk
from brm_app.ui.filtering import Filter
from brm_app.ui.units.tree import Entry, UnitTree
from brm_app.ui.widgets import button, label

CLOSED = "closed units"  # the name under which the workspace remembers what is folded


class UnitsPane(QWidget):
    """Reads all units with the days since they were asked; a filter shows those that fit as a plain list."""

    wants_new = Signal()
    wants_name = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("unitsPane")
        self.tree = UnitTree(desk.theme)
        self.filter = Filter(desk.theme, "units")
        self.add = QToolButton()
        self.add.setIcon(desk.theme.icon("plus"))
        self.add.setObjectName("unitsAdd")
        self.add.setAccessibleName("New unit")
        self.add.setToolTip("New unit (Ctrl+N)")
        self.add.clicked.connect(self.wants_new)
        self.count, self.heading = label("", "caption"), label("Days since asked", "caption")
        self.count.setObjectName("unitsCount")
        self.nothing = label("", "about", wrap=True)
        self.clear = button("unitsClear", "Clear the filter", self.filter.clear, "link")
        self.filter.paused.connect(self.reload)
        self.filter.returnPressed.connect(self.tree.setFocus)
        self.tree.folded.connect(self._keep_folds)
        self._hole = ""
        self._lay_out()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 12, 8, 12)
        box.setSpacing(8)
        line = QHBoxLayout()
        line.setContentsMargins(4, 0, 4, 0)
        line.addWidget(self.filter, 1)
        line.addWidget(self.add)
        box.addLayout(line)
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 10, 0)
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.heading)
        box.addLayout(head)
        box.addWidget(self.tree, 1)
        box.addWidget(self.nothing)
        box.addWidget(self.clear)
        box.addWidget(self._make_foot())

    def _make_foot(self) -> QWidget:
        self.foot = QWidget()
        box = QVBoxLayout(self.foot)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self.holes = label("", "secondary", wrap=True)
        self.holes.setObjectName("unitsHoles")
        self.holes.setContentsMargins(10, 6, 10, 0)
        name = button("nameSomeone", "Name someone", lambda: self.wants_name.emit(self._hole), "lead")
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 6, 0)
        line.addWidget(name)
        line.addStretch()
        box.addWidget(rule)
        box.addWidget(self.holes)
        box.addLayout(line)
        return self.foot

    def reload(self) -> None:
        """Reads again and keeps the chosen unit chosen."""
        desk, words = self._desk, self.filter.text()
        now = desk.clock.now()
        last = last_contacts(desk.workspace, now)
        covers = coverage(desk.workspace, now.date())
        fits = {unit.id for unit in desk.workspace.find(Unit, words=words)} if words.strip() else None
        entries = [
            Entry(c.unit.id, c.unit.name, 0 if fits else c.depth, asked(c.unit, last.get(c.unit.id), now.date()))
            for c in covers
            if fits is None or c.unit.id in fits
        ]
        closed = desk.workspace.remembered(CLOSED)
        ids = closed if isinstance(closed, list) else []
        self.tree.show_entries(entries, frozenset(key for key in ids if isinstance(key, str)))
        self.count.setText(plural(len(entries), "unit", "units"))
        self.heading.setVisible(bool(entries))
        self.nothing.setText(f"Nothing fits “{words.strip()}”.")
        for widget in (self.nothing, self.clear):
            widget.setVisible(bool(covers) and not entries)
        self._show_holes([cover for cover in covers if cover.hole])

    def _show_holes(self, holes: list[Cover]) -> None:
        self.foot.setVisible(bool(holes))
        if holes:
            self._hole = holes[0].unit.id
            more = f" and {plural(len(holes) - 1, 'more unit', 'more units')}" if len(holes) > 1 else ""
            self.holes.setText(f"Nobody answers for {holes[0].unit.name}{more}.")

    def _keep_folds(self) -> None:
        if not self.filter.text().strip():
            with self._desk.telling():
                self._desk.workspace.remember(CLOSED, sorted(self.tree.closed()))
