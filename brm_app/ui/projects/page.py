"""Projects: the list of all, and the page of one."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from brm_app.domain.days import day
from brm_app.domain.records import Audience, Benefit, Message, Project, Record
from brm_app.services.proving import AGAIN, states_of
from brm_app.ui.desk import Desk, short
from brm_app.ui.listing import Column
from brm_app.ui.listpane import ListPane
from brm_app.ui.page import Page
from brm_app.ui.projects.states import STATES, TOLD, status_words
from brm_app.ui.widgets import Panel, button, label
from brm_app.ui.words import clip

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice
    from brm_app.ui.editing.form import RecordForm
    from brm_app.ui.projects.view import ProjectView

READS = frozenset({"projects", "benefits", "readings", "messages", "touchpoints", "rollouts", "people", "units",
                   "sites", "audiences", "attachments", "organisation", "promises"})  # fmt: skip
NEW = (("", ("name", "unit", "summary", "status")),)
EMPTY = "No projects yet. A project carries its brand, its why, and its benefits.\nMake the first one, or import them."
STATUS_INKS = {status_words(status).lower(): ink for status, ink in STATES.items()}
TOLD_INKS = {words.lower(): ink for words, ink in TOLD.values()}
LIST_KEYS = (("Ctrl N", "new"), ("Enter", "open"), ("Ctrl F", "filter"))
PROJECT_KEYS = (("E", "edit"), ("A", "approve"), ("T", "mark as told"), ("N", "new reading"))
PARTS: dict[str, type[Benefit | Message]] = {"benefit": Benefit, "message": Message}
ORDER = ("approved", AGAIN, "in review", "returned", "draft")


class ProjectsPage(Page):
    """The list of projects; Enter opens one."""

    name = "projects"
    keeps_choice = False  # without one it lists
    hints: tuple[tuple[str, str], ...] = LIST_KEYS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._told: dict[tuple[str, str], str] = {}
        self._list_stale = False
        self._audiences = desk.workspace.find(Audience, sort="order")
        self.pane = ListPane(desk, Project, self._columns(), self._read)
        self.pane.layout().setContentsMargins(24, 12, 24, 16)  # type: ignore[union-attr]
        self.pane.add.hide()  # the heading has the words for it
        self.view: ProjectView | None = None
        self.new_panel = Panel("New project")
        self.new_panel.hide()
        self.empty = self._empty_state()
        self._lay_out()
        self.pane.wants_new.connect(self.new_record)
        self.pane.table.opened.connect(self._open_chosen)
        self.pane.table.wants_delete.connect(self.delete_record)

    @cached_property
    def form(self) -> RecordForm:
        """The form of a new project, made when one is first wanted: the first page is there sooner without."""
        from brm_app.ui.editing.form import RecordForm

        form = RecordForm(self.desk, Project, NEW)
        self.new_panel.body.addWidget(form)
        form.saved.connect(self._on_made)
        form.cancelled.connect(self.new_panel.hide)
        return form

    def _lay_out(self) -> None:
        listed = QWidget()
        box = QVBoxLayout(listed)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        held = QVBoxLayout()
        held.setContentsMargins(24, 16, 24, 0)
        held.setSpacing(12)
        held.addLayout(self._heading())
        held.addWidget(self.new_panel)
        box.addLayout(held)
        box.addWidget(self.empty, 1)
        box.addWidget(self.pane, 1)
        box.addStretch()  # below the form of the first project there is neither
        self.stack = QStackedLayout(self)
        self.stack.addWidget(listed)

    def _heading(self) -> QHBoxLayout:
        """What the list is, and the one primary action."""
        line, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("Projects", "title"))
        words.addWidget(label("What changes, for whom, and who was told", "secondary"))
        line.addLayout(words, 1)
        self.new_button = button("newProject", "New project", self.new_record, "primary")
        line.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _viewer(self) -> ProjectView:
        """The page of one project, made when the first one is opened."""
        if self.view is None:
            from brm_app.ui.projects.view import ProjectView

            self.view = ProjectView(self.desk, self)
            self.stack.addWidget(self.view)
        return self.view

    def _empty_state(self) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(24, 80, 24, 24)
        words = label(EMPTY, "about", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(words)
        add = self.add_first = button("emptyAdd", "New project", self.new_record, "primary")
        box.addWidget(add, 0, Qt.AlignmentFlag.AlignCenter)
        box.addStretch(1)
        return made

    def _columns(self) -> tuple[Column, ...]:
        title = self.desk.title_of
        told = tuple(
            Column(audience.name, partial(self._told_to, audience.id), 140, states=TOLD_INKS)
            for audience in self._audiences[:3]
        )
        return (
            Column("Project", lambda p: p.name, 208, muted=False),
            Column("Summary", lambda p: clip(p.summary or p.tagline)),
            Column("Unit", lambda p: title("units", p.unit), 160),
            Column("Status", lambda p: status_words(p.status) if p.status else "", 112, states=STATUS_INKS),
            Column("Live", lambda p: day(p.live), 104, needs=880),
            *told,
        )

    def _told_to(self, audience: str, project: Record) -> str:
        return TOLD[self._told.get((project.id, audience), "missing")][0]

    def _read(self, words: str, limit: int) -> list[Record]:
        self._told = {}
        messages = self.desk.workspace.find(Message)
        stands = states_of(self.desk.workspace, messages)
        for message in messages:
            key = (message.project or "", message.audience or "")
            self._told[key] = min(self._told.get(key, "draft"), stands[message.id], key=ORDER.index)
        return list(self.desk.workspace.find(Project, words=words, limit=limit))

    # Showing

    def title(self) -> str:
        """The words of this place."""
        return "Projects"

    def crumbs(self) -> tuple[str, ...]:
        """The list, then the project."""
        project = self._shown()
        return (self.title(), short(project)) if project else (self.title(),)

    def shown_record(self) -> str:
        """The id of the open project."""
        project = self._shown()
        return project.id if project else ""

    def _shown(self) -> Project | None:
        return self.view.project if self.view and self.stack.currentIndex() else None

    def refresh(self, notice: Notice | None) -> None:
        """Reads again what the notice concerns."""
        if notice and not notice.kinds & READS:
            return
        held = self.shown_record()
        project = self.desk.workspace.get(Project, held) if held else None
        self._list_stale = True
        if notice is None:
            return  # the window is about to open a project or the list, which shows it anew
        if project:
            self._viewer().show_project(project)
        elif held:
            self._show_list()
        else:
            self._reload_list()

    def _reload_list(self) -> None:
        self._list_stale = False
        self.pane.reload()
        there = bool(self.pane.model.records) or bool(self.pane.filter.text())
        self.pane.setVisible(there)
        self.empty.setHidden(there or not self.new_panel.isHidden())
        self.new_button.setVisible(there)

    def open_record(self, record_id: str) -> None:
        """Shows one project, or the list; `benefit:` or `message:` before an id shows that part of its project."""
        kind, _, key = record_id.rpartition(":")
        part = self.desk.workspace.get(PARTS[kind], key) if kind in PARTS else None
        project_id = part.project or "" if part else record_id
        project = self.desk.workspace.get(Project, project_id) if project_id else None
        self.hints = PROJECT_KEYS if project else LIST_KEYS
        if project is None:
            self._show_list()
            return
        view = self._viewer()
        self.stack.setCurrentIndex(1)
        view.show_project(project)
        view.setFocus()
        if part:
            view.show_part(part)
        self.crumbs_changed.emit()

    def _show_list(self) -> None:
        held = self.shown_record() or self.pane.table.current_id()
        if self.view:
            self.view.project = None
        self.stack.setCurrentIndex(0)
        self.hints = LIST_KEYS
        if self._list_stale:
            self._reload_list()
        records = self.pane.model.records
        self.pane.table.choose(held or (records[0].id if records else ""))
        (self.pane.table if self.empty.isHidden() else self.add_first).setFocus()
        self.crumbs_changed.emit()

    def _open_chosen(self, record_id: str) -> None:
        if record_id:
            self.desk.go("projects", record_id)

    def _on_made(self, record: Project) -> None:
        self.new_panel.hide()
        self.desk.go("projects", record.id)

    # Commands

    def settle(self) -> bool:
        """Saves or asks wherever something was typed."""
        return (self.new_panel.isHidden() or self.form.settle()) and (self.view is None or self.view.settle())

    def new_record(self) -> None:
        """Opens the form of a new project above the list."""
        if self.settle():
            self._show_list()
            self.empty.hide()
            self.form.show_record(Project(), new=True)
            self.new_panel.show()
            self.form.focus_first()

    def save_record(self) -> None:
        """Saves the form that is open."""
        if self.view and self._shown():
            self.view.save()
        elif not self.new_panel.isHidden():
            self.form.save()

    def delete_record(self) -> None:
        """Deletes the open or the chosen project at once."""
        key = self.shown_record() or self.pane.table.current_id()
        project = self.desk.workspace.get(Project, key)
        if project and self.settle():
            with self.desk.telling():
                self.desk.delete(project)

    def find_words(self) -> None:
        """Puts the cursor into the filter of the list."""
        if self.settle():
            self._show_list()
            self.pane.filter.setFocus()

    def escape(self) -> None:
        """Closes a form in which nothing was typed, then the project."""
        if not self.new_panel.isHidden() and not self.form.dirty:
            self.new_panel.hide()
            self._reload_list()
        elif self.view and self._shown():
            if not self.view.cancel() and self.view.settle():
                self.desk.go("projects")
        elif self.pane.filter.text():
            self.pane.filter.clear()
