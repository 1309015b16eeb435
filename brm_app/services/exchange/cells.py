"""One cell of a table as the value of a field, and whether it had to be mended to fit."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from brm_app.domain.errors import Refused
from brm_app.domain.fields import Kind, Spec
from brm_app.domain.values import fault, parse, to_text
from brm_app.services.exchange.csv_text import unguarded
from brm_app.services.exchange.naming import SEPARATOR, Registry

_NUMBERS = (Kind.WHOLE, Kind.NUMBER, Kind.MONEY)
_PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_REPEATED = (Kind.LINK, Kind.CHOICE, Kind.FLAG, Kind.DATE)  # few different texts in many rows: kept once read


class Cells:
    """Reads cells. `digits`: of the currency; `guarded`: apostrophes before formulas are the file's, not the text's.

    `verbatim` keeps the spaces around texts; otherwise they are trimmed, and nothing else of a text is changed.
    `growing` is the collection whose names change while cells are read.
    """

    def __init__(self, registry: Registry, digits: int, guarded: bool, verbatim: bool, growing: str = "") -> None:
        self._registry = registry
        self._digits = digits
        self._open: Callable[[str], str] = unguarded if guarded else str
        self._verbatim = verbatim
        self._growing = growing
        self._kept: dict[tuple[str, str], tuple[Any, bool]] = {}

    def read(self, spec: Spec, cell: str) -> tuple[Any, bool]:
        """The value, and whether it was mended. Raises `Refused` with the reason."""
        if spec.kind not in _REPEATED or (spec.target and spec.target == self._growing):
            return self._read(spec, cell)
        place = (spec.name, cell)
        if place not in self._kept:
            self._kept[place] = self._read(spec, cell)
        return self._kept[place]

    def _read(self, spec: Spec, cell: str) -> tuple[Any, bool]:
        text = self._open(cell)
        value, mended = self._value(spec, text)
        reason = fault(spec, value)
        if reason:
            raise Refused(reason)
        return value, mended

    def _value(self, spec: Spec, text: str) -> tuple[Any, bool]:
        bare = text.strip()
        if spec.textual:
            kept = text if self._verbatim else bare
            return kept, kept != text
        if spec.target and bare:
            return self._links(spec, bare)
        value = parse(spec, bare, self._digits)
        if spec.kind in _NUMBERS:
            return value, not _PLAIN_NUMBER.fullmatch(text)
        return value, to_text(spec, value, self._digits) != text

    def _links(self, spec: Spec, text: str) -> tuple[Any, bool]:
        names = self._registry.of(spec.target)
        if spec.kind is Kind.LINK:
            return names.find(text), not names.is_exact(text)
        parts = [part.strip() for part in text.split(SEPARATOR) if part.strip()]
        return tuple(dict.fromkeys(map(names.find, parts))), not all(map(names.is_exact, parts))
