"""What is found by words anywhere in a workspace, with the part of the text that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs
from sqlalchemy import Connection, select

from brm_app.domain.records import RECORDS, Record
from brm_app.domain.text import words_of
from brm_app.storage import gateway
from brm_app.storage.fulltext import best, phrases_of, texts_of
from brm_app.storage.schema import searched

SHOWN, BEFORE, READ = 140, 40, 4_000  # characters of a snippet, before its first hit, and looked through for it
ON, OFF = "\x02", "\x03"
_SPOKEN = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")


@attrs.frozen
class Found:
    """A record that holds the words; in `snippet` each found word stands between ON and OFF. Rank 0 is best."""

    kind: str
    id: str
    title: str
    snippet: str
    rank: int


def search(connection: Connection, words: str, kinds: Iterable[str] = (), limit: int = 50) -> list[Found]:
    """The best records that hold all the words, each at the beginning of one of theirs."""
    numbers = best(connection, words, tuple(kinds), limit)
    rows = {row.number: row for row in connection.execute(select(searched).where(searched.c.number.in_(numbers)))}
    records: dict[str, Record] = {}
    for kind in {row.kind for row in rows.values()}:
        ids = [row.record_id for row in rows.values() if row.kind == kind]
        records |= {record.id: record for record in gateway.get_many(connection, RECORDS[kind], ids)}
    phrases = phrases_of(words)
    found = [records[rows[number].record_id] for number in numbers]
    return [
        Found(record.collection, record.id, " ".join(record.title.split())[:SHOWN], snippet(record, phrases), rank)
        for rank, record in enumerate(found)
    ]


def snippet(record: Record, phrases: Sequence[str]) -> str:
    """The part of a record's texts that holds most of the words, each of them marked."""
    wanted = tuple({word for phrase in phrases for word in phrase.split()})
    best, most = "", -1
    for _, value in texts_of(record):
        part = value[:READ]
        held = " ".join(words_of(part))
        count = sum(f" {word}" in f" {held}" for word in wanted)
        if count > most:
            best, most = part, count
    return _marked(best.replace(ON, "").replace(OFF, ""), wanted)


def _marked(text: str, wanted: tuple[str, ...]) -> str:
    spans = [m.span() for m in _SPOKEN.finditer(text) if any(w.startswith(wanted) for w in words_of(m[0]))]
    first = spans[0][0] if spans else 0
    start = 0 if first <= BEFORE else text.rfind(" ", 0, first - BEFORE) + 1 or first
    end = start + SHOWN
    parts, at = ["…" if start else ""], start
    for low, high in spans:
        if high <= end:
            parts += [text[at:low], ON, text[low:high], OFF]
            at = high
    parts += [text[at:end], "…" if len(text) > end else ""]
    return " ".join("".join(parts).split())
