"""A wall with a hole in it, for tests of what stands behind the wall."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import attrs
import pytest

from brm_app.domain.records import Record
from brm_app.domain.wall import Wall


class _Leaky(Wall):
    """Shows one field in the place of another."""

    hole: tuple[type[Record], str, str]

    def see(self, record: Any) -> Any:
        """What the audience may see, and what it may not in the place of something else."""
        cls, shown, hidden = self.hole
        seen = super().see(record)
        return attrs.evolve(seen, **{shown: getattr(record, hidden)}) if isinstance(seen, cls) else seen


@contextmanager
def with_hole(monkeypatch: pytest.MonkeyPatch, cls: type[Record], shown: str, hidden: str) -> Iterator[None]:
    """While it lasts, briefings are composed with a field that the audience may not read in the place of another."""
    leaky = type("Leaky", (_Leaky,), {"hole": (cls, shown, hidden)})
    monkeypatch.setattr(sys.modules["brm_app.services.briefs.compose"], "Wall", leaky)
    yield
    monkeypatch.undo()
