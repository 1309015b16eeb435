"""The sample workspace: a fictional hospital group read from the files of `resources/samples/meridian`.

Each file holds one kind of record. A link is written as the `key` of the record it means, and a day by its
distance from today, so that the sample never looks stale. The README beside the files says how to change them.
"""

from __future__ import annotations

import calendar
import csv
import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from brm_app.domain.fields import Kind, Spec, by_name
from brm_app.domain.ids import new_id
from brm_app.domain.records import RECORDS, Attachment, Audience, Organisation, Record
from brm_app.domain.values import parse
from brm_app.resources import resource
from brm_app.services.linking import links_of
from brm_app.services.workspace import Workspace

if TYPE_CHECKING:
    from brm_app.services.issuing import Press

_DAYS = re.compile(r"[+-]?\d+")
_MONTHS = re.compile(r"m([+-]\d+):(\d+)")
_IN_TEXT = re.compile(r"\{([^{}]+)\}")
_NO_FIELDS = {"key", "file", "later", "then"}
_CORRECTED = {"readings": "value", "promises": "due"}  # what stood otherwise then

Row = dict[str, str]
Ids = dict[tuple[str, str], str]


@attrs.frozen
class _Made:
    """A record of the sample: whether it is written later, and how it stood before it was corrected."""

    record: Record
    later: bool
    then: Record | None = None


def create(path: Path, today: dt.date, press: Press | None = None) -> Workspace:
    """A new workspace filled with the sample, as it looks on `today`. Raises `Refused` where `path` exists."""
    workspace = Workspace.create(path)
    try:
        fill(workspace, today, press)
    except BaseException:
        workspace.close()
        path.unlink()
        raise
    return workspace


def fill(workspace: Workspace, today: dt.date, press: Press | None = None) -> None:
    """Adds the sample to a new workspace, which undo does not take back.

    The organisation and the audiences of the workspace become those of the sample. With a press it has issues of its
    past: handed out before some of what it tells was known.
    """
    held: dict[str, Record] = {r.title: r for r in workspace.find(Audience)}
    held[""] = workspace.organisation
    first, later = _in_order(_records(_read(), held, today))
    _write(workspace, first)
    if press:
        _hand_out(workspace, today, press)
    _write(workspace, later)
    workspace.forget_undo()


def _write(workspace: Workspace, records: list[Record]) -> None:
    with workspace.write("Sample workspace") as batch:
        for record in records:
            batch.save(record)


def _hand_out(workspace: Workspace, today: dt.date, press: Press) -> None:
    from brm_app.services.handedout import Past, hand_out, rows

    for row in rows(resource("samples", "meridian") / "issues.csv"):
        hand_out(workspace, Past.of(row, day(row["day"], today)), press)


def _read() -> dict[str, list[Row]]:
    folder = resource("samples", "meridian")
    return {name: list(_rows(folder / f"{name}.csv")) for name in RECORDS}


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _in_order(made: list[_Made]) -> tuple[list[Record], list[Record]]:
    """What is written first, and what is written later, with all that refers to it and what is corrected."""
    records = [each.record for each in made]
    later = {each.record.id for each in made if each.later}
    while more := {r.id for r in records if any(link.target in later for link in links_of(r))} - later:
        later |= more
    first = [each.then or each.record for each in made if each.record.id not in later]
    return first, [each.record for each in made if each.record.id in later or each.then]


def _records(files: dict[str, list[Row]], held: dict[str, Record], today: dt.date) -> list[_Made]:
    """Each row as a record, in the order of the files."""
    named = [(kind, row, _id_of(kind, row, held)) for kind, rows in files.items() for row in rows]
    ids: Ids = {(kind, row["key"]): record_id for kind, row, record_id in named if row.get("key")}
    return [_made(kind, row, record_id, ids, today) for kind, row, record_id in named]


def _made(kind: str, row: Row, record_id: str, ids: Ids, today: dt.date) -> _Made:
    record = _record(kind, row, record_id, ids, today)
    before = {**row, _CORRECTED.get(kind, ""): row.get("then", ""), "note": ""}
    then = _record(kind, before, record_id, ids, today) if row.get("then") else None
    return _Made(record, bool(row.get("later")), then)


def _id_of(kind: str, row: Row, held: dict[str, Record]) -> str:
    if kind == Organisation.collection:
        return held[""].id
    if kind == Audience.collection and row["name"] in held:
        return held[row["name"]].id
    return new_id()


def _record(kind: str, row: Row, record_id: str, ids: Ids, today: dt.date) -> Record:
    cls = RECORDS[kind]
    filled = [(by_name(cls)[name], text) for name, text in row.items() if text and name not in _NO_FIELDS]
    values = {spec.attr: _value(spec, text, ids, today) for spec, text in filled}
    if cls is Attachment:
        values |= _picture(row["file"])
    return cls(id=record_id, **values)


def _picture(name: str) -> dict[str, bytes]:
    # The PNG is drawn beforehand: making it from the SVG takes longer than all the rest of the sample.
    folder = resource("samples", "meridian", "logos")
    return {"data": (folder / f"{name}.svg").read_bytes(), "raster": (folder / f"{name}.png").read_bytes()}


def _value(spec: Spec, text: str, ids: Ids, today: dt.date) -> Any:
    match spec.kind:
        case Kind.LINK:
            return ids[spec.target, text]
        case Kind.LINKS:
            return tuple(ids[spec.target, key.strip()] for key in text.split(";"))
        case Kind.DATE:
            return day(text, today)
        case Kind.MOMENT:
            days, clock = text.split()
            return dt.datetime.combine(day(days, today), dt.time.fromisoformat(clock), dt.UTC)
        case Kind.TEXT | Kind.NOTE:
            return _IN_TEXT.sub(lambda found: _spoken(day(found[1], today)), text)
    return parse(spec, text)


def day(text: str, today: dt.date) -> dt.date:
    """The day meant by `-19` (days from today) or `m-1:31` (that day of last month, or the month's last).

    Raises ValueError for any other text.
    """
    if _DAYS.fullmatch(text):
        return today + dt.timedelta(days=int(text))
    months = _MONTHS.fullmatch(text)
    if months is None:
        raise ValueError(f"“{text}” is not a day of the sample")
    year, month = divmod(today.year * 12 + today.month - 1 + int(months[1]), 12)
    return dt.date(year, month + 1, min(int(months[2]), calendar.monthrange(year, month + 1)[1]))


def _spoken(when: dt.date) -> str:
    return f"{when.day} {calendar.month_name[when.month]}"
