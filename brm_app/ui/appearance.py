"""How the window looks, as the person chose: light, dark or as the system is, and how large text is."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QApplication

from brm_app.ui.desk import Theme
from brm_app.ui.theme import SCALES, dress

NAMES = ("light", "dark", "system")


class Appearance(QObject):
    """Reads the two choices from the settings, keeps them there, and dresses the application. `changed`: it did."""

    changed = Signal()

    def __init__(self, theme: Theme, settings: QSettings) -> None:
        super().__init__()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._app, self._theme, self._settings = app, theme, settings
        self._worn: tuple[bool, float] = (theme.dark, 0.0)
        app.styleHints().colorSchemeChanged.connect(self.dress)
        self.dress()

    @property
    def name(self) -> str:
        """Light, dark or system."""
        kept = str(self._settings.value("appearance", "system"))
        return kept if kept in NAMES else "system"

    @property
    def scale(self) -> float:
        """How many times as large as designed text is."""
        kept = str(self._settings.value("text", "1.0"))
        return next((scale for scale in SCALES if str(scale) == kept), 1.0)

    def choose(self, name: str) -> None:
        """Light, dark, or as the system is."""
        self._settings.setValue("appearance", name)
        self.dress()

    def choose_scale(self, scale: float) -> None:
        """How large text is from now on."""
        self._settings.setValue("text", str(scale))
        self.dress()

    def dress(self) -> None:
        """Makes the application look as chosen, where it does not yet."""
        system = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = system if self.name == "system" else self.name == "dark"
        if (dark, self.scale) != self._worn:
            first = not self._worn[1]
            self._worn = (dark, self.scale)
            dress(self._app, *self._worn)
            self._theme.set_dark(dark)
            if not first:
                self.changed.emit()
