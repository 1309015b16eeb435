"""“Plain words” in the inspector: words of the section in view that may not be known, to be changed by a click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from brm_app.domain.findings import Finding
from brm_app.domain.plainwords import replaced
from brm_app.domain.records import Message
from brm_app.domain.text import plural
from brm_app.ui.composer.fields import with_value
from brm_app.ui.composer.mending import field_of, record_of
from brm_app.ui.desk import Desk
from brm_app.ui.widgets import button, clear_layout, label
from brm_app.ui.words import breakable, clip


class WordsPane(QWidget):
    """One line for each word: the word struck out, the plain one, and Change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("plainWords")
        self._desk = desk
        self._shown: tuple[Finding, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self.hide()

    def show_words(self, found: Sequence[Finding]) -> None:
        """Shows the words of a section; hides where there are none."""
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        focused = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        clear_layout(self._box)
        self.setVisible(bool(found))
        if not found:
            return
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._box.addWidget(rule)
        self._box.addWidget(label("Plain words", "heading"))
        self._box.addWidget(label(f"{plural(len(found), 'word', 'words')} in this section", "secondary"))
        for number, finding in enumerate(found):
            self._box.addLayout(self._line(number, finding))
        if focused:
            self.take_focus()

    def _line(self, number: int, finding: Finding) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        word, plain = finding.fix
        struck = _word(word, "struck")
        line.addWidget(struck)
        arrow = QLabel()
        arrow.setPixmap(self._desk.theme.icon("arrow-right").pixmap(14))
        line.addWidget(arrow)
        line.addWidget(_word(plain, ""), 1)
        if finding.record:
            spoken = f"Change {word} to {plain}"
            line.addWidget(button(f"changeWord-{number}", "Change", lambda: self.change(finding), "link", spoken))
        return line

    def change(self, finding: Finding) -> None:
        """Puts the plain word in place of the other, in the text that it was typed into."""
        record, spec = record_of(self._desk, finding), field_of(finding)
        if record is None or spec is None:
            self._desk.status("The text was changed meanwhile. Nothing was changed.")
            return
        word, plain = finding.fix
        text = replaced(getattr(record, spec.attr), word, plain)
        changed = with_value(record, spec, text)
        with self._desk.telling():
            self._desk.save(changed, record, f"Change {clip(word, 30)} to {clip(plain, 30)}")
            if isinstance(record, Message) and isinstance(changed, Message) and changed.state != record.state:
                self._desk.status(f"Changed {word} to {plain}. The message must be approved again.", undo=True)
            else:
                self._desk.status(f"Changed {word} to {plain}.", undo=True)

    def take_focus(self) -> None:
        """Puts the keyboard on the first button."""
        first = next(iter(self.findChildren(QPushButton)), None)
        if first:
            first.setFocus()


def _word(words: str, role: str) -> QLabel:
    """A word as it is typed, in as many lines as it needs."""
    made = label(breakable(clip(words, 80)), role, wrap=len(words) > 24)
    if role == "struck":
        made.setAccessibleName(f"{words}, not to be used")
    return made
