"""What is found by words anywhere in a workspace, with the part of the text that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from brm_app.domain.marking import found_in, marked
from brm_app.domain.records import RECORDS, Record
from brm_app.domain.text import words_of
from brm_app.storage import gateway
from brm_app.storage.found import Found
from brm_app.storage.fulltext import best, phrases_of, texts_of
from brm_app.storage.schema import searched

SHOWN, BEFORE, READ = 140, 40, 4_000  # characters of a snippet, before its first hit, and looked through for it


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
    wanted = list({word for phrase in phrases for word in phrase.split()})
    best, most = "", -1
    for _, value in texts_of(record):
        part = " ".join(value[:READ].split())
        held = " ".join(words_of(part))
        count = sum(f" {word}" in f" {held}" for word in wanted)
        if count > most:
            best, most = part, count
    found = found_in(best, wanted)
    first = found[0][0] if found else 0
    start = 0 if first <= BEFORE else best.rfind(" ", 0, first - BEFORE) + 1 or first
    end = start + SHOWN
    return f"{'…' if start else ''}{marked(best[start:end], wanted)}{'…' if end < len(best) else ''}"
