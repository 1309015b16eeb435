"""The line in which a promise is given its reason or its new day, where the acts stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brm_app.ui.editing.inputs import Asked
from brm_app.ui.widgets import button, label, restyle

ASKED = {
    "break": ("Why it can’t be kept", "In a few words, as they will hear it", "Break the promise"),
    "defer": ("New day", "Such as fri, 12 dec or +7d", "Defer"),
}


class AnswerLine(QWidget):
    """Asks for the words of one act; Enter or the button gives them."""

    answered = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._act = ""
        self.question = label("", "field")
        self.line = Asked()
        self.line.setObjectName("promiseAnswer")
        self.error = label("", "error", wrap=True)
        self.error.setObjectName("promiseAnswerError")
        self.give = button("promiseAnswerGive", "", self._give)
        self.cancel = button("promiseAnswerCancel", "Cancel", self.left.emit, "flat")
        self.line.returnPressed.connect(self._give)
        self.line.left.connect(self.left)
        acts = QHBoxLayout()
        acts.addWidget(self.give)
        acts.addWidget(self.cancel)
        acts.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 8)
        box.setSpacing(6)
        for widget in (self.question, self.line, self.error):
            box.addWidget(widget)
        box.addLayout(acts)
        self.hide()

    @property
    def asking(self) -> bool:
        """True while an answer is waited for."""
        return bool(self._act)

    def ask(self, act: str) -> None:
        """Asks what an act needs."""
        question, hint, words = ASKED[act]
        self._act = act
        self.question.setText(question)
        self.line.setAccessibleName(question)
        self.line.setPlaceholderText(hint)
        self.line.clear()
        self.give.setText(words)
        self.give.setAccessibleName(words)
        self.complain("")
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Asks no more."""
        self._act = ""
        self.hide()

    def complain(self, sentence: str) -> None:
        """Says why the answer won't do, or nothing."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        restyle(self.line, "error", "true" if sentence else "false")

    def _give(self) -> None:
        if self._act:
            self.answered.emit(self._act, self.line.text().strip())
