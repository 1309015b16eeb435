"""The number of an issue: organisation, audience, year, and its place among the issues of these."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator

import attrs

from brm_app.domain.records import Audience
from brm_app.services.workspace import Workspace
from brm_app.storage import register
from brm_app.storage.driver import Rows


@attrs.frozen
class Number:
    """A number such as MH-B-2026-014."""

    text: str
    year: int
    counted: int


def next_number(workspace: Workspace, audience: Audience, day: dt.date) -> Number:
    """The number that an issue for this audience on this day would have now."""
    audiences, name, code = workspace.find(Audience), workspace.organisation.name, workspace.organisation.short_code
    with workspace.rows() as connection:
        used = register.codes_used(connection)
        counted = next_count(connection, audience, day)
    others = {beginning for owner, beginning in used if owner != audience.id}
    organisation = _clean(code) or _initials(name) or "ORG"
    beginning = _unique(organisation, audience, audiences, others)
    return Number(f"{beginning}-{day.year}-{counted:03}", day.year, counted)


def next_count(connection: Rows, audience: Audience, day: dt.date) -> int:
    """The place that it would have now among those of its audience and year."""
    return register.next_count(connection, audience.id, day.year)


def _unique(organisation: str, audience: Audience, audiences: Iterable[Audience], taken: set[str]) -> str:
    """The beginning of an audience's numbers, which no other audience has or had; typed codes come before ours."""
    held = set(taken)
    for each in sorted(audiences, key=lambda a: (not _clean(a.short_code), a.id)):
        beginnings = (f"{organisation}-{code}" for code in _codes(each))
        beginning = next(b for b in beginnings if b not in held)
        if each.id == audience.id:
            return beginning
        held.add(beginning)
    return next(b for code in _codes(audience) if (b := f"{organisation}-{code}") not in held)


def _codes(audience: Audience) -> Iterator[str]:
    typed, name = _clean(audience.short_code), _clean(audience.name) or "A"
    if typed:
        yield typed
    else:
        yield from (name[:length] for length in range(1, min(len(name), 3) + 1))
    number = 2
    while True:
        yield f"{typed or name[:1]}{number}"
        number += 1


def _initials(name: str) -> str:
    words = [clean for word in name.split() if (clean := _clean(word))]
    return "".join(word[0] for word in words)[:4] if len(words) > 1 else "".join(words)[:3]


def _clean(text: str) -> str:
    """Letters and digits that every file name, keyboard and font has."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "".join(c for c in plain if c.isalnum()).upper()
