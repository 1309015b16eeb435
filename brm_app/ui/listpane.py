"""A list with its filter, its count, and the button that makes a new record."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from brm_app.domain.records import Record
from brm_app.domain.text import plural
from brm_app.ui.desk import Desk
from brm_app.ui.filtering import Filter
from brm_app.ui.listing import Column, Read, RecordModel, RecordTable
from brm_app.ui.longlist import LongModel
from brm_app.ui.marks import grown
from brm_app.ui.widgets import button, label


class ListPane(QWidget):
    """A list of one kind of records; without `read` it may be long, and is sorted by its headings."""

    wants_new = Signal()

    def __init__(
        self,
        desk: Desk,
        cls: type[Record],
        columns: Sequence[Column],
        read: Read | None = None,
        row: int = 36,
        first: tuple[int, bool] = (0, False),
    ) -> None:
        super().__init__()
        self._cls, self._desk = cls, desk
        self.setObjectName(f"{cls.nouns}Pane")
        self.model = RecordModel(desk, columns, read) if read else LongModel(desk, cls, columns, first)
        self.table = RecordTable(self.model, columns, row)
        self.table.setObjectName(f"{cls.nouns}List")
        self.table.setAccessibleName(cls.nouns.capitalize())
        if isinstance(self.model, LongModel):
            self._let_sort(self.model)
        self.filter = self._make_filter()
        self.add = QToolButton()
        self.add.setIcon(desk.theme.icon("plus"))
        self.add.setObjectName(f"{cls.nouns}Add")
        self.add.setAccessibleName(f"New {cls.noun}")
        self.add.setToolTip(f"New {cls.noun} (Ctrl+N)")
        self.add.clicked.connect(self.wants_new)
        self.count = label("", "caption")
        self._lay_out()

    def _let_sort(self, model: LongModel) -> None:
        column, descending = model.order
        side = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(column, side)
        self.table.setSortingEnabled(True)
        model.counted.connect(self._show_count)

    def _make_filter(self) -> Filter:
        line = Filter(self._desk.theme, self._cls.nouns)
        line.setMaximumWidth(grown(320, line.font()))
        line.paused.connect(lambda: self.reload())
        line.returnPressed.connect(self.table.setFocus)
        return line

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 8, 12)
        box.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.filter, 1)
        line.addWidget(self.count)
        line.addStretch()
        line.addWidget(self.add)
        box.addLayout(line)
        box.addWidget(self.table, 1)
        self.nothing = QWidget()
        inside = QVBoxLayout(self.nothing)
        self._nothing_words = label("", "about", wrap=True)
        self._nothing_words.setObjectName(f"{self._cls.nouns}Nothing")
        self._nothing_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addStretch(1)
        inside.addWidget(self._nothing_words)
        clear = button(f"{self._cls.nouns}Clear", "Clear", self.clear_filter, spoken="Clear the filter")
        inside.addWidget(clear, 0, Qt.AlignmentFlag.AlignCenter)
        inside.addStretch(3)
        self.nothing.hide()
        box.addWidget(self.nothing, 1)

    def reload(self, gone: Collection[str] = ()) -> None:
        """Reads again, without those that are `gone`; the chosen record and the rows stay where they are."""
        self.filter.settle()
        self.model.forget(gone)
        self.model.load(self.filter.text())
        self._show_count()

    def clear_filter(self) -> None:
        """Empties the filter and goes on in it."""
        self.filter.clear()
        self.reload()
        self.filter.setFocus()

    def forget_filter(self) -> None:
        """Empties the filter for the next visit; the list is read when it is shown again."""
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        self.filter.settle()

    def _show_count(self) -> None:
        number, sure = self.model.total()
        nothing = not number and bool(self.filter.text().strip())
        self.table.setHidden(nothing)
        self.nothing.setVisible(nothing)
        self._nothing_words.setText(f"Nothing fits “{self.filter.text().strip()}”.")
        self.count.setText(
            plural(number, self._cls.noun, self._cls.nouns) if sure else f"{number:,}+ {self._cls.nouns}"
        )

    def close_down(self) -> None:
        """Stops what reads in the background."""
        self.model.close()
