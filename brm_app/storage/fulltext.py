"""The full-text index: kept with every write, and asked by words; it knows records by numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, delete, func, insert, select, text

from brm_app.domain.fields import Kind, by_name, specs
from brm_app.domain.records import Record
from brm_app.domain.text import words_of
from brm_app.storage.schema import searched
from brm_app.storage.slices import IDS, execute_many, slices

KINDS = frozenset(
    "units people projects touchpoints promises concerns decisions options messages benefits journeys stages cards"
    " briefings terms".split()
)
"""The collections whose texts are searched."""
FEW = 2_000  # hits that are put in order at once; more are taken newest first
SOME = 25  # times the root of all records: the hits among which an order is walked, and not among the texts
WORDS = 60  # of a pasted text only so many words count

_KNOWN = "(SELECT number FROM searched WHERE record_id = :record_id)"
_FIELDS = "INTO search (rowid, kind, title, text) VALUES"
_ADD = text(f"INSERT {_FIELDS} (:number, :kind, :title, :text)")
_CHANGE = text(f"INSERT OR REPLACE {_FIELDS} ({_KNOWN}, :kind, :title, :text)")
_DROP = text(f"DELETE FROM search WHERE rowid = {_KNOWN}")
_COUNT = text("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH :match LIMIT :most)")
_BEST = text(
    "SELECT rowid FROM search WHERE search MATCH :match ORDER BY bm25(search, 0, 10, 1), rowid DESC LIMIT :most"
)
_NEWEST = text("SELECT rowid FROM search WHERE search MATCH :match ORDER BY rowid DESC LIMIT :most")
FITTING = text("number IN (SELECT rowid FROM search WHERE search MATCH :match)")
"""A condition on `searched`."""

# Keeping


def keep(
    connection: Connection, cls: type[Record], new: Sequence[Record], changed: Sequence[Record], gone: Sequence[Record]
) -> None:
    """Brings the index in step with records of one kind that were written in this transaction."""
    if cls.collection not in KINDS:
        return
    if new:
        last = connection.execute(select(func.max(searched.c.number))).scalar() or 0
        rows = ({"number": n, "kind": cls.collection, "record_id": r.id} for n, r in enumerate(new, last + 1))
        execute_many(connection, insert(searched), rows)
        execute_many(connection, _ADD, ({"number": n, **_entry(r)} for n, r in enumerate(new, last + 1)))
    execute_many(connection, _CHANGE, ({"record_id": r.id, **_entry(r)} for r in changed))
    execute_many(connection, _DROP, ({"record_id": r.id} for r in gone))
    for part in slices((r.id for r in gone), IDS):
        connection.execute(delete(searched).where(searched.c.record_id.in_(part)))


def _entry(record: Record) -> dict[str, str]:
    """What the index takes in: the words of a short title apart, as a hit there counts more."""
    cls = type(record)
    named = by_name(cls)[cls.title_field].kind is Kind.TEXT
    texts = [t for name, t in texts_of(record) if not (named and name == cls.title_field)]
    title = record.title if named else ""
    return {
        "kind": cls.collection,
        "title": " ".join(words_of(title)),
        "text": " ".join(words_of("\n".join(texts))),
    }


def texts_of(record: Record) -> Iterator[tuple[str, str]]:
    """The names and words of the fields in which somebody wrote something."""
    for spec in specs(type(record)):
        if spec.textual:
            value = getattr(record, spec.attr)
            if value:
                yield spec.name, value


# Finding


def phrases_of(words: str) -> list[str]:
    """What is looked for: the words of each typed word, in order; the last of each may go on."""
    typed = [" ".join(found[:WORDS]) for found in map(words_of, words.split()[:WORDS]) if found]
    return list(dict.fromkeys(typed))


def expression(words: str, kinds: Iterable[str] = (), columns: str = "title text") -> str:
    """The query for the index; nothing where no word was typed. Only letters and digits get into it."""
    parts = [f'{{{columns}}} : ("{phrase}" *)' for phrase in phrases_of(words)]
    some = " OR ".join(f'"{kind}"' for kind in sorted(kinds))
    return " AND ".join([*parts, *([f"{{kind}} : ({some})"] if some else [])]) if parts else ""


def counted(connection: Connection, match: str, most: int) -> int:
    """How many records fit, counted up to `most`."""
    return int(connection.execute(_COUNT, {"match": match, "most": most}).scalar_one())


def some(connection: Connection) -> int:
    """Up to so many hits it is quicker to gather all of them than to look through texts until enough hits are met.

    The first takes longer the more hits there are, the second the fewer: they meet at the root of all records.
    """
    last = connection.execute(select(func.max(searched.c.number))).scalar() or 0
    return max(FEW, SOME * math.isqrt(last))


def best(connection: Connection, words: str, kinds: Iterable[str], most: int) -> list[int]:
    """Numbers of the records that fit, those with all words in their title first."""
    match = expression(words, kinds)
    if not match:
        return []
    statement = _BEST if counted(connection, match, FEW + 1) <= FEW else _NEWEST
    numbers: list[int] = []
    for each in (expression(words, kinds, "title"), match):
        numbers += connection.execute(statement, {"match": each, "most": most}).scalars()
    return list(dict.fromkeys(numbers))[:most]
