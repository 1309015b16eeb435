"""What was changed in a project, by whom and when, in words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from brm_app.domain.days import day
from brm_app.domain.fields import by_name
from brm_app.domain.records import Benefit, Message, Project, Record, Rollout, record_class
from brm_app.domain.values import from_plain
from brm_app.services.remembering import Happened, story
from brm_app.ui.desk import Desk
from brm_app.ui.projects.fieldwords import field_words
from brm_app.ui.projects.section import Section
from brm_app.ui.tips import plain_tip
from brm_app.ui.widgets import label
from brm_app.ui.words import clip

MOST = 200
PARTS = (Benefit, Message, Rollout)
ROW = 32


class History(Section):
    """The newest changes of the project, its benefits, messages and roll-outs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "history", "History")
        self.act(label("Undo takes back what you did last, step by step.", "secondary"))
        self.table = QTableWidget(0, 3)
        self.table.setObjectName("projectHistory")
        self.table.setAccessibleName("History of the project")
        self.table.setHorizontalHeaderLabels(["When", "Who", "What"])
        self.table.setProperty("role", "inner")
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column in (0, 1):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(ROW * 14)
        self.body.insertWidget(1, self.table, 1)

    def fill(self, project: Project) -> None:
        """One row for each changed record of each write."""
        workspace = self.desk.workspace
        ids = [project.id]
        for cls in PARTS:
            ids += [part.id for part in workspace.find(cls, equals={"project": project.id})]
        told = story(workspace, ids, MOST)
        self.table.setRowCount(len(told))
        for row, step in enumerate(told):
            at = step.write.at.astimezone()
            cells = (f"{day(at)}, {at:%H:%M}", clip(step.write.who, 30), self._words(step))
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(plain_tip(words))
                self.table.setItem(row, column, item)

    def _words(self, step: Happened) -> str:
        cls = record_class(step.change.kind)
        way = {"undo": "Undone: ", "redo": "Done again: "}.get(step.write.action, "")
        before, after = step.change.before, step.change.after
        if before is None or after is None:
            verb, values = ("Added", after) if before is None else ("Deleted", before)
            spec = by_name(cls)[cls.title_field]
            title = clip(field_words(self.desk, spec, from_plain(spec, (values or {}).get(spec.name))), 80)
            return f"{way}{verb} {cls.noun} {f'“{title}”' if title else ''}".strip()
        whose = "" if cls is Project else f"{cls.noun.capitalize()} {self._title(cls, step.change.record_id)}: "
        changed = [self._field(cls, name, before.get(name), value) for name, value in after.items()]
        return f"{way}{whose}{'; '.join(changed)}"

    def _title(self, cls: type[Record], key: str) -> str:
        title = self.desk.title_of(cls.collection, key)
        return f"“{clip(title, 40)}”" if title else ""

    def _field(self, cls: type[Record], name: str, before: Any, after: Any) -> str:
        spec = by_name(cls)[name]
        was, now = (clip(field_words(self.desk, spec, from_plain(spec, value)), 60) for value in (before, after))
        if not now:
            return f"{spec.label} emptied, was “{was}”"
        return f"{spec.label} “{now}”" if not was else f"{spec.label} “{was}” became “{now}”"
