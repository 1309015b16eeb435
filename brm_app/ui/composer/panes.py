"""The outline pane and the bar over the pages: they show the draft, and hand on what the person does to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QListWidgetItem

from brm_app.domain.text import plural
from brm_app.ui.composer import outline
from brm_app.ui.composer.draft import Draft
from brm_app.ui.composer.lists import Entry, OutlineList
from brm_app.ui.composer.press import Proof
from brm_app.ui.composer.preview import SCALES
from brm_app.ui.drawn.composer import Ui_ComposerForm


class OutlinePane(QObject):
    """The left pane. `changing` carries the change to be made; `page_wanted` a page from 0."""

    changing = Signal(object)
    page_wanted = Signal(int)

    def __init__(self, form: Ui_ComposerForm, draft: Draft, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._draft = form, draft
        self._pages: dict[str, int] = {}
        self._choice = QButtonGroup(self)
        for place, button in enumerate((form.byProject, form.byUnit)):
            self._choice.addButton(button, place)
            button.setProperty("edge", "last" if place else "first")
        self._choice.idClicked.connect(form.scope.setCurrentIndex)
        form.projects.let_order()
        self._connect()

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
        page = self._pages.get(OutlineList.key(item))
        if page:
            self.page_wanted.emit(page - 1)

    def show_texts(self, proof: Proof | None) -> None:
        """Shows title, intro and whether they are kept; leaves what is being typed."""
        form, briefing = self._form, self._draft.briefing
        if form.briefingTitle.text() != briefing.title and not form.briefingTitle.isModified():
            form.briefingTitle.setText(briefing.title)
            form.briefingTitle.setCursorPosition(0)
        if form.intro.toPlainText() != briefing.intro and not form.intro.document().isModified():
            form.intro.setPlainText(briefing.intro)
        as_of = f", as of {proof.document.meta.as_of_text}" if proof else ""
        form.saved.setText(f"{'Draft, saved' if self._draft.saved else 'Suggested'}{as_of}")

    def show_lists(self, proof: Proof | None) -> None:
        """Shows what goes in, with pages where the briefing is typeset."""
        self._pages = {}
        self._show_sections(proof)
        self._show_projects(proof)
        units = self._draft.units()
        self._form.units.fill(Entry(u.id, u.name, u.on, depth=u.depth) for u in units)
        self._choice.button(1).setEnabled(bool(units))

    def _show_sections(self, proof: Proof | None) -> None:
        if proof is None:
            return
        lines = outline.lines(proof.document, proof.typeset, self._draft.briefing.sections_off)
        self._pages |= {line.name: line.page for line in lines}
        self._form.sections.fill(
            Entry(line.name, line.label, line.on, str(line.page) if line.page else "–", line.name == "cover")
            for line in lines
        )
        self._form.sections.show_all_lines()

    def _show_projects(self, proof: Proof | None) -> None:
        choices = self._draft.projects()
        pages = outline.record_pages(proof.document, proof.typeset) if proof else {}
        starts = {c.id: pages.get(f"projects/{c.id}", 0) for c in choices}
        self._pages |= starts
        self._form.projects.fill(
            Entry(c.id, c.name, c.on, str(starts[c.id]) if c.on and starts[c.id] else "") for c in choices
        )
        inside = sum(c.on for c in choices)
        self._form.scopeNote.setText(
            plural(inside, "project") if inside == len(choices) else f"{inside} of {len(choices)} projects"
        )


class PreviewBar(QObject):
    """The bar over the pages: page number, one page or two, zoom, and what is being done."""

    def __init__(self, form: Ui_ComposerForm, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._spread = QButtonGroup(self)
        for pages, button in enumerate((form.onePage, form.twoPages), 1):
            self._spread.addButton(button, pages)
            button.setProperty("edge", "last" if pages == 2 else "first")
        self._spread.idClicked.connect(form.preview.set_spread)
        form.zoom.addItem("Fit", 0.0)
        for scale in SCALES:
            form.zoom.addItem(f"{scale:.0%}", scale)
        form.zoom.activated.connect(lambda: form.preview.set_zoom(form.zoom.currentData()))
        form.previousPage.clicked.connect(lambda: form.preview.turn(-1))
        form.nextPage.clicked.connect(lambda: form.preview.turn(1))
        form.preview.page_changed.connect(self.show_page)
        form.preview.zoomed.connect(self._show_zoom)
        self.show_page(0)

    def show_page(self, _page: int) -> None:
        """Says which page is in view."""
        shown = self._form.preview.shown()
        proof = self._form.preview.proof
        last = proof.typeset.pages if proof else 0
        if not shown:
            self._form.pageNumber.setText("")
        elif len(shown) == 1:
            self._form.pageNumber.setText(f"Page {shown[0] + 1} of {last}")
        else:
            self._form.pageNumber.setText(f"Pages {shown[0] + 1} and {shown[-1] + 1} of {last}")
        self._form.previousPage.setEnabled(bool(shown) and shown[0] > 0)
        self._form.nextPage.setEnabled(bool(shown) and shown[-1] + 1 < last)

    def say(self, words: str) -> None:
        """Says what is being done; empty for nothing."""
        self._form.working.setText(words)

    def _show_zoom(self, zoom: float) -> None:
        self._form.zoom.setCurrentIndex(max(self._form.zoom.findData(zoom), 0))
