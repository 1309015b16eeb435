"""Searches everything: names by any part, texts by their words, liaisons by a question; ranked by section."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import attrs

from brm_app.domain.errors import Cancelled
from brm_app.domain.records import (
    RECORDS,
    Assignment,
    Audience,
    Concern,
    Decision,
    Journey,
    Person,
    Persona,
    Project,
    Promise,
    Record,
    Stage,
    Touchpoint,
    Unit,
)
from brm_app.domain.text import fold, words_of
from brm_app.services.finding.liaisons import Liaison, question, who_answers
from brm_app.services.finding.names import Name, name, rank
from brm_app.services.finding.telling import Answer, Handed, answer, liaison_answer
from brm_app.services.workspace import Workspace
from brm_app.storage import register

R = TypeVar("R", bound=Record)
READ = 200  # characters of what is typed or pasted that are looked at
NAMED: tuple[type[Record], ...] = (Person, Unit, Project, Journey)
KEPT = frozenset((*NAMED, Stage, Assignment, Audience, Persona))  # few, so held until one of them changes
SECTIONS: dict[str, tuple[str, ...]] = {
    "people": ("people",),
    "units": ("units",),
    "projects": ("projects",),
    "journeys": ("journeys", "stages", "cards"),
    "promises": ("promises",),
    "decisions": ("decisions", "options"),
    "concerns": ("concerns",),
    "messages": ("messages",),
    "benefits": ("benefits",),
    "touchpoints": ("touchpoints",),
    "briefings": ("briefings",),
    "issues": (),  # no records: they are found by number, title and audience
    "terms": ("terms",),
}
"""The kinds of records in each section; of two sections that fit as well, the one named first stands first."""
MOST = {"touchpoints": 12}
_MOST = 6  # answers of any other section
_SECTION_OF = {kind: section for section, kinds in SECTIONS.items() for kind in kinds}
_MANY = ("touchpoints", "promises")  # of which so many may hold a word that nothing else would be seen
_READINGS = (
    (tuple(kind for kind in _SECTION_OF if kind not in _MANY), 60),
    *(((kind,), MOST.get(kind, _MOST)) for kind in _MANY),
)
"""Each query of the index takes in some kinds, and so many of the best."""
CLOSE = (0, 1, 1, 2, 3)  # how close a section is whose best name has this rank: a job counts as a title of a text
_IN_TITLE, _IN_TEXT = 2, 4
_OPENED = (Promise, Decision, Concern)


@attrs.frozen
class _Hit:
    record: Record | Handed
    close: int
    order: tuple[int, str | float]
    snippet: str = ""


def _never() -> bool:
    return False


def _close(title: str, sought: Sequence[str]) -> int:
    words = f" {' '.join(words_of(title))}"
    return _IN_TITLE if all(f" {word}" in words for word in sought) else _IN_TEXT


def _order(record: Record, place: int) -> tuple[int, float]:
    """After all names; the best first, but of touchpoints the newest, and what is still open."""
    if isinstance(record, Touchpoint) and record.happened_at:
        return 9, -record.happened_at.timestamp()
    return (10 if isinstance(record, _OPENED) and record.state != "open" else 9), place


class Finder:
    """Finds in one workspace. `find` and `recall` may run in a thread while `forget` is called from another."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._held: dict[tuple[type[Record], str], Any] = {}

    def forget(self, kinds: Iterable[str]) -> None:
        """Reads these collections again when they are needed: something in them changed."""
        gone = {RECORDS[kind] for kind in kinds}
        # A new dictionary: what a thread is reading just now goes into the old one. Names hold words of other records.
        self._held = {
            key: value for key, value in self._held.copy().items() if key[0] not in gone and key[1] != "names"
        }

    def find(self, typed: str, today: dt.date, stopped: Callable[[], bool] = _never) -> list[Answer]:
        """The answers, section by section, the best first. Raises `Cancelled` once `stopped` says so."""
        typed = typed[:READ]
        asked = question(typed)
        sought = list(dict.fromkeys(asked.words if asked.asks else words_of(typed) or fold(typed).split()))
        liaisons = who_answers(typed, self.all(Unit), self.all(Assignment), today)
        sections = self._sections(sought, stopped) if sought else []
        if asked.asks and sought and not liaisons and not any(close < _IN_TITLE for close, _ in sections):
            liaisons = [Liaison(None, " ".join(sought))]
        found = [liaison_answer(liaison, self) for liaison in liaisons]
        for close, hits in sections:
            found += [attrs.evolve(answer(hit.record, self, sought, hit.snippet), close=close) for hit in hits]
        return found

    def recall(self, spots: Sequence[tuple[str, str]]) -> list[Answer]:
        """Records by collection and id, in that order, without those that are gone."""
        found = []
        for kind, record_id in spots:
            record = self.get(RECORDS[kind], record_id)
            if record is not None:
                found.append(attrs.evolve(answer(record, self), section="recent"))
        return found

    # Sections

    def _sections(self, sought: Sequence[str], stopped: Callable[[], bool]) -> list[tuple[int, list[_Hit]]]:
        """How close each section is and its hits, the closest section first."""
        hits: dict[str, dict[str, _Hit]] = {section: {} for section in SECTIONS}
        for cls in NAMED:
            hits[cls.collection] = {hit.record.id: hit for hit in self._named(cls.collection, sought)}
        hits["issues"] = {hit.record.id: hit for hit in self._issues(sought)}
        for kinds, most in _READINGS:
            if stopped():
                raise Cancelled
            for hit in self._texts(kinds, sought, most):
                hits[_SECTION_OF[hit.record.collection]].setdefault(hit.record.id, hit)
        best = [
            sorted(some.values(), key=lambda hit: (hit.close, hit.order))[: MOST.get(section, _MOST)]
            for section, some in hits.items()
        ]
        # Stable: of two that are as close the one that SECTIONS names first stays first.
        return sorted(((some[0].close, some) for some in best if some), key=lambda each: each[0])

    def _named(self, kind: str, sought: Sequence[str]) -> list[_Hit]:
        names = self._names(RECORDS[kind])
        # Most are ruled out by the first word; asking only for that is several times as fast.
        ranked = ((record, called, rank(called, sought)) for record, called in names if sought[0] in called.around)
        return [_Hit(record, CLOSE[fits], (fits, called.words)) for record, called, fits in ranked if fits is not None]

    def _issues(self, sought: Sequence[str]) -> list[_Hit]:
        """Of those that fit as well the newest first."""
        with self._workspace.rows() as connection:
            handed = [Handed(*each) for each in register.named(connection)]
        ranked = [(each, rank(name(each.id, each.name, each.audience), sought)) for each in handed]
        return [_Hit(each, CLOSE[fits], (fits, n)) for n, (each, fits) in enumerate(ranked) if fits is not None]

    def _texts(self, kinds: Sequence[str], sought: Sequence[str], most: int) -> list[_Hit]:
        found = self._workspace.search(" ".join(sought), kinds, most)
        records = {
            record.id: record
            for kind in {hit.kind for hit in found}
            for record in self._workspace.get_many(RECORDS[kind], [hit.id for hit in found if hit.kind == kind])
        }
        return [
            _Hit(records[hit.id], _close(hit.title, sought), _order(records[hit.id], place), hit.snippet)
            for place, hit in enumerate(found)
            if hit.id in records
        ]

    # Records that are held

    def all(self, cls: type[R]) -> list[R]:
        """All records of a kind of which there are few."""
        return self._hold((cls, "all"), lambda: self._workspace.find(cls))  # type: ignore[no-any-return]

    def _names(self, cls: type[Record]) -> list[tuple[Record, Name]]:
        def read() -> list[tuple[Record, Name]]:
            return [(record, self._name(record)) for record in self.all(cls)]

        return self._hold((cls, "names"), read)  # type: ignore[no-any-return]

    def _name(self, record: Record) -> Name:
        """A person is known by the job as well, and belongs to a unit."""
        if isinstance(record, Person):
            return name(record.title, record.job_title, self.title(Unit, record.unit))
        return name(record.title)

    def _by_id(self, cls: type[R]) -> dict[str, R]:
        return self._hold((cls, "ids"), lambda: {record.id: record for record in self.all(cls)})  # type: ignore[no-any-return]

    def _hold(self, key: tuple[type[Record], str], read: Callable[[], Any]) -> Any:
        held = self._held
        if key not in held:
            held[key] = read()
        return held[key]

    def get(self, cls: type[R], record_id: str | None) -> R | None:
        """One record, None where there is none."""
        if not record_id:
            return None
        return self._by_id(cls).get(record_id) if cls in KEPT else self._workspace.get(cls, record_id)

    def title(self, cls: type[Record], record_id: str | None) -> str:
        """Its title, empty where there is none."""
        record = self.get(cls, record_id)
        return record.title if record else ""
