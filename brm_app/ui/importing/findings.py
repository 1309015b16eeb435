"""What the dry run found, on the screen: three counts, and the rows that will not go in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from brm_app.domain.text import plural
from brm_app.ui.barhead import reach_over_bar
from brm_app.ui.cells import Cells
from brm_app.ui.desk import Theme
from brm_app.ui.drawn.import_dialog import Ui_ImportForm
from brm_app.ui.importing.intake import Intake
from brm_app.ui.importing.refusals import FIX, FixDelegate, Refusals


def dress_form(form: Ui_ImportForm, theme: Theme, fixes: FixDelegate) -> None:
    """Gives the form the icons of light or dark, and its table what makes it act."""
    form.ready.icon.setPixmap(theme.icon("check", "good").pixmap(20, 20))
    form.mended.icon.setPixmap(theme.icon("wand-sparkles", "accT").pixmap(20, 20))
    form.leftOut.icon.setPixmap(theme.icon("x", "bad").pixmap(20, 20))
    form.promiseIcon.setPixmap(theme.icon("undo-2").pixmap(16, 16))
    form.saveRefused.setIcon(theme.icon("download", "tx"))
    # A scroll area would fill its rows with the window's colour instead of the panel's.
    form.columnRows.setAutoFillBackground(False)
    form.warnIcon.setPixmap(theme.icon("circle-alert", "warn").pixmap(16, 16))
    form.everyIcon.setPixmap(theme.icon("check", "good").pixmap(20, 20))
    table = form.refused
    table.setItemDelegate(Cells(table))
    table.setItemDelegateForColumn(FIX, fixes)
    table.setMouseTracking(True)
    table.setTabKeyNavigation(False)  # Tab goes on to the buttons; arrows go through the cells
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.clicked.connect(lambda index: _edit(table, index, anywhere=False))
    table.activated.connect(lambda index: _edit(table, index, anywhere=True))
    table.verticalHeader().hide()
    reach_over_bar(table)
    form.refused.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _edit(table: QTableView, index: QModelIndex, anywhere: bool) -> None:
    model = table.model()
    if isinstance(model, Refusals) and model.can_mend(index.row()) and (anywhere or index.column() == FIX):
        place = index.siblingAtColumn(FIX)
        table.setCurrentIndex(place)
        table.edit(place)


def show_findings(form: Ui_ImportForm, intake: Intake) -> None:
    """Shows counts and refused rows, and lets the import start where any row may go in."""
    counts, refusals = intake.counts, intake.refusals()
    form.ready.show_count(counts.accepted - counts.mended, "ready", "as they are")
    form.mended.show_count(counts.mended, "mended", "spaces, capitals, dates")
    form.leftOut.show_count(counts.refused, "left out", "with a reason for each", bad=counts.refused > 0)
    form.about.setText("\n".join((*intake.about, intake.doing)))
    form.refused.setModel(Refusals(refusals, form.refused))
    header = form.refused.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for narrow in (0, FIX):
        header.setSectionResizeMode(narrow, QHeaderView.ResizeMode.ResizeToContents)
    all_in = bool(counts.accepted) and not refusals
    form.refusedPanel.setVisible(bool(refusals))
    form.everyPanel.setVisible(all_in)
    warning, field = intake.warning()
    form.warnPanel.setVisible(bool(warning))
    form.warnText.setText(warning)
    form.matchOn.setText(f"Match on {intake.label(field).lower()}")
    form.go.setText(f"Import {plural(counts.accepted, 'row')}")
    form.go.setEnabled(counts.accepted > 0)
