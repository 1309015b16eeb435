"""Long rows of work cut into slices, so that neither a statement nor the memory overflows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from sqlalchemy import Connection, Executable

T = TypeVar("T")
IDS = 500
ROWS = 2_000


def slices(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part


def execute_many(connection: Connection, statement: Executable, rows: Iterable[dict[str, Any]]) -> None:
    """Runs a statement for each row; nothing where there is none."""
    for part in slices(rows, ROWS):
        connection.execute(statement, part)
