"""What may be said again of the last issue: whatever today's wall hides has lost its words before it is compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from brm_app.domain.changes import FIGURE, MESSAGE, PROJECT, Point
from brm_app.domain.records import Audience
from brm_app.services.briefs.book import Book

Naming = Callable[[Point], str]


def retold(before: Iterable[Point], now: Iterable[Point], naming: Naming | None = None) -> Iterator[Point]:
    """The points of the last issue with only those words that may be printed beside the points of today.

    What is stated today passed the wall, and its old words stand beside the new ones. Of everything else the value is
    gone, and a figure has the name that `naming` gives it by what may be seen today, else that of its project.
    """
    here = {point.key: point for point in now}
    for was in before:
        today = here.get(was.key)
        if today is None:
            yield attrs.evolve(was, title=_called(was, here, naming), text="", note="", value=None, owner="")
        elif was.kind == FIGURE and was.unit != today.unit:
            yield attrs.evolve(was, title=today.title, text="", note="", value=None)
        else:
            yield was


def _called(was: Point, here: dict[tuple[str, str, str], Point], naming: Naming | None) -> str:
    if was.kind != FIGURE:
        return ""
    project = here.get((PROJECT, was.project, ""))
    own = naming(was) if naming and project else ""
    return own or f"A figure of {project.title}" if project else ""


def without_secrets(points: Iterable[Point], book: Book, audience: Audience) -> Iterator[Point]:
    """The points without values of readings that were kept back since, and headlines that name what was."""
    behind = book.names_behind(audience)
    for point in points:
        headline = point.text.casefold() if point.kind == MESSAGE else ""
        hidden = any(name in headline for name in behind) or (point.kind == FIGURE and book.kept_back(point))
        yield attrs.evolve(point, text="") if hidden else point
