"""What one audience may see of the workspace, arranged by project: the only stuff that briefings are made of.

Every record in here has passed `Wall.see`. Links, states and days of the stored records are used to choose and to
order, and never become text.
"""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import attrs

from brm_app.domain.content import Figure, Picture
from brm_app.domain.figures import Standing
from brm_app.domain.moods import MIDDLE, mean_mood
from brm_app.domain.records import (
    Audience,
    Card,
    Concern,
    Decision,
    Message,
    Option,
    Organisation,
    Project,
    Promise,
    Site,
    Stage,
    Touchpoint,
)
from brm_app.domain.wall import Wall
from brm_app.services.briefs.wording import Words


@attrs.frozen(kw_only=True)
class Proof:
    """A benefit as it stands. `time` in minutes a period and `money` in whole units a year are unrounded."""

    project: str
    standing: Standing
    owner: str
    time: Decimal | None = None
    money: Decimal | None = None
    number: str = ""  # of its figure
    silent: bool = False  # money for an audience without that lens: its statement is all that prints

    @property
    def statement(self) -> str:
        """The statement on one line."""
        return " ".join(self.standing.benefit.statement.split())

    @property
    def evidence(self) -> str:
        """Measured, estimated or told."""
        return self.standing.benefit.evidence or "told"

    @property
    def known(self) -> bool:
        """True where a value may be shown."""
        return self.standing.now is not None and not self.silent

    @property
    def read_on(self) -> dt.date:
        """The day of the newest reading."""
        reading = self.standing.reading
        return (reading.as_of if reading else None) or dt.date.min


@attrs.frozen(kw_only=True)
class Stop:
    """One stop of a roll-out: where, from when to when, and whether it is done."""

    place: str
    first: dt.date | None
    last: dt.date | None
    done: bool


@attrs.frozen(kw_only=True)
class Story:
    """One project as the audience may see it."""

    project: Project
    unit: str = ""
    logo: Picture | None = None
    owners: tuple[tuple[str, str], ...] = ()  # what they are to the project, and their job title
    messages: tuple[Message, ...] = ()
    proofs: tuple[Proof, ...] = ()
    stops: tuple[Stop, ...] = ()
    quotes: tuple[Touchpoint, ...] = ()
    promises: tuple[Promise, ...] = ()
    sites: tuple[Site, ...] = ()

    @property
    def record(self) -> str:
        """The project as content refers to it."""
        return f"{Project.collection}/{self.project.id}"


@attrs.frozen(kw_only=True)
class Moment:
    """A stage of a journey with its cards and what people felt there."""

    stage: Stage
    cards: tuple[Card, ...] = ()
    moods: tuple[int, ...] = ()

    @property
    def felt(self) -> float | None:
        """The mean mood told at it, −2.0 to +2.0, as it is shown; None where nobody told."""
        mean = mean_mood(sum(self.moods) + MIDDLE * len(self.moods), len(self.moods))
        return None if mean is None else float(mean)

    @property
    def short(self) -> bool:
        """True where it is felt to be worse than it should be."""
        return self.felt is not None and self.stage.expected is not None and self.felt < self.stage.expected


@attrs.frozen(kw_only=True)
class Way:
    """A persona's journey."""

    record: str
    name: str
    version: str = "as-is"
    persona: str = ""
    description: str = ""
    project: str = ""
    moments: tuple[Moment, ...] = ()


@attrs.frozen(kw_only=True)
class Asking:
    """A decision that the audience is asked for; `lost` is what is lost meanwhile."""

    decision: Decision
    project: str = ""
    options: tuple[Option, ...] = ()
    quote: Touchpoint | None = None
    owners: tuple[tuple[str, str], ...] = ()
    lost: Proof | None = None

    @property
    def record(self) -> str:
        """The decision as content refers to it."""
        return f"{Decision.collection}/{self.decision.id}"


@attrs.frozen(kw_only=True)
class Material:
    """All of a briefing before it takes its form."""

    wall: Wall
    words: Words
    audience: Audience
    organisation: Organisation
    logo: Picture | None
    page_size: str
    title: str
    intro: str
    off: tuple[str, ...]
    quarterly: bool
    stories: tuple[Story, ...]
    answered: tuple[Touchpoint, ...]
    ways: tuple[Way, ...]
    contacts: tuple[tuple[str, str], ...]
    figures: tuple[Figure, ...]
    askings: tuple[Asking, ...] = ()
    concerns: tuple[Concern, ...] = ()
    corrects: str = ""  # the number of the issue that it puts right
    correction: str = ""
    keepers: Mapping[str, str] = attrs.field(factory=dict)  # the job of each person who is to keep a promise

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """The benefits of all projects, in their order."""
        return tuple(proof for story in self.stories for proof in story.proofs)

    @property
    def whom(self) -> str:
        """The audience in the middle of a sentence."""
        return self.audience.spoken

    @property
    def nothing_approved(self) -> str:
        """What stands where an approved message would stand."""
        return f"No message for {self.whom} has been approved yet."


def picture(data: bytes, alt: str) -> Picture | None:
    """A logo for the page; its kind is told by its first bytes."""
    if not data:
        return None
    kind = "image/png" if data.startswith(b"\x89PNG") else "image/jpeg" if data.startswith(b"\xff\xd8") else ""
    return Picture(media_type=kind or "image/svg+xml", data=base64.b64encode(data).decode(), alt=alt)
