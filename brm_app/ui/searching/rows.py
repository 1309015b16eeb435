"""What the search panel lists: answers, places and actions as rows under headings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import attrs
import shiboken6
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from brm_app.domain.days import day
from brm_app.domain.marking import marked, unmarked
from brm_app.domain.text import words_of
from brm_app.services.finding import CLOSE, Answer, name, rank
from brm_app.ui.desk import Desk
from brm_app.ui.marks import kind_icon
from brm_app.ui.sidebar import KEYS, PLACES

HEADINGS = {
    "liaisons": "Who answers",
    "recent": "Opened lately",
    "people": "People",
    "units": "Business units",
    "projects": "Projects",
    "journeys": "Journeys",
    "promises": "Promises",
    "decisions": "Decisions",
    "concerns": "Concerns",
    "messages": "Messages",
    "benefits": "Benefits",
    "touchpoints": "Touchpoints",
    "briefings": "Briefings",
    "issues": "Issued",
    "terms": "Words to explain",
}
_ICONS = {
    "people": "users",
    "units": "building-2",
    "projects": "folder-kanban",
    "journeys": "route",
    "stages": "route",
    "cards": "route",
    "promises": "handshake",
    "decisions": "flag",
    "options": "flag",
    "concerns": "circle-alert",
    "messages": "messages-square",
    "benefits": "target",
    "briefings": "file-pen-line",
    "issues": "stamp",
    "terms": "book-open",
}
_LAST = 9  # places and actions that fit as well as a section of records stand after it


@attrs.frozen
class Row:
    """One row; a heading has nothing to `do`. What was found is marked in `title` and `about`."""

    title: str
    do: Callable[[], object] | None = None
    about: str = ""
    right: str = ""
    icon: str = ""
    keys: str = ""
    state: str = ""  # bad where something is missing, none where nothing was found

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        parts = (unmarked(self.title), unmarked(self.about), self.right, self.keys)
        return ". ".join(part.rstrip(".") for part in parts if part)


@attrs.frozen
class Section:
    """A heading and its rows; `close` says how well the best of them fits, 0 best."""

    heading: str
    rows: Sequence[Row]
    close: int = 0
    state: str = ""


def flat(sections: Iterable[Section]) -> list[Row]:
    """All rows with their headings, the closest section first."""
    ordered = sorted((section for section in sections if section.rows), key=lambda section: section.close)
    return [row for section in ordered for row in (Row(section.heading, state=section.state), *section.rows)]


def answer_sections(desk: Desk, answers: Sequence[Answer]) -> list[Section]:
    """The answers of a search under the headings of their kinds."""
    places = {place.name for place in PLACES}
    sections: dict[str, list[Answer]] = {}
    for answer in answers:
        if answer.place in places:  # what the window has no place for could not be opened
            sections.setdefault(answer.section, []).append(answer)
    return [
        Section(HEADINGS[name_], [_answer_row(desk, answer) for answer in some], 10 * some[0].close)
        for name_, some in sections.items()
    ]


def _answer_row(desk: Desk, answer: Answer) -> Row:
    hole = answer.variant == "hole"
    return Row(
        title=answer.title,
        do=partial(desk.go, answer.place, answer.opens),
        about=answer.about,
        right=day(answer.right) if isinstance(answer.right, dt.date) else answer.right,
        icon="circle-alert" if hole else _ICONS.get(answer.kind) or kind_icon(answer.variant),
        state="bad" if hole else "",
    )


def place_section(desk: Desk, sought: Sequence[str]) -> Section:
    """The places of the window whose words fit; all of them where nothing is sought."""
    found = []
    for number, place in enumerate(PLACES, start=1):
        fits = _fits(place.words, place.group, sought)
        if fits is not None:
            keys = QKeySequence(KEYS.get(place.name, "")).toString(QKeySequence.SequenceFormat.NativeText)
            row = Row(marked(place.words, sought), partial(desk.go, place.name), icon=place.icon, keys=_caps(keys))
            found.append((fits, number, row))
    return _section("Go to", found)


def action_section(actions: Iterable[QAction], sought: Sequence[str]) -> Section:
    """The actions of the menus that can be done now and whose words fit."""
    known = {place.words for place in PLACES}
    found = []
    for number, action in enumerate(filter(shiboken6.isValid, actions)):
        words = action.text().split("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&")
        if not words or words in known or action.menu() or not (action.isEnabled() and action.isVisible()):
            continue
        menu = _menu_of(action)
        fits = _fits(words, menu, sought)
        if fits is not None and sought:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            row = Row(marked(words, sought), action.trigger, right=menu, icon="chevron-right", keys=_caps(keys))
            found.append((fits, number, row))
    return _section("Actions", found)


def _menu_of(action: QAction) -> str:
    return next((menu.title().replace("&", "") for menu in action.associatedObjects() if isinstance(menu, QMenu)), "")


def _fits(words: str, also: str, sought: Sequence[str]) -> int | None:
    return rank(name(words, also), sought) if sought else 0


def _section(heading: str, found: list[tuple[int, int, Row]]) -> Section:
    best = min((fits for fits, _, _ in found), default=0)
    return Section(heading, [row for _, _, row in sorted(found, key=lambda each: each[:2])], 10 * CLOSE[best] + _LAST)


def _caps(keys: str) -> str:
    return keys.replace("+", " ")


def sought_in(typed: str) -> list[str]:
    """The words that places and actions are matched with."""
    return words_of(typed[:200])
