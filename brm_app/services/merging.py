"""What a write means for one record: three-way merge, faults, and the change that history keeps."""

from __future__ import annotations

from typing import Any

import attrs

from brm_app.domain.errors import Clash, Conflict, Refused
from brm_app.domain.fields import Spec, by_name, specs
from brm_app.domain.records import Message, Record
from brm_app.domain.values import fault, to_plain
from brm_app.services.approval import check_seen
from brm_app.storage.history import Change


def merged(base: Record | None, mine: Record, theirs: Record) -> Record:
    """`theirs` with my changes against `base`.

    Raises `Conflict` where both changed one field differently, `Refused` where mine approves words unread.
    Without a base, mine is what the person wants, field by field.
    """
    if base is None:
        return mine
    if isinstance(base, Message) and isinstance(mine, Message) and isinstance(theirs, Message):
        check_seen(base, mine, theirs)
    mended: dict[str, Any] = {}
    clashes = []
    for spec in specs(type(mine)):
        was, want, held = (getattr(r, spec.attr) for r in (base, mine, theirs))
        if want == was:
            continue
        if held not in (was, want):
            clashes.append(Clash(spec.name, was, want, held))
        mended[spec.attr] = want
    if clashes:
        fields = ", ".join(by_name(type(mine))[clash.field].label for clash in clashes)
        raise Conflict(
            f"Somebody else changed {fields} of “{theirs.title}” meanwhile. Yours is kept in the form. "
            "Compare the two and save again.",
            tuple(clashes),
        )
    return attrs.evolve(theirs, **mended)


def check(record: Record) -> None:
    """Raises `Refused` with the first fault of a record."""
    for spec in specs(type(record)):
        value = getattr(record, spec.attr)
        untouched = value is spec.default and not spec.required  # most fields of most imported rows
        reason = "" if untouched else fault(spec, value)
        if reason:
            raise Refused(f"This {record.noun} can’t be saved: {reason} Nothing was changed.")


def plain_values(record: Record, only: tuple[Spec, ...] | None = None) -> dict[str, Any]:
    """The fields as plain JSON, by name."""
    return {spec.name: to_plain(spec, getattr(record, spec.attr)) for spec in only or specs(type(record))}


def change(before: Record | None, after: Record | None) -> Change | None:
    """The line of history between two states of a record; None where nothing differs."""
    some = after or before
    assert some is not None
    kind, key = some.collection, some.id
    if before is None or after is None:
        return Change(kind, key, plain_values(before) if before else None, plain_values(after) if after else None)
    fields = tuple(s for s in specs(type(some)) if getattr(before, s.attr) != getattr(after, s.attr))
    if not fields:
        return None
    return Change(kind, key, plain_values(before, fields), plain_values(after, fields))
