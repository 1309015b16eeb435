#!/usr/bin/env python3
"""Write the first migration and its fixture anew from the declared tables; only before the first release.

Run `python -m tools.freeze_schema` after a field was added or changed. Once a release is out, its schema is
frozen: write a new migration instead.
"""

from __future__ import annotations

import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path
from typing import Any

import attrs
from sqlalchemy import Column, Table
from sqlalchemy.dialects import sqlite
from sqlcipher3 import dbapi2

from brm_app.domain.fields import Spec
from brm_app.services.workspace import Workspace
from brm_app.storage.declared import SORTABLE
from brm_app.storage.schema import TABLES
from tests.storage.filled import one_of_each

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
    sortable = column.name in SORTABLE.get(column.table.name, ())
    marks = ("?" if column.nullable else "") + ("!" if column.index else "") + ("*" if sortable else "")
    return f"{column.name}:{kind}{marks}{''.join(target)}"


def write_fixture(path: Path) -> None:
    """A small workspace with a record of every kind, every field filled, and each in its history."""
    workspace = Workspace.create(path, "Meridian", rate=4600)
    with workspace.write("One of each") as batch:
        for record in one_of_each(_text).values():
            own = workspace.organisation.id if record.collection == "organisation" else record.id
            batch.save(attrs.evolve(record, id=own))
    workspace.close()
    with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA page_size=512")
        connection.execute("VACUUM")


def _text(spec: Spec) -> str:
    return "USD" if spec.name == "currency" else f"{spec.label} é 𝄞"[: spec.length]


if __name__ == "__main__":
    sys.exit(main())
