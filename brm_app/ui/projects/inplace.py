"""A fact of a project that is edited where it stands: a click, Enter or E opens it, Enter keeps, Esc takes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from brm_app.domain.fields import Kind, by_name
from brm_app.domain.records import Project
from brm_app.ui.desk import Desk, Theme
from brm_app.ui.editing.form import RecordForm
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import paint_focus
from brm_app.ui.widgets import clear_layout

RELEASE = 20  # ms until the mouse is looked at again
INSIDE = 4  # px between the edge of what can be pressed and its words

Draw = Callable[[QHBoxLayout, Project], str]
"""Puts what is shown into the layout, and returns it as words."""


class Press(QAbstractButton):
    """What is shown of a fact; it can be pressed."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(INSIDE, 1, INSIDE, 1)
        self.box.setSpacing(10)

    def sizeHint(self) -> QSize:
        """The room that its words need."""
        return self.box.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The least room in which its words can be read."""
        return self.box.minimumSize()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Sinks under the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Rises again."""
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and E press it, as Space does."""
        if event.key() in (*ENTER, Qt.Key.Key_E) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Its ground under the pointer, and the ring of the keyboard."""
        painter = QPainter(self)
        if self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("sunk"))
            painter.drawRoundedRect(self.rect(), 4, 4)
        if self.hasFocus():
            paint_focus(painter, self.rect(), self._theme, 4)


class Fact(QWidget):
    """Some fields of the project, mostly one; `form` is open while the person edits them."""

    def __init__(
        self, desk: Desk, fields: Sequence[str], draw: Draw, settle: Callable[[], bool],
        form: type[RecordForm] = RecordForm,
    ) -> None:  # fmt: skip
        super().__init__()
        self.desk, self.fields = desk, fields
        self._draw, self._settle_all, self._form_class = draw, settle, form
        self._label = by_name(Project)[fields[0]].label
        self.project: Project | None = None
        self.form: RecordForm | None = None
        self.press = Press(desk.theme, f"fact-{fields[0]}")
        self.press.setAccessibleDescription("Enter edits it")
        self.press.clicked.connect(self.open)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.press)

    def show_project(self, project: Project) -> None:
        """Shows the fact; what is typed into it stays."""
        same = self.project is not None and self.project.id == project.id
        if self.form and not (same and self.form.dirty):
            self.close_form()
        self.project = project
        clear_layout(self.press.box)
        words = self._draw(self.press.box, project)
        self.press.setAccessibleName(f"{self._label}: {words or 'not set'}")
        for shown in self.press.findChildren(QWidget):
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.press.updateGeometry()

    def open(self) -> None:
        """Puts the field in place of the words."""
        if self.project is None or not self._settle_all():
            return
        form = self.form = self._form_class(self.desk, Project, (("", self.fields),), 1)
        form.buttons.hide()
        spec = by_name(Project)[self.fields[0]]
        form.cells[spec.name].name.setVisible(spec.kind is Kind.LINK)  # whose name it is stood before the words
        form.show_record(self.project)
        form.saved.connect(lambda _record: self.close_form())
        form.cancelled.connect(self.close_form)
        self.layout().addWidget(form)  # type: ignore[union-attr]
        before: QWidget = self.press
        for cell in form.cells.values():
            QWidget.setTabOrder(before, cell.editor.field)
            before = cell.editor.field
        self.press.hide()
        form.focus_first()
        field = form.cells[self.fields[0]].editor.field
        if isinstance(field, QLineEdit):
            field.selectAll()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Leaving the field keeps what was typed, as leaving a form does."""
        outside = new is not None and new.window() is self.window() and not self.isAncestorOf(new)
        if outside and QApplication.activePopupWidget() is None:
            self._leave()

    def _leave(self) -> None:
        """Waits while a button of the mouse is down, so that what is being pressed does not move away."""
        focus = self.window().focusWidget()
        if self.form is None or (focus is not None and self.form.isAncestorOf(focus)):
            return
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(RELEASE, self, self._leave)
        elif self.form.dirty:
            self.form.save()
        else:
            self.close_form()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field of one line keeps what was typed."""
        if self.form and event.key() in ENTER:
            self.form.save()
        else:
            super().keyPressEvent(event)

    def close_form(self) -> None:
        """Shows the words again; what was not saved is forgotten."""
        form, self.form = self.form, None
        if form is None:
            return
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.disconnect(self._on_focus)
        focus = self.window().focusWidget()
        inside = focus is not None and form.isAncestorOf(focus)
        self.press.show()
        if inside:
            self.press.setFocus()
        form.hide()
        form.deleteLater()

    def settle(self) -> bool:
        """Saves what was typed or asks; False where the person stays."""
        left = self.form is None or self.form.settle()
        if left:
            self.close_form()
        return left
