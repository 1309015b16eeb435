"""Which columns of a file fill which fields, and how the application remembers it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import attrs

from brm_app.domain.errors import Refused
from brm_app.domain.fields import Kind, Spec, by_name, specs
from brm_app.domain.records import COMMAND_KINDS, Record, record_class
from brm_app.domain.text import fold
from brm_app.services.workspace import Workspace

ID = "id"


class WrongMapping(Refused):
    """The mapping names a field or a column that is not there."""


@attrs.frozen
class Mapping:
    """For each field name the columns that may fill it: the first that is not empty does. `id` is a field here."""

    fields: dict[str, tuple[str, ...]]

    @classmethod
    def parse(cls, record: type[Record], columns: tuple[str, ...], pairs: Iterable[str]) -> Mapping:
        """From texts such as `name=Name|Identifier`. Raises `WrongMapping` with the names there are."""
        fields: dict[str, tuple[str, ...]] = {}
        for pair in pairs:
            name, _, wanted = pair.partition("=")
            parts = [wanted] if wanted.strip() in columns else wanted.split("|")
            named = tuple(_column(columns, part.strip()) for part in parts if part.strip())
            if not named:
                raise WrongMapping(f"“{pair}” names no column. Write it as field=Column, or field=Column|Other column.")
            fields[_field(record, name.strip())] = named
        return cls(fields)


def importable(record: type[Record]) -> tuple[Spec, ...]:
    """The fields that a table can fill."""
    return tuple(spec for spec in specs(record) if spec.kind is not Kind.BYTES)


def _field(record: type[Record], name: str) -> str:
    names = [ID, *(spec.name for spec in importable(record))]
    if name not in names:
        raise WrongMapping(f"{record.nouns.capitalize()} have no field “{name}”. The fields are: {', '.join(names)}.")
    return name


def _column(columns: tuple[str, ...], name: str) -> str:
    found = [c for c in columns if c == name] or [c for c in columns if fold(c) == fold(name)]
    if len(found) != 1:
        what = "no column" if not found else "more than one column like"
        raise WrongMapping(f"The file has {what} “{name}”. Its columns are: {', '.join(columns)}.")
    return found[0]


def exported_here(record: type[Record], columns: tuple[str, ...]) -> bool:
    """Whether the columns are those of our own export: its cells are then read to the letter."""
    return columns == (ID, *(spec.name for spec in importable(record)))


def suggested(record: type[Record], columns: tuple[str, ...]) -> Mapping:
    """The mapping by names: a column is called as the field, as its label, or as the description says it may be."""
    if exported_here(record, columns):
        return Mapping({name: (name,) for name in columns})
    free = {fold(column): column for column in reversed(columns)}
    fields: dict[str, tuple[str, ...]] = {}
    for called in (_by_name, _by_label, _by_other_words):
        for spec in importable(record):
            for word in called(spec):
                if spec.name not in fields and word in free:
                    fields[spec.name] = (free.pop(word),)
    return Mapping({spec.name: fields[spec.name] for spec in importable(record) if spec.name in fields})


def likely_kind(file: str, columns: tuple[str, ...], otherwise: str) -> str:
    """The kind that the name of a file says, or whose fields most of its columns fill; else `otherwise`."""
    said = set(fold(file.replace("_", " ").replace("-", " ")).split())
    fit = {k: len(suggested(record_class(k), columns).fields) for k in COMMAND_KINDS if k != "organisation"}
    named = [kind for kind in fit if {fold(record_class(kind).nouns), kind} & said]
    best = max(named or fit, key=lambda kind: (fit[kind], kind == otherwise))
    return best if named or fit[best] > fit.get(otherwise, 0) else otherwise


def _by_name(spec: Spec) -> list[str]:
    return [fold(spec.name), fold(spec.name.replace("_", " "))]


def _by_label(spec: Spec) -> list[str]:
    return [fold(spec.label)]


def _by_other_words(spec: Spec) -> list[str]:
    return [fold(word) for word in spec.also]


def _place(record: type[Record], columns: tuple[str, ...]) -> str:
    """Where a mapping is remembered: under the column names of the file."""
    digest = hashlib.sha256(ascii(columns).encode()).hexdigest()
    return f"mapping {record.collection} {digest[:32]}"


def remember(workspace: Workspace, record: type[Record], columns: tuple[str, ...], mapping: Mapping, key: str) -> None:
    """Keeps the mapping for the next file with these columns."""
    value: Any = {"fields": {name: list(used) for name, used in mapping.fields.items()}, "key": key}
    if workspace.remembered(_place(record, columns)) != value:
        workspace.remember(_place(record, columns), value)


def remembered(workspace: Workspace, record: type[Record], columns: tuple[str, ...]) -> tuple[Mapping, str] | None:
    """The mapping and key field used last for a file with these columns, or None."""
    kept = workspace.remembered(_place(record, columns))
    fields, key = (kept.get("fields"), kept.get("key")) if isinstance(kept, dict) else (None, None)
    if not isinstance(fields, dict) or not isinstance(key, str) or not set(fields) <= {ID, *by_name(record)}:
        return None
    if not all(isinstance(used, list) and all(name in columns for name in used) for used in fields.values()):
        return None
    return Mapping({name: tuple(used) for name, used in fields.items()}), key
