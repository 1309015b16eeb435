"""One editor for each kind of field: it shows a value, and reads back what the person typed."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from brm_app.domain.fields import Kind, Spec, empty
from brm_app.domain.records import Record
from brm_app.domain.values import parse, to_text
from brm_app.ui.editing.flow import Flow
from brm_app.ui.editing.inputs import Choice, Line, Note

SPOKEN = {"min": "Minutes", "s": "Seconds"}
"""Words of files that people say otherwise."""


def spoken(word: str) -> str:
    """A word of files as it is said on the screen."""
    return SPOKEN.get(word, word[:1].upper() + word[1:])


class Editor(QWidget):
    """The base of all editors; `field` is the widget that takes the focus."""

    changed = Signal()
    field: QWidget

    def __init__(self, spec: Spec, layout: type[QBoxLayout] = QHBoxLayout) -> None:
        super().__init__()
        self.spec = spec
        box = layout(self)  # type: ignore[arg-type]
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        self.box = box

    def adopt(self, field: QWidget) -> None:
        """Makes a widget the one that is named, focused and marked."""
        self.field = field
        field.setObjectName(f"field-{self.spec.name}")
        field.setAccessibleName(self.spec.label)
        if isinstance(field, QComboBox) and (line := field.lineEdit()):
            line.setAccessibleName(self.spec.label)
        self.setFocusProxy(field)

    def load(self, value: Any) -> None:
        """Shows a value."""
        raise NotImplementedError

    def read(self) -> Any:
        """The value that the person means. Raises `Refused` with the fix."""
        raise NotImplementedError

    def companions(self) -> list[Record]:
        """Records that must be saved together with the value."""
        return []

    def mark(self, wrong: bool) -> None:
        """Gives the field the border of an error, or takes it away."""
        self.field.setProperty("error", "true" if wrong else "false")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)


class TextEditor(Editor):
    """Everything that is typed in one line: text, numbers, money, dates."""

    def __init__(self, spec: Spec, minor: int, currency: str = "") -> None:
        super().__init__(spec)
        self.minor = minor
        self._loaded: Any = empty(spec.kind)
        self.line = Line()
        self.line.textChanged.connect(self.changed)
        self.adopt(self.line)
        self.box.addWidget(self.line, 1)
        unit = currency if spec.kind is Kind.MONEY else spec.unit
        if spec.kind in (Kind.WHOLE, Kind.NUMBER, Kind.MONEY):
            self.line.setMaximumWidth(140)
            unit_label = QLabel(unit)
            unit_label.setProperty("role", "secondary")
            self.box.addWidget(unit_label)
            self.box.addStretch()

    def load(self, value: Any) -> None:
        """Shows a value as the text that reads back to it."""
        self._loaded = value
        self.line.setText(to_text(self.spec, value, self.minor))
        self.line.setCursorPosition(0)

    def read(self) -> Any:
        """The value of the typed text; the very value that was shown where nothing was typed."""
        if not self.line.isModified():
            return self._loaded
        return parse(self.spec, self.line.text(), self.minor)


class ScaleEditor(Editor):
    """A few whole numbers as buttons, such as a mood of 1 to 5; pressing the chosen one again clears it."""

    def __init__(self, spec: Spec, least: int, most: int) -> None:
        super().__init__(spec)
        self.box.setSpacing(0)
        self.buttons: dict[int, QToolButton] = {}
        for number in range(least, most + 1):
            button = self.buttons[number] = QToolButton()
            button.setText(f"{number}")
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setProperty("edge", {least: "first", most: "last"}.get(number, ""))
            button.clicked.connect(partial(self._choose, number))
            if number == least:
                self.adopt(button)
            button.setObjectName(f"field-{spec.name}-{number}")
            button.setAccessibleName(f"{spec.label} {number}")
            self.box.addWidget(button)
        self.box.addStretch()

    def _choose(self, number: int) -> None:
        self.load(number if self.buttons[number].isChecked() else None)
        self.changed.emit()

    def load(self, value: Any) -> None:
        """Presses one button, or none."""
        for number, button in self.buttons.items():
            button.setChecked(number == value)

    def read(self) -> Any:
        """The number of the pressed button, or None."""
        return next((number for number, button in self.buttons.items() if button.isChecked()), None)


class NoteEditor(Editor):
    """Text of many lines."""

    def __init__(self, spec: Spec) -> None:
        super().__init__(spec)
        self.note = Note()
        self.note.textChanged.connect(self.changed)
        self.adopt(self.note)
        self.box.addWidget(self.note)

    def load(self, value: Any) -> None:
        """Shows the text."""
        self.note.setPlainText(value)
        self._loaded = value

    def read(self) -> Any:
        """The text; unchanged to the letter where the person changed nothing."""
        if not self.note.document().isModified():
            return self._loaded  # Qt turns some line breaks and spaces into others
        return self.note.toPlainText()


class ChoiceEditor(Editor):
    """One word out of a few."""

    def __init__(self, spec: Spec) -> None:
        super().__init__(spec)
        self.combo = Choice()
        if not spec.default:
            self.combo.addItem("Not set", "")
        for word in spec.choices:
            self.combo.addItem(spoken(word), word)
        self.combo.currentIndexChanged.connect(self.changed)
        self.adopt(self.combo)
        self.box.addWidget(self.combo, 1)

    def load(self, value: Any) -> None:
        """Chooses the word."""
        place = self.combo.findData(value)
        if place < 0:
            self.combo.addItem("Not set", "")
            place = self.combo.count() - 1
        self.combo.setCurrentIndex(place)

    def read(self) -> Any:
        """The chosen word."""
        return self.combo.currentData()


class ChoicesEditor(Editor):
    """Several words out of a few, each with its tick."""

    def __init__(self, spec: Spec) -> None:
        super().__init__(spec, QVBoxLayout)
        flow = Flow(gap=6)
        self.boxes = {word: QCheckBox(word[:1].upper() + word[1:]) for word in spec.choices}
        for word, box in self.boxes.items():
            box.toggled.connect(self.changed)
            flow.add(box)
            self.adopt(box)
            box.setObjectName(f"field-{spec.name}-{word}")
            box.setAccessibleName(f"{spec.label}: {word}")
        self.box.addWidget(flow)

    def load(self, value: Any) -> None:
        """Ticks the words."""
        for word, box in self.boxes.items():
            box.setChecked(word in value)

    def read(self) -> Any:
        """The ticked words in their declared order."""
        return tuple(word for word, box in self.boxes.items() if box.isChecked())


class FlagEditor(Editor):
    """Yes or no; the label is its own."""

    def __init__(self, spec: Spec) -> None:
        super().__init__(spec)
        self.tick = QCheckBox(spec.label)
        self.tick.toggled.connect(self.changed)
        self.adopt(self.tick)
        self.box.addWidget(self.tick)
        self.box.addStretch()

    def load(self, value: Any) -> None:
        """Ticks it or not."""
        self.tick.setChecked(value)

    def read(self) -> Any:
        """Whether it is ticked."""
        return self.tick.isChecked()


class ColourEditor(TextEditor):
    """A colour as #RRGGBB with a swatch beside it."""

    def __init__(self, spec: Spec) -> None:
        super().__init__(spec, 0)
        self.line.setPlaceholderText("#2A5BC7")
        self.line.setMaximumWidth(120)
        self.swatch = QLabel()
        self.swatch.setFixedSize(24, 24)
        self.box.addWidget(self.swatch)
        self.box.addStretch()
        self.line.textChanged.connect(self._paint)

    def _paint(self, text: str) -> None:
        digits = text.strip().removeprefix("#")
        good = len(digits) == 6 and all(c in "0123456789abcdefABCDEF" for c in digits)
        self.swatch.setStyleSheet(f"background: #{digits}; border-radius: 4px;" if good else "")
