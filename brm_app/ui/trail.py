"""The way the person came: places with their records, for back and forward."""

from __future__ import annotations

Spot = tuple[str, str]
LONGEST = 100  # spots that lie behind: nobody goes back further, and a day has thousands


class Trail:
    """Spots behind and ahead of the one that is shown."""

    def __init__(self) -> None:
        self._behind: list[Spot] = []
        self._ahead: list[Spot] = []

    def leave(self, place: str, record_id: str) -> None:
        """Remembers a spot that is left for a new one."""
        if not self._behind or self._behind[-1] != (place, record_id):
            self._behind.append((place, record_id))
            del self._behind[:-LONGEST]
        self._ahead.clear()

    @property
    def can_go_back(self) -> bool:
        """True where something lies behind."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """True where something lies ahead."""
        return bool(self._ahead)

    def back(self, place: str, record_id: str) -> Spot | None:
        """The spot before; the present one comes to lie ahead."""
        return _move(self._behind, self._ahead, (place, record_id))

    def forward(self, place: str, record_id: str) -> Spot | None:
        """The spot that was left with back."""
        return _move(self._ahead, self._behind, (place, record_id))


def _move(source: list[Spot], target: list[Spot], here: Spot) -> Spot | None:
    while source and source[-1] == here:
        source.pop()
    if not source:
        return None
    target.append(here)
    return source.pop()
