"""The middle pane of the composer: pages or their words, with the bar over them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from brm_app.ui.composer.press import Proof
from brm_app.ui.composer.preview import SCALES
from brm_app.ui.composer.proofing import Proofing
from brm_app.ui.desk import Theme
from brm_app.ui.drawn.composer import Ui_ComposerForm
from brm_app.ui.segments import Segments
from brm_app.ui.widgets import lead, sided

TEXT_ONLY = 2


class PagesPane(QObject):
    """The middle pane: the pages or their words, the bar over them, or a sentence where there are none.

    `turned` tells the page in view (from 0).
    """

    turned = Signal(int)

    def __init__(self, form: Ui_ComposerForm, proofing: Proofing, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._proofing = form, proofing
        self.view = Segments("view", ("Page", "Two pages", "Text only"), "Show")
        for button in self.view.buttons:
            button.setProperty("dense", "true")
        form.viewBox.addWidget(self.view)
        self.view.chosen.connect(self._on_view)
        form.zoom.addItem("Fit", 0.0)
        for scale in SCALES:
            form.zoom.addItem(sided(f"{round(scale * 100)}\u00a0%"), scale)
        form.zoom.activated.connect(lambda: form.preview.set_zoom(form.zoom.currentData()))
        form.previousPage.clicked.connect(lambda: form.preview.turn(-1))
        form.nextPage.clicked.connect(lambda: form.preview.turn(1))
        form.preview.page_changed.connect(self._on_page)
        form.preview.zoomed.connect(self._show_zoom)
        form.preview.wanted.connect(self._draw)
        proofing.drawn.connect(form.preview.put_picture)
        proofing.read.connect(form.pageText.setPlainText)
        proofing.working.connect(form.working.setText)
        for pane in (form.outline, form.inspector):
            lead(pane)
        self._show_number()

    def wear(self, theme: Theme) -> None:
        """Takes up the colours of light or dark."""
        form = self._form
        form.preview.outline, form.preview.edge = theme.colour("acc"), theme.colour("line")
        form.preview.ring = theme.colour("focus")
        form.previousPage.setIcon(theme.icon("chevron-left"))
        form.nextPage.setIcon(theme.icon("chevron-right"))
        form.preview.viewport().update()

    def show_proof(self, proof: Proof) -> None:
        """Shows the pages of a proof."""
        self._form.working.setText("")
        self._form.empty.setVisible(False)
        self._form.preview.set_proof(proof)
        self._show_pane()

    def clear(self) -> None:
        """Shows no page for now."""
        self._form.preview.clear()
        self._form.pageText.clear()
        self._show_number()

    def say_instead(self, sentence: str, go: bool) -> None:
        """Shows a sentence in place of pages; `go` offers the way to the projects."""
        self.clear()
        self._form.working.setText("")
        self._show_view()
        self._form.preview.setVisible(False)
        self._form.emptyText.setText(sentence)
        self._form.emptyGo.setVisible(go)
        self._form.empty.setVisible(True)

    def turn(self, by: int) -> None:
        """Turns pages forward, or back when negative."""
        self._form.preview.turn(by)

    def _show_view(self) -> None:
        self._show_pane()
        self._on_page(self._form.preview.page)

    def _show_pane(self) -> None:
        shown = self._form.preview.proof is not None
        self._form.preview.setVisible(not self.text_only)
        self._form.pageText.setVisible(shown and self.text_only)
        self._form.zoom.setEnabled(not self.text_only)

    def _on_page(self, page: int) -> None:
        self._show_number()
        proof = self._form.preview.proof
        if proof and self.text_only:
            self._proofing.read_text(proof.typeset.pdf, list(self._form.preview.shown()))
        if proof:
            self.turned.emit(page)

    def _draw(self, pages: list[int], scale: float) -> None:
        if proof := self._form.preview.proof:
            self._proofing.draw(proof.typeset.pdf, pages, scale)

    @property
    def text_only(self) -> bool:
        """True while words stand in place of pages."""
        return self.view.choice == TEXT_ONLY

    def _on_view(self, view: int) -> None:
        self._form.preview.set_spread(2 if view == 1 else 1)
        self._show_view()

    def _show_number(self) -> None:
        shown = self._form.preview.shown()
        proof = self._form.preview.proof
        own, last = (proof.typeset.pages, proof.pages) if proof else (0, 0)
        if not shown:
            self._form.pageNumber.setText("")
        elif len(shown) == 1:
            self._form.pageNumber.setText(f"Page {shown[0] + 1} of {last}")
        else:
            self._form.pageNumber.setText(f"Pages {shown[0] + 1} and {shown[-1] + 1} of {last}")
        self._form.previousPage.setEnabled(bool(shown) and shown[0] > 0)
        self._form.nextPage.setEnabled(bool(shown) and shown[-1] + 1 < own)
        behind = f"From page {own + 1} on: the appendices" if last > own else ""
        self._form.pageNumber.setToolTip(behind)

    def _show_zoom(self, zoom: float) -> None:
        self._form.zoom.setCurrentIndex(max(self._form.zoom.findData(zoom), 0))
