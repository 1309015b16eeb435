"""The records that were opened last, kept in the workspace."""

from __future__ import annotations

from brm_app.domain.records import RECORDS
from brm_app.services.workspace import Workspace

Spot = tuple[str, str]
"""The collection and the id of a record."""
MOST = 8
_KEPT_AS = "opened lately"


def read_recents(workspace: Workspace) -> list[Spot]:
    """The records that were opened last, the last first."""
    kept = workspace.remembered(_KEPT_AS)
    spots = [spot for spot in kept if isinstance(spot, list)] if isinstance(kept, list) else []
    words = [spot for spot in spots if len(spot) == 2 and all(isinstance(word, str) for word in spot)]
    return [(kind, record_id) for kind, record_id in words if kind in RECORDS][:MOST]


def keep_recents(workspace: Workspace, spots: list[Spot]) -> None:
    """Keeps them for the next time."""
    workspace.remember(_KEPT_AS, [list(spot) for spot in spots])


def opened(spots: list[Spot], spot: Spot) -> list[Spot]:
    """The list once this record was opened."""
    return [spot, *(other for other in spots if other != spot)][:MOST]
