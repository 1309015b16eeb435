"""Giving a copy a password: the field that is asked for one, and the sheet around it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from brm_app.domain.errors import Refused
from brm_app.ui.desk import Theme
from brm_app.ui.editing.inputs import Line
from brm_app.ui.keyed import KeyedButton
from brm_app.ui.sheet import Sheet
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import button, label, restyle
from brm_app.ui.words import breakable

if TYPE_CHECKING:  # the services must not be imported before the first paint
    from brm_app.services.workspace import Workspace

LESS = "A copy with a password can’t claim to be fit for archives (PDF/A). The password is kept nowhere."


class PasswordField(QWidget):
    """A line that hides what is typed until it is asked to show it, what to know of it, and what is wrong with it."""

    def __init__(self, theme: Theme, name: str, spoken: str) -> None:
        super().__init__()
        self._theme = theme
        self.name = label(spoken, "field")
        self.line = Line()
        self.line.setObjectName(name)
        self.line.setAccessibleName(spoken)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.name.setBuddy(self.line)
        self.seen = button(f"{name}Shown", "Show", self._turn, "flat", spoken="Show the password")
        self._note = label(LESS, "caption", wrap=True)
        self._mark, self.fault = QLabel(), label("", "error", wrap=True)
        self.fault.setObjectName(f"{name}Fault")
        self.line.textChanged.connect(lambda _text: self.show_fault(""))
        self._lay_out()
        self.show_fault("")

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(scaled(4))
        box.addWidget(self.name)
        line = QHBoxLayout()
        line.setSpacing(scaled(8))
        line.addWidget(self.line, 1)
        line.addWidget(self.seen)
        box.addLayout(line)
        said = QHBoxLayout()
        said.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.fault, 1)
        box.addLayout(said)
        box.addWidget(self._note)

    def _turn(self) -> None:
        hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        self._show_letters(hidden)
        self.line.setFocus()

    def _show_letters(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.seen.setText("Hide" if shown else "Show")
        self.seen.setAccessibleName("Hide the password" if shown else "Show the password")

    def show_fault(self, sentence: str) -> None:
        """Says below the line what to mend; an empty sentence takes it away."""
        self.fault.setText(breakable(sentence))
        self._mark.setPixmap(self._theme.icon("circle-alert", "bad").pixmap(16))
        for part in (self._mark, self.fault):
            part.setVisible(bool(sentence))
        restyle(self.name, "error", "true" if sentence else "false")
        self.line.setAccessibleDescription(sentence or LESS)

    def asked(self) -> str | None:
        """The password, or None where it can lock no file; then it says why, and has the keyboard."""
        from brm_app.briefing.passwords import usable

        try:
            usable(self.line.text())
        except Refused as refused:
            self.show_fault(str(refused))
            self.line.setFocus()
            return None
        return self.line.text()

    def clear(self) -> None:
        """Forgets what was typed."""
        self.line.clear()
        self._show_letters(False)
        self.show_fault("")


class LockSheet(Sheet):
    """Asks for the password of a copy; tells `confirmed` with it, or `left`. What was typed stays until it closes.

    `shown` tells whether it can be seen.
    """

    confirmed = Signal(str)
    left = Signal()
    shown = Signal(bool)

    def __init__(self, theme: Theme, framed: bool = True) -> None:
        super().__init__()
        self.setObjectName("lockSheet")
        self.setAccessibleName("Save with a password")
        if framed:
            self.setProperty("role", "footbar")
        self.heading = label("", "heading", wrap=True)
        self.heading.setObjectName("lockHeading")
        self.field = PasswordField(theme, "lockPassword", "Password to open it")
        self.go = KeyedButton(theme, "lockSave", "Save…", "Enter", self.confirm)
        self.go.setProperty("primary", "true")
        self.cancel = KeyedButton(theme, "lockCancel", "Not now", "Esc", self.leave)
        self.field.line.returnPressed.connect(self.confirm)
        self.escaped.connect(self.leave)
        self._lay_out(QMargins(scaled(16), scaled(12), scaled(16), scaled(12)) if framed else QMargins())
        self.hide()

    def _lay_out(self, edges: QMargins) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(edges)
        box.setSpacing(scaled(8))
        box.addWidget(self.heading)
        box.addWidget(self.field)
        line = QHBoxLayout()
        line.setSpacing(scaled(8))
        line.addStretch()
        line.addWidget(self.cancel)
        line.addWidget(self.go)
        box.addLayout(line)

    def ask(self, words: str) -> None:
        """Shows it for a file that these words name, with the keyboard in the field."""
        self.heading.setText(breakable(words))
        self.show()
        self.shown.emit(True)
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Goes on with the password, where it can lock a file."""
        password = self.field.asked()
        if password is not None:
            self.confirmed.emit(password)

    def leave(self) -> None:
        """Closes it; nothing is saved."""
        self.close_now()
        self.left.emit()

    def close_now(self) -> None:
        """Closes it and forgets what was typed."""
        self.field.clear()
        self.hide()
        self.shown.emit(False)


def save_locked(workspace: Workspace, number: str, password: str, path: Path) -> Path:
    """Writes a copy of an issue behind a password, known again by its hash; takes a while. Raises `Refused`."""
    from brm_app.briefing import locked_apart, save_pdf
    from brm_app.services.issuing import files_of, issue_of, keep_copy

    workspace.keep_off(path)
    copy = locked_apart(files_of(workspace, number)[1], password)
    keep_copy(workspace, issue_of(workspace, number), copy)  # first: a copy that is out must be known
    save_pdf(copy, path)
    return path
