"""The tile with the logo of a project on its colour; a picture is dropped on it or chosen from a file."""

from __future__ import annotations

from pathlib import Path

import attrs
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from brm_app.domain.errors import Refused
from brm_app.domain.records import Attachment, Project
from brm_app.ui.desk import Desk
from brm_app.ui.editing.links import PICTURES
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import paint_focus

SIDE, PICTURE, ROUND = 92, 60, 7


class LogoTile(QAbstractButton):
    """Shows the logo; a press chooses a file, Delete takes the logo away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._project: Project | None = None
        self._picture = QPixmap()
        self._over = self._reading = False
        self.setObjectName("projectLogo")
        self.setToolTip("Drop an SVG, PNG or JPEG here, or press to choose a file")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAcceptDrops(True)
        self.clicked.connect(self._choose)

    def sizeHint(self) -> QSize:
        """A square as high as the strip."""
        return QSize(SIDE, SIDE)

    def show_project(self, project: Project) -> None:
        """Shows the logo of a project."""
        if self._project is None or project.logo != self._project.logo or project.id != self._project.id:
            held = self._desk.workspace.get(Attachment, project.logo) if project.logo else None
            self._picture = QPixmap()
            if held:
                self._picture.loadFromData(held.raster)
            self.setAccessibleName(f"Logo: {held.name}" if held else "Logo: not set")
        self._project = project
        self.update()

    # Choosing

    def _choose(self) -> None:
        path = self._desk.ask.open_file("Choose logo", PICTURES)
        if path:
            self.take_file(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and E choose a file, Delete takes the logo away."""
        if event.key() in (*ENTER, Qt.Key.Key_E) and not event.modifiers():
            self.click()
        elif event.key() == Qt.Key.Key_Delete and self._project and self._project.logo:
            self._keep(None)
        else:
            super().keyPressEvent(event)

    def take_file(self, path: Path) -> None:
        """Looks at a picture file in the background, then keeps it as the logo."""
        from brm_app.services.pictures import attachment_from

        project = self._project
        self._show_reading(True)

        def job() -> Attachment:
            try:
                return attachment_from(path.name, path.read_bytes())
            except OSError as error:
                raise Refused(f"{path.name} can’t be read: {error.strerror}. Nothing was changed.") from error

        def keep(made: Attachment) -> None:
            self._show_reading(False)
            if project and self._project and self._project.id == project.id:
                self._keep(made)

        def say(sentence: str) -> None:
            self._show_reading(False)
            self._desk.status(sentence)

        self._desk.run(job, keep, say)

    def _show_reading(self, reading: bool) -> None:
        self._reading = reading
        self.update()

    def _keep(self, picture: Attachment | None) -> None:
        project = self._project
        assert project is not None
        changed = attrs.evolve(project, logo=picture.id if picture else None)
        with self._desk.telling():
            words = f"{'Change' if picture else 'Remove'} logo of {project.name[:40]}"
            with self._desk.workspace.write(words, origin=self) as batch:
                if picture:
                    batch.add(picture)
                batch.save(changed, base=project)
            self._desk.status("Saved the logo." if picture else "Removed the logo.", undo=True)

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcomes one file."""
        if len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()
            self._show_over(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """The file went on."""
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the dropped file."""
        self._show_over(False)
        self.take_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The colour of the project, on it the logo, or the place to drop one."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        theme = self._desk.theme
        ground = self._project.colour if self._project else ""
        colour = theme.colour("accS") if self._over else QColor(ground) if ground else theme.colour("sunk")
        painter.fillPath(self._shape(), colour)
        middle = QRect(0, 0, PICTURE, PICTURE)
        middle.moveCenter(self.rect().center())
        if self._reading:
            painter.setPen(theme.colour("tx") if not ground else Qt.GlobalColor.white)
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), "…")
        elif self._picture.isNull() or self._over:
            self._paint_place(painter)
        else:
            size = self._picture.size().scaled(middle.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(middle.center())
            painter.drawPixmap(place, self._picture)
        if self.hasFocus():
            paint_focus(painter, self.rect(), theme, ROUND)

    def _shape(self) -> QPainterPath:
        """The tile, round where the strip is."""
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), ROUND, ROUND)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inner = QRectF(self.rect()).adjusted(0 if mirrored else ROUND, 0, -ROUND if mirrored else 0, 0)
        path.addRect(inner)
        path.setFillRule(Qt.FillRule.WindingFill)
        return path

    def _paint_place(self, painter: QPainter) -> None:
        theme = self._desk.theme
        painter.setPen(QPen(theme.colour("acc" if self._over else "ctl"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour("accS" if self._over else "card"))
        place = self.rect().adjusted(10, 10, -10, -10)
        painter.drawRoundedRect(place, 6, 6)
        icon = QRect(0, 0, 24, 24)
        icon.moveCenter(place.center())
        theme.icon("image", "accT" if self._over else "tx3").paint(painter, icon)
