"""The page of one project: the brand strip, and its parts behind tabs."""

from __future__ import annotations

from collections.abc import Callable

import attrs
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QTabBar, QWidget

from brm_app.domain.records import Benefit, Message, Project, Rollout, Touchpoint
from brm_app.services.remembering import promises_about
from brm_app.ui.desk import Desk
from brm_app.ui.drawn.project import Ui_ProjectView
from brm_app.ui.editing.form import RecordForm
from brm_app.ui.marks import grown
from brm_app.ui.projects.benefits import Benefits
from brm_app.ui.projects.events import Rollouts, Touchpoints
from brm_app.ui.projects.facts import BRAND, DETAILS, WHY, Facts
from brm_app.ui.projects.header import BrandStrip
from brm_app.ui.projects.history import History
from brm_app.ui.projects.inplace import Fact
from brm_app.ui.projects.messages import Messages
from brm_app.ui.projects.order import set_tab_order
from brm_app.ui.projects.promises import Promises
from brm_app.ui.projects.proofs import Proofs
from brm_app.ui.projects.section import Section

ROOM = 1040  # the width from which why and benefits stand beside each other, and the strip is one line
LEAST = 960  # the width from which the proof stands between its messages


@attrs.frozen
class Tab:
    """One part of the page: its words, its count, and its panels."""

    words: str
    sections: tuple[Section, ...]
    count: Callable[[Project], str] = lambda _project: ""


