"""Which places were shown lately: the pages of the others are let go, and made again when they are wanted."""

from __future__ import annotations

from collections import deque

LONG = 16  # changes of place after which a page that was not shown meanwhile goes


class Lately:
    """The last places that were shown, and what the pages showed that went since."""

    def __init__(self) -> None:
        self._shown: deque[str] = deque(maxlen=LONG)
        self._left: dict[str, str] = {}

    def note(self, place: str) -> None:
        """A place is shown."""
        self._shown.append(place)

    def __contains__(self, place: str) -> bool:
        return place in self._shown

    def leave(self, place: str, record_id: str) -> None:
        """The page of a place goes while it shows this record."""
        self._left[place] = record_id

    def take_up(self, place: str) -> str:
        """The record that the page of a place showed when it went, once."""
        return self._left.pop(place, "")
