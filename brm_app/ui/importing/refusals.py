"""The rows that will not go in, as a table: row, content, reason, and what a person can do about it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from brm_app.ui.cells import Cells
from brm_app.ui.desk import Theme
from brm_app.ui.importing.intake import Intake, Refusal
from brm_app.ui.tips import plain_tip

_Index = QModelIndex | QPersistentModelIndex
FIX = 3


class Refusals(QAbstractTableModel):
    """The refused rows; cells of the last column can be edited where there is a fix."""

    HEADERS = ("Row", "In the file", "Why it is left out", "What you can do")

    def __init__(self, refusals: tuple[Refusal, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.refusals = refusals

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One row for each refused row of the file."""
        return 0 if parent.isValid() else len(self.refusals)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Row, content, reason, fix."""
        return 0 if parent.isValid() else len(self.HEADERS)

    def can_mend(self, row: int) -> bool:
        """Whether there is something to choose or to type."""
        fix = self.refusals[row].fix
        return fix is not None and bool(fix.column)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The last cell takes what a person chooses or types."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == FIX and self.can_mend(index.row()) else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; the whole of it as tool tip."""
        refusal = self.refusals[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            fix = refusal.fix.words if refusal.fix else "Change the file"
            words = (str(refusal.row), refusal.held, refusal.why, fix)[index.column()]
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The column names, the numbers' at the right."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self.HEADERS[section] if role == Qt.ItemDataRole.DisplayRole else None


class FixDelegate(Cells):
    """Paints a fix as a link, and lets a person choose or type. `mended` carries the refusal and the value."""

    mended = Signal(object, str)

    def __init__(self, intake: Intake, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._intake, self._theme = intake, theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """A link where there is something to do, plain words otherwise."""
        super().initStyleOption(option, index)
        model = index.model()
        can = isinstance(model, Refusals) and model.can_mend(index.row())
        colour = self._theme.colour("accT" if can else "tx2")
        for role in (option.palette.ColorRole.Text, option.palette.ColorRole.HighlightedText):
            option.palette.setColor(role, colour)
        if can:
            option.font.setWeight(QFont.Weight.Medium)
            seen = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
            option.font.setUnderline(bool(option.state & seen))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A list to choose from, in which typing finds, or a field."""
        model = index.model()
        assert isinstance(model, Refusals)
        fix = model.refusals[index.row()].fix
        assert fix is not None
        found = self._intake.choices(fix)
        if not found:
            field = QLineEdit(fix.held, parent)
            field.setObjectName("fixText")
            field.setAccessibleName(fix.words)
            return field
        box = QComboBox(parent)
        box.setObjectName("fixChoice")
        box.setAccessibleName(fix.words)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for value, words in found:
            box.addItem(words, value)
        box.setCurrentIndex(-1)
        finder, line = box.completer(), box.lineEdit()
        assert finder is not None
        assert line is not None
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        line.setPlaceholderText(fix.words)
        box.activated.connect(lambda _place: self._close(box))
        return box

    def _close(self, box: QWidget) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """The field begins with what the file holds."""
        if isinstance(editor, QLineEdit):
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: _Index) -> None:
        """Tells what was chosen or typed; nothing where that is not on the list."""
        assert isinstance(model, Refusals)
        if isinstance(editor, QComboBox):
            place = editor.findText(editor.currentText(), Qt.MatchFlag.MatchFixedString)
            value = str(editor.itemData(place)) if place >= 0 else ""
        else:
            assert isinstance(editor, QLineEdit)
            value = editor.text()
        refusal = model.refusals[index.row()]
        if value and refusal.fix and value != refusal.fix.held:
            self.mended.emit(refusal, value)
