"""The colour and the shape that go with the words of a state."""

from __future__ import annotations

STATES = {"on course": "good", "live": "good", "at risk": "warn", "paused": "warn", "late": "bad", "stopped": "bad"}
SHAPES = {"good": "●", "warn": "▲", "bad": "◆", "": "○"}


def status_words(status: str) -> str:
    """`● On course`: the shape of a project's status and its words."""
    return f"{SHAPES[STATES.get(status, '')]} {capital(status)}"


def capital(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]
