"""Touchpoints between IT and the business, and the promises made at them."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from brm_app.domain import fields as f
from brm_app.domain.fields import EVERYONE, PROMISED
from brm_app.domain.records.base import Record

TOUCHPOINT_KINDS = (
    "meeting",
    "check-in",
    "outreach visit",
    "tech-bar visit",
    "help-desk listening",
    "VIP support",
    "call-back",
    "training",
    "webinar",
    "service review",
    "pilot feedback",
)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Touchpoint(Record):
    """One contact between IT and the business."""

    collection: ClassVar[str] = "touchpoints"
    noun: ClassVar[str] = "touchpoint"
    nouns: ClassVar[str] = "touchpoints"
    title_field: ClassVar[str] = "summary"

    happened_at: dt.datetime | None = f.moment("When", required=True, also=("date", "happened"))
    kind: str = f.choice("Kind", TOUCHPOINT_KINDS, default="meeting", required=True)
    unit: str | None = f.link("Unit", "units", also=("business unit",))
    people: tuple[str, ...] = f.links("People", "people")
    projects: tuple[str, ...] = f.links("Projects", "projects")
    stage: str | None = f.link("Journey stage", "stages")
    minutes: int | None = f.whole("Minutes", least=0, unit="min")
    channel: str = f.text("Channel", length=80)
    site: str | None = f.link("Site", "sites")
    mood: int | None = f.whole("Mood", least=1, most=5, help="1 is bad, 5 is good.")
    summary: str = f.note("What happened")
    quote: str = f.note("Their words", EVERYONE, help="Printed only with consent.")
    speaker_role: str = f.text("Speaker’s role", EVERYONE, help="Printed instead of the name.")
    consent: bool = f.flag("May be quoted")
    our_answer: str = f.note("Our answer", EVERYONE, help="Printed beside the quote.")
    people_affected: int | None = f.whole("People affected", least=0)
    planned: str = f.choice("Planned or fire-fighting", ("planned", "fire-fighting"), default="planned")
    executive_saw: bool = f.flag("An executive saw it")
    note: str = f.note("Note")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Promise(Record):
    """Something said to someone, to be kept by a day."""

    collection: ClassVar[str] = "promises"
    noun: ClassVar[str] = "promise"
    nouns: ClassVar[str] = "promises"
    title_field: ClassVar[str] = "words"

    words: str = f.note("Promise", PROMISED, required=True, help="The words that were said.")
    to_whom: str | None = f.link("To whom", "people")
    touchpoint: str | None = f.link("Touchpoint", "touchpoints")
    message: str | None = f.link("Message", "messages")
    due: dt.date | None = f.date("Due", PROMISED, required=True)
    owner: str | None = f.link("Owner", "people", PROMISED)
    state: str = f.choice("State", ("open", "kept", "broken"), PROMISED, default="open", required=True)
    chased_on: dt.date | None = f.date("Last chased on")
    closed_on: dt.date | None = f.date("Closed on", PROMISED)
    reason: str = f.note("Reason")
