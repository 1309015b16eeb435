"""Personas and their journeys: stages, cards in lanes, and moments of truth."""

from __future__ import annotations

from typing import ClassVar

import attrs

from brm_app.domain import fields as f
from brm_app.domain.fields import EVERYONE
from brm_app.domain.records.base import Record

LANES = ("touchpoint", "channel", "words", "measure", "opportunity", "owner")
STANDINGS = ("on target", "off target")
"""How a measure stands; most cards say nothing of it."""
FEEL = "feel"
"""The lane of the curve, which holds no cards."""
LANE_NAMES = {
    "touchpoint": "Touchpoint",
    "channel": "Channel",
    FEEL: "What they feel",
    "words": "In their words",
    "measure": "Measure",
    "opportunity": "Opportunity",
    "owner": "Owner",
}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Persona(Record):
    """A kind of person whose way is drawn."""

    collection: ClassVar[str] = "personas"
    noun: ClassVar[str] = "persona"
    nouns: ClassVar[str] = "personas"

    name: str = f.text("Name", EVERYONE, required=True)
    unit: str | None = f.link("Unit", "units")
    kind: str = f.text("Kind", length=80)
    description: str = f.note("Description", EVERYONE)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Journey(Record):
    """A persona's way through stages, as it is or as it should be."""

    collection: ClassVar[str] = "journeys"
    noun: ClassVar[str] = "journey"
    nouns: ClassVar[str] = "journeys"

    name: str = f.text("Name", EVERYONE, required=True)
    persona: str | None = f.link("Persona", "personas", EVERYONE)
    version: str = f.choice("Version", ("as-is", "to-be"), EVERYONE, default="as-is")
    project: str | None = f.link("Project", "projects", EVERYONE)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Stage(Record):
    """One stage of a journey; some are moments of truth."""

    collection: ClassVar[str] = "stages"
    noun: ClassVar[str] = "stage"
    nouns: ClassVar[str] = "stages"

    journey: str | None = f.link("Journey", "journeys", EVERYONE, required=True)
    name: str = f.text("Name", EVERYONE, required=True)
    order: int | None = f.whole("Order", EVERYONE)
    moment_of_truth: bool = f.flag("Moment of truth", EVERYONE)
    expected: int | None = f.whole("Expected mood", EVERYONE, least=-2, most=2, also=("expected mood",))
    question: str = f.text("Question in their words", EVERYONE)
    project: str | None = f.link("Project", "projects", EVERYONE)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Card(Record):
    """One card on the grid of stages and lanes; cards of the lane `owner` are internal."""

    collection: ClassVar[str] = "cards"
    noun: ClassVar[str] = "card"
    nouns: ClassVar[str] = "cards"
    title_field: ClassVar[str] = "text"

    stage: str | None = f.link("Stage", "stages", EVERYONE, required=True)
    lane: str = f.choice("Lane", LANES, EVERYONE, required=True)
    order: int | None = f.whole("Order", EVERYONE)
    evidence: str = f.choice("Evidence", ("told", "observed", "assumed"), EVERYONE, default="assumed")
    standing: str = f.choice("How it stands", STANDINGS, EVERYONE, help="Of a measure.")
    text: str = f.note("Text", EVERYONE)
