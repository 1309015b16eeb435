"""Who answers the window's questions in a test, so that none ever waits for a modal box."""

from __future__ import annotations

from pathlib import Path


class Answers:
    """Gives the answers that were laid ready, and keeps what was asked."""

    def __init__(self) -> None:
        self.open: Path | None = None
        self.save: Path | None = None
        self.suggested = ""
        self.yes = True
        self.asked: list[str] = []
        self.shown: list[Path] = []

    def open_file(self, title: str, filters: str) -> Path | None:
        """The file to read."""
        return self.open

    def save_file(self, title: str, suggested: str, filters: str) -> Path | None:
        """Where to save."""
        self.suggested = suggested
        return self.save

    def confirm(self, sentence: str, action: str) -> bool:
        """Goes on, or not."""
        self.asked.append(sentence)
        return self.yes

    def say(self, sentence: str) -> None:
        """Reads it."""
        self.asked.append(sentence)

    def show_file(self, path: Path) -> bool:
        """Looks at it."""
        self.shown.append(path)
        return True
