"""What the dry run found, on the screen: three counts, and the rows that will not go in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView

from brm_app.domain.text import plural
from brm_app.ui.desk import Theme
from brm_app.ui.drawn.import_dialog import Ui_ImportForm
from brm_app.ui.importing.intake import Intake
from brm_app.ui.importing.pieces import Refusals


def dress_form(form: Ui_ImportForm, theme: Theme) -> None:
    """Gives the form the icons of light or dark."""
    form.ready.icon.setPixmap(theme.icon("check", "good").pixmap(20, 20))
    form.mended.icon.setPixmap(theme.icon("wand-sparkles", "accT").pixmap(20, 20))
    form.leftOut.icon.setPixmap(theme.icon("x", "bad").pixmap(20, 20))
    form.promiseIcon.setPixmap(theme.icon("undo-2").pixmap(16, 16))
    form.saveRefused.setIcon(theme.icon("download", "tx"))
    # A scroll area would fill its rows with the window's colour instead of the panel's.
    form.columnRows.setAutoFillBackground(False)
    form.refused.verticalHeader().hide()
    form.refused.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


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
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    form.refusedTitle.setText("Rows that will not go in" if refusals else "Every row goes in")
    for widget in (form.saveRefused, form.refused):
        widget.setVisible(bool(refusals))
    form.go.setText(f"Import {plural(counts.accepted, 'row')}")
    form.go.setEnabled(counts.accepted > 0)
