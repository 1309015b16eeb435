"""The quick log: one line over any page that becomes a touchpoint and its promise."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import attrs
import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QStackedWidget, QWidget

from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.records import Record
from brm_app.services.quicklog.around import CONCERNS, DRAFT, Around, about, owner_of, read_around
from brm_app.services.quicklog.drafting import Draft, Entry, fault, read, records
from brm_app.services.quicklog.names import Names
from brm_app.services.quicklog.parsing import Parsed, parse
from brm_app.ui.desk import Desk
from brm_app.ui.keypresses import ENTER
from brm_app.ui.lane import Lane
from brm_app.ui.marks import grown
from brm_app.ui.quicklog.body import LogBody
from brm_app.ui.quicklog.chiprow import live
from brm_app.ui.quicklog.wording import destination, no_day, save_label, weekday

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice

WIDTH, MARGIN, TOP = 864, 12, 8  # of the panel, to the edges of the page and so of what stands at them, below the bar
MINE = "Mine"
NOWHERE = Around(Names(), False, "", {}, {})  # until the names are read


class QuickLog(QFrame):
    """Floats over the page; `open` shows it, Esc hides it and keeps what was typed."""

    closed = Signal()
    hints = (("Tab", "next field"), ("1 – 5", "mood"), ("@", "date"), ("F2", "kind"), ("Ctrl Enter", "save"))

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quickLog")
        self.setAccessibleName("Log a touchpoint")
        self.setProperty("role", "floating")
        self._desk = desk
        self._start = self._draft = Draft()
        self._around = NOWHERE
        self._stale = True  # the names must be read (again)
        self._lane = Lane("names", self)
        self._entry: Entry | None = None
        self._parsed = Parsed("")
        self._before: QWidget | None = None
        self.body = LogBody(desk, self)
        self.hide()
        self._connect()
        parent.installEventFilter(self)

    def _connect(self) -> None:
        body = self.body
        body.line.typed.connect(partial(self._change, "text"))
        body.chips.changed.connect(self._change)
        body.chips.reshaped.connect(self._settle)
        body.chips.puzzled.connect(body.complain)
        body.moods.chosen.connect(partial(self._change, "mood"))
        body.promise.worded.connect(partial(self._change, "words"))
        body.promise.removed.connect(partial(self._change, "due", ""))
        body.promise.wants_owner.connect(self._choose_owner)
        body.planned.chosen.connect(lambda number: self._change("planned", number == 0))
        body.consent.toggled.connect(partial(self._change, "consent"))
        body.quote.textChanged.connect(lambda: self._change("quote", body.quote.toPlainText()))
        body.executive.toggled.connect(partial(self._change, "executive_saw"))
        body.anew.clicked.connect(lambda _=False: self._begin(self._start))
        body.save.clicked.connect(lambda _=False: self.save())
        body.another.clicked.connect(lambda _=False: self.save(again=True))
        self._desk.theme.changed.connect(self._wear)
        self._desk.changed.connect(self._on_notice)

    def _wear(self) -> None:
        self.body.paint()  # heard here: of what is no object of Qt's a connection would outlive the panel

    # Opening and closing

    def open(self, about_record: Record | str | None = None) -> None:
        """Shows the panel with the draft that was kept, or a new one about a record or with some words."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
            self._start = about(about_record)
            self._read_names()
            self._begin(self._kept() or self._start)
            self._settle()
            self.show()
            self.raise_()
        self.body.line.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _kept(self) -> Draft | None:
        draft = Draft.from_plain(self._desk.workspace.remembered(DRAFT))
        return live(draft, self._desk) if draft else None

    def _begin(self, draft: Draft) -> None:
        """Shows a draft; one that was kept can be left for an empty one."""
        self._draft = draft
        self.body.show_draft(draft, draft != self._start, self._start.text)
        self._update()

    def shut(self) -> None:
        """Hides the panel, keeps what was typed, and gives the focus back to where it was."""
        if self.isHidden():
            return
        with self._desk.telling():
            self._keep()
        self._hide()

    def _hide(self) -> None:
        before, self._before = self._before, None
        self.hide()
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _keep(self) -> None:
        typed = attrs.evolve(self._draft, text=self._draft.text.strip()) != self._start
        if typed:
            self._desk.workspace.remember(DRAFT, self._draft.to_plain())
        else:
            self._forget()

    def _forget(self) -> None:
        if self._desk.workspace.remembered(DRAFT) is not None:
            self._desk.workspace.remember(DRAFT, None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The workspace closes: keeps what was typed."""
        self.shut()
        self._lane.close()
        super().closeEvent(event)

    # What is meant

    def _change(self, field: str, value: Any) -> None:
        if getattr(self._draft, field) != value:
            self._draft = attrs.evolve(self._draft, **{field: value})
            self._update()

    @property
    def ready(self) -> bool:
        """True once the names of the workspace are known as they are now."""
        return not self._stale

    def _read_names(self) -> None:
        """Reads the names in the background; until then lines are read with those known before."""
        if self._stale:
            workspace, today = self._desk.workspace, self._desk.clock.today()
            self._lane.start(lambda _job: read_around(workspace, today), self._take_names, self._not_read)

    def _take_names(self, around: Around) -> None:
        self._around, self._entry, self._stale = around, None, False
        self._update()

    def _not_read(self, error: Refused | Cancelled) -> None:
        if isinstance(error, Refused):
            self.body.complain(str(error))

    def _update(self) -> None:
        """Reads the line again and shows what it says, what was chosen, and where it will go."""
        around = self._around
        if self._parsed.text != self._draft.text or self._entry is None:
            self._parsed = parse(self._draft.text, around.names, self._desk.clock.today(), around.month_first)
            self.body.line.show_parsed(self._parsed)
        entry = read(self._draft, self._parsed, around.names)
        owner = self._draft.owner or owner_of(around, entry.unit)
        self._entry = entry = attrs.evolve(entry, owner=owner)
        self.body.chips.show_entry(entry, around.month_first)
        self.body.moods.show_mood(entry.mood)
        self.body.promise.show_promise(entry.promise, self._owner_words(), weekday(entry.due) if entry.due else "")
        self.body.complain(no_day(self._parsed.no_day))
        self.body.place.setText(destination(entry, *self._titles()))
        self._settle()

    def _titles(self) -> tuple[str, str]:
        assert self._entry is not None
        person = self._entry.people[0] if self._entry.people else None
        return self._desk.title_of("units", self._entry.unit), self._desk.title_of("people", person)

    def _owner_words(self) -> str:
        assert self._entry is not None
        if self._entry.owner and self._entry.owner == self._around.me:
            return MINE
        return self._desk.title_of("people", self._entry.owner) or "Owner…"

    def _choose_owner(self) -> None:
        around = self._around
        names = self._desk.choices("people")
        offered = dict.fromkeys(filter(None, (around.me, *around.owners.values())))
        menu = QMenu(self)
        menu.setObjectName("logOwners")
        for key in sorted(offered, key=lambda key: (key != around.me, names.get(key, ""))):
            words = MINE if key == around.me else names.get(key, "")
            menu.addAction(words.replace("&", "&&"), partial(self._change, "owner", key))
        if not offered:
            menu.addAction("No liaison is assigned yet").setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.body.promise.owner.mapToGlobal(QPoint(0, self.body.promise.owner.height())))

    def _on_notice(self, notice: Notice) -> None:
        if notice.kinds & CONCERNS:
            self._lane.cancel()
            self._stale = True
            if not self.isHidden():
                self._read_names()

    # Saving

    def save(self, again: bool = False) -> None:
        """Saves touchpoint and promise as one step; what can't be saved stays and says why."""
        if self._stale:
            with self._desk.telling():
                self._take_names(read_around(self._desk.workspace, self._desk.clock.today()))
        entry = self._entry
        assert entry is not None
        sentence = fault(self._draft, entry)
        if not sentence and self._parsed.no_day and not entry.due:  # a promise without its day would be lost
            sentence = f"{no_day(self._parsed.no_day)} Or take the @ out."
        if sentence:
            self.body.complain(sentence)
            self._settle()
            return
        role = self._around.roles.get(entry.people[0], "") if entry.people else ""
        touchpoint, promise = records(self._draft, entry, self._desk.clock.now_utc(), role)
        label = save_label(entry, *self._titles())
        try:
            with self._desk.workspace.write(label, origin=self) as batch:
                for record in filter(None, (touchpoint, promise)):
                    batch.add(record)
            self._forget()
        except Refused as refused:
            self.body.complain(f"{refused} What you typed is still here.")
            self._settle()
            return
        self._desk.status(f"{label.replace('Log', 'Logged', 1)}.", undo=True)
        self._start = Draft()
        self._begin(self._start)
        if again:
            self.body.line.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._hide()

    # Keys and place

    def event(self, event: QEvent) -> bool:
        """Takes its own keys before the window's menus do."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (_saves(event) or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F2))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc keeps a draft, F2 changes the kind, 1 to 5 say the mood."""
        if _saves(event):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() == Qt.Key.Key_F2:
            self.body.chips.next_kind()
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_5 and not event.modifiers():
            self.body.moods.choose(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the size of the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget() and not self.isHidden():
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Finds its place at the top of the page."""
        window = self.parentWidget()
        assert window is not None
        pages = window.findChild(QStackedWidget, "pages") or window
        corner = pages.mapTo(window, QPoint(0, 0))
        width = min(grown(WIDTH, self.font()), pages.width() - 2 * MARGIN)
        left = corner.x() + MARGIN
        if self.isRightToLeft():
            left = corner.x() + pages.width() - MARGIN - width
        height = self.body.height_for(width, pages.height() - TOP - MARGIN)
        self.setGeometry(left, corner.y() + TOP, width, height)


def _saves(event: QKeyEvent) -> bool:
    pressed = event.key() in (*ENTER, Qt.Key.Key_S)
    return pressed and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
