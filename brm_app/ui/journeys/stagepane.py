"""The pane beside the map: one stage, what was told at it, what was promised there, and what could help."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from brm_app.domain.moods import signed
from brm_app.domain.records import Card, Stage
from brm_app.services import journeymaking as making
from brm_app.services.journeys import Step, at_stage
from brm_app.ui.desk import Desk
from brm_app.ui.editing.inputs import Choice, Line, Note
from brm_app.ui.inspector import Inspector
from brm_app.ui.journeys.model import MapModel
from brm_app.ui.journeys.stagelists import PromisedHere, ToldHere
from brm_app.ui.segments import Segments
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import button, clear_layout, label, upright_rule

MOODS = (
    "\u200e−2",
    "\u200e−1",
    "0",
    "\u200e+1",
    "\u200e+2",
)  # the sign stands before the number also from right to left


class LeftNote(Note):
    """Many lines of text; tells when the person leaves them."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is done."""
        super().focusOutEvent(event)
        self.left.emit()


class StagePane(Inspector):
    """Shows the stage of the current cell; each field saves when it is left."""

    composing = Signal()

    def __init__(self, desk: Desk, model: MapModel) -> None:
        super().__init__(desk.theme, "stagePane", "Stage")
        self._desk, self._model = desk, model
        self._theme_of = desk.theme
        self.step: Step | None = None
        inside = self.area.widget()
        assert inside is not None
        self.inside = inside
        self._make_fields()
        self._lay_out_fields()
        self.foot.addWidget(self._pack_button())

    def _make_fields(self) -> None:
        self.truth = button("stageTruth", " Moment of truth", self._on_truth, spoken="Moment of truth")
        self.truth.setCheckable(True)
        self.truth.setIcon(self._theme_of.icon("flag", "accT"))
        hexes = self._theme_of.hex
        self.truth.setStyleSheet(
            "QPushButton { padding: 1px 6px; min-height: 0; font-weight: 500; border-radius: 4px; }"
            f"QPushButton:checked {{ background: {hexes('accS')}; color: {hexes('accT')}; border-color: transparent; }}"
            f"QPushButton:focus {{ border: 2px solid {hexes('focus')}; padding: 0 5px; }}"
        )
        self.place = label("", "secondary")
        self.place.setObjectName("stagePlace")
        self.name = Line()
        self.question = Line()
        self.question.setPlaceholderText("Their question at this stage")
        self.expected = Segments("stageExpected", MOODS, "Expected mood")
        self.expected.chosen.connect(lambda place: self._change("Change what is expected at", expected=place - 2))
        self.opportunity = LeftNote(2)
        self.owner = Line()
        self.project = Choice()
        named: dict[str, tuple[QWidget, str]] = {
            "stageName": (self.name, "Name of the stage"),
            "stageQuestion": (self.question, "Question in their words"),
            "stageOpportunity": (self.opportunity, "Opportunity"),
            "stageOwner": (self.owner, "Owner"),
            "stageProject": (self.project, "Project"),
        }
        for name, (field, spoken) in named.items():
            field.setObjectName(name)
            field.setAccessibleName(spoken)
        self.name.setProperty("role", "title-edit")
        self.question.setProperty("role", "title-edit")
        plain = "QLineEdit { padding-left: 0; } QLineEdit:focus { padding-left: 4px; }"
        self.name.setStyleSheet(plain)
        for field in (self.name, self.question):
            field.setTextMargins(-3, 0, 0, 0)  # a line of Qt's moves its words in by so much
        size = self.font().pixelSize() if self.font().pixelSize() > 0 else scaled(13)
        quiet = f"font-size: {size}px; font-weight: 400; color: {self._theme_of.hex('tx2')};"
        self.question.setStyleSheet(plain + f"QLineEdit {{ {quiet} }}")
        self.name.editingFinished.connect(self._on_name)
        self.question.editingFinished.connect(self._on_question)
        self.opportunity.left.connect(self._on_opportunity)
        self.owner.editingFinished.connect(self._on_owner)
        self.project.activated.connect(
            lambda _: self._change("Change the project of", project=self.project.currentData())
        )

    def _lay_out_fields(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.truth)
        head.addStretch()
        head.addWidget(self.place)
        self.body.addLayout(head)
        self.body.addSpacing(4)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.name)
        titles.addWidget(self.question)
        self.body.addLayout(titles)
        self.tiles = QFrame()
        self.tiles.setObjectName("stageTiles")
        self.tiles.setProperty("role", "panel")
        tiles = QGridLayout(self.tiles)
        tiles.setHorizontalSpacing(10)
        tiles.setVerticalSpacing(0)
        self.body.addWidget(self.tiles)
        self.body.addWidget(self.expected, 0, Qt.AlignmentFlag.AlignLeading)
        self.told, self.promised = ToldHere(self._desk), PromisedHere(self._desk)
        for part in (self.told, self.promised):
            self.body.addSpacing(8)
            self.body.addWidget(part)
        self.body.addSpacing(8)
        self.body.addWidget(label("Opportunity", "subheading"))
        self.body.addWidget(self.opportunity)
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setColumnStretch(1, 1)
        for row, field in enumerate((self.owner, self.project)):
            form.addWidget(label(field.accessibleName(), "secondary"), row, 0)
            form.addWidget(field, row, 1)
        self.body.addLayout(form)

    def _pack_button(self) -> QWidget:
        made = button("addToPack", " Add to the board pack", self.composing.emit, spoken="Add to the board pack")
        made.setIcon(self._theme_of.icon("file-pen-line", "tx"))
        return made

    # Showing

    def show_step(self, step: Step | None) -> None:
        """Shows a stage; without one there is nothing to tell."""
        if step is None or not step.stage.id:
            self.step = None
            self.inside.setVisible(False)
            return
        if self.step is None or self.step.stage.id != step.stage.id:
            self.told.whole = False
        self.step, stage = step, step.stage
        self.inside.setVisible(True)
        number = next((n for n, s in enumerate(self._model.steps, start=1) if s.stage.id == stage.id), 0)
        self.place.setText(f"Stage {number} of {len(self._model.steps)}")
        self.truth.setChecked(stage.moment_of_truth)
        self._fill(self.name, stage.name)
        self._fill(self.question, stage.question)
        self._show_expected(stage.expected)
        self._fill_tiles(step)
        self._fill(self.opportunity, _first(step, "opportunity"))
        self._fill(self.owner, _first(step, "owner"))
        self._fill_projects(stage)
        touchpoints, promises = at_stage(self._desk.workspace, stage.id)
        self.told.show_touchpoints(touchpoints)
        self.promised.show_promises(promises)

    def _show_expected(self, mood: int | None) -> None:
        for place, choice in enumerate(self.expected.buttons):
            choice.group().setExclusive(False)
            choice.setChecked(mood is not None and place == mood + 2)
            choice.group().setExclusive(True)
        if mood is not None:
            self.expected.show_choice(mood + 2)

    def _fill(self, field: Line | Note, text: str) -> None:
        """Shows a text, unless it is there already: the cursor stays where it is."""
        if isinstance(field, Note):
            if field.toPlainText() != text:
                field.setPlainText(text)
        elif field.text() != text:
            field.setText(text)
            field.setCursorPosition(0)

    def _fill_tiles(self, step: Step) -> None:
        grid = self.tiles.layout()
        assert isinstance(grid, QGridLayout)
        clear_layout(grid)
        grid.setContentsMargins(12, 8, 8, 8)
        shown = (
            ("Expected", "–" if step.stage.expected is None else signed(step.stage.expected), ""),
            ("Told us", "–" if step.told is None else signed(step.told), ""),
            ("Gap", "–" if step.gap is None else f"{step.gap:.1f}".replace("-", "−"), "bad" if step.wide else ""),
        )
        for column, (words, value, state) in enumerate(shown):
            figure = label(value, "heading")
            figure.setObjectName(f"stageFigure{column}")
            figure.setAccessibleName(f"{words} {value}")
            if state:
                figure.setStyleSheet(f"color: {self._theme_of.hex(state)};")
            if column:
                grid.addWidget(upright_rule(), 0, 2 * column - 1, 2, 1)
            grid.addWidget(label(words, "caption"), 0, 2 * column)
            grid.addWidget(figure, 1, 2 * column)
            grid.setColumnStretch(2 * column, 1)

    def _fill_projects(self, stage: Stage) -> None:
        self.project.clear()
        self.project.addItem("None", None)
        for key, title in self._desk.choices("projects").items():
            self.project.addItem(title, key)
        self.project.setCurrentIndex(max(0, self.project.findData(stage.project)))
        self.project.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    # What is typed

    def settle(self) -> None:
        """Keeps what is typed."""
        self._on_name()
        self._on_question()
        self._on_opportunity()
        self._on_owner()

    def _on_question(self) -> None:
        if self.question.isModified():
            self._change("Change the question of", question=self.question.text().strip())

    def _on_opportunity(self) -> None:
        self._write_first("opportunity", self.opportunity.toPlainText().strip())

    def _on_owner(self) -> None:
        self._write_first("owner", self.owner.text().strip())

    def _on_truth(self) -> None:
        on = self.truth.isChecked()
        label_words = "Mark as a moment of truth" if on else "Mark no more as a moment of truth"
        self._change(label_words, moment_of_truth=on)

    def _on_name(self) -> None:
        name = " ".join(self.name.text().split())
        if not self.name.isModified():
            return
        if name:
            self._change("Rename stage", name=name)
        elif self.step:
            self.name.setText(self.step.stage.name)

    def _change(self, words: str, **values: Any) -> None:
        if self.step:
            with self._desk.telling():
                making.change_stage(self._desk.workspace, self.step.stage, words, **values)

    def _write_first(self, lane: str, text: str) -> None:
        if self.step is None or text == _first(self.step, lane).strip():
            return
        cards: tuple[Card, ...] = self.step.cards.get(lane, ())
        with self._desk.telling():
            making.write_card(self._desk.workspace, self.step, lane, cards[0] if cards else None, text)


def _first(step: Step, lane: str) -> str:
    cards = step.cards.get(lane, ())
    return cards[0].text if cards else ""
