"""The first schema: one table a record kind, the links between them, and the history."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0001"
down_revision = None

TYPES: dict[str, TypeEngine[Any]] = {
    "text": sa.Text(),
    "flag": sa.Boolean(),
    "whole": sa.BigInteger(),
    "number": sa.Float(),
    "date": sa.Date(),
    "moment": sa.DateTime(),
    "words": sa.JSON(),
    "bytes": sa.LargeBinary(),
}

# Each field as name:type, then ? where it may be null, ! where it has an index, * where that ends in the id,
# >table where it refers to one.
# Begin: written by tools/freeze_schema.py
RECORDS: dict[str, str] = {
    "attachments": """
        internal:flag name:text media_type:text data:bytes raster:bytes note:text
    """,
    "organisation": """
        internal:flag name:text short_code:text currency:text hourly_rate:whole? hours_per_shift:number?
        fiscal_year_start:whole? locale:text page_size:text headcount:whole? it_headcount:whole?
        logo:text?!>attachments reading_budget:whole?
    """,
    "audiences": """
        internal:flag name:text short_code:text lenses:words cadence_days:whole? reading_level:text
        marking:text order:whole? reading_budget:whole?
    """,
    "units": """
        internal:flag name:text code:text! part_of:text?!>units kind:text headcount:whole? cadence_tier:text
        cadence_days:whole? executive_seat:flag customer_kinds:words they_say:number? we_say:number?
        said_on:date? note:text
    """,
    "sites": """
        internal:flag name:text unit:text?!>units where:text opening_times:text
    """,
    "people": """
        internal:flag name:text name_consent:flag job_title:text* unit:text?!>units side:text email:text
        phone:text kind:text power_user:flag vip:flag vip_delegate:text?!>people vip_contact_rule:text
        vip_availability:text vip_preference:text note:text
    """,
    "assignments": """
        internal:flag person:text?!>people unit:text?!>units service_area:text role:text contact:text
        backup:text?!>people share_of_time:whole? from:date? to:date?
    """,
    "projects": """
        internal:flag name:text code:text! unit:text?!>units sites:words summary:text status:text
        status_as_of:date? theme:text it_owner:text?!>people business_owner:text?!>people
        accountable:text?!>people starts:date? live:date? tagline:text logo:text?!>attachments colour:text
        second_colour:text tone:text do:text dont:text why:text workaround:text permanent_fix:text
        overall_value:text least_disruption:text compatibility:text adviser:text adviser_cost:whole?
        note:text
    """,
    "benefits": """
        internal:flag project:text?!>projects statement:text code:text! measure:text direction:text
        baseline:number? target:number? owner:text?!>people source:text evidence:text review_days:whole?
        occurrences_per_period:number? occurrence_name:text period:text periods_per_year:number?
        population:whole? population_name:text share_counted:number? unit_value:whole?
    """,
    "readings": """
        internal:flag benefit:text?!>benefits value:number? as_of:date?! note:text
    """,
    "messages": """
        internal:flag project:text?!>projects audience:text?!>audiences headline:text body:text
        what_to_do:text benefit:text?!>benefits state:text reason:text approved_by:text approved_at:moment?!
        review_by:date? told_on:date? units:words tell_by:date? channel:text approver:text?!>people
    """,
    "rollouts": """
        internal:flag project:text?!>projects unit:text?!>units site:text?!>sites date:date? until:date?
        done:flag
    """,
    "personas": """
        internal:flag name:text unit:text?!>units kind:text description:text
    """,
    "journeys": """
        internal:flag name:text persona:text?!>personas version:text project:text?!>projects
    """,
    "stages": """
        internal:flag journey:text?!>journeys name:text order:whole? moment_of_truth:flag expected:whole?
        question:text project:text?!>projects
    """,
    "cards": """
        internal:flag stage:text?!>stages lane:text order:whole? evidence:text standing:text text:text
    """,
    "touchpoints": """
        internal:flag happened_at:moment?* kind:text* unit:text?*>units people:words projects:words
        stage:text?!>stages minutes:whole? channel:text site:text?!>sites mood:whole?* summary:text
        quote:text speaker_role:text consent:flag our_answer:text people_affected:whole? planned:text
        executive_saw:flag note:text
    """,
    "promises": """
        internal:flag words:text to_whom:text?!>people touchpoint:text?!>touchpoints message:text?!>messages
        due:date?! owner:text?!>people state:text chased_on:date? closed_on:date? reason:text
    """,
    "briefings": """
        internal:flag title:text audience:text?!>audiences intro:text units:words projects:words
        sections_off:words as_of:date?! due:date?! appendices:words corrects:text correction:text
    """,
    "terms": """
        internal:flag word:text plain:text known_by:words note:text
    """,
    "concerns": """
        internal:flag words:text unit:text?!>units project:text?!>projects touchpoint:text?!>touchpoints
        raised_by:text?!>people raised_on:date? people_affected:whole? state:text refused_by:text?!>people
        closed_on:date? evidence:text note:text
    """,
    "decisions": """
        internal:flag ask:text audience:text?!>audiences project:text?!>projects lead:text today:text
        touchpoint:text?!>touchpoints benefit:text?!>benefits waiting:text asked:text decide_by:date?
        consequence:text business_owner:text?!>people it_owner:text?!>people state:text outcome:text
        note:text
    """,
    "options": """
        internal:flag decision:text?!>decisions name:text cost:whole? cost_words:text words:text effect:text
        recommended:flag order:whole? source:text
    """,
    "tellings": """
        internal:flag issue:text message:text?!>messages unit:text?!>units person:text?!>people whom:text
        on:date? channel:text told_again:date? note:text
    """,
}
# End


def upgrade() -> None:
    """Makes all tables."""
    for name, fields in RECORDS.items():
        _record_table(name, fields.split())
    op.create_index("ix_touchpoints_unit_happened_at", "touchpoints", ["unit", "happened_at"])
    _links()
    _searching()
    _history()
    _register()
    op.create_table(
        "settings",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_settings"),
    )


def _record_table(name: str, fields: list[str]) -> None:
    columns: list[sa.Column[Any]] = [sa.Column("id", sa.Text(), nullable=False)]
    rules: list[sa.Constraint] = [sa.PrimaryKeyConstraint("id", name=f"pk_{name}")]
    indexed, sortable = [], ["sort_key"]
    for field in fields:
        field, _, target = field.partition(">")
        column, kind = field.rstrip("?!*").split(":")
        columns.append(sa.Column(column, TYPES[kind], nullable="?" in field))
        indexed += [column] if "!" in field else []
        sortable += [column] if "*" in field else []
        if target:
            key = f"fk_{name}_{column}"
            rules.append(
                sa.ForeignKeyConstraint([column], [f"{target}.id"], name=key, deferrable=True, initially="DEFERRED")
            )
    keys = [sa.Column("sort_key", sa.Text(), nullable=False), sa.Column("search_key", sa.Text(), nullable=False)]
    op.create_table(name, *columns, *keys, *rules)
    for column in indexed:
        op.create_index(f"ix_{name}_{column}", name, [column])
    for column in sortable:
        op.create_index(f"ix_{name}_{column}", name, [column, "id"])


def _links() -> None:
    op.create_table(
        "links",
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("owner_id", "field", "position", name="pk_links"),
    )
    op.create_index("ix_links_target_id", "links", ["target_id"])


def _searching() -> None:
    op.create_table(
        "searched",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_searched"),
        sa.UniqueConstraint("record_id"),
    )
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5"
        "(kind, title, text, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3')"
    )


def _history() -> None:
    op.create_table(
        "writes",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_writes"),
    )
    op.create_index("ix_writes_who_action", "writes", ["who", "action"])
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("write", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_changes"),
        sa.ForeignKeyConstraint(["write"], ["writes.number"], name="fk_changes_write"),
    )
    op.create_index("ix_changes_write", "changes", ["write"])
    op.create_index("ix_changes_record_id", "changes", ["record_id"])
    op.create_index("ix_changes_kind_write", "changes", ["kind", "write"])


def _register() -> None:
    texts = "audience audience_name look title briefing as_of issued_by content_sha256 sha256 version corrects".split()
    op.create_table(
        "issues",
        sa.Column("number", sa.Text(), nullable=False),
        *[sa.Column(name, sa.Text(), nullable=False) for name in texts],
        *[sa.Column(name, sa.Integer(), nullable=False) for name in ("year", "counted", "pages", "minutes")],
        *[sa.Column(name, sa.JSON(), nullable=False) for name in ("scope", "certificate")],
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_issues"),
    )
    op.create_index("ix_issues_audience", "issues", ["audience"])
    op.create_index("ix_issues_sha256", "issues", ["sha256"])
    op.create_table(
        "issue_files",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_issue_files"),
        sa.ForeignKeyConstraint(["number"], ["issues.number"], name="fk_issue_files_number"),
    )
    op.create_table(
        "issue_enclosures",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_issue_enclosures"),
    )
    op.create_table(
        "issue_copies",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_issue_copies"),
        sa.ForeignKeyConstraint(["number"], ["issues.number"], name="fk_issue_copies_number"),
    )
