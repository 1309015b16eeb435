"""The tables of a workspace, made from the descriptions of the records, and the history beside them."""

from __future__ import annotations

from sqlalchemy import DDL, JSON, Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, event
from sqlalchemy.schema import ExecutableDDLElement

from brm_app.domain.fields import Kind, Spec, specs
from brm_app.domain.records import RECORDS, Record
from brm_app.storage.declared import FULL_TEXT, SORTABLE, indexed
from brm_app.storage.types import COLUMN_TYPES, UtcMoment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _column(spec: Spec, sortable: bool) -> Column[object]:
    rules = []
    if spec.kind is Kind.LINK:
        rules = [ForeignKey(f"{spec.target}.id", deferrable=True, initially="DEFERRED")]
    nullable = spec.kind in (Kind.WHOLE, Kind.MONEY, Kind.NUMBER, Kind.DATE, Kind.MOMENT, Kind.LINK)
    index = indexed(spec) and not sortable
    return Column(spec.name, COLUMN_TYPES[spec.kind], *rules, nullable=nullable, index=index)


def _table(record: type[Record]) -> Table:
    sortable = SORTABLE.get(record.collection, ())
    return Table(
        record.collection,
        metadata,
        Column("id", Text, primary_key=True),
        *[_column(spec, spec.name in sortable) for spec in specs(record)],
        Column("sort_key", Text, nullable=False),
        Column("search_key", Text, nullable=False),
        *[Index(None, name, "id") for name in (*sortable, "sort_key")],
    )


TABLES = {name: _table(record) for name, record in RECORDS.items()}
Index("ix_touchpoints_unit_happened_at", TABLES["touchpoints"].c.unit, TABLES["touchpoints"].c.happened_at)
"""By it the last contact of every unit is found without reading their touchpoints."""

links = Table(
    "links",
    metadata,
    Column("owner_id", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("owner_kind", Text, nullable=False),
    Column("target_id", Text, nullable=False, index=True),
)
"""The fields that hold several links, one row a link, so that both ends can be found. Kept by `writing`."""

searched = Table(
    "searched",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False, unique=True),
)
"""The number under which the full-text index knows a record."""

_full_text: ExecutableDDLElement = DDL(FULL_TEXT)  # type: ignore[no-untyped-call]
event.listen(metadata, "after_create", _full_text.execute_if(dialect="sqlite"))

writes = Table(
    "writes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", UtcMoment, nullable=False),
    Column("who", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("action", Text, nullable=False),  # do, undo, redo
    Column("of", Integer),  # the number that an undo or redo is of
    Column("undone", Boolean, nullable=False, default=False),
    Index("ix_writes_who_action", "who", "action"),
)

changes = Table(
    "changes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("write", Integer, ForeignKey("writes.number"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False, index=True),
    Column("before", JSON),  # field → value; null: the record did not exist
    Column("after", JSON),  # field → value; null: the record no longer exists
    Index("ix_changes_kind_write", "kind", "write"),
)

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", JSON, nullable=False),
)
"""What the application remembers in the workspace beside records, such as import mappings."""

issues = Table(
    "issues",
    metadata,
    Column("number", Text, primary_key=True),  # such as MH-B-2026-014
    Column("audience", Text, nullable=False, index=True),  # no foreign keys: an issue outlives what it speaks of
    Column("audience_name", Text, nullable=False),
    Column("look", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("counted", Integer, nullable=False),  # its place among those of its audience and year
    Column("title", Text, nullable=False),
    Column("briefing", Text, nullable=False),
    Column("scope", JSON, nullable=False),  # what it was composed of: units, projects
    Column("as_of", Text, nullable=False),
    Column("issued_at", UtcMoment, nullable=False),
    Column("issued_by", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("content_sha256", Text, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("version", Text, nullable=False),  # of the program that made the bytes
    Column("corrects", Text, nullable=False),  # the number of the issue that it puts right, or nothing
    Column("certificate", JSON, nullable=False),
)
"""The register: what was issued. Rows are added and never changed."""

issue_files = Table(
    "issue_files",
    metadata,
    Column("number", Text, ForeignKey("issues.number"), primary_key=True),
    Column("content", LargeBinary, nullable=False),  # canonical JSON, as frozen
    Column("pdf", LargeBinary, nullable=False),
)
"""The frozen content and the exact bytes of each issue, apart from the register so that its list is read quickly."""

issue_enclosures = Table(
    "issue_enclosures",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""The files of others behind issues as they came, each kept once; certificates name them by their hash."""

issue_copies = Table(
    "issue_copies",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("number", Text, ForeignKey("issues.number"), nullable=False),
)
"""The copies of issues that were locked with a password, of which no two are the same bytes: the hash of each."""
