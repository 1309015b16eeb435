"""The colour that goes with the words of a project's status."""

from __future__ import annotations

STATES = {"on course": "good", "live": "good", "at risk": "warn", "paused": "warn", "late": "bad", "stopped": "bad"}
