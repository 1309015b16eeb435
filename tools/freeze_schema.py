#!/usr/bin/env python3
"""Write the first migration and its fixture anew from the declared tables; only before the first release.

Run `python -m tools.freeze_schema` after a field was added or changed. Once a release is out, its schema is
frozen: write a new migration instead.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import attrs
from sqlalchemy import Column, Table
from sqlalchemy.dialects import sqlite
from sqlcipher3 import dbapi2

from brm_app.domain.fields import Kind, Spec, specs
from brm_app.domain.records import RECORDS, Record
from brm_app.services.workspace import Workspace
from brm_app.storage.schema import TABLES

ROOT = Path(__file__).resolve().parent.parent
STEP = ROOT / "brm_app/storage/migrations/versions/0001_first_schema.py"
FIXTURE = ROOT / "tests/storage/fixtures/schema-0001.brm"
SQLITE = sqlite.dialect()
WORD = {"TEXT": "text", "BOOLEAN": "flag", "BIGINT": "whole", "FLOAT": "number", "DATE": "date", "DATETIME": "moment",
        "JSON": "words", "BLOB": "bytes"}  # fmt: skip


def main() -> int:
    """Write both files."""
    head, tail = STEP.read_text("utf-8").split("# Begin: written by tools/freeze_schema.py\n")
    end = "# End\n"
    listing = "".join(_listing(table) for table in TABLES.values())
    begin = "# Begin: written by tools/freeze_schema.py\n"
    STEP.write_text(f"{head}{begin}RECORDS: dict[str, str] = {{\n{listing}}}\n{end}{tail.split(end)[1]}", "utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(STEP)], check=True)
    FIXTURE.unlink(missing_ok=True)
    write_fixture(FIXTURE)
    return 0


def _listing(table: Table) -> str:
    words = " ".join(_word(column) for column in table.columns if column.name not in ("id", "sort_key", "search_key"))
    lines = textwrap.wrap(words, 100)
    return f'    "{table.name}": """\n' + "".join(f"        {line}\n" for line in lines) + '    """,\n'


def _word(column: Column[Any]) -> str:
    kind = WORD[column.type.dialect_impl(SQLITE).compile(SQLITE)]
    target = [f">{key.column.table.name}" for key in column.foreign_keys]
    marks = ("?" if column.nullable else "") + ("!" if column.index else "")
    return f"{column.name}:{kind}{marks}{''.join(target)}"


def write_fixture(path: Path) -> None:
    """A small workspace with one record of every kind, every field filled, and one change of each in its history."""
    workspace = Workspace.create(path, "Meridian", rate=4600)
    made: dict[str, Record] = {"organisation": workspace.organisation}
    with workspace.write("One of each") as batch:
        for cls in RECORDS.values():
            made[cls.collection] = record = _filled(cls, made)
            batch.save(record)
    workspace.close()
    with dbapi2.connect(str(path), isolation_level=None) as connection:
        connection.execute("PRAGMA page_size=512")
        connection.execute("VACUUM")
    connection.close()


def _filled(cls: type[Record], made: dict[str, Record]) -> Record:
    values: dict[str, Any] = {spec.attr: _value(spec, made) for spec in specs(cls)}
    own = made.get(cls.collection)
    return attrs.evolve(own, **values) if own else cls(**values)


def _value(spec: Spec, made: dict[str, Record]) -> object:
    target = made.get(spec.target)
    match spec.kind:
        case Kind.LINK:
            return target and target.id
        case Kind.LINKS:
            return (target.id,) if target else ()
        case Kind.CHOICE | Kind.CHOICES:
            return spec.choices[-1] if spec.kind is Kind.CHOICE else spec.choices
        case Kind.FLAG:
            return True
        case Kind.WHOLE | Kind.MONEY | Kind.NUMBER:
            return spec.least or 1
        case Kind.DATE:
            return dt.date(2026, 10, 31)
        case Kind.MOMENT:
            return dt.datetime(2026, 10, 31, 9, 30, tzinfo=dt.UTC)
        case Kind.COLOUR:
            return "#2A5BC7"
        case Kind.BYTES:
            return b"\x00\xff bytes"
    return "USD" if spec.name == "currency" else f"{spec.label} é 𝄞"[: spec.length]


if __name__ == "__main__":
    sys.exit(main())
