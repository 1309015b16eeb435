"""Links between records as a write sees them: which are held, which lead nowhere, and how a record lets one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from brm_app.domain.fields import Kind, Spec, specs
from brm_app.domain.records import RECORDS, Record
from brm_app.storage import gateway
from brm_app.storage.driver import Rows

Key = tuple[str, str]
"""Collection and id."""


@attrs.frozen
class Link:
    """One field of a record that holds the id of another."""

    owner: Record
    spec: Spec
    target: str


def key_of(record: Record) -> Key:
    """Collection and id of a record."""
    return record.collection, record.id


def links_of(record: Record) -> Iterator[Link]:
    """Every link that a record holds."""
    for spec in specs(type(record)):
        if spec.target:
            value = getattr(record, spec.attr)
            for target in (value,) if spec.kind is Kind.LINK else value:
                if target:
                    yield Link(record, spec, target)


def released(record: Record, spec: Spec, target: str) -> Record | None:
    """The record once it lets `target` go; itself where it holds it no longer, None where it can't be without."""
    value = getattr(record, spec.attr)
    if target not in (value if spec.kind is Kind.LINKS else (value,)):
        return record
    left: Any = tuple(i for i in value if i != target) if spec.kind is Kind.LINKS else None
    return None if spec.required and not left else attrs.evolve(record, **{spec.attr: left})


def dead_links(connection: Rows, records: Iterable[Record], new: set[Key], gone: set[Key]) -> list[Link]:
    """The links of `records` whose target is neither in the workspace nor `new`, or is `gone`."""
    held = [link for record in records for link in links_of(record)]
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for link in held:
        wanted[link.spec.target].add(link.target)
    alive = new | {(kind, i) for kind, ids in wanted.items() for i in gateway.existing(connection, kind, ids)}
    alive -= gone
    return [link for link in held if (link.spec.target, link.target) not in alive]


def deleted_with(
    connection: Rows, records: Iterable[Record], before: dict[str, Record | None], after: dict[str, Record | None]
) -> None:
    """Notes in `after` that these records go: with what needs them, while what merely mentions them lets go.

    `before` and `after` hold the states of the write so far and gain those of every record concerned.
    """
    wave = _held(connection, records)
    while wave:
        for record in wave:
            before.setdefault(record.id, record)
            after[record.id] = None
        wave = _let_go(connection, wave, before, after)


def _held(connection: Rows, records: Iterable[Record]) -> list[Record]:
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for record in records:
        ids[record.collection].append(record.id)
    return [record for kind, some in ids.items() for record in gateway.get_many(connection, RECORDS[kind], some)]


def _let_go(
    connection: Rows, wave: list[Record], before: dict[str, Record | None], after: dict[str, Record | None]
) -> list[Record]:
    """Releases every link to the wave; returns the records that can't be without theirs."""
    mentions = list(gateway.mentions_of(connection, wave))
    owners = _owners(connection, [m for m in mentions if m.owner not in after])
    needing: dict[str, Record] = {}
    for mention in mentions:
        owner = after[mention.owner] if mention.owner in after else owners[mention.owner]
        if owner is None or owner.id in needing:
            continue
        left = released(owner, mention.spec, mention.target)
        if left is None:
            needing[owner.id] = owner
        elif left is not owner:
            before.setdefault(owner.id, owner)
            after[owner.id] = left
    return list(needing.values())


def _owners(connection: Rows, mentions: list[gateway.Mention]) -> dict[str, Record]:
    ids: defaultdict[type[Record], set[str]] = defaultdict(set)
    for mention in mentions:
        ids[mention.cls].add(mention.owner)
    return {r.id: r for cls, some in ids.items() for r in gateway.get_many(connection, cls, some)}
