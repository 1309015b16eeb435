"""How tests put records into a workspace."""

from __future__ import annotations

from brm_app.domain.records import Record
from brm_app.services.workspace import Workspace


def keep(workspace: Workspace, *records: Record, label: str = "Save") -> None:
    """Saves them in one write."""
    with workspace.write(label) as batch:
        for record in records:
            batch.save(record)
