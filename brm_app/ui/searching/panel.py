"""Search everything: what is typed into the field of the command bar is answered in a panel below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.records import RECORDS, Person
from brm_app.services.finding import Answer, Finder
from brm_app.services.finding.recents import Spot, keep_recents, opened, read_recents
from brm_app.ui.desk import Desk
from brm_app.ui.keypresses import ENTER
from brm_app.ui.lane import Job, Lane
from brm_app.ui.marks import grown
from brm_app.ui.searching.rows import Row, Section, action_section, answer_sections, flat, place_section, sought_in
from brm_app.ui.searching.view import Answers
from brm_app.ui.widgets import label
from brm_app.ui.words import clip

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice

WIDTH, MARGIN, GAP = 600, 16, 4  # of the panel, to the edge of the window, to the field
SHARE = 0.74  # of the window's height that the panel may take
_OPENING = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason)
_NO_KEYS = Qt.KeyboardModifier.NoModifier
_HINTS = (("Enter", "open"), ("Esc", "close"))


class SearchPanel(QFrame):
    """The answers below the search field, which keeps the focus; `open` shows it, `close_down` ends it."""

    closed = Signal()

    def __init__(self, desk: Desk, field: QLineEdit, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("searchPanel")
        self.setAccessibleName("Search everything")
        self.setProperty("role", "floating")
        self._desk, self._field, self._actions = desk, field, actions
        self._finder = Finder(desk.workspace)
        self._lane, self._keeping = Lane("search", self), Lane("recents", self)
        self._recents: list[Spot] | None = None  # not read yet
        self._waiting = self._enter = False
        self._before: QWidget | None = None
        self.answers = Answers(desk.theme)
        self._build()
        self.hide()
        self._connect(parent)

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 5, 1, 1)
        box.setSpacing(4)
        box.addWidget(self.answers, 1)
        rule = QFrame()
        rule.setProperty("role", "rule")
        box.addWidget(rule)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 4, 14, 8)
        foot.setSpacing(6)
        foot.addWidget(label("Try “who handles printing for Pharmacy”", "secondary"))
        foot.addStretch()
        for key, does in _HINTS:
            cap = label(key)
            cap.setProperty("tag", "key")
            foot.addWidget(cap)
            foot.addWidget(label(does, "secondary"))
        box.addLayout(foot)

    def _connect(self, window: QWidget) -> None:
        self._field.installEventFilter(self)
        window.installEventFilter(self)
        self._field.textChanged.connect(self._typed)
        self.answers.chosen.connect(self._do)
        self._desk.changed.connect(self._on_notice)
        self._desk.wanted.connect(self._on_wanted)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    # Opening and closing

    def open(self) -> None:
        """Puts the cursor into the field and shows what was opened lately, or the answers to what stands there."""
        if not self._field.hasFocus():
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._show()

    def _show(self) -> None:
        if self.isHidden():
            self._ask()
            self._settle()
            self.show()
            self.raise_()

    def shut(self) -> None:
        """Hides the panel, forgets what was typed, and gives the focus back to where it was."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        self._lane.cancel()
        self._waiting = self._enter = False
        self._field.clear()
        if self._field.hasFocus():
            if before is not None and shiboken6.isValid(before) and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._field.clearFocus()
        self.closed.emit()

    def close_down(self) -> None:
        """Ends it before the workspace is closed: waits for the reading that is under way."""
        self._field.removeEventFilter(self)
        self._field.textChanged.disconnect(self._typed)
        self._desk.changed.disconnect(self._on_notice)
        self._desk.wanted.disconnect(self._on_wanted)
        self.shut()
        self._lane.close()
        self._keeping.close()

    def _settle(self) -> None:
        """Finds the place below the field, inside the window."""
        window, field = self.parentWidget(), self._field
        assert window is not None
        width = min(grown(WIDTH, self.font()), window.width() - 2 * MARGIN)
        corner = field.mapTo(window, QPoint(0, field.height() + GAP))
        left = corner.x() if self.isRightToLeft() else corner.x() + field.width() - width
        left = max(MARGIN, min(left, window.width() - width - MARGIN))
        layout = self.layout()
        assert layout is not None
        self.answers.resize(width, self.answers.height())
        around = layout.minimumSize().height() - self.answers.minimumSizeHint().height()
        height = min(self.answers.content_height() + around, int(window.height() * SHARE))
        self.setGeometry(left, corner.y(), width, height)

    # Asking

    def _typed(self, _text: str) -> None:
        if self._field.hasFocus():
            self._show()
            self._ask()

    def _ask(self) -> None:
        """Looks for what stands in the field, in place of what was looked for before."""
        typed, today = self._field.text(), self._desk.clock.today()
        finder, workspace, known = self._finder, self._desk.workspace, self._recents

        def work(job: Job) -> tuple[list[Spot], list[Answer]]:
            recents = known if known is not None else read_recents(workspace)
            if typed.strip():
                return recents, finder.find(typed, today, job.cancelled)
            return recents, finder.recall(recents)

        self._waiting = True
        self._lane.start(work, partial(self._answered, typed), self._failed)

    def _answered(self, typed: str, found: tuple[list[Spot], list[Answer]]) -> None:
        self._waiting = False
        if self._recents is None:
            self._recents = found[0]
        if self.isHidden():
            return
        sought = sought_in(typed)
        sections = answer_sections(self._desk, found[1])
        if not typed.strip() or sought:
            sections += [place_section(self._desk, sought), action_section(self._actions, sought)]
        rows = flat(sections)
        self.answers.show_rows(rows or self._nothing(typed), 1 if rows else -1)
        self._settle()
        if self._enter:
            self._enter = False
            self._do(self.answers.current())

    def _failed(self, error: Refused | Cancelled) -> None:
        self._waiting = self._enter = False
        if isinstance(error, Refused):
            self._desk.status(str(error))

    def _nothing(self, typed: str) -> list[Row]:
        """What can be done about words that are nowhere; none of it is chosen, so that Enter does nothing."""
        called = clip(typed, 60)
        log, add = partial(self._desk.log_wanted.emit, typed), partial(self._add_person, typed)
        rows = (
            Row("Log a touchpoint", log, icon="pencil-line", keys="Ctrl L"),
            Row(f"Add “{called}” to people", add, icon="plus"),
        )
        return flat([Section(f"Nothing is called “{called}”", rows, state="none")])

    def _add_person(self, typed: str) -> None:
        person = Person(name=" ".join(typed.split()))
        with self._desk.telling():
            self._desk.save(person)
            self._desk.go("people", person.id)

    # Doing

    def _do(self, place: int) -> None:
        rows = self.answers.rows.rows
        do: Callable[[], object] | None = rows[place].do if 0 <= place < len(rows) else None
        if do is not None:
            self.shut()
            do()

    def _on_wanted(self, place: str, record_id: str) -> None:
        """Keeps what is opened, from wherever, for the next time."""
        if record_id and ":" not in record_id and place in RECORDS and self._recents is not None:
            spots = self._recents = opened(self._recents, (place, record_id))
            workspace = self._desk.workspace
            self._keeping.start(lambda _job: keep_recents(workspace, spots), lambda _done: None, self._failed)

    def _on_notice(self, notice: Notice) -> None:
        self._finder.forget(notice.kinds)
        if self.isVisible():
            self._ask()

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field move and open; the panel goes where the field and the window go."""
        if watched is not self._field:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._settle()
            return False
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return self._on_key(event)
        if isinstance(event, QFocusEvent):
            self._on_focus(event)
        return False

    def _on_focus(self, event: QFocusEvent) -> None:
        if event.gotFocus() and event.reason() in _OPENING:
            self._show()
        elif event.lostFocus() and event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self._before = None
            self.shut()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self._field and old is not None:
            self._before = old

    def _on_key(self, event: QKeyEvent) -> bool:
        does = self._key(event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        if does is None:
            return False
        event.accept()  # so that it is no shortcut of the window
        if event.type() == QEvent.Type.KeyPress:
            does()
        return True

    def _key(self, key: int, held: Qt.KeyboardModifier) -> Callable[[], object] | None:
        """What a key does here, None for those that belong to the field or the window."""
        enter = key in ENTER
        if enter and held == Qt.KeyboardModifier.ControlModifier:
            return lambda: None
        if held != _NO_KEYS:
            return None
        if enter:
            return self._on_enter
        if key == Qt.Key.Key_Escape:
            return self._on_escape
        if self.isHidden():
            return self._show if key == Qt.Key.Key_Down else None
        page, all_rows = self.answers.page(), len(self.answers.rows.rows)
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Home: -all_rows,
            Qt.Key.Key_End: all_rows,
        }.get(Qt.Key(key))
        return None if steps is None else partial(self.answers.move, steps)

    def _on_enter(self) -> None:
        if self._waiting:
            self._enter = True  # the answers to what was typed are still on their way
        else:
            self._do(self.answers.current())

    def _on_escape(self) -> None:
        if self._field.text():
            self._field.clear()
        elif self.isVisible():
            self.shut()
        else:
            self._field.clearFocus()
