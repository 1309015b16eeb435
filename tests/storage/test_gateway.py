"""A record comes back from its table, and from its history, exactly as it went in."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, select

from brm_app.domain.fields import Kind, specs
from brm_app.domain.records import RECORDS, Record
from brm_app.domain.values import fault, from_plain
from brm_app.services.merging import change
from brm_app.storage import gateway, history, writing
from brm_app.storage.engine import create_file
from brm_app.storage.schema import TABLES
from tests.storage.filled import records


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    made = create_file(tmp_path_factory.mktemp("rows") / "w.brm")
    yield made
    made.dispose()


@pytest.mark.parametrize("cls", RECORDS.values(), ids=list(RECORDS))
@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_a_record_of_any_content_comes_back_equal(engine: Engine, cls: type[Record], data: st.DataObject) -> None:
    first, second = data.draw(records(cls)), data.draw(records(cls))
    assert [reason for spec in specs(cls) if (reason := fault(spec, getattr(first, spec.attr)))] == []
    with engine.connect() as connection, connection.begin() as transaction:
        writing.write_rows(connection, [first], [], [])
        assert gateway.get(connection, cls, first.id) == first
        changed = cls(id=first.id, **content(second))
        writing.write_rows(connection, [], [changed], [])
        assert gateway.get(connection, cls, first.id) == changed
        assert from_history(connection, first) == content(first)
        writing.write_rows(connection, [], [], [changed])
        assert gateway.get(connection, cls, first.id) is None
        transaction.rollback()  # its links lead nowhere, which a commit would refuse


@pytest.mark.parametrize("cls", RECORDS.values(), ids=list(RECORDS))
@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=20)
def test_a_record_is_read_and_found_alike_with_and_without_sqlalchemy(
    engine: Engine, cls: type[Record], data: st.DataObject
) -> None:
    record = data.draw(records(cls))
    with engine.connect() as connection, connection.begin() as transaction:
        writing.write_rows(connection, [record], [], [])
        (row,) = connection.execute(select(TABLES[cls.collection]).filter_by(id=record.id)).mappings()
        (plain,) = gateway.get_many(connection, cls, [record.id])
        for spec in specs(cls):
            read, same = getattr(plain, spec.attr), row[spec.name]
            assert (read, type(read)) == (same, type(same))
            if spec.kind not in (Kind.LINKS, Kind.CHOICES):
                assert record in gateway.find(connection, cls, equals={spec.name: same})
        transaction.rollback()


def content(record: Record) -> dict[str, Any]:
    return {spec.attr: getattr(record, spec.attr) for spec in specs(type(record))}


def from_history(connection: Connection, record: Record) -> dict[str, Any]:
    made = change(None, record)
    assert made is not None
    write = history.Write(0, dt.datetime.now(dt.UTC), "me", "label", "do", None, False)
    (kept,) = history.changes_of(connection, writing.record_write(connection, write, [made]))
    assert kept == made
    assert kept.after is not None
    return {spec.attr: from_plain(spec, kept.after[spec.name]) for spec in specs(type(record))}
