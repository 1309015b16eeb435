"""The sheet before an issue: its number, for whom, how long, and who is told. It covers nothing and can be left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from brm_app.domain.records import Audience
from brm_app.domain.text import plural
from brm_app.ui.desk import Theme
from brm_app.ui.editing.inputs import Note
from brm_app.ui.keyed import KeyedButton
from brm_app.ui.locking import PasswordField
from brm_app.ui.sheet import Sheet
from brm_app.ui.widgets import label
from brm_app.ui.words import breakable, clip


class IssueSheet(Sheet):
    """Tells `confirmed` with the names of those who are told and the password of the file, if any; or `left`."""

    confirmed = Signal(list, str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("issueSheet")
        self.setAccessibleName("Issue")
        self.setProperty("role", "footbar")
        self.heading = label("", "heading", wrap=True)
        self.heading.setObjectName("issueHeading")
        self.facts = label("", "secondary", wrap=True)
        self.names = Note(2)
        self.names.setObjectName("toldNames")
        self.names.setAccessibleName("Who is told, one name in a line")
        self.names.setPlaceholderText("One name in a line")
        self.password = PasswordField(theme, "issuePassword", "Password to open its file, if it is to have one")
        self.go = KeyedButton(theme, "issueNow", "Issue", "Ctrl Enter", self.confirm)
        self.go.setProperty("primary", "true")
        self.cancel = KeyedButton(theme, "issueCancel", "Not yet", "Esc", self.left.emit)
        self.escaped.connect(self.left)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(6)
        box.addWidget(self.heading)
        box.addWidget(self.facts)
        asked = label("Who is told", "field")
        asked.setBuddy(self.names)
        box.addWidget(asked)
        box.addWidget(self.names)
        box.addWidget(self.password)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addStretch()
        line.addWidget(self.cancel)
        line.addWidget(self.go)
        box.addLayout(line)

    def ask(self, number: str, audience: Audience, pages: int, minutes: int, told: Sequence[str]) -> None:
        """Shows what would be issued; `told` are those who were told last."""
        self.heading.setText(breakable(f"Issue {number} to {clip(audience.spoken, 80)}"))
        size = f"{plural(pages, 'page')}, {plural(minutes, 'minute')} to read"
        self.facts.setText(f"{size}. It is kept as it is and never changes; a correction is a new issue.")
        self.names.setPlainText("\n".join(told))
        self.show()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def told(self) -> list[str]:
        """The names that stand in the field."""
        return names_in(self.names.toPlainText().splitlines())

    def confirm(self) -> None:
        """Issues, where the password, if there is one, can lock a file."""
        password = self.password.asked() if self.password.line.text() else ""
        if password is not None:
            self.confirmed.emit(self.told(), password)

    def close_now(self) -> None:
        """Closes it and forgets the password."""
        self.password.clear()
        self.hide()


def names_in(lines: Iterable[str]) -> list[str]:
    """Names, several of them in a line parted by semicolons; each once."""
    found = (" ".join(name.split()) for line in lines for name in line.split(";"))
    return list(dict.fromkeys(name for name in found if name))