class ProjectView(QWidget):
    """Shows one project; each panel edits its part in place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.project: Project | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to what is on it
        self.form = Ui_ProjectView()
        self.form.setupUi(self)
        self.setObjectName("projectView")
        self.setAccessibleName("Project")
        self.strip = BrandStrip(desk, self.settle)
        self.proofs, self.benefits, self.messages = Proofs(desk), Benefits(desk), Messages(desk)
        self.why = Facts(desk, "why", "Why", WHY, self.settle, lead="why")
        self.brand = Facts(desk, "brand", "Brand kit", BRAND, self.settle)
        self.details = Facts(desk, "details", "Details", DETAILS, self.settle)
        self.touchpoints, self.rollouts = Touchpoints(desk), Rollouts(desk)
        self.promises, self.history = Promises(desk), History(desk)
        self.parts = self._parts()
        self._stale: set[Section] = set()
        self._tab = 0
        self.tabs = self._tab_bar()
        self._order = QTimer(self, singleShot=True, interval=0)
        self._order.timeout.connect(lambda: set_tab_order(self.form.insideLayout))
        self._lay_out()
        self.proofs.stepped.connect(self.benefits.show_benefit)
        self.benefits.chosen.connect(self.proofs.show_proof)
        self.proofs.reading_wanted.connect(self.benefits.add_reading_of)
        self.proofs.benefit_wanted.connect(self.benefits.add)

    def _parts(self) -> tuple[Tab, ...]:
        workspace = self.desk.workspace
        return (
            Tab("Overview", (self.proofs, self.why, self.benefits)),
            Tab("Messages", (self.messages,), lambda p: f"{len(workspace.find(Message, equals={'project': p.id}))}"),
            Tab("Touchpoints", (self.touchpoints,), lambda p: f"{len(workspace.linked(Touchpoint, 'projects', p.id))}"),
            Tab("Roll-out", (self.rollouts,), self._reached),
            Tab("Promises", (self.promises,), self._open_promises),
            Tab("Brand kit", (self.brand,)),
            Tab("Details", (self.details,)),
            Tab("History", (self.history,)),
        )

    def _reached(self, project: Project) -> str:
        places = self.desk.workspace.find(Rollout, equals={"project": project.id})
        return f"{sum(p.done for p in places)} of {len(places)}" if places else "0"

    def _open_promises(self, project: Project) -> str:
        return f"{sum(p.state == 'open' for p in promises_about(self.desk.workspace, project.id))}"

    def _tab_bar(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setObjectName("projectTabs")
        tabs.setAccessibleName("Parts of the project")
        tabs.setExpanding(False)
        tabs.setDrawBase(False)
        tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for part in self.parts:
            tabs.addTab(part.words)
        tabs.currentChanged.connect(self._on_tab)
        return tabs

    def _lay_out(self) -> None:
        self.form.stripPlace.addWidget(self.strip)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self.form.tabsPlace.setSpacing(0)
        self.form.tabsPlace.addWidget(self.tabs)
        self.form.tabsPlace.addWidget(rule)
        self.form.leftPlace.addWidget(self.why)
        self.form.rightPlace.addWidget(self.benefits)
        beside: tuple[Section, ...] = (self.why, self.benefits)
        for section in self.sections:
            section.rebuilt.connect(self._order.start)
            if section not in beside:
                self.form.bodyPlace.addWidget(section)
            section.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer columns where there is no room for all."""
        super().resizeEvent(event)
        roomy = self.width() >= grown(ROOM, self.font())
        self.form.columns.setDirection(QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom)
        self.strip.set_wide(roomy)
        wide = self.width() >= grown(LEAST, self.font())
        if wide != self.proofs.wide:
            self.proofs.wide = self.messages.wide = wide
            self.proofs.rebuild()
            self.messages.rebuild()

    # Parts

    @property
    def sections(self) -> tuple[Section, ...]:
        """All panels from the first tab to the last."""
        return tuple(section for part in self.parts for section in part.sections)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts that are edited where they stand."""
        return (*self.strip.facts, *self.why.facts, *self.brand.facts, *self.details.facts)

    def show_project(self, project: Project) -> None:
        """Shows a project; panels behind other tabs wait until they are looked at."""
        if self.project is None or project.id != self.project.id:
            self.form.area.verticalScrollBar().setValue(0)
            self.tabs.setCurrentIndex(0)
        self.project = project
        self.strip.show_project(project)
        for place, part in enumerate(self.parts):
            self.tabs.setTabText(place, f"{part.words}  {part.count(project)}".rstrip())
        self._stale = set(self.sections)
        self._show_part()

    def show_part(self, part: Benefit | Message) -> None:
        """Shows a benefit or a message of the project, and gives it the keyboard."""
        self.tabs.setCurrentIndex(0)
        benefit = part.id if isinstance(part, Benefit) else part.benefit or ""
        self.proofs.show_proof(benefit)
        self.benefits.show_benefit(benefit)
        QTimer.singleShot(0, self, lambda: self._reach(part))  # cards that were just made are not shown yet

    def _reach(self, part: Benefit | Message) -> None:
        shown = self.benefits.table if isinstance(part, Benefit) else self.proofs.card_of(part.id)
        if shown:
            shown.setFocus()
            self.form.area.ensureWidgetVisible(shown)

    def _on_tab(self, place: int) -> None:
        if place == self._tab:
            return
        if not self.settle():
            self.tabs.setCurrentIndex(self._tab)
            return
        self._tab = place
        self._show_part()

    def _show_part(self) -> None:
        """The panels of the tab, read again where something changed."""
        shown = self.parts[self._tab].sections
        for section in self.sections:
            section.setVisible(section in shown)
        for section in shown:
            if self.project and section in self._stale:
                section.show_project(self.project)
                self._stale.discard(section)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the page while no part of it has the keyboard: each goes to the first part that waits for it."""
        act = self._acts().get(Qt.Key(event.key()))
        if act is None or not self.hasFocus() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            act()

    def _acts(self) -> dict[Qt.Key, Callable[[], object]]:
        """What the keys do on the tab that is shown."""
        acts: dict[Qt.Key, Callable[[], object]] = {Qt.Key.Key_E: self.strip.facts[0].open}
        for tellings in (self.proofs, self.messages):
            if tellings.isVisible():
                acts |= {Qt.Key.Key_A: tellings.approve_next, Qt.Key.Key_T: tellings.tell_next}
        if self.benefits.isVisible():
            acts[Qt.Key.Key_N] = self.benefits.add_reading
        return acts

    # Forms

    def settle(self) -> bool:
        """Saves or asks wherever something was typed; False where the person stays."""
        return all(fact.settle() for fact in self.facts) and all(section.settle() for section in self.sections)

    def save(self) -> None:
        """Saves the open form that has the focus, or else the first with something typed."""
        open_forms = (*(fact.form for fact in self.facts), *(section.form for section in self.sections))
        forms: list[RecordForm] = [form for form in open_forms if form]
        focus = self.window().focusWidget()
        forms.sort(key=lambda form: (not (focus and form.isAncestorOf(focus)), not form.dirty))
        if forms:
            forms[0].save()

    def cancel(self) -> bool:
        """Takes back a fact that is edited, or closes a form without typing; False where none is open."""
        for fact in self.facts:
            if fact.form:
                fact.close_form()
                return True
        return any(section.take_back() for section in self.sections)
