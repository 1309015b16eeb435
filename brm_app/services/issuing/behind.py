"""What is behind the wall for one audience: the texts that the finished file is searched for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from brm_app.domain.fields import Spec, specs
from brm_app.domain.issues import Behind, Hit
from brm_app.domain.records import RECORDS, Attachment, Audience, Briefing, Record, Term
from brm_app.domain.traces import trace
from brm_app.services.issuing.readers import Readers
from brm_app.services.workspace import Order, Workspace
from brm_app.storage import register

_GLOSSARY = {"word", "plain"}  # of terms: how things are said to everybody, and no secret
_BLOCK = 500  # records read at a time: a year of touchpoints is long


def _go_on() -> None:
    return None


class Hidden:
    """The texts of a workspace as they stand to one audience on one day; `heed` may raise to stop the reading."""

    def __init__(
        self, workspace: Workspace, audience: Audience, as_of: dt.date, heed: Callable[[], None] = _go_on
    ) -> None:
        self._workspace, self._heed = workspace, heed
        self._readers = Readers(workspace, audience, as_of)
        with workspace.rows() as connection:
            # Noted with those who were told, and printed for them in the next issue.
            self._own = {i.number for i in register.newest_first(connection) if i.audience == audience.id}
        behind_packs = [key for b in workspace.find(Briefing, equals={"audience": audience.id}) for key in b.appendices]
        # A bookmark leads to each appendix by its name.
        self._own |= {file.name for file in workspace.get_many(Attachment, behind_packs)}

    def texts(self) -> Iterator[Behind]:
        """Every text in a field, or in a record, that the audience may not read."""
        for record, spec, text in self._all():
            glossary = isinstance(record, Term) and spec.name in _GLOSSARY
            if not glossary and text not in self._own and not self._readers.may_read(record, spec):
                yield Behind(text, f"{record.collection}/{record.id}", spec.name)

    def leaks(self, hits: Iterable[Hit]) -> tuple[Hit, ...]:
        """Those hits that this audience may read nowhere else: what stands in a public text is no secret."""
        found = tuple(hits)
        if not found:
            return ()
        public = "\n".join(trace(text) for record, spec, text in self._all() if self._readers.may_read(record, spec))
        return tuple(hit for hit in found if hit.piece not in public)

    def _all(self) -> Iterator[tuple[Record, Spec, str]]:
        """Every text of every record."""
        for cls in RECORDS.values():
            textual = [spec for spec in specs(cls) if spec.textual]
            ids = self._workspace.listed(cls, "", Order()).ids if textual else ()
            block = 1 if cls is Attachment else _BLOCK  # a file comes with all its bytes
            for start in range(0, len(ids), block):
                self._heed()
                for record in self._workspace.get_many(cls, ids[start : start + block]):
                    yield from ((record, spec, text) for spec in textual if (text := getattr(record, spec.attr)))
