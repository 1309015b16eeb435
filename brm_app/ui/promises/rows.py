"""The rows of the list of promises: headings, and promises with the words that stand in each column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from brm_app.domain.days import short_day
from brm_app.domain.records import Promise
from brm_app.domain.text import plural
from brm_app.services.ledger import Listed, Part
from brm_app.services.promises import promise_state, standing
from brm_app.ui.desk import Desk
from brm_app.ui.tips import plain_tip
from brm_app.ui.words import clip

Index = QModelIndex | QPersistentModelIndex
INKS = {"bad": "bad", "warn": "warn", "good": "good"}


@attrs.frozen
class Row:
    """One line: a heading where `promise` is None."""

    words: str
    second: str = ""
    promise: Promise | None = None
    unit: str = ""
    due: str = ""
    state: str = ""
    act: str = ""

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        if self.promise is None:
            return f"{self.words}, {self.second}"
        return ". ".join(part.rstrip(".") for part in (self.words, self.due, self.second, self.unit) if part)


def rows_of(desk: Desk, parts: Iterable[Part]) -> Iterator[Row]:
    """Each heading with its promises below it."""
    for part in parts:
        yield Row(part.heading, plural(len(part.rows), "promise"))
        for listed in part.rows:
            yield row_of(desk, listed)


def row_of(desk: Desk, listed: Listed) -> Row:
    """One promise as a line."""
    promise, today = listed.promise, desk.clock.today()
    state = promise_state(promise, today)
    return Row(
        clip(promise.words, 200), _second(desk, listed), promise, desk.title_of("units", listed.unit),
        standing(promise, today), state, "Keep" if promise.state == "open" else "",
    )  # fmt: skip


def _second(desk: Desk, listed: Listed) -> str:
    """`Promised 2 Nov to Ann Moss by Bo Lind`, and when it was chased."""
    promise, today = listed.promise, desk.clock.today()
    whom, owner = desk.title_of("people", promise.to_whom), desk.title_of("people", promise.owner)
    made = short_day(listed.made_at, today)
    said = " ".join(
        part for part in ("Promised", made, f"to {whom}" if whom else "", f"by {owner}" if owner else "") if part
    )
    words = said if said != "Promised" else ""
    if promise.state == "open" and promise.chased_on:
        words += f"{', chased' if words else 'Chased'} {short_day(promise.chased_on, today)}"
    return f"{words}. {clip(promise.reason, 120)}".strip(". ") if promise.reason else words


class Rows(QAbstractListModel):
    """The rows for the list; headings can't be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show(self, rows: Iterable[Row]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def place_of(self, promise_id: str) -> int:
        """The row of a promise, or -1."""
        return next((n for n, row in enumerate(self.rows) if row.promise and row.promise.id == promise_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is passed over by the keys."""
        if self.rows[index.row()].promise is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = 0) -> Any:
        """The words for painting, for the pointer and for a screen reader."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole and row.promise:
            return plain_tip(f"{row.words}\n{row.second}")
        return None
