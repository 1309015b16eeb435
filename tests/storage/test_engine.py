"""Connections are set up so that saved means saved, and nobody waits for nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from brm_app.domain.records import Unit
from brm_app.storage import declared, gateway, writing
from brm_app.storage.engine import create_file, make_engine
from brm_app.storage.openfile import OpenFile
from brm_app.storage.schema import metadata

SETTINGS = {"journal_mode": "truncate", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 2000, "trusted_schema": 0}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.brm"


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    made = create_file(path)
    yield made
    OpenFile(path, made).close()


def test_every_connection_writes_through_to_the_disk_and_checks_links(engine: Engine) -> None:
    with engine.connect() as first, engine.connect() as second:
        for connection in (first, second):
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in SETTINGS}
            assert found == SETTINGS


def test_what_a_file_may_hold_is_said_alike_with_and_without_sqlalchemy() -> None:
    made = {table.name: tuple(table.columns.keys()) for table in metadata.tables.values()}
    assert declared.tables() == {**made, **declared.FULL_TEXT_TABLES, "alembic_version": ("version_num",)}
    assert declared.indexes() == {str(index.name) for table in metadata.tables.values() for index in table.indexes}


def test_the_library_has_no_known_way_to_damage_a_file(engine: Engine) -> None:
    with engine.connect() as connection:
        version = str(connection.exec_driver_sql("SELECT sqlite_version()").scalar())
    assert tuple(map(int, version.split("."))) >= (3, 51, 3)


def test_a_reader_is_not_shut_out_while_a_long_write_goes_on(engine: Engine, path: Path) -> None:
    other = make_engine(path)
    with engine.execution_options(writing=True).connect() as writer, writer.begin() as transaction:
        writing.write_rows(writer, [Unit(name=f"{n}", note="x" * 900_000) for n in range(60)], [], [])
        with other.connect() as reader:
            reader.exec_driver_sql("PRAGMA busy_timeout=0")
            assert gateway.count(reader, Unit) == 0
        transaction.rollback()
    other.dispose()


def test_a_workspace_at_rest_is_one_file_and_in_use_keeps_its_journal(engine: Engine, path: Path) -> None:
    with engine.execution_options(writing=True).begin() as connection:
        writing.write_rows(connection, [Unit(name="Pharmacy")], [], [])
    other = make_engine(path)
    with other.execution_options(writing=True).connect() as writer, writer.begin():
        writing.write_rows(writer, [Unit(name="Theatre")], [], [])
        OpenFile(path, engine).close()
        assert path.with_name("w.brm-journal").stat().st_size > 0, "a journal in use is nobody else's to remove"
    with other.connect() as connection:
        assert gateway.count(connection, Unit) == 2
    OpenFile(path, other).close()
    assert [each.name for each in path.parent.iterdir()] == ["w.brm"]
