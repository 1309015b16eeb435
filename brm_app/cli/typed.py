"""`field=value` as typed after a command: values of a record, and the files that come with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs

from brm_app.cli.usage import Usage
from brm_app.domain.currency import digits
from brm_app.domain.errors import Refused
from brm_app.domain.fields import Kind, Spec, by_name
from brm_app.domain.records import Attachment, Record
from brm_app.domain.values import fault, parse
from brm_app.services.exchange.naming import SEPARATOR, Names, Registry
from brm_app.services.workspace import Workspace


@attrs.define
class Typed:
    """Values by attribute name, and the attachments that they refer to."""

    values: dict[str, Any] = attrs.Factory(dict)
    files: list[Attachment] = attrs.Factory(list)


def typed(workspace: Workspace, cls: type[Record], pairs: list[str]) -> Typed:
    """Reads `field=value` texts. Raises `Usage` where no or a wrong field is named, `Refused` for a wrong value."""
    found = Typed()
    named = _all_named(cls, pairs)
    registry, minor = Registry(workspace), digits(workspace.organisation.currency)
    for spec, text in named:
        if spec.target == Attachment.collection and text.startswith("@"):
            found.files.append(_attachment(Path(text[1:])))
            value: Any = found.files[-1].id
        else:
            value = _value(registry, spec, text, minor)
        if reason := fault(spec, value):
            raise Refused(f"{reason} Nothing was changed. Give another value.")
        found.values[spec.attr] = value
    return found


def _all_named(cls: type[Record], pairs: list[str]) -> list[tuple[Spec, str]]:
    """The field and the text of each pair: every name is checked before anything is looked up."""
    if not pairs:
        raise Usage(f"Give one field=value or more. {_fields(cls)}")
    named = [_named(cls, pair) for pair in pairs]
    names = [spec.name for spec, _ in named]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise Usage(f"The field “{twice}” is given twice. Nothing was changed.")
    return named


def _fields(cls: type[Record]) -> str:
    return f"The fields of {cls.nouns} are: {', '.join(by_name(cls))}."


def _named(cls: type[Record], pair: str) -> tuple[Spec, str]:
    name, equals, text = pair.partition("=")
    if not equals:
        raise Usage(f"“{pair}” is not field=value. {_fields(cls)}")
    spec = by_name(cls).get(name.strip())
    if spec is None:
        raise Usage(f"There is no field “{name}”. {_fields(cls)}")
    return spec, text


def _value(registry: Registry, spec: Spec, text: str, minor: int) -> Any:
    try:
        if not spec.target or not text.strip():
            return parse(spec, text, minor)
        names = registry.of(spec.target)
        if spec.kind is Kind.LINK:
            return names.find(text.strip())
        return tuple(dict.fromkeys(names.find(part.strip()) for part in text.split(SEPARATOR) if part.strip()))
    except Refused as refused:
        raise Refused(f"{spec.label}: {refused} Nothing was changed.") from None


def _attachment(path: Path) -> Attachment:
    from brm_app.services.pictures import MOST_BYTES, attachment_from

    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refused(f"{path} can’t be read: {error.strerror}. Nothing was changed. Check the name.") from error
    return attachment_from(path.name, data)


def named_record(workspace: Workspace, cls: type[Record], text: str) -> Record:
    """The record that a person means by an id, a code or a name. Raises `Refused`."""
    found = workspace.get(cls, text)
    try:
        return found or workspace.need(cls, Names.load(workspace, cls.collection).find(text))
    except Refused as refused:
        raise Refused(f"{refused} Nothing was changed. The command list shows what there is.") from None
