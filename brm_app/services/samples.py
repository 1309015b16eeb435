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
from typing import Any

from brm_app.domain.fields import Kind, Spec, by_name
from brm_app.domain.ids import new_id
from brm_app.domain.records import RECORDS, Attachment, Audience, Organisation, Record
from brm_app.domain.values import parse
from brm_app.resources import resource
from brm_app.services.linking import links_of
from brm_app.services.workspace import Workspace

_DAYS = re.compile(r"[+-]?\d+")
_MONTHS = re.compile(r"m([+-]\d+):(\d+)")
_IN_TEXT = re.compile(r"\{([^{}]+)\}")
_NO_FIELDS = {"key", "file", "later"}

Row = dict[str, str]
Ids = dict[tuple[str, str], str]


def create(path: Path, today: dt.date) -> Workspace:
    """A new workspace filled with the sample, as it looks on `today`. Raises `Refused` where `path` exists."""
    workspace = Workspace.create(path)
    try:
        fill(workspace, today)
    except BaseException:
        workspace.close()
        path.unlink()
        raise
    return workspace


def fill(workspace: Workspace, today: dt.date) -> None:
    """Adds the sample to a new workspace, which undo does not take back.

    The organisation and the audiences of the workspace become those of the sample.
    """
    held: dict[str, Record] = {r.title: r for r in workspace.find(Audience)}
    held[""] = workspace.organisation
    for records in _in_order(_records(_read(), held, today)):
        with workspace.write("Sample workspace") as batch:
            for record in records:
                batch.save(record)
    workspace.forget_undo()


def _read() -> dict[str, list[Row]]:
    folder = resource("samples", "meridian")
    return {name: list(_rows(folder / f"{name}.csv")) for name in RECORDS}


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _in_order(records: list[tuple[Record, bool]]) -> tuple[list[Record], list[Record]]:
    """What is written first, and what is written later, with all that refers to it."""
    later = {record.id for record, marked in records if marked}
    while more := {r.id for r, _ in records if any(link.target in later for link in links_of(r))} - later:
        later |= more
    return [r for r, _ in records if r.id not in later], [r for r, _ in records if r.id in later]


def _records(files: dict[str, list[Row]], held: dict[str, Record], today: dt.date) -> list[tuple[Record, bool]]:
    """Each row as a record, and whether it is written later."""
    named = [(kind, row, _id_of(kind, row, held)) for kind, rows in files.items() for row in rows]
    ids: Ids = {(kind, row["key"]): record_id for kind, row, record_id in named if row.get("key")}
    return [(_record(kind, row, record_id, ids, today), bool(row.get("later"))) for kind, row, record_id in named]


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
