"""The errors that are meant for people: each is a sentence on what happened, what was kept, and what to do."""

from __future__ import annotations

from typing import Any, NamedTuple


class Refused(Exception):
    """Something was refused; `str(error)` is the sentence for the person."""


class Clash(NamedTuple):  # no attrs here: the window paints before that is imported
    """One field on which two people disagree: the common base, my value and theirs."""

    field: str
    base: Any
    mine: Any
    theirs: Any


class Conflict(Refused):
    """Somebody else changed the same field since the record was read; carries all three values of each."""

    def __init__(self, sentence: str, clashes: tuple[Clash, ...]) -> None:
        super().__init__(sentence)
        self.clashes = clashes


class Cancelled(Exception):
    """The person cancelled a long job; nothing of it was kept."""
