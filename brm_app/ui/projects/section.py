"""One panel of the project page: it shows a part of the project, and edits it in place."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from brm_app.domain.records import Project, Record
from brm_app.ui.desk import Desk
from brm_app.ui.editing.form import Groups, RecordForm
from brm_app.ui.widgets import Panel, clear_layout, label

ABOVE = 16  # px that stay in sight above a form which fills the window


class Holder(Protocol):
    """A card that can hold a form in place of its content."""

    content: QWidget
    box: QVBoxLayout

    def setFocus(self) -> None:
        """Takes the keyboard."""


class Section(Panel):
    """Base of the panels; `form` is the open form, or None."""

    rebuilt = Signal()

    def __init__(self, desk: Desk, name: str, heading: str, role: str = "panel") -> None:
        super().__init__(heading, role)
        self.desk = desk
        self.setObjectName(f"section-{name}")
        self.project: Project | None = None
        self.form: RecordForm | None = None
        self._holder: Holder | None = None
        self.view = QWidget()
        self.rows = QVBoxLayout(self.view)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(6)
        self.body.addWidget(self.view)
        self.body.addStretch()

    def sizeHint(self) -> QSize:
        """No wider than it must be, so that panels beside each other share the room as the page says."""
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

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
        """Reads and shows again, the keyboard where it was; a card that holds a form waits until it is closed."""
        if self._holder is not None:
            return
        held = _focus_trail(self.view)
        clear_layout(self.rows)
        if self.project:
            self.fill(self.project)
        _give_back_focus(self.view, held)
        self.rebuilt.emit()

    def fill(self, project: Project) -> None:
        """Puts what is shown into `rows`."""
        raise NotImplementedError

    def open_form(
        self, record: Record, groups: Groups, new: bool = False, columns: int = 2, instead: bool = False,
        form: type[RecordForm] = RecordForm, holder: Holder | None = None,
    ) -> RecordForm | None:  # fmt: skip
        """Opens a form below the view, `instead` of it, or on a card; None where an earlier form can't be left."""
        if not self.settle():
            return None
        made = self.form = form(self.desk, type(record), groups, columns)
        made.show_record(record, new)
        made.saved.connect(lambda _record: self.close_form())
        made.cancelled.connect(self.close_form)
        if holder:
            self._holder = holder
            holder.content.hide()
            holder.box.addWidget(made)
        else:
            if not instead:
                made.box.insertWidget(0, label(f"{'New' if new else 'Edit'} {type(record).noun}", "heading"))
            self.body.insertWidget(self.body.count() - 1, made)
            self.view.setHidden(instead)
        made.focus_first()
        self.rebuilt.emit()
        # Twice around the event loop: the page has to be laid out anew before it can be scrolled.
        QTimer.singleShot(0, made, lambda: QTimer.singleShot(0, made, lambda: _scroll_to(made)))
        return made

    def close_form(self) -> None:
        """Closes the form; what was not saved is forgotten."""
        form, self.form = self.form, None
        holder, self._holder = self._holder, None
        if form is None:
            return
        if holder:
            holder.content.show()
            if _has_focus(form):
                holder.setFocus()
        else:
            self._keep_focus_near(form)
        form.hide()
        form.deleteLater()
        self.view.show()
        if holder:
            self.rebuild()

    def _keep_focus_near(self, form: RecordForm) -> None:
        """Keeps the keyboard in this panel when the form that has it goes."""
        if not _has_focus(form):
            return
        for act in self.findChildren(QPushButton):
            if act.isEnabled() and not act.isHidden() and not form.isAncestorOf(act):
                act.setFocus()
                return

    def settle(self) -> bool:
        """Saves or asks; False where the person stays."""
        if self.form is None or not self.form.dirty or self.form.settle():
            self.close_form()
            return True
        return False

    def take_back(self) -> bool:
        """Esc: closes what is open and was not typed into; False where nothing was."""
        if self.form is None or self.form.dirty:
            return False
        self.close_form()
        return True


def _has_focus(form: QWidget) -> bool:
    focus = form.window().focusWidget()
    return focus is not None and form.isAncestorOf(focus)


def _focus_trail(view: QWidget) -> list[str]:
    """The names of the widget with the keyboard and of those around it, up to the view; none where it is elsewhere."""
    names: list[str] = []
    held: QWidget | None = view.window().focusWidget()
    if held is None or not view.isAncestorOf(held):
        return names
    while held is not None and held is not view:
        if held.objectName():
            names.append(held.objectName())
        held = held.parentWidget()
    return names


def _give_back_focus(view: QWidget, names: list[str]) -> None:
    """Puts the keyboard on the new widget of the first name that can have it."""
    for name in names:
        for widget in view.findChildren(QWidget, name):
            ready = not _was_hidden(widget, view) and widget.isEnabled()
            if ready and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                _show_now(widget, view)
                widget.setFocus()
                return


def _was_hidden(widget: QWidget, view: QWidget) -> bool:
    """True for what was hidden on purpose, such as the widgets that are about to go; new ones are not shown yet."""
    at: QWidget | None = widget
    while at is not None and at is not view:
        if at.isHidden() and at.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return True
        at = at.parentWidget()
    return False


def _show_now(widget: QWidget, view: QWidget) -> None:
    """Shows a new widget that its layout would show a moment later: what is not shown can't have the keyboard."""
    above = widget.parentWidget()
    if above is not None and widget is not view:
        _show_now(above, view)
        widget.show()


def _scroll_to(form: RecordForm) -> None:
    """Brings an opened form into sight, its first field above all."""
    above = form.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    inside = above.widget() if above is not None else None
    if above is None or inside is None:
        return
    if form.height() < above.viewport().height():
        above.ensureWidgetVisible(form)
    else:
        above.verticalScrollBar().setValue(form.mapTo(inside, QPoint(0, 0)).y() - ABOVE)
