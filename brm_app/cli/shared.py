"""What the commands share: opening a workspace, and how they print."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from brm_app.domain.text import without_controls
from brm_app.services.workspace import Workspace


@contextmanager
def opened(path: Path) -> Iterator[Workspace]:
    """The workspace at `path`, closed afterwards."""
    workspace = Workspace.open(path)
    try:
        yield workspace
    finally:
        workspace.close()


def print_json(value: Any) -> None:
    """Prints one JSON value."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def one_line(text: str) -> str:
    """The text without line breaks and other controls, for a line of a list."""
    return without_controls(" ".join(text.split()))
