"""What every record has: an id, a tick that keeps it internal, and the names of its collection."""

from __future__ import annotations

from typing import ClassVar

import attrs

from brm_app.domain import fields as f
from brm_app.domain.ids import new_id


@attrs.frozen(kw_only=True)
class Record:
    """A frozen row of a workspace; `attrs.evolve` makes the changed one."""

    collection: ClassVar[str]
    noun: ClassVar[str]
    nouns: ClassVar[str]
    title_field: ClassVar[str] = "name"
    code_field: ClassVar[str] = ""

    id: str = attrs.field(factory=new_id)
    internal: bool = f.flag("Keep internal", help="No briefing shows anything of this record.")

    @property
    def title(self) -> str:
        """The words by which a person knows this record."""
        return str(getattr(self, self.title_field) or "")
