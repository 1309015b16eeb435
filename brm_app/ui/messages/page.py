"""Messages: the coverage matrix, what goes stale next, and the message of the chosen cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from brm_app.services.proving import AGAIN
from brm_app.services.telling import views
from brm_app.services.telling.cells import Cell
from brm_app.services.telling.keeping import KeptCoverage
from brm_app.services.telling.matrix import Coverage
from brm_app.ui.desk import Desk
from brm_app.ui.editing.inputs import Choice
from brm_app.ui.journeys.said import notice
from brm_app.ui.keypresses import act_of
from brm_app.ui.messages.acts import CellActs
from brm_app.ui.messages.below import SHOWN, Below
from brm_app.ui.messages.legend import Legend
from brm_app.ui.messages.matrixview import MatrixView
from brm_app.ui.messages.pane import MessagePane
from brm_app.ui.messages.wording import summary, untold
from brm_app.ui.page import Page
from brm_app.ui.segments import Segments
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import label

if TYPE_CHECKING:
    from brm_app.domain.records import Record
    from brm_app.services.telling.cells import Said
    from brm_app.services.workspace import Notice

READS = frozenset(
    {"projects", "audiences", "units", "sites", "rollouts", "messages", "tellings", "benefits", "readings"}
)
VIEWS = (views.by_unit, views.by_audience, views.by_date)
DATE = 2
LOW = 640  # px of height below which only the matrix is shown
EMPTY = (
    "Nobody can be told anything yet. Here stands who was told of which project, unit by unit.\n"
    "Make a project first, and name the units that it concerns."
)


class MessagesPage(Page):
    """The matrix; every cell can be filled, approved and told without leaving it."""

    name = "messages"
    hints: tuple[tuple[str, str], ...] = (("Arrows", "cell"), ("Enter", "edit"), ("H", "next missing"))
    more_keys = (
        ("A", "approve"),
        ("R", "return with a reason"),
        ("T", "told today"),
        ("N", "next message of the cell"),
        ("Ctrl Enter", "ask for approval"),
        ("Ctrl S", "save the message"),
        ("Esc", "back to the matrix"),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.coverage: Coverage | None = None
        self._kept = KeptCoverage(desk.workspace)
        self.acts = CellActs(desk)
        self.view = MatrixView(desk)
        self.pane = MessagePane(desk)
        self.below = Below(desk.theme, self._plan)
        self.segments = Segments("coverageView", ("By unit", "By audience", "By date"), "View")
        self.which = Choice()
        self.which.setObjectName("whichProjects")
        self.which.setProperty("dense", "true")  # as tall as the segments beside it
        self.which.setAccessibleName("Projects that are shown")
        for words in ("Live and coming", "All projects"):
            self.which.addItem(words)
        self.said = label("", "secondary", wrap=True)
        self.said.setObjectName("coverageCounts")
        self.legend = Legend(desk.theme)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self.left = QWidget()
        line.addWidget(self.left, 1)
        line.addWidget(self.pane)
        box = QVBoxLayout(self.left)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("Message coverage", "title"))
        words.addWidget(self.said)
        head.addLayout(words, 1)
        head.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.which, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        self.frame = QFrame()
        self.frame.setProperty("role", "panel")
        box.addWidget(self.frame, 1)
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view, 1)
        inside.addStretch()  # few rows stand at the top
        box.addWidget(self.legend)
        box.addWidget(self.below)
        self.empty, self.first = notice(EMPTY, "emptyMessages", "Go to the projects", lambda: self.desk.go("projects"))
        box.addWidget(self.empty, 1)
        box.addStretch()

    def _connect(self) -> None:
        self.view.stepped.connect(self._on_step)
        self.view.wants_edit.connect(self.edit)
        self.view.wants_project.connect(lambda key: self.desk.go("projects", key))
        self.segments.chosen.connect(lambda _: self._show())
        self.which.currentIndexChanged.connect(lambda _: self._read())
        self.below.table.opened.connect(self._on_stale)
        self.pane.form.saved.connect(self._on_saved)
        self.pane.approving.connect(self._approve)
        self.pane.telling.connect(self._tell)
        self.pane.returning.connect(self._send_back)
        self.pane.stepped.connect(self._after_pane)
        self.pane.close_button.clicked.connect(self._close_pane)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the matrix has the room of what goes stale next, and two texts that of the legend."""
        super().resizeEvent(event)
        self.below.make_room(event.size().height() < scaled(LOW))
        self._show_legend()

    def _show_legend(self) -> None:
        self.legend.setVisible(not self.frame.isHidden() and not self.below.crowded)

    # Showing

    def title(self) -> str:
        """The words of this place."""
        return "Messages"

    def refresh(self, notice: Notice | None) -> None:
        """Reads again what the notice concerns."""
        if notice and (not self.isVisible() or not notice.kinds & READS):  # it reads again when it is shown
            return
        self._read(notice)

    def _read(self, told: Notice | None = None) -> None:
        today, everything = self.desk.clock.today(), bool(self.which.currentIndex())
        self.coverage = (
            self._kept.read_again(told.touched, today, everything) if told else self._kept.read(today, everything)
        )
        self._show()

    def _show(self) -> None:
        coverage = self.coverage
        if coverage is None:
            return
        there = bool(coverage.rows)
        for widget in (self.frame, self.legend, self.below, self.segments, self.pane):
            widget.setVisible(there)
        self.which.setVisible(there or bool(self.which.currentIndex()))
        self.empty.setHidden(there)
        self.said.setText("\n".join(filter(None, (summary(coverage), untold(coverage)))) if there else "")
        self.view.blockSignals(not self.pane.form.dirty)  # its cell is shown below; what is typed is kept before that
        self.view.show_view(VIEWS[self.segments.choice](coverage))
        self.view.blockSignals(False)
        self.below.show_stale(coverage.next_to_go_stale(SHOWN), coverage.today)
        self._show_cell()

    def _show_cell(self) -> None:
        index = self.view.currentIndex()
        cell = self.view.cell
        concerned = cell is not None
        if cell is None and index.isValid():
            head = self.view.matrix.head(index.column())
            row = self.view.matrix.row(index.row())
            whole = head.unit is None and self.segments.choice != 0
            cell = Cell(row.project, head.audience, head.unit) if head.audience and not whole else None
        self.pane.show_cell(cell, concerned)
        self._show_beside()

    def _show_beside(self) -> None:
        """Where somebody is to approve or to mend, what was approved before stands beside what it says now."""
        said = self.pane.said
        shown = said is not None and said.standing in ("in review", AGAIN, "returned")
        if said and shown:
            self.below.beside.show_said(self.desk, said)
        self.below.show_beside(shown)
        self._show_legend()

    def open_record(self, record_id: str) -> None:
        """Shows the matrix; `message:` before an id goes to the cell of that message, a project's id to its row."""
        key = record_id.removeprefix("message:")
        if key and self.coverage:
            found = next((c for c in self.coverage.cells() if self._fits(c, key)), None)
            if found:
                self.view.choose(found)
        (self.view if self.empty.isHidden() else self.first).setFocus()
        self.crumbs_changed.emit()

    @staticmethod
    def _fits(cell: Cell, key: str) -> bool:
        return cell.project.id == key or any(said.message.id == key for said in cell.said)

    def _on_step(self) -> None:
        if self.pane.form.dirty:
            self.pane.form.settle()
        self._show_cell()

    def _on_stale(self, cell: Cell) -> None:
        self.view.choose(cell)
        self.view.setFocus()

    def _plan(self) -> None:
        self.segments.show_choice(DATE)
        self._show()
        self.view.setFocus()

    # Acting

    def edit(self) -> None:
        """Puts the cursor into the words of the message."""
        self.pane.edit()

    def _approve(self) -> None:
        if self.pane.form.settle() and self.pane.cell:  # what is saved may take the cell away
            self.acts.approve(self.pane.cell)
            self._after_pane()

    def _tell(self) -> None:
        if self.pane.form.settle() and self.pane.cell:
            self.acts.tell(self.pane.cell)
            self._after_pane()

    def _return(self) -> None:
        if self.pane.form.settle() and self.pane.cell:
            said = self.acts.returnable(self.pane.cell)
            if said:
                self.pane.ask_reason(said)

    def _send_back(self, said: Said, reason: str) -> None:
        if self.acts.send_back(said, reason):
            self.pane.reason_sent()

    def _go_missing(self) -> None:
        if self.view.go_missing():
            self.view.setFocus()
        else:
            self.desk.status("Nothing is missing here.")

    def _on_saved(self, _record: object) -> None:
        self._after_pane()
        self._show_cell()

    def _after_pane(self) -> None:
        """The keyboard goes back to the matrix."""
        self._show_beside()
        if self.view.isVisible():
            self.view.setFocus()

    def _close_pane(self) -> None:
        if self.pane.form.settle():
            self.pane.hide()
            self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each act, never while something is typed."""
        acts = {
            Qt.Key.Key_H: self._go_missing,
            Qt.Key.Key_A: self._approve,
            Qt.Key.Key_R: self._return,
            Qt.Key.Key_T: self._tell,
            Qt.Key.Key_E: self.edit,
            Qt.Key.Key_N: self.pane.show_next,
        }
        act = act_of(self, event, acts)
        if act:
            act()
        else:
            super().keyPressEvent(event)

    # Commands

    def settle(self) -> bool:
        """Saves what is typed, or asks."""
        return self.pane.form.settle() if self.pane.form.dirty else True

    def new_record(self) -> None:
        """Goes to the next place where a message is missing, and begins it."""
        if self.view.go_missing():
            self.edit()

    def save_record(self) -> None:
        """Asks for approval of what is written."""
        self.pane.primary()

    def escape(self) -> None:
        """Back to the matrix; what is typed stays until another cell is chosen."""
        if self.view.isVisible():
            self.view.setFocus()

    def delete_record(self) -> None:
        """Deletes the message of the cell."""
        said = self.pane.said
        if said and self.view.hasFocus():
            with self.desk.telling():
                self.desk.delete(said.message)

    def log_about(self) -> Record | None:
        """A touchpoint logged here is about the project of the row."""
        index = self.view.currentIndex()
        return self.view.matrix.row(index.row()).project if index.isValid() else None
