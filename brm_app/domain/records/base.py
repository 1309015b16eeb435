"""What every record has: an id, a tick that keeps it internal, and the names of its collection."""

from __future__ import annotations

from typing import ClassVar

import attrs

from brm_app.domain import fields as f
from brm_app.domain.ids import new_id


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Record:
    """A frozen row of a workspace; `attrs.evolve` makes the changed one.

    Comparing and writing out are said here, once for all: attrs would make methods for each class, and a start wait.
    """

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

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, a.name) == getattr(other, a.name) for a in attrs.fields(type(self)))

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        values = ", ".join(f"{a.name}={getattr(self, a.name)!r}" for a in attrs.fields(type(self)))
        return f"{type(self).__name__}({values})"
