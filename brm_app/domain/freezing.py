"""A briefing frozen: the same content is always the same text, byte for byte, and becomes the same content again."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from brm_app.domain.changes import LATER
from brm_app.domain.content import Curve, Document, Part, StageMap
from brm_app.domain.errors import Refused

T = TypeVar("T")
_MOST = 256 << 20  # characters; a briefing with large logos has a few million
_LARGEST = 1e30  # what is larger, or no number, could not be drawn
_DAMAGED = "is not as Liaison wrote it"
_LANGUAGE = re.compile("[A-Za-z0-9-]*")
_CLASS = "@"  # no field can be called so


def as_plain(value: Any) -> Any:
    """The value as lists, dictionaries and plain values; each object says under `@` of which class it is."""
    if attrs.has(type(value)):
        fields = ((a, getattr(value, a.name)) for a in attrs.fields(type(value)))
        said = {a.name: as_plain(held) for a, held in fields if not (LATER in a.metadata and held == a.default)}
        return {_CLASS: type(value).__name__, **said}
    return [as_plain(item) for item in value] if isinstance(value, tuple) else value


def freeze(content: Document) -> str:
    """Canonical JSON: sorted keys, no spaces, UTF-8 text unescaped."""
    return json.dumps(as_plain(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def fingerprint(content: Document) -> str:
    """SHA-256 of the frozen content, in hexadecimal."""
    return hashlib.sha256(freeze(content).encode()).hexdigest()


def thaw(text: str) -> Document:
    """The content that was frozen to this text. Raises `Refused` for any other text, which may come from anybody."""
    if len(text) > _MOST:
        raise Refused(f"The frozen content {_DAMAGED} (it is too long).")
    try:
        plain = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Refused(f"The frozen content {_DAMAGED} (it is no JSON).") from None
    content = from_plain(plain, Document)
    _check_settings(content)
    return content


def _no_number(name: str) -> None:
    raise ValueError(name)


def _check_settings(content: Document) -> None:
    """What typesetting relies on beside the types."""
    meta = content.meta
    try:
        dt.date.fromisoformat(meta.as_of)
    except ValueError:
        raise _wrong("as_of") from None
    if meta.look not in ("staff", "board"):
        raise _wrong("look")
    if not _LANGUAGE.fullmatch(meta.language):
        raise _wrong("language")
    for part in (part for section in content.sections for part in section.parts):
        curve = part.curve if isinstance(part, StageMap) else part
        rows = (curve.truths, curve.expected, curve.experienced, curve.counts) if isinstance(curve, Curve) else ()
        rows += (part.questions, *(row for lane in part.lanes for row in lane.rows)) if part is not curve else ()
        if any(len(row) != len(curve.stages) for row in rows):
            raise _wrong("Curve")


def from_plain(plain: Any, cls: type[T]) -> T:
    """An object of this class from what `as_plain` made of it; nothing but the classes of its fields is ever made.

    A field that is not there has its default, so that what an older Liaison wrote can be read. Raises `Refused`.
    """
    made: T = _made(plain, cls, cls.__name__)
    return made


def _wrong(where: str) -> Refused:
    return Refused(f"The frozen content {_DAMAGED} (at {where}).")


def _made(plain: Any, hint: Any, where: str) -> Any:
    if hint is Any:  # the parts of a section
        hint = Part
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _one_of(plain, get_args(hint), where)
    if origin is tuple:
        return _row(plain, get_args(hint), where)
    if attrs.has(hint):
        return _object(plain, hint, where)
    if type(plain) is hint or (hint is float and type(plain) is int):
        if isinstance(plain, int | float) and not abs(plain) <= _LARGEST:
            raise _wrong(where)
        return plain
    raise _wrong(where)


def _one_of(plain: Any, hints: tuple[Any, ...], where: str) -> Any:
    if plain is None and NoneType in hints:
        return None
    for hint in hints:
        if isinstance(plain, dict):
            if attrs.has(hint) and plain.get(_CLASS) == hint.__name__:
                return _object(plain, hint, where)
        elif not (hint is NoneType or attrs.has(hint)):
            return _made(plain, hint, where)
    raise _wrong(where)


def _row(plain: Any, hints: tuple[Any, ...], where: str) -> tuple[Any, ...]:
    if not isinstance(plain, list):
        raise _wrong(where)
    if len(hints) == 2 and hints[1] is Ellipsis:
        return tuple(_made(item, hints[0], where) for item in plain)
    if len(plain) != len(hints):
        raise _wrong(where)
    return tuple(_made(item, hint, where) for item, hint in zip(plain, hints, strict=True))


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    return get_type_hints(cls)


def _object(plain: Any, cls: type, where: str) -> Any:
    fields = {a.name: a for a in attrs.fields(cls)}
    if not isinstance(plain, dict) or plain.get(_CLASS) != cls.__name__:
        raise _wrong(where)
    given = {name: value for name, value in plain.items() if name != _CLASS}
    needed = {name for name, a in fields.items() if a.default is attrs.NOTHING}
    if not needed <= given.keys() <= fields.keys():
        raise _wrong(f"{where}, {cls.__name__}")
    hints = _hints(cls)
    return cls(**{name: _made(value, hints[name], f"{cls.__name__}.{name}") for name, value in given.items()})
