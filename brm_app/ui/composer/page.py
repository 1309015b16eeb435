"""The composer page: the outline at the left, the pages in the middle, the passport of a figure at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from brm_app.briefing.result import Place
from brm_app.domain.content import Document
from brm_app.domain.errors import Refused
from brm_app.ui.composer import outline
from brm_app.ui.composer.appendices import AppendixPane
from brm_app.ui.composer.audiences import AudienceSwitch
from brm_app.ui.composer.before import Before
from brm_app.ui.composer.causes import Causes
from brm_app.ui.composer.checkpane import ChecksPane
from brm_app.ui.composer.draft import NO_PROJECTS, Draft
from brm_app.ui.composer.drafts import DraftMenu
from brm_app.ui.composer.exporting import Exporter
from brm_app.ui.composer.inspector import Inspector
from brm_app.ui.composer.issuing import Issuing
from brm_app.ui.composer.pages import PagesPane
from brm_app.ui.composer.panes import OutlinePane
from brm_app.ui.composer.press import Press, Proof
from brm_app.ui.composer.proofing import Proofing
from brm_app.ui.composer.saving import Saving
from brm_app.ui.composer.texts import Texts
from brm_app.ui.desk import Desk
from brm_app.ui.drawn.composer import Ui_ComposerForm
from brm_app.ui.keyed import KeyedButton
from brm_app.ui.keypresses import act_of
from brm_app.ui.page import Page
from brm_app.ui.widgets import button

if TYPE_CHECKING:  # the services must not be imported before the first paint
    from brm_app.services.workspace import Notice

_NARROWEST = 700  # px; without it the three panes together would hold the window open
_WIDE = 940  # px of page from which the inspector always has room


class ComposerPage(Page):
    """Composes, shows and saves the briefing of one audience at a time."""

    name = "composer"
    can_go = False  # its pages take seconds to make again, and it may be saving them
    hints = (("F8", "next blocker"), ("F9", "next audience"), ("Ctrl Enter", "issue"))
    more_keys = (
        ("Shift F8", "blocker before"),
        ("[ ]", "turn pages"),
        ("Ctrl Shift E", "save draft PDF"),
        ("Ctrl Shift P", "save draft PDF with a password"),
        ("T", "print the figure as told, while the pages or the findings have the focus"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.draft = Draft(desk.workspace, self)
        self.proof: Proof | None = None
        self._before: Document | None = None  # what the audience before was shown, until the switch is told
        self._stale = True
        self.form = Ui_ComposerForm()
        self.form.setupUi(self)
        self.setMinimumWidth(_NARROWEST)
        self.switch = AudienceSwitch(self.form.audienceSwitch, self)
        self.outline = OutlinePane(self.form, self.draft, self)
        self.inspector = Inspector(self.form, self.draft, desk, self)
        self.exporter = Exporter(self.form, self)
        self.checks = ChecksPane(desk.theme)
        self.form.checksBox.addWidget(self.checks)
        self.texts = Texts(self.form, self.draft, self)
        self.drafts = DraftMenu(self.form.drafts, self.draft, self)
        self.proofing = Proofing(Press(desk.workspace, desk.clock), self.draft, self)
        self.pages = PagesPane(self.form, self.proofing, self)
        self.appendices = AppendixPane(self.form, desk, self.draft, self.proofing)
        panes = (self.checks, self.inspector, self.outline, self.appendices)
        self.causes = Causes(self.form, self.draft, self, *panes)
        press = self.proofing.press_now
        self.before = Before(desk, self.draft, self.checks, self.causes, press, lambda: self.proof, self)
        self.issuing = Issuing(self.form, desk, self.draft, press, self.exporter, self)
        self.saving = Saving(self.form, desk, self.draft, press, self.exporter, lambda: self.proof, self)
        self._connect()
        self._bind_keys()
        self._wear()
        # The pane's own colour shows through; a scroll area would fill its content with the window's.
        self.form.inspectorBody.setAutoFillBackground(False)

    def _connect(self) -> None:
        form = self.form
        self.proofing.made.connect(self._on_proof)
        self.proofing.refused.connect(self._say_instead)
        self.desk.theme.changed.connect(self._wear)
        self.switch.chosen.connect(self.choose_audience)
        self.drafts.taken.connect(self.open_record)
        self.drafts.added.connect(self.new_record)
        self.drafts.copied.connect(lambda: self._turn_to(self.draft.copy))
        self.drafts.deleted.connect(self._delete_draft)
        self.drafts.locked.connect(lambda: self.save(locked=True))
        for changing in (self.texts.changing, self.outline.changing, self.appendices.changing):
            changing.connect(self._change)
        self.outline.page_wanted.connect(form.preview.show_page)
        self.pages.turned.connect(self._on_turned)
        self.causes.mending.connect(self._fit)
        form.preview.picked.connect(self._on_picked)
        form.emptyGo.clicked.connect(lambda: self.desk.go("projects", ""))
        self.exporter.refused.connect(self.desk.status)
        self.issuing.issued.connect(lambda: self._compose(soon=True))
        self.issuing.refused.connect(self.before.tell)
        self.exporter.ended.connect(lambda path: self.desk.status(f"Saved {path}") if path else None)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F9": self.switch.step,
            "[": lambda: self.pages.turn(-1),
            "]": lambda: self.pages.turn(1),
            "F8": lambda: self.before.step(1),
            "Shift+F8": lambda: self.before.step(-1),
            "Ctrl+Shift+E": self.save,
            "Ctrl+Shift+P": lambda: self.save(locked=True),
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act)

    # The page as the shell sees it

    def title(self) -> str:
        """The title of the briefing."""
        return self.draft.briefing.title

    def crumbs(self) -> tuple[str, ...]:
        """Where the page stands."""
        return ("Compose", self.saving.name())

    def shown_record(self) -> str:
        """The draft on the desk, once it is kept."""
        return self.draft.briefing.id if self.draft.saved else ""

    def open_record(self, record_id: str) -> None:
        """Puts a draft on the desk."""
        if record_id and record_id != self.shown_record():
            self._turn_to(lambda: self.draft.take(record_id))

    def new_record(self) -> None:
        """Adds a draft for the audience in view."""
        self._turn_to(self.draft.add)

    def _delete_draft(self) -> None:
        self._turn_to(self._delete_now)

    def _delete_now(self) -> None:
        title = self.draft.briefing.title
        self.draft.delete()
        self.desk.status(f"Deleted {title}.", undo=True)

    def tools(self) -> tuple[QWidget, ...]:
        """Saving a draft, and the primary button."""
        save = button("savePdf", "Save draft PDF…", lambda: self.save(), "flat")
        save.setToolTip("Ctrl+Shift+E")
        issue = KeyedButton(self.desk.theme, "issue", "Issue…", "Ctrl Enter", self.issue)
        issue.setProperty("primary", "true")
        return (save, issue)

    def save_record(self) -> None:
        """Ctrl+Enter issues."""
        self.issue()

    def escape(self) -> None:
        """Esc cancels an export, else closes what is shown in the inspector."""
        if self.exporter.busy:
            self.exporter.cancel()
        elif self.sheet_open:
            self.issuing.leave()
        elif self.saving.sheet.isVisible():
            self.saving.sheet.leave()
        else:
            self.inspector.let_go()
            self.form.preview.select(None)

    def settle(self) -> bool:
        """Keeps what was typed."""
        self.texts.keep()
        return self.inspector.settle()

    def refresh(self, notice: Notice | None) -> None:
        """Reads again what a write may have changed; makes the pages again when they are in view."""
        if notice is None or "attachments" in notice.kinds:
            self.proofing.press.forget()
        if notice is not None and notice.origin is self:
            return
        self._stale = True
        if self.isVisible():
            self._load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows the passport of a figure in place of the outline when the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.form.preview.selected is not None or self.inspector.holds
        wide = self.width() >= _WIDE
        self.form.inspector.setVisible(wide or shown)
        self.form.outline.setVisible(wide or not shown)

    def showEvent(self, event: QShowEvent) -> None:
        """Brings the page up to date."""
        super().showEvent(event)
        if self._stale:
            self._load()
        if not self.form.outline.isAncestorOf(self.focusWidget() or self):
            self.form.sections.setFocus()

    def close_down(self) -> None:
        """Stops all background work."""
        self.proofing.close()
        self.before.walls.close()
        self.exporter.close()
        self.appendices.lane.close()
        self.proofing.press.close()

    def _wear(self) -> None:
        """Takes up the colours of light or dark."""
        theme = self.desk.theme
        self.inspector.wear(theme.colour("tx"))
        self.checks.wear(theme)
        self.outline.wear(theme)
        self.pages.wear(theme)
        if self.draft.audience:
            self.switch.fill(self.draft.audiences, self.draft.audience.id, theme)

    # The draft

    def _load(self) -> None:
        self._stale = False
        try:
            self.draft.load()
        except Refused as refused:
            self._say_instead(str(refused))
            return
        self._show_draft()
        self._compose(soon=True)

    def _show_draft(self) -> None:
        audience = self.draft.audience
        assert audience is not None
        self.switch.fill(self.draft.audiences, audience.id, self.desk.theme)
        self.outline.show_texts(self.proof)
        self.outline.show_lists(self.proof)
        self.appendices.show_proof(self.proof)
        self.inspector.show_never(audience)
        self.crumbs_changed.emit()

    def choose_audience(self, audience_id: str) -> None:
        """Turns to the briefing of another audience and says what it is not shown."""
        self._before = self.proof.document if self.proof else None
        self._turn_to(lambda: self.draft.choose(audience_id))

    def _turn_to(self, turn: Callable[[], object]) -> None:
        """Keeps what was typed, and takes another draft in place of the one in view."""
        self.texts.keep()
        self.proof = None
        self.issuing.turn()
        self.saving.sheet.close_now()
        self.form.notShown.setVisible(False)
        self.pages.clear()
        with self.desk.telling():
            turn()
        if self.draft.audience is None:
            return  # there is no audience left, as the page says
        self.form.intro.setPlainText(self.draft.briefing.intro)
        self._show_draft()
        self._compose()

    def _change(self, change: Callable[[], bool]) -> None:
        try:
            changed = change()
        except Refused as refused:
            self.desk.status(str(refused))
            changed = True
        if changed:
            self._show_draft()
            self._compose(soon=True)

    # The pages

    def _compose(self, soon: bool = False) -> None:
        self.before.walls.stop()
        if self.draft.empty:
            self.proofing.stop()
            self._say_instead(NO_PROJECTS)
        elif soon:
            self.proofing.soon()
        else:
            self.proofing.now()

    def _on_proof(self, proof: Proof) -> None:
        self.proof = proof
        self._show_draft()
        self.before.watch(proof)
        told = outline.remarks(proof, self._before, self.draft.briefing.sections_off)
        self.form.notShown.setText(told)
        self.form.notShown.setVisible(bool(told))
        self._before = None
        self.pages.show_proof(proof)  # last: from here on pictures are drawn, and the two would hold each other up

    def _say_instead(self, sentence: str) -> None:
        self.proof = None
        self.pages.say_instead(sentence, go=sentence == NO_PROJECTS)

    def _on_picked(self, place: Place | None) -> None:
        self.inspector.show_place(place, self.proof)
        self._fit()

    def _on_turned(self, page: int) -> None:
        self.outline.follow(page)
        self.inspector.show_words(page, self.proof)

    # Saving and issuing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T prints the figure that is shown as told, A approves the message that is shown; never while typing."""
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_T: self.inspector.passport.tell,
            Qt.Key.Key_A: self.inspector.mend.approve,
        }
        act = act_of(self, event, acts)
        if act:
            act()
        else:
            super().keyPressEvent(event)

    def save(self, locked: bool = False) -> None:
        """Saves the PDF of the draft; first asks for its password where it is to be locked."""
        self.texts.keep()
        self.saving.start(locked)

    def issue(self) -> None:
        """Asks who is told and issues the briefing; with blockers it goes to the first of them instead."""
        self.texts.keep()
        if self.sheet_open:
            self.issuing.sheet.confirm()
        elif self.exporter.busy:
            self.desk.status("A PDF is being made. Esc cancels that.")
        elif self.proof is None or self.form.working.text():
            self.desk.status(NO_PROJECTS if self.draft.empty else "The pages are being made. Try again in a moment.")
        elif not self.before.holds_back(self.proof):
            self.saving.sheet.close_now()
            self.issuing.ask(self.proof)

    @property
    def sheet_open(self) -> bool:
        """True while the sheet before an issue is shown."""
        return self.issuing.sheet.isVisible()
