"""The workspaces that were open lately, the latest first, as the settings of the window keep them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

KEPT = 8
_NAME = "recent"


def recent(settings: QSettings) -> list[Path]:
    """The files that were open lately."""
    kept = settings.value(_NAME, [])
    names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
    return [Path(str(name)) for name in names if name][:KEPT]


def remember(settings: QSettings, path: Path) -> None:
    """Puts a file at the top."""
    path = path.absolute()
    _keep(settings, [path, *(each for each in recent(settings) if each != path)][:KEPT])


def forget(settings: QSettings, path: Path) -> None:
    """Takes one file out, which is there no more."""
    _keep(settings, [each for each in recent(settings) if each != path])


def clear(settings: QSettings) -> None:
    """Forgets all."""
    settings.remove(_NAME)


def _keep(settings: QSettings, paths: list[Path]) -> None:
    settings.setValue(_NAME, [str(path) for path in paths])
