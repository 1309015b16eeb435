"""The title and the intro of the briefing on the desk, kept when they are left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal

from brm_app.ui.composer.draft import Draft
from brm_app.ui.drawn.composer import Ui_ComposerForm


class Texts(QObject):
    """Tells `changing` with the change that keeps a text."""

    changing = Signal(object)  # () -> bool

    def __init__(self, form: Ui_ComposerForm, draft: Draft, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._draft = form, draft
        form.briefingTitle.finished.connect(self.keep)
        form.intro.installEventFilter(self)

    def keep(self) -> None:
        """Writes title and intro where they were changed."""
        draft, form = self._draft, self._form
        if draft.audience is None:
            return
        title, intro = form.briefingTitle.text(), form.intro.toPlainText()
        form.briefingTitle.document().setModified(False)
        form.intro.document().setModified(False)
        self.changing.emit(lambda: draft.rename(title) if title != draft.briefing.title else False)
        self.changing.emit(lambda: draft.introduce(intro))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the intro when it is left."""
        if watched is self._form.intro and event.type() == QEvent.Type.FocusOut:
            self.keep()
        return super().eventFilter(watched, event)
