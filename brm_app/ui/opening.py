"""Opening, making and filling workspaces in the background; SQLAlchemy is first imported here, after first paint."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brm_app.services.workspace import Workspace

Opening = Callable[[], "Workspace"]


def existing(path: Path) -> Opening:
    """A job that opens a workspace file."""

    def job() -> Workspace:
        from brm_app.services.workspace import Workspace

        return Workspace.open(path)

    return job


def empty(path: Path, name: str, currency: str, rate: int | None) -> Opening:
    """A job that makes a workspace. `rate`: minor units an hour."""

    def job() -> Workspace:
        from brm_app.services.workspace import Workspace

        return Workspace.create(path, name, currency, rate)

    return job


def sample(path: Path) -> Opening:
    """A job that makes a workspace with the sample in it."""

    def job() -> Workspace:
        from brm_app.services.samples import create

        return create(path, dt.date.today())

    return job


def warm() -> None:
    """Imports what every workspace needs, while the person still reads the first page."""
    import brm_app.services.workspace  # noqa: F401
