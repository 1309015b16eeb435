"""One panel of the project page: it shows a part of the project, and edits it in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from brm_app.domain.records import Project, Record
from brm_app.ui.desk import Desk
from brm_app.ui.editing.form import Groups, RecordForm
from brm_app.ui.widgets import Panel, clear_layout, label


class Section(Panel):
    """Base of the panels; `form` is the open form, or None."""

    def __init__(self, desk: Desk, name: str, heading: str, role: str = "panel") -> None:
        super().__init__(heading, role)
        self.desk = desk
        self.setObjectName(f"section-{name}")
        self.project: Project | None = None
        self.form: RecordForm | None = None
        self.view = QWidget()
        self.rows = QVBoxLayout(self.view)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(6)
        self.body.addWidget(self.view)
        self.body.addStretch()

    def show_project(self, project: Project) -> None:
        """Shows this part of a project; a form with typed text stays as it is."""
        if self.form and (self.form.dirty or self.form.new) and self.project and project.id == self.project.id:
            self.project = project
            self.rebuild()
            return
        self.project = project
        self.close_form()
        self.rebuild()

    def rebuild(self) -> None:
        """Reads and shows again."""
        clear_layout(self.rows)
        if self.project:
            self.fill(self.project)

    def fill(self, project: Project) -> None:
        """Puts what is shown into `rows`."""
        raise NotImplementedError

    def open_form(
        self, record: Record, groups: Groups, new: bool = False, columns: int = 2, instead: bool = False,
        form: type[RecordForm] = RecordForm, **how: Any,
    ) -> RecordForm | None:  # fmt: skip
        """Opens a form below the view, or `instead` of it; None where an earlier form can't be left."""
        if not self.settle():
            return None
        self.close_form()
        made = self.form = form(self.desk, type(record), groups, columns, **how)
        made.show_record(record, new)
        if not instead:
            made.box.insertWidget(0, label(f"{'New' if new else 'Edit'} {type(record).noun}", "heading"))
        made.saved.connect(lambda _record: self.close_form())
        made.cancelled.connect(self.close_form)
        self.body.insertWidget(self.body.count() - 1, made)
        self.view.setHidden(instead)
        made.focus_first()
        QTimer.singleShot(0, made, lambda: _scroll_to(made))
        return made

    def close_form(self) -> None:
        """Closes the form; what was not saved is forgotten."""
        form, self.form = self.form, None
        if form:
            self._keep_focus_near(form)
            form.hide()
            form.deleteLater()
        self.view.show()

    def _keep_focus_near(self, form: RecordForm) -> None:
        """Keeps the keyboard in this panel when the form that has it goes."""
        focus = form.focusWidget()
        if focus and focus.hasFocus():
            acts = self.findChildren(QPushButton)
            near = next(
                (act for act in acts if act.isEnabled() and not act.isHidden() and not form.isAncestorOf(act)), None
            )
            if near:
                near.setFocus()

    def settle(self) -> bool:
        """Saves or asks; False where the person stays."""
        if self.form is None or not self.form.dirty:
            self.close_form()
            return True
        form = self.form
        left = form.settle()
        if left:
            self.close_form()
        return left

    @property
    def editing(self) -> bool:
        """True while a form is open."""
        return self.form is not None


def _scroll_to(form: RecordForm) -> None:
    """Brings an opened form into sight, its first field above all."""
    above = form.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(form)
        above.ensureWidgetVisible(next(iter(form.cells.values())))
