"""The walls of the house, which pyproject.toml states as contracts, and the forms, which must match their drawings."""

from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from ui.compile import compiled


def test_every_import_respects_the_walls(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout)
    assert lint_imports(no_cache=True) == 0


def test_compiled_forms_and_theme_are_fresh(checkout: Path) -> None:
    stale = [str(path) for path, text in compiled().items() if not is_file_with(checkout / path, text)]
    assert stale == [], "run: python ui/compile.py"


def is_file_with(path: Path, text: str) -> bool:
    """Say whether a file holds exactly this text."""
    return path.is_file() and path.read_text("utf-8") == text
