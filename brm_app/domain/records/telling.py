"""Who was told what, the words they know, what troubles them, and what they are asked to decide."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from brm_app.domain import fields as f
from brm_app.domain.fields import EVERYONE, OWN
from brm_app.domain.records.base import Record


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Term(Record):
    """A word of the trade, and the plain word for it."""

    collection: ClassVar[str] = "terms"
    noun: ClassVar[str] = "term"
    nouns: ClassVar[str] = "terms"
    title_field: ClassVar[str] = "word"

    word: str = f.text("Word", required=True, length=120, also=("term", "jargon"))
    plain: str = f.text("Plain word", required=True, length=120, also=("plain words", "meaning"))
    known_by: tuple[str, ...] = f.links("Known by", "audiences", help="Audiences who may be told it as it is.")
    note: str = f.note("Note")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Concern(Record):
    """A pain or complaint in the words of those who have it."""

    collection: ClassVar[str] = "concerns"
    noun: ClassVar[str] = "concern"
    nouns: ClassVar[str] = "concerns"
    title_field: ClassVar[str] = "words"

    words: str = f.note("Concern", EVERYONE, required=True, help="As everybody may read it; names belong in the note.")
    unit: str | None = f.link("Unit", "units", EVERYONE, also=("business unit",))
    project: str | None = f.link("Project", "projects", EVERYONE)
    touchpoint: str | None = f.link("Touchpoint", "touchpoints", help="Where it was said.")
    raised_by: str | None = f.link("Raised by", "people")
    raised_on: dt.date | None = f.date("Raised on", EVERYONE)
    people_affected: int | None = f.whole("People affected", EVERYONE, least=0)
    state: str = f.choice("State", ("open", "refused", "closed"), EVERYONE, default="open", required=True)
    refused_by: str | None = f.link("Refused by", "people")
    closed_on: dt.date | None = f.date("Closed on", EVERYONE)
    evidence: str = f.note("How we know it is closed", EVERYONE)
    note: str = f.note("Note")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Decision(Record):
    """What one audience is asked to decide."""

    collection: ClassVar[str] = "decisions"
    noun: ClassVar[str] = "decision"
    nouns: ClassVar[str] = "decisions"
    title_field: ClassVar[str] = "ask"

    ask: str = f.text("Decision", OWN, required=True, help="The whole request in one sentence.")
    audience: str | None = f.link("Audience", "audiences", OWN, required=True)
    project: str | None = f.link("Project", "projects", OWN)
    lead: str = f.note("In short", OWN)
    today: str = f.note("What happens today", OWN)
    touchpoint: str | None = f.link("Quoted from", "touchpoints", OWN, help="Printed only with consent.")
    benefit: str | None = f.link("Cost of not deciding", "benefits", OWN, help="The benefit that is lost meanwhile.")
    waiting: str = f.note("Since when it waits", OWN)
    asked: str = f.note("What is asked to be recorded", OWN, required=True)
    decide_by: dt.date | None = f.date("Decide by", OWN)
    consequence: str = f.text("Or else", OWN, help="What happens when it is decided later.")
    business_owner: str | None = f.link("Business owner", "people", OWN)
    it_owner: str | None = f.link("IT owner", "people", OWN)
    state: str = f.choice("State", ("open", "decided", "withdrawn"), default="open", required=True)
    outcome: str = f.note("Outcome")
    note: str = f.note("Note")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Option(Record):
    """One way to decide; it is shown to the audience of its decision."""

    collection: ClassVar[str] = "options"
    noun: ClassVar[str] = "option"
    nouns: ClassVar[str] = "options"

    decision: str | None = f.link("Decision", "decisions", OWN, required=True)
    name: str = f.text("Name", OWN, required=True)
    cost: int | None = f.money("Cost", OWN, least=0)
    cost_words: str = f.text("Cost in words", OWN, length=60, help="Such as once, or a year.")
    words: str = f.note("What it means", OWN)
    effect: str = f.text("Effect", OWN)
    recommended: bool = f.flag("Recommended", OWN)
    order: int | None = f.whole("Order", OWN)
    source: str = f.text("Source of the cost", OWN)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Telling(Record):
    """That somebody was told: a message, or an issue of a briefing."""

    collection: ClassVar[str] = "tellings"
    noun: ClassVar[str] = "telling"
    nouns: ClassVar[str] = "tellings"
    title_field: ClassVar[str] = "whom"

    issue: str = f.text("Issue", length=60, help="The number of the issue that was handed out.")
    message: str | None = f.link("Message", "messages")
    unit: str | None = f.link("Unit", "units")
    person: str | None = f.link("Person", "people")
    whom: str = f.text("Who was told", required=True)
    on: dt.date | None = f.date("Told on", required=True)
    channel: str = f.text("How", length=80)
    told_again: dt.date | None = f.date("Told again on", help="After a figure in it was recalled.")
    note: str = f.note("Note")
