"""What is behind the wall for one audience: the texts that the finished file is searched for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from brm_app.domain.fields import specs
from brm_app.domain.issues import Behind, Hit
from brm_app.domain.records import RECORDS, Audience, Record, Term
from brm_app.domain.traces import trace
from brm_app.services.briefs.compose import wall_for
from brm_app.services.briefs.shelf import load
from brm_app.services.workspace import Order, Workspace

_GLOSSARY = {"word", "plain"}  # of terms: how things are said to everybody, and no secret
_BLOCK = 2_000  # records read at a time: a year of touchpoints is long


class Hidden:
    """The texts of a workspace as they stand to one audience on one day."""

    def __init__(self, workspace: Workspace, audience: Audience, as_of: dt.date) -> None:
        self._workspace = workspace
        self._wall = wall_for(load(workspace, as_of), audience)

    def texts(self) -> Iterator[Behind]:
        """Every text in a field, or in a record, that the audience may not read."""
        for record in self._records():
            seen = self._wall.see(record)
            for spec in specs(type(record)):
                if isinstance(record, Term) and spec.name in _GLOSSARY:
                    continue
                text = getattr(record, spec.attr) if spec.textual else ""
                if text and (seen is None or not getattr(seen, spec.attr)):
                    yield Behind(text, f"{record.collection}/{record.id}", spec.name)

    def leaks(self, hits: Iterable[Hit]) -> tuple[Hit, ...]:
        """Those hits that this audience may read nowhere else: what stands in a public text is no secret."""
        found = tuple(hits)
        if not found:
            return ()
        public = "\n".join(map(trace, self._public()))
        return tuple(hit for hit in found if hit.piece not in public)

    def _public(self) -> Iterator[str]:
        for record in self._records():
            seen = self._wall.see(record)
            if seen is not None:
                yield from (text for spec in specs(type(seen)) if spec.textual and (text := getattr(seen, spec.attr)))

    def _records(self) -> Iterator[Record]:
        for cls in RECORDS.values():
            ids = self._workspace.listed(cls, "", Order()).ids
            for start in range(0, len(ids), _BLOCK):
                yield from self._workspace.get_many(cls, ids[start : start + _BLOCK])
