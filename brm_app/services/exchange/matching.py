"""Which record of the workspace a row is about: the one whose key field holds the row's key."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from brm_app.domain.errors import Refused
from brm_app.domain.fields import Kind, by_name
from brm_app.domain.records import Record
from brm_app.domain.text import fold
from brm_app.services.exchange.mapping import ID, Mapping, WrongMapping
from brm_app.services.workspace import Workspace
from brm_app.storage import gateway

_NO_KEY = (Kind.BYTES, Kind.LINKS, Kind.CHOICES)


def check_key(cls: type[Record], mapping: Mapping, key: str) -> None:
    """Raises `WrongMapping` where rows can't be matched on the field `key`."""
    if not key:
        return
    spec = by_name(cls).get(key)
    if key != ID and (spec is None or spec.kind in _NO_KEY or spec.target == cls.collection):
        raise WrongMapping(f"Rows can’t be matched on “{key}”. Choose a field such as code, name or id.")
    if key not in mapping.fields:
        raise WrongMapping(f"The key field “{key}” has no column. Map one to it.")


def folded(value: Any) -> Any:
    """The value as keys are compared when none is the same to the letter."""
    return fold(value) if isinstance(value, str) else value


class Keys:
    """The key of every record of a kind, loaded once."""

    def __init__(self, workspace: Workspace, cls: type[Record], key: str) -> None:
        self._cls, self._key = cls, key
        self._exact: defaultdict[Any, list[str]] = defaultdict(list)
        self._folded: defaultdict[Any, list[str]] = defaultdict(list)
        if key:
            with workspace.rows() as connection:
                for record_id, *values in gateway.values_of(connection, cls, *([] if key == ID else [key])):
                    value = values[0] if values else record_id
                    self._exact[value].append(record_id)
                    self._folded[folded(value)].append(record_id)

    def find(self, value: Any) -> str:
        """The id of the record with this key, or an empty string. Raises `Refused` where several have it."""
        if self._key == ID:
            return str(value) if value in self._exact else ""
        found = self._exact.get(value) or self._folded.get(folded(value)) or [""]
        if len(found) > 1:
            raise Refused(f"{len(found)} {self._cls.nouns} here have “{value}”, so it is not clear which is meant.")
        return found[0]


def new_id_for(value: str) -> str:
    """The id that a new record takes over from a file. Raises `Refused` where it is none."""
    try:
        if str(uuid.UUID(value)) == value:
            return value
    except ValueError:
        pass
    raise Refused(f"“{value}” is not the id of a record. Leave it empty for a new one.")


def held(workspace: Workspace, cls: type[Record], ids: Iterable[str]) -> dict[str, Record]:
    """The records of these ids, by id."""
    with workspace.reading() as connection:
        return {record.id: record for record in gateway.get_many(connection, cls, ids)}
