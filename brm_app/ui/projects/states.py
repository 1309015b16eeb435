"""The colour and the shape that go with the words of a state."""

from __future__ import annotations

from brm_app.ui.marks import in_shape
from brm_app.ui.words import capital

STATES = {"on course": "good", "live": "good", "at risk": "warn", "paused": "warn", "late": "bad", "stopped": "bad"}

TOLD = {
    "approved": ("✓ Approved", "good"),
    "approve again": ("▲ Approve again", "warn"),
    "in review": ("▲ In review", "warn"),
    "returned": ("◆ Returned", "bad"),
    "draft": ("○ Draft", ""),
    "missing": ("◇ Missing", "bad"),
}
"""How the message of a project for an audience stands: its shape with its words, and the colour."""


def status_words(status: str) -> str:
    """`● On course`: the shape of a project's status and its words."""
    return in_shape(STATES.get(status, ""), capital(status))
