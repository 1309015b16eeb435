"""One person at a glance: who they are, how to reach them, what happened, what was promised, for whom they speak."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from brm_app.domain.records import Assignment, Person
from brm_app.services.coverage import holds
from brm_app.services.relations import person_picture
from brm_app.ui.around import LineButton, PromisesPanel, turn
from brm_app.ui.desk import Desk, short
from brm_app.ui.editing.flow import Flow
from brm_app.ui.happened import HappenedPanel
from brm_app.ui.keyed import KeyedButton
from brm_app.ui.marks import Tag
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import Panel, button, clear_layout, label

Fact = tuple[str, str, str]
"""What it is, the words, and the id of a person they lead to or an empty string."""


LEAST, BESIDE = 380, 440  # the least width, and that from which actions stand beside the tags


class PersonView(QScrollArea):
    """Shows a person; what is wanted of them is told by signals."""

    wants_edit = Signal()
    wants_delete = Signal()
    wants_assignment = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.person: Person | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.vip, self.speaks = Panel("VIP support"), Panel("Speaks for IT")
        self.facts = QWidget()
        self.vip.setObjectName("vipCard")
        self.vip.act(Tag(desk.theme, "Never printed", icon="lock"))
        self.speaks.act(button("addAssignment", "Name a unit", self._assign, "link", "Name a unit they speak for"))
        self.promises = PromisesPanel(desk)
        self.happened = HappenedPanel(desk, "person")
        self._bodies: dict[QWidget, QVBoxLayout] = {self.facts: QVBoxLayout(self.facts)}
        self._bodies[self.facts].setContentsMargins(0, 0, 0, 0)
        for panel in (self.vip, self.speaks):
            self._bodies[panel] = QVBoxLayout()
            panel.body.addLayout(self._bodies[panel])
        for body in self._bodies.values():
            body.setSpacing(6)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "page")
        self.setWidget(inside)  # while it is empty: it is measured with all that is in it
        box = QVBoxLayout(inside)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(12)
        box.addLayout(self._make_head())
        for panel in (self.facts, self.vip, self.speaks, self.promises):
            box.addWidget(panel)
        box.addWidget(self.happened, 1)

    def _make_head(self) -> QVBoxLayout:
        self.initials = label("", "tile")
        self.initials.setFixedSize(scaled(44), scaled(44))
        self.initials.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.heading, self.about = label("", "title", wrap=True), label("", "about", wrap=True)
        self.heading.setObjectName("personName")
        self.about.setObjectName("personAbout")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self.about)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.initials, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        delete = button("deleteRecord", "Delete", self.wants_delete.emit, "link", "Delete this person")
        edit = KeyedButton(self._desk.theme, "editRecord", "Edit", "E", self.wants_edit.emit)
        ask = KeyedButton(self._desk.theme, "askNow", "Ask now", "C", self.ask_now)
        for action in (delete, edit, ask):
            action.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tags = Flow(gap=6)
        self._second = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second.setSpacing(12)
        self._second.addWidget(self._tags, 1, Qt.AlignmentFlag.AlignVCenter)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        for action in (delete, edit, ask):
            acts.addWidget(action)
        acts.addStretch()
        self._second.addLayout(acts)
        head = QVBoxLayout()
        head.setSpacing(12)
        head.addLayout(line)
        head.addLayout(self._second)
        return head

    def minimumSizeHint(self) -> QSize:
        """Wide enough that nothing is cut off once the actions stand below the tags."""
        return QSize(scaled(LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the actions below the tags where there is no room beside them."""
        super().resizeEvent(event)
        turn(self._second, self.viewport().width() >= scaled(BESIDE))

    # Showing

    def show_person(self, person: Person) -> None:
        """Reads and shows all of a person."""
        self.person = person
        picture = person_picture(self._desk.workspace, person.id)
        self.heading.setText(short(person))
        self.initials.setText(initials(person.name))
        unit = self._desk.title_of("units", person.unit)
        self.about.setText(", ".join(filter(None, (person.job_title, unit))))
        self.about.setVisible(bool(self.about.text()))
        self._fill_tags(person)
        reach = (("Email", person.email, ""), ("Phone", person.phone, ""), ("Note", person.note, ""))
        self._fill(self.facts, reach)
        delegate = self._desk.title_of("people", person.vip_delegate)
        rules = (
            ("How to reach them", person.vip_contact_rule, ""),
            ("When", person.vip_availability, ""),
            ("Wants help", person.vip_preference.capitalize(), ""),
            ("Delegate", delegate, person.vip_delegate or ""),
        )
        self._fill(self.vip, rules)
        self.vip.setVisible(person.vip or any(words for _, words, _ in rules))
        self._fill_speaks(person)
        self.promises.setVisible(bool(picture.open_promises) or person.side == "business")
        self.promises.show_promises(picture.open_promises, picture.theirs)
        self.happened.show_picture(person, picture)

    def _fill_tags(self, person: Person) -> None:
        self._tags.clear()
        tags = (
            ("VIP", "acc", person.vip),
            ("IT", "", person.side == "IT"),
            (person.kind.capitalize(), "", person.kind not in ("", "staff")),
            ("Power user", "", person.power_user),
            ("Agrees to be named", "good", person.name_consent),
            ("Not to be named", "", not person.name_consent),
        )
        for words, kind, so in tags:
            if so:
                self._tags.add(Tag(self._desk.theme, words, kind))

    def _fill(self, panel: QWidget, facts: tuple[Fact, ...]) -> None:
        body = self._bodies[panel]
        clear_layout(body)
        shown = [fact for fact in facts if fact[1].strip()]
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, words, person) in enumerate(shown):
            side = Qt.AlignmentFlag.AlignVCenter if person else Qt.AlignmentFlag.AlignTop
            grid.addWidget(label(name, "about"), row, 0, side)
            grid.addWidget(self._words(name, words, person), row, 1)
        body.addLayout(grid)
        if not shown:
            body.addWidget(label("Nothing is noted. Edit adds an email or a phone number.", "about", wrap=True))

    def _words(self, name: str, words: str, person: str) -> QWidget:
        if person:
            made = LineButton(f"{name.lower()}Person", words, lambda: self._desk.go("people", person))
            made.setStyleSheet("min-height: 0;")  # as high as the lines above
            return made
        said: QLabel = label(words, wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return said

    def _fill_speaks(self, person: Person) -> None:
        body, today = self._bodies[self.speaks], self._desk.clock.today()
        clear_layout(body)
        found = self._desk.workspace.find(Assignment, equals={"person": person.id})
        for number, assignment in enumerate(found):
            body.addWidget(self._assignment(number, assignment, holds(assignment, today)))
        self.speaks.setVisible(person.side == "IT" or bool(found))
        if not found:
            body.addWidget(label("Speaks for no unit yet.", "about", wrap=True))

    def _assignment(self, number: int, assignment: Assignment, now: bool) -> QWidget:
        """`Acute Care, Wards … 60 %`; a press opens it."""
        made = QWidget()
        box = QHBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        unit = self._desk.title_of("units", assignment.unit)
        words = ", ".join(filter(None, (unit, assignment.service_area)))
        box.addWidget(
            LineButton(f"assignment-{number}", words, lambda: self.wants_assignment.emit(assignment.id)), 1
        )  # fmt: skip
        share = f"{assignment.share_of_time}\u00a0%" if assignment.share_of_time is not None else ""
        box.addWidget(label(", ".join(filter(None, (share, "" if now else "not now"))), "secondary"))
        return made

    # Acting

    def ask_now(self) -> None:
        """Opens the quick log about this person."""
        self._desk.log_wanted.emit(self.person)

    def _assign(self) -> None:
        self.wants_assignment.emit("")


def initials(name: str) -> str:
    """The first letters of the first and the last name."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0].upper() for word in (words[:1] + words[1:][-1:]))
