"""What lists and searches give: known to whoever asks, before what answers is imported."""

from __future__ import annotations

import attrs


@attrs.frozen
class Order:
    """By which field a list is sorted: a name of the record's fields, or an empty one for the title."""

    field: str = ""
    descending: bool = False


@attrs.frozen
class Listed:
    """Ids in order; `whole` where no further ones follow."""

    ids: tuple[str, ...]
    whole: bool


@attrs.frozen
class Found:
    """A record that holds the words, which `domain.marking` marks in the snippet. Rank 0 is best."""

    kind: str
    id: str
    title: str
    snippet: str
    rank: int
