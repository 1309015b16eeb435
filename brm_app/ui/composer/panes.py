"""The outline pane: it shows the draft, and hands on what the person does to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QListWidgetItem

from brm_app.domain.text import plural
from brm_app.ui.composer import outline
from brm_app.ui.composer.draft import Draft
from brm_app.ui.composer.inspector import day
from brm_app.ui.composer.lists import Entry, OutlineList
from brm_app.ui.composer.press import Proof
from brm_app.ui.composer.standing import part_of
from brm_app.ui.desk import Theme
from brm_app.ui.drawn.composer import Ui_ComposerForm
from brm_app.ui.segments import Segments
from brm_app.ui.theme import scaled

INTRO = 3  # whole lines of the intro that are seen at once
_MOST_LINES = 14  # of projects or units, before they scroll by themselves


class OutlinePane(QObject):
    """The left pane. `changing` carries the change to be made; `page_wanted` a page from 0."""

    changing = Signal(object)
    page_wanted = Signal(int)

    def __init__(self, form: Ui_ComposerForm, draft: Draft, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._draft = form, draft
        self._pages: dict[str, int] = {}
        self.choice = Segments("scopeChoice", ("Projects", "Units"), "Choose what goes in by")
        form.scopeBox.addWidget(self.choice)
        self.choice.chosen.connect(form.scope.setCurrentIndex)
        form.scope.currentChanged.connect(self._fit_scope)
        form.projects.let_order()
        form.outlineBodyLayout.addStretch(1)  # short lists stand together at the top
        form.intro.setFixedHeight(form.intro.fontMetrics().lineSpacing() * INTRO + scaled(14))
        self._connect()

    def wear(self, theme: Theme) -> None:
        """Takes up the colours of light or dark."""
        for lines in (self._form.sections, self._form.projects, self._form.units):
            lines.wear(theme)
        self._form.drafts.setIcon(theme.icon("chevron-down", "accT"))

    def _connect(self) -> None:
        form, draft = self._form, self._draft
        form.sections.switched.connect(lambda name, on: self._tell(lambda: draft.switch_section(name, on)))
        form.projects.switched.connect(lambda key, on: self._tell(lambda: draft.switch_project(key, on)))
        form.projects.shifted.connect(lambda key, by: self._tell(lambda: draft.move(key, by)))
        form.projects.ordered.connect(lambda ids: self._tell(lambda: draft.order(ids)))
        form.units.switched.connect(lambda key, on: self._tell(lambda: draft.switch_unit(key, on)))
        for lines in (form.sections, form.projects):
            lines.currentItemChanged.connect(self._on_line)

    def _tell(self, change: Callable[[], bool]) -> None:
        self.changing.emit(change)

    def _on_line(self, item: QListWidgetItem | None) -> None:
        chosen = OutlineList.key(item)
        for lines in (self._form.sections, self._form.projects):
            if chosen not in lines.ids():
                lines.choose("")
        page = self._pages.get(chosen)
        if page:
            self.page_wanted.emit(page - 1)

    def follow(self, page: int) -> None:
        """Marks the line that the page in view (from 0) belongs to."""
        form = self._form
        reached = [(start, name) for name, start in self._pages.items() if start and start <= page + 1]
        latest = max((start for start, _name in reached), default=0)
        here = {name for start, name in reached if start == latest}
        marked = {form.sections.key(item) for item in form.sections.selectedItems()}
        marked |= {form.projects.key(item) for item in form.projects.selectedItems()}
        if marked & here:
            return
        in_projects = [key for key in form.projects.ids() if key in here]
        in_sections = [key for key in form.sections.ids() if key in here]
        form.projects.choose(in_projects[0] if in_projects else "")
        form.sections.choose(in_sections[0] if in_sections and not in_projects else "")

    def take_focus(self, section: int | None, proof: Proof | None) -> None:
        """Puts the keyboard where an empty section is filled or left out: among the projects, or on its own line."""
        form = self._form
        sections = proof.document.sections if proof else ()
        found = sections[section] if section is not None and 0 <= section < len(sections) else None
        part = part_of(found.kind) if found else "projects"
        if part != "projects":
            form.sections.choose(part)
            form.sections.setFocus()
            return
        project = found.record.removeprefix("projects/") if found else ""
        self.choice.show_choice(0)
        form.scope.setCurrentIndex(0)
        form.projects.choose(project or next(iter(form.projects.ids()), ""))
        form.projects.setFocus()

    def show_texts(self, proof: Proof | None) -> None:
        """Shows title, intro and whether they are kept; leaves what is being typed."""
        form, briefing = self._form, self._draft.briefing
        form.briefingTitle.show_title(briefing.title)
        if form.intro.toPlainText() != briefing.intro and not form.intro.document().isModified():
            form.intro.setPlainText(briefing.intro)
        form.saved.setText(f"{self._standing()}{f', {day(proof.document.meta.as_of)}' if proof else ''}")

    def _standing(self) -> str:
        drafts = [draft.id for draft in self._draft.drafts]
        if not self._draft.saved:
            return "Suggested"
        number = drafts.index(self._draft.briefing.id) + 1
        return f"Draft {number} of {len(drafts)}" if len(drafts) > 1 else "Draft"

    def show_lists(self, proof: Proof | None) -> None:
        """Shows what goes in, with pages where the briefing is typeset."""
        self._pages = {}
        self._show_sections(proof)
        self._show_projects(proof)
        units = self._draft.units()
        self._form.units.fill(Entry(u.id, u.name, u.on, depth=u.depth) for u in units)
        for lines in (self._form.projects, self._form.units):
            lines.show_all_lines(_MOST_LINES)
        self._fit_scope()
        self.choice.buttons[1].setEnabled(bool(units))

    def _fit_scope(self) -> None:
        """As high as the list in view, so that what stands below follows at once."""
        shown = self._form.units if self._form.scope.currentIndex() else self._form.projects
        self._form.scope.setFixedHeight(shown.height())

    def _show_sections(self, proof: Proof | None) -> None:
        if proof is None:
            return
        lines = outline.lines(proof.document, proof.typeset, self._draft.briefing.sections_off, proof.states)
        self._pages |= {line.name: line.page for line in lines}
        self._form.sections.fill(
            Entry(
                line.name,
                line.label,
                line.on,
                str(line.page) if line.page else "–",
                line.name == "cover",
                state=line.state if line.page else "",
            )
            for line in lines
        )
        self._form.sections.show_all_lines()

    def _show_projects(self, proof: Proof | None) -> None:
        choices = self._draft.projects()
        pages = outline.record_pages(proof.document, proof.typeset) if proof else {}
        states = proof.states if proof else {}
        starts = {c.id: pages.get(f"projects/{c.id}", 0) for c in choices}
        self._pages |= starts
        self._form.projects.fill(
            Entry(
                c.id,
                c.name,
                c.on,
                str(starts[c.id]) if c.on and starts[c.id] else "",
                state=states.get(f"projects/{c.id}", "") if c.on else "",
            )
            for c in choices
        )
        inside = sum(c.on for c in choices)
        self._form.scopeNote.setText(
            plural(inside, "project") if inside == len(choices) else f"{inside} of {len(choices)} projects"
        )
