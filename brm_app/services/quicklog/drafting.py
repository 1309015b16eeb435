"""A draft: what was typed and what a person changed by hand; and the touchpoint and promise that it becomes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs

from brm_app.domain.records import TOUCHPOINT_KINDS, Promise, Touchpoint
from brm_app.services.quicklog.names import Names
from brm_app.services.quicklog.parsing import Parsed

DEFAULT_KIND = "check-in"
FOLLOW_UP = "Follow up"


@attrs.frozen(kw_only=True)
class Draft:
    """The line and the choices beside it. None: as the line says; empty: taken out by hand.

    The page from which it was opened says `from_…`, which counts where the line names nothing.
    """

    text: str = ""
    from_unit: str = ""
    from_person: str = ""
    from_project: str = ""
    kind: str | None = None
    unit: str | None = None
    people: tuple[str, ...] | None = None
    project: str | None = None
    stage: str = ""
    site: str = ""
    due: str | None = None
    words: str | None = None
    owner: str | None = None
    mood: int | None = None
    planned: bool = True
    consent: bool = False
    quote: str = ""
    executive_saw: bool = False

    def to_plain(self) -> dict[str, Any]:
        """What is remembered of it."""
        return attrs.asdict(self)

    @classmethod
    def from_plain(cls, held: Any) -> Draft | None:
        """The draft that was remembered, or None."""
        if not isinstance(held, Mapping) or not held:
            return None
        fields = {field.name: field for field in attrs.fields(cls)}
        kept = {name: value for name, value in held.items() if name in fields and _fits(fields[name], value)}
        if kept.get("people") is not None:
            kept["people"] = tuple(kept["people"])
        return cls(**kept)


def _fits(field: attrs.Attribute[Any], value: Any) -> bool:
    """Whether a remembered value is one that the field may hold: the file may come from somebody else."""
    if value is None:
        return field.default is None
    if isinstance(field.default, bool):
        return isinstance(value, bool)
    if field.name == "people":
        return isinstance(value, list | tuple) and all(isinstance(key, str) for key in value)
    if field.name == "mood":
        return type(value) is int and value in range(6)
    return isinstance(value, str) and (field.name != "due" or not value or _is_day(value))


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


@attrs.frozen
class Entry:
    """What will be saved: the draft over what its line says. Options: those that an unclear name could mean."""

    kind: str
    channel: str
    unit: str
    people: tuple[str, ...]
    project: str
    stage: str
    site: str
    mood: int | None
    due: dt.date | None
    promise: str
    owner: str
    summary: str
    unit_options: tuple[str, ...] = ()
    people_options: tuple[str, ...] = ()
    project_options: tuple[str, ...] = ()


def read(draft: Draft, parsed: Parsed, names: Names) -> Entry:
    """The draft as it stands."""
    people, people_options = _people(draft, parsed)
    unit, unit_options = _one(draft.unit, parsed, "units")
    if draft.people is None and draft.from_person and not (people or people_options or unit or unit_options):
        people = (draft.from_person,)
    if draft.unit is None and not (unit or unit_options):
        unit = (names.unit_of.get(people[0]) if people else "") or draft.from_unit
    project, project_options = _one(draft.project, parsed, "projects")
    if draft.project is None and not (project or project_options):
        project = draft.from_project
    due = parsed.due if draft.due is None else dt.date.fromisoformat(draft.due) if draft.due else None
    words = _sentence(parsed.clause) or FOLLOW_UP if draft.words is None else draft.words
    kind = draft.kind if draft.kind in TOUCHPOINT_KINDS else parsed.kind or DEFAULT_KIND
    return Entry(
        kind=kind, channel=parsed.channel if kind == parsed.kind else "", unit=unit, people=people, project=project,
        stage=draft.stage, site=draft.site, mood=parsed.mood if draft.mood is None else draft.mood or None, due=due,
        promise=words if due else "", owner=draft.owner or "",
        summary=_sentence(parsed.summary) or _sentence(parsed.clause), unit_options=unit_options,
        people_options=people_options, project_options=project_options,
    )  # fmt: skip


def _one(chosen: str | None, parsed: Parsed, what: str) -> tuple[str, tuple[str, ...]]:
    """The one record, or those that it could be."""
    if chosen is not None:
        return chosen, ()
    spans = parsed.of(what)
    if not spans:
        return "", ()
    first = spans[0]
    return (first.ids[0], ()) if len(first.ids) == 1 else ("", first.ids)


def _people(draft: Draft, parsed: Parsed) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if draft.people is not None:
        return draft.people, ()
    spans = parsed.of("people")
    sure = tuple(dict.fromkeys(span.ids[0] for span in spans if len(span.ids) == 1))
    return sure, next((span.ids for span in spans if len(span.ids) > 1), ())


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def fault(draft: Draft, entry: Entry) -> str:
    """Why this can't be saved yet, as a sentence that names the way on; empty when it can."""
    if not (draft.text.strip() or draft.quote.strip() or (entry.unit and entry.mood)):
        return "Nothing is said yet. Write who it was with and what happened."
    if entry.unit_options:
        return "Several units have that name. Choose one in the chip that asks."
    if entry.people_options:
        return "Several people have that name. Choose one in the chip that asks."
    if entry.project_options:
        return "Several projects have that name. Choose one in the chip that asks."
    if entry.due and not entry.promise.strip():
        return "The promise has no words. Write what was promised, or take the promise out."
    return ""


def records(draft: Draft, entry: Entry, now: dt.datetime, role: str) -> tuple[Touchpoint, Promise | None]:
    """The touchpoint and the promise of an entry; `role` is the job title of who spoke."""
    touchpoint = Touchpoint(
        happened_at=now, kind=entry.kind, channel=entry.channel, unit=entry.unit or None, people=entry.people,
        projects=(entry.project,) if entry.project else (), stage=entry.stage or None, site=entry.site or None,
        mood=entry.mood, summary=entry.summary, quote=draft.quote if draft.consent else "",
        speaker_role=role if draft.consent and draft.quote else "", consent=draft.consent and bool(draft.quote.strip()),
        planned="planned" if draft.planned else "fire-fighting", executive_saw=draft.executive_saw,
    )  # fmt: skip
    if entry.due is None:
        return touchpoint, None
    whom = entry.people[0] if entry.people else None
    return touchpoint, Promise(
        words=entry.promise.strip(), due=entry.due, owner=entry.owner or None, to_whom=whom, touchpoint=touchpoint.id
    )
