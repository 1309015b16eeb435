"""What stands in the quick log: the line, the chips, the mood, the promise, and the footer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from brm_app.services.quicklog.drafting import Draft
from brm_app.ui.desk import Desk
from brm_app.ui.editing.flow import Flow
from brm_app.ui.editing.inputs import Note
from brm_app.ui.keyed import KeyedButton
from brm_app.ui.marks import grown
from brm_app.ui.quicklog.chiprow import ChipRow
from brm_app.ui.quicklog.line import LogLine
from brm_app.ui.quicklog.moods import Moods
from brm_app.ui.quicklog.promisebox import PromiseBox
from brm_app.ui.segments import Segments
from brm_app.ui.widgets import button, label
from brm_app.ui.words import clip

BESIDE = 620  # the width from which mood and promise stand beside each other
ONE_LINE = 780  # the width from which the footer is one line


class LogBody:
    """Builds the widgets of the panel and shows a draft in them; the panel hears them."""

    def __init__(self, desk: Desk, panel: QFrame) -> None:
        self._panel = panel
        self.line = LogLine(desk.theme)
        self.chips = ChipRow(desk)
        self.moods = Moods(desk.theme)
        self.promise = PromiseBox(desk.theme)
        self.planned = Segments("logPlanned", ("Planned", "Firefighting"), "It was")
        self.consent = _tick("logConsent", "They may be quoted")
        self.executive = _tick("logExecutive", "An executive saw it")
        self.quote = Note(1)
        self.quote.setObjectName("logQuote")
        self.quote.setAccessibleName("Their words")
        self.quote.setPlaceholderText("Their words, as they said them")
        self.error = label("", "error", wrap=True)
        self.error.setObjectName("logError")
        self.place = label("", "secondary", wrap=True)
        self.place.setObjectName("logPlace")
        self.anew = button("logAnew", "Start a new one", lambda: None, "link", "Leave this draft for a new one")
        self.another = button("logAnother", "Save and log another", lambda: None)
        self.save = KeyedButton(desk.theme, "logSave", "Save", "Ctrl Enter", lambda: None)
        self.save.setProperty("primary", "true")
        self._lay_out()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self._panel)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.line)
        self._area, inside = QScrollArea(), QWidget()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside.setObjectName("logInside")
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(15, 12, 15, 14)
        self._inside.setSpacing(14)
        self._inside.addWidget(self.chips)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(20)
        self._pair.addLayout(_headed("How did they feel?", self.moods), 1)
        self._pair.addLayout(_headed("Promise", self.promise), 1)
        self._inside.addLayout(self._pair)
        self._inside.addWidget(self._facts())
        self._inside.addWidget(self.quote)
        self._inside.addWidget(self.error)
        box.addWidget(self._area, 1)
        self._foot = self._footer()
        box.addWidget(self._foot)

    def _facts(self) -> QWidget:
        kind = QWidget()
        box = QHBoxLayout(kind)
        box.setContentsMargins(0, 0, 12, 0)
        box.setSpacing(10)
        box.addWidget(label("It was", "secondary"))
        box.addWidget(self.planned)
        flow = Flow(gap=10)
        for widget in (kind, self.consent, self.executive):
            widget.setMinimumHeight(kind.sizeHint().height())
            flow.add(widget)
        return flow

    def _footer(self) -> QWidget:
        made = QWidget()
        made.setProperty("role", "footer")
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        made.setObjectName("logFooter")
        made.setStyleSheet("QWidget#logFooter { border-bottom-left-radius: 7px; border-bottom-right-radius: 7px; }")
        self._last = QBoxLayout(QBoxLayout.Direction.LeftToRight, made)
        self._last.setContentsMargins(15, 9, 14, 9)
        self._last.setSpacing(8)
        self._last.addWidget(self.place, 1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addStretch()
        acts.addWidget(self.anew)
        cap = label("Esc")
        cap.setProperty("tag", "key")
        acts.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
        acts.addWidget(label("keeps a draft", "secondary"))
        acts.addSpacing(6)
        acts.addWidget(self.another)
        acts.addWidget(self.save)
        self._last.addLayout(acts)
        return made

    def paint(self) -> None:
        """Takes the colours of the theme."""
        self.line.paint()
        self.promise.paint()

    def show_draft(self, draft: Draft, kept: bool, instead: str) -> None:
        """Fills everything that a person types or ticks; a kept draft can be left for a new one, or words instead."""
        for widget in (self.line, self.consent, self.executive, self.quote):
            widget.blockSignals(True)
        self.line.show_text(draft.text)
        self.consent.setChecked(draft.consent)
        self.executive.setChecked(draft.executive_saw)
        self.quote.setPlainText(draft.quote)
        self.planned.show_choice(0 if draft.planned else 1)
        for widget in (self.line, self.consent, self.executive, self.quote):
            widget.blockSignals(False)
        self.anew.setVisible(kept)
        self.anew.setText(f"Log “{clip(instead, 24)}” instead".replace("&", "&&") if instead else "Start a new one")
        self.anew.setAccessibleName(f"Leave this draft for {instead or 'a new one'}")

    def complain(self, sentence: str) -> None:
        """Says what stands in the way, or nothing."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self.quote.setVisible(self.consent.isChecked())

    def height_for(self, width: int, most: int) -> int:
        """How high the panel is at this width, at most `most`: then what is between line and footer scrolls."""
        wide = width >= grown(BESIDE, self._panel.font())
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(beside if wide else below)
        self._last.setDirection(beside if width >= grown(ONE_LINE, self._panel.font()) else below)
        self.line.setFixedHeight(self.line.height_for_font())
        self.promise.setMinimumHeight(self.moods.sizeHint().height())
        self.chips.updateGeometry()
        self._inside.invalidate()
        self._last.invalidate()
        foot = (
            self._last.totalHeightForWidth(width) if self._last.hasHeightForWidth() else self._last.sizeHint().height()
        )
        self._foot.setFixedHeight(foot)
        whole = self.line.height() + self._inside.totalHeightForWidth(width - 2) + foot + 2
        return min(whole, most)


def _tick(name: str, words: str) -> QCheckBox:
    made = QCheckBox(words)
    made.setObjectName(name)
    made.setAccessibleName(words)
    return made


def _headed(words: str, widget: QWidget) -> QVBoxLayout:
    heading: QLabel = label(words, "field")
    box = QVBoxLayout()
    box.setSpacing(5)
    box.addWidget(heading)
    box.addWidget(widget)
    return box
