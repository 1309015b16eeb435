"""Editors of links: one record from a searchable list, several as chips, and a picture file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QPushButton, QVBoxLayout

from brm_app.domain.errors import Refused
from brm_app.domain.fields import Spec
from brm_app.domain.records import Attachment, Record, record_class
from brm_app.domain.text import fold
from brm_app.ui.desk import Desk
from brm_app.ui.editing.editors import Editor
from brm_app.ui.editing.flow import Flow
from brm_app.ui.editing.inputs import Choice, Line
from brm_app.ui.marks import grown
from brm_app.ui.tips import plain_tip
from brm_app.ui.widgets import Elided, sided
from brm_app.ui.words import isolated, one_line

CHIP = 190  # px of a title, so that a form stays as narrow as its pane
LEAST, FOUND, PAUSE = 3, 20, 200  # letters that are searched for, what is offered of it, ms that nothing is typed
PICTURES = "Pictures (*.svg *.png *.jpg *.jpeg)"


class LinkCombo(Choice):
    """A combo box of all records of a collection; type any part of a title to find it."""

    def __init__(self, spec: Spec, desk: Desk) -> None:
        super().__init__()
        self._spec, self._desk = spec, desk
        self.offered: Callable[[str], bool] = lambda _key: True
        self._filled: tuple[Mapping[str, str], Callable[[str], bool]] | None = None
        self.line = Line()
        self._typing = QTimer(self, singleShot=True, interval=PAUSE)
        self._typing.timeout.connect(self._search)
        self.line.textEdited.connect(lambda _: self._typing.start())
        self.setLineEdit(self.line)  # which makes it editable; `setEditable` would make a line of its own first
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def fill(self, chosen: str | None) -> None:
        """Offers the records as they are now, with one chosen."""
        choices = self._desk.choices(self._spec.target)
        if self._filled is None or choices is not self._filled[0] or self.offered is not self._filled[1]:
            self._filled = choices, self.offered
            self.clear()
            self.addItem("", None)
            for key, title in choices.items():
                if self.offered(key):
                    self._add(key, title)
        if chosen and not self._desk.offers_all(self._spec.target):
            self._add_older(chosen, self._desk.title_of(self._spec.target, chosen))
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setEditText(self.itemText(self.currentIndex()))  # typed text may still stand there
        if line := self.lineEdit():
            line.setCursorPosition(0)  # of a long name its beginning is seen

    def _add(self, key: str, title: str) -> None:
        """One more line; what has no title is said by its kind, for an empty line stands for none."""
        self.addItem(" ".join(title.split())[:120] or record_class(self._spec.target).noun, key)

    def _add_older(self, key: str, title: str) -> None:
        if self.offered(key) and self.findData(key) < 0:
            self._add(key, title)

    def _search(self) -> None:
        """Offers older ones that hold the typed words, where not all are offered."""
        typed = self.line.text().strip()
        if len(typed) < LEAST or self._desk.offers_all(self._spec.target):
            return
        with self._desk.telling():
            for found in self._desk.workspace.search(typed, (self._spec.target,), FOUND):
                self._add_older(found.id, found.title)
        if self.line.hasFocus() and (completer := self.completer()):
            completer.complete()

    def chosen(self) -> str | None:
        """The id of the record that the typed text means. Raises `Refused` where it means none or several."""
        typed = self.currentText().strip()
        if not typed:
            return None
        if self.itemText(self.currentIndex()) == typed:
            return str(self.currentData())
        fits = [n for n in range(self.count()) if fold(self.itemText(n)) == fold(typed)]
        if len(fits) != 1:
            noun = record_class(self._spec.target).noun
            raise Refused(f"There is no {noun} “{typed}”. Choose one from the list.")
        return str(self.itemData(fits[0]))


class LinkEditor(Editor):
    """One record."""

    def __init__(self, spec: Spec, desk: Desk) -> None:
        super().__init__(spec)
        self.combo = LinkCombo(spec, desk)
        self.combo.editTextChanged.connect(self.changed)
        self.adopt(self.combo)
        self.box.addWidget(self.combo, 1)

    def load(self, value: Any) -> None:
        """Chooses the record."""
        self.combo.fill(value)

    def read(self) -> Any:
        """The id of the chosen record, or None."""
        return self.combo.chosen()


class LinksEditor(Editor):
    """Several records as chips; choosing one from the list adds it, pressing a chip takes it out."""

    def __init__(self, spec: Spec, desk: Desk) -> None:
        super().__init__(spec, QVBoxLayout)
        self._desk = desk
        self._ids: tuple[str, ...] = ()
        self._chips = Flow(gap=6)
        self.combo = LinkCombo(spec, desk)
        self.combo.line.setPlaceholderText("Add…")
        self.combo.line.returnPressed.connect(self._add)
        self.combo.activated.connect(self._add)
        self.adopt(self.combo)
        self.box.addWidget(self._chips)
        self.box.addWidget(self.combo)

    def load(self, value: Any) -> None:
        """Shows the chosen records as chips."""
        self.combo.fill(None)
        self._show(tuple(value))

    def _show(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self._chips.clear()
        for number, key in enumerate(ids):
            title = self._desk.title_of(self.spec.target, key)
            chip = QPushButton()
            chip.setProperty("role", "small")
            room = grown(CHIP, self.font())
            shown = chip.fontMetrics().elidedText(one_line(title), Qt.TextElideMode.ElideRight, room)
            chip.setText(isolated(shown.replace("&", "&&")))  # the mark at its end turns the chip round
            chip.setObjectName(f"chip-{self.spec.name}-{number}")
            chip.setAccessibleName(f"Take out {title}")
            chip.setToolTip(plain_tip(f"Take out {title}"))
            chip.setIcon(self._desk.theme.icon("x"))
            chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            chip.clicked.connect(lambda _=False, gone=key: self._take_out(gone))
            self._chips.add(chip)
        self.updateGeometry()

    def _add(self) -> None:
        try:
            key = self.combo.chosen()
        except Refused:
            return  # the form says so when it is saved
        if key and key not in self._ids:
            self._show((*self._ids, key))
            self.changed.emit()
        self.combo.setCurrentIndex(0)

    def _take_out(self, key: str) -> None:
        self._show(tuple(other for other in self._ids if other != key))
        self.changed.emit()
        self.combo.setFocus()

    def read(self) -> Any:
        """The chosen ids in their order; a title typed and not yet added counts."""
        key = self.combo.chosen()
        return (*self._ids, key) if key and key not in self._ids else self._ids


class PictureEditor(Editor):
    """A picture file, chosen or dropped; it is looked at in the background and saved with the record."""

    def __init__(self, spec: Spec, desk: Desk) -> None:
        super().__init__(spec)
        self._desk = desk
        self._value: str | None = None
        self._new: Attachment | None = None
        self.picture = QLabel()
        self.picture.setFixedSize(56, 56)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(sided("Choose file…"))
        self.button.setToolTip("SVG, PNG or JPEG; or drop the file here")
        self.button.clicked.connect(self._choose)
        self.remove = QPushButton("Remove")
        self.remove.setProperty("role", "link")
        self.remove.setObjectName(f"remove-{spec.name}")
        self.remove.setAccessibleName(f"Remove {spec.label}")
        self.remove.clicked.connect(lambda: self._take(None))
        self.words = Elided()
        self.words.setProperty("role", "secondary")
        self.adopt(self.button)
        self.button.setAccessibleName(f"{spec.label}: {self.button.text()}")
        for widget in (self.picture, self.button, self.remove, self.words):
            self.box.addWidget(widget)
        self.box.addStretch()
        self.setAcceptDrops(True)

    def load(self, value: Any) -> None:
        """Shows the picture of an attachment."""
        self._value, self._new = value, None
        self._show(self._desk.workspace.get(Attachment, value) if value else None)

    def _show(self, held: Attachment | None) -> None:
        pixmap = QPixmap()
        if held:
            pixmap.loadFromData(held.raster)
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            pixmap = pixmap.scaled(56, 56, keep, smooth)
        self.picture.setPixmap(pixmap)
        self.picture.setVisible(bool(held))
        self.remove.setVisible(bool(held))
        self.words.setText(held.name if held else "")

    def _choose(self) -> None:
        path = self._desk.ask.open_file(f"Choose {self.spec.label.lower()}", PICTURES)
        if path:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """Looks at a picture file in the background and shows it."""
        from brm_app.services.pictures import attachment_from

        self.words.setText(f"Reading {path.name}…")

        def job() -> Attachment:
            try:
                return attachment_from(path.name, path.read_bytes())
            except OSError as error:
                raise Refused(f"{path.name} can’t be read: {error.strerror}. Nothing was changed.") from error

        self._desk.run(job, self._take, self._say)

    def _take(self, made: Attachment | None) -> None:
        self._new, self._value = made, made.id if made else None
        self._show(made)
        self.changed.emit()

    def _say(self, sentence: str) -> None:
        self.words.setText("")
        self._desk.status(sentence)

    def read(self) -> Any:
        """The id of the picture, or None."""
        return self._value

    def companions(self) -> list[Record]:
        """The new picture, to be saved with the record."""
        return [self._new] if self._new else []

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcomes one file."""
        if len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the dropped file."""
        self.take_file(Path(event.mimeData().urls()[0].toLocalFile()))
