"""The row of chips: kind, unit, people, day, project, stage and site, each changed where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import attrs
from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from brm_app.domain.records import TOUCHPOINT_KINDS
from brm_app.services.quicklog.days import day_meant
from brm_app.services.quicklog.drafting import Draft, Entry
from brm_app.ui.desk import Desk
from brm_app.ui.editing.flow import Flow
from brm_app.ui.marks import kind_icon
from brm_app.ui.quicklog.chips import Chip, ChipLine, Look
from brm_app.ui.quicklog.wording import kind_words, no_day, weekday

SPOKEN = {
    "kind": "Kind",
    "units": "Unit",
    "people": "Person",
    "due": "Follow up",
    "projects": "Project",
    "stages": "Stage",
    "sites": "Site",
}
ICONS = {"units": "building-2", "people": "users", "due": "calendar-clock", "projects": "folder-kanban"}
ICONS |= {"stages": "route", "sites": "map-pin"}
FIELDS = {"units": "unit", "projects": "project", "stages": "stage", "sites": "site", "due": "due"}


class ChipRow(Flow):
    """Shows an entry; tells which field of the draft a person gave which value, and what it can't understand."""

    changed = Signal(str, object)
    puzzled = Signal(str)
    reshaped = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=8)
        self._desk = desk
        self._entry: Entry | None = None
        self._asked = ""
        self._month_first = False
        self.chips = {name: Chip(desk.theme, name, spoken) for name, spoken in SPOKEN.items()}
        self.line = ChipLine()
        self.line.taken.connect(self._on_taken)
        self.line.left.connect(self._leave)
        for name, chip in self.chips.items():
            chip.clicked.connect(partial(self._ask, name))
            chip.removed.connect(partial(self._remove, name))
        self._line_up()

    def _line_up(self) -> None:
        """Sets the chips in their order, the line for a typed answer in the place of the chip that asked."""
        self.set_widgets(self.line if name == self._asked else chip for name, chip in self.chips.items())
        for name, chip in self.chips.items():
            chip.setVisible(name != self._asked)
        self.line.setVisible(bool(self._asked))
        self.reshaped.emit()

    def show_entry(self, entry: Entry, month_first: bool) -> None:
        """Shows what is meant now."""
        self._entry, self._month_first = entry, month_first
        looks = {
            "kind": Look(kind_icon(entry.kind), kind_words(entry.kind, entry.channel), key="F2"),
            "units": self._one("units", entry.unit, entry.unit_options),
            "people": self._people(entry),
            "due": Look(ICONS["due"], f"Follow up {weekday(entry.due)}" if entry.due else "Follow up", bool(entry.due)),
            "projects": self._one("projects", entry.project, entry.project_options),
            "stages": self._one("stages", entry.stage, ()),
            "sites": self._one("sites", entry.site, ()),
        }
        for name, look in looks.items():
            self.chips[name].show_look(look)

    def _one(self, collection: str, key: str, options: tuple[str, ...]) -> Look:
        title = self._desk.title_of(collection, key)
        if options:
            first = self._desk.title_of(collection, options[0])
            return Look(ICONS[collection], f"{first} or {len(options) - 1} more?", asks=True)
        return Look(ICONS[collection], title or SPOKEN[collection], said=bool(title))

    def _people(self, entry: Entry) -> Look:
        if entry.people_options:
            return self._one("people", "", entry.people_options)
        names = [self._desk.title_of("people", person) for person in entry.people]
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        return Look(ICONS["people"], f"{names[0]}{more}" if names else SPOKEN["people"], said=bool(names))

    # Changing

    def next_kind(self) -> None:
        """F2: the next kind of touchpoint."""
        if self._entry is not None:
            place = TOUCHPOINT_KINDS.index(self._entry.kind)
            self.changed.emit("kind", TOUCHPOINT_KINDS[(place + 1) % len(TOUCHPOINT_KINDS)])

    def _ask(self, name: str) -> None:
        self._leave()
        if name == "kind":
            self._choose_kind()
            return
        self._asked = name
        if name == "due":
            self.line.ask("Such as fri, 12 dec or +3d", {}, self._read_day)
        else:
            self.line.ask(f"{SPOKEN[name]}, any part of it", self._offered(name))
        self._line_up()
        QTimer.singleShot(0, self.line, self._offer)  # once it has its place

    def _offer(self) -> None:
        if self._asked:
            self.line.offer()

    def _offered(self, name: str) -> Mapping[str, str]:
        choices = self._desk.choices(name)
        entry = self._entry
        assert entry is not None
        options = {"units": entry.unit_options, "people": entry.people_options, "projects": entry.project_options}
        return {key: choices[key] for key in options.get(name, ()) if key in choices} or choices

    def _choose_kind(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("logKinds")
        for kind in TOUCHPOINT_KINDS:
            action = QAction(self._desk.theme.icon(kind_icon(kind)), kind_words(kind), menu)
            action.triggered.connect(partial(self._take_kind, kind))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        chip = self.chips["kind"]
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _take_kind(self, kind: str, _checked: bool = False) -> None:
        self.changed.emit("kind", kind)

    def _read_day(self, words: str) -> str:
        meant = day_meant(words.strip().removeprefix("@"), self._desk.clock.today(), self._month_first)
        if meant is None:
            self.puzzled.emit(no_day(words))
            return ""
        return meant.day.isoformat()

    def _on_taken(self, value: str) -> None:
        name = self._asked
        self._leave()
        if name == "people":
            self.changed.emit("people", (value,))
        else:
            self.changed.emit(FIELDS[name], value)

    def _leave(self) -> None:
        name, self._asked = self._asked, ""
        if not name:
            return
        self._line_up()
        self.chips[name].setFocus(Qt.FocusReason.TabFocusReason)  # its ring is to be seen

    def _remove(self, name: str) -> None:
        if name == "people":
            self.changed.emit("people", ())
        elif name == "kind":
            self.changed.emit("kind", None)
        else:
            self.changed.emit(FIELDS[name], "")


def live(draft: Draft, desk: Desk) -> Draft:
    """The draft without the records that were deleted meanwhile."""
    gone: dict[str, Any] = {}
    for collection, field in (("units", "unit"), ("projects", "project"), ("people", "owner")):
        if getattr(draft, field) and not desk.title_of(collection, getattr(draft, field)):
            gone[field] = None
    said = (("units", "from_unit"), ("people", "from_person"), ("projects", "from_project"))
    for collection, field in (*said, ("stages", "stage"), ("sites", "site")):
        if getattr(draft, field) and not desk.title_of(collection, getattr(draft, field)):
            gone[field] = ""
    people = draft.people and tuple(key for key in draft.people if desk.title_of("people", key))
    return attrs.evolve(draft, people=people or (None if draft.people else draft.people), **gone)
