"""What a workspace file holds, by name: known without SQLAlchemy, which is slow to import, and made by `schema`."""

from __future__ import annotations

from brm_app.domain.fields import Kind, Spec, specs
from brm_app.domain.records import RECORDS

APPLICATION_ID = 0x4C69_6169  # "Liai", marks a SQLite file as a workspace
SCHEMA_VERSION = 1  # also the newest migration, see migrations/versions

SORTABLE = {"touchpoints": ("happened_at", "kind", "unit", "mood"), "people": ("job_title",)}
"""The columns, beside `sort_key`, by which a list that may be long is sorted: each has an index that ends in the id."""

FULL_TEXT = (
    "CREATE VIRTUAL TABLE search USING fts5"
    "(kind, title, text, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3')"
)
"""The full-text index. It holds no texts, and its words come folded, so that they are found as anywhere else."""
FULL_TEXT_TABLES = {
    "search": ("kind", "title", "text", "search", "rank"),
    "search_data": ("id", "block"),
    "search_idx": ("segid", "term", "pgno"),
    "search_docsize": ("id", "sz", "origin"),
    "search_config": ("k", "v"),
}
"""What SQLite makes for it, with the columns."""

_BESIDE: dict[str, tuple[str, ...]] = {
    "links": ("owner_id", "field", "position", "owner_kind", "target_id"),
    "searched": ("number", "kind", "record_id"),
    "writes": ("number", "at", "who", "label", "action", "of", "undone"),
    "changes": ("number", "write", "kind", "record_id", "before", "after"),
    "settings": ("name", "value"),
    "issues": tuple(
        "number audience audience_name look year counted title briefing scope as_of issued_at issued_by pages minutes "
        "content_sha256 sha256 version corrects certificate".split()
    ),
    "issue_files": ("number", "content", "pdf"),
    "issue_enclosures": ("sha256", "data"),
    "issue_copies": ("sha256", "number"),
    "alembic_version": ("version_num",),
}
_INDEXES_BESIDE = (
    "ix_touchpoints_unit_happened_at",
    "ix_links_target_id",
    "ix_writes_who_action",
    "ix_changes_write",
    "ix_changes_record_id",
    "ix_changes_kind_write",
    "ix_issues_audience",
    "ix_issues_sha256",
)


def indexed(spec: Spec) -> bool:
    """Whether the column of a field has an index of its own, where it is not sortable."""
    return spec.kind in (Kind.LINK, Kind.MOMENT) or spec.name in ("due", "as_of", "code")


def tables() -> dict[str, tuple[str, ...]]:
    """The columns of every table; a test holds them equal to those of `schema`."""
    made = {
        name: ("id", *(spec.name for spec in specs(record)), "sort_key", "search_key")
        for name, record in RECORDS.items()
    }
    return {**made, **_BESIDE, **FULL_TEXT_TABLES}


def indexes() -> set[str]:
    """The names of all indexes; a test holds them equal to those of `schema`."""
    made = {
        f"ix_{name}_{column}"
        for name, record in RECORDS.items()
        for column in (*(s.name for s in specs(record) if indexed(s)), *SORTABLE.get(name, ()), "sort_key")
    }
    return made.union(_INDEXES_BESIDE)
