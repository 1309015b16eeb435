"""The record kinds of a workspace, in the order in which one may refer to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brm_app.domain.errors import Refused
from brm_app.domain.fields import Kind, Spec, specs
from brm_app.domain.records.base import Record
from brm_app.domain.records.briefings import SECTIONS, Briefing
from brm_app.domain.records.journeys import LANES, Card, Journey, Persona, Stage
from brm_app.domain.records.organisation import Attachment, Audience, Organisation
from brm_app.domain.records.projects import Benefit, Message, Project, Reading, Rollout
from brm_app.domain.records.telling import Concern, Decision, Option, Telling, Term
from brm_app.domain.records.touchpoints import TOUCHPOINT_KINDS, Promise, Touchpoint
from brm_app.domain.records.units import CUSTOMER_KINDS, Assignment, Person, Site, Unit

_CLASSES: tuple[type[Record], ...] = (
    Attachment,
    Organisation,
    Audience,
    Unit,
    Site,
    Person,
    Assignment,
    Project,
    Benefit,
    Reading,
    Message,
    Rollout,
    Persona,
    Journey,
    Stage,
    Card,
    Touchpoint,
    Promise,
    Briefing,
    Term,
    Concern,
    Decision,
    Option,
    Telling,
)
RECORDS: Mapping[str, type[Record]] = {cls.collection: cls for cls in _CLASSES}
"""Record class by collection name, such as `units`."""

COMMAND_KINDS = tuple(
    "organisation audiences units sites people assignments projects benefits readings messages rollouts "
    "touchpoints promises personas journeys stages cards briefings terms concerns decisions options tellings".split()
)


def record_class(collection: str) -> type[Record]:
    """The class of a collection. Raises `Refused` with the known names for any other word."""
    try:
        return RECORDS[collection.casefold()]
    except KeyError:
        raise Refused(f"There is no kind “{collection}”. The kinds are: {', '.join(COMMAND_KINDS)}.") from None


def links_to(collection: str) -> Iterator[tuple[type[Record], Spec]]:
    """Every field, of any record class, that can hold the id of a record of `collection`."""
    for cls in _CLASSES:
        for spec in specs(cls):
            if spec.target == collection and spec.kind in (Kind.LINK, Kind.LINKS):
                yield cls, spec


__all__ = [
    "COMMAND_KINDS",
    "CUSTOMER_KINDS",
    "LANES",
    "RECORDS",
    "SECTIONS",
    "TOUCHPOINT_KINDS",
    "Assignment",
    "Attachment",
    "Audience",
    "Benefit",
    "Briefing",
    "Card",
    "Concern",
    "Decision",
    "Journey",
    "Message",
    "Option",
    "Organisation",
    "Person",
    "Persona",
    "Project",
    "Promise",
    "Reading",
    "Record",
    "Rollout",
    "Site",
    "Stage",
    "Telling",
    "Term",
    "Touchpoint",
    "Unit",
    "links_to",
    "record_class",
]
