"""Projects with their brand and WHY, their benefits and readings, the messages told of them, and their roll-out."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

import attrs

from brm_app.domain import fields as f
from brm_app.domain.fields import EVERYONE, OWN, Kind, lens
from brm_app.domain.records.base import Record

TIME, MONEY = lens("time"), lens("money")
PROVED = lens("money", "risk", "quality")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Project(Record):
    """An IT initiative with an IT owner and a business owner, a brand and a WHY."""

    collection: ClassVar[str] = "projects"
    noun: ClassVar[str] = "project"
    nouns: ClassVar[str] = "projects"
    code_field: ClassVar[str] = "code"

    name: str = f.text("Name", EVERYONE, required=True, also=("project", "title"))
    code: str = f.text("Code", EVERYONE, length=80, also=("id", "identifier", "project id"))
    unit: str | None = f.link("Unit", "units", EVERYONE, also=("business unit", "bureau", "department"))
    sites: tuple[str, ...] = f.links("Sites", "sites", EVERYONE)
    summary: str = f.note("Summary", EVERYONE, also=("description",))
    status: str = f.choice("Status", ("planned", "on course", "at risk", "late", "live", "paused", "stopped"), EVERYONE)
    status_as_of: dt.date | None = f.date("Status as of", EVERYONE)
    theme: str = f.text("Theme", EVERYONE, also=("programme",))
    it_owner: str | None = f.link("IT owner", "people", MONEY)
    business_owner: str | None = f.link("Business owner", "people", MONEY)
    accountable: str | None = f.link("Accountable", "people", MONEY)
    starts: dt.date | None = f.date("Starts", EVERYONE, also=("start", "start date"))
    live: dt.date | None = f.date("Live", EVERYONE, also=("go-live", "live date"))
    tagline: str = f.text("Tagline", EVERYONE, length=200)
    logo: str | None = f.link("Logo", "attachments", EVERYONE)
    colour: str = f.field(Kind.COLOUR, "Colour", EVERYONE)
    second_colour: str = f.field(Kind.COLOUR, "Second colour", EVERYONE)
    tone: str = f.note("Tone")
    do: str = f.note("Do")
    dont: str = f.note("Don’t")
    why: str = f.note("Why", EVERYONE, also=("performance gap",))
    workaround: str = f.note("Until then", TIME)
    permanent_fix: str = f.note("Lasting fix", MONEY)
    overall_value: str = f.note("Worth", MONEY)
    least_disruption: str = f.note("Breaks less", TIME)
    compatibility: str = f.note("Fits with")
    adviser: str = f.text("Communications adviser")
    adviser_cost: int | None = f.money("Adviser’s cost", MONEY, least=0)
    note: str = f.note("Note")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Benefit(Record):
    """What a project changes, and how the time or the money is worked out from it (`domain.figures`)."""

    collection: ClassVar[str] = "benefits"
    noun: ClassVar[str] = "benefit"
    nouns: ClassVar[str] = "benefits"
    title_field: ClassVar[str] = "statement"
    code_field: ClassVar[str] = "code"

    project: str | None = f.link("Project", "projects", EVERYONE, required=True, also=("investment",))
    statement: str = f.note("Statement", EVERYONE, required=True, also=("benefit", "description"))
    code: str = f.text("Code", length=80, also=("id", "metric id"))
    measure: str = f.choice(
        "Measured in",
        ("min", "s", "count", "percent", "money"),
        EVERYONE,
        also=("measure unit", "unit of measure", "unit"),
        help="Money is counted in whole units of the currency.",
    )
    direction: str = f.choice("Better is", ("lower", "higher"), EVERYONE, default="lower")
    baseline: Decimal | None = f.number("Was", EVERYONE, also=("baseline",))
    target: Decimal | None = f.number("Target", EVERYONE)
    owner: str | None = f.link("Owner", "people", PROVED)
    source: str = f.text("Source", PROVED)
    evidence: str = f.choice("Evidence", ("measured", "estimated", "told"), EVERYONE, default="told")
    review_days: int | None = f.whole("Reviewed every", least=1, unit="days")
    occurrences_per_period: Decimal | None = f.number("Times in a period", EVERYONE, least=0)
    occurrence_name: str = f.text("What is counted", EVERYONE, length=60, help="Such as log-ins, calls, discharges.")
    period: str = f.choice("Period", ("shift", "day", "week", "month", "quarter", "year"), EVERYONE, default="shift")
    periods_per_year: Decimal | None = f.number("Periods in a year", PROVED, least=0)
    population: int | None = f.whole("People concerned", PROVED, least=0)
    population_name: str = f.text("Who they are", PROVED, length=60, help="Such as staff, nurses.")
    share_counted: Decimal | None = f.number("Share counted", PROVED, least=0, most=1, help="0.5 counts half of it.")
    unit_value: int | None = f.money("Worth of one", MONEY, least=0, help="Money for each one avoided or won.")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reading(Record):
    """The value of a benefit on a day."""

    collection: ClassVar[str] = "readings"
    noun: ClassVar[str] = "reading"
    nouns: ClassVar[str] = "readings"
    title_field: ClassVar[str] = "as_of"

    benefit: str | None = f.link("Benefit", "benefits", EVERYONE, required=True)
    value: Decimal | None = f.number("Value", EVERYONE, required=True)
    as_of: dt.date | None = f.date("As of", EVERYONE, required=True, also=("date",))
    note: str = f.note("Note")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Message(Record):
    """One benefit said to one audience."""

    collection: ClassVar[str] = "messages"
    noun: ClassVar[str] = "message"
    nouns: ClassVar[str] = "messages"
    title_field: ClassVar[str] = "headline"

    project: str | None = f.link("Project", "projects", OWN, required=True)
    audience: str | None = f.link("Audience", "audiences", OWN, required=True)
    headline: str = f.text("Headline", OWN, required=True)
    body: str = f.note("Body", OWN)
    what_to_do: str = f.note("What to do", OWN)
    benefit: str | None = f.link("Benefit", "benefits", OWN)
    state: str = f.choice("State", ("draft", "in review", "approved", "returned"), default="draft", required=True)
    reason: str = f.note("Reason")
    approved_by: str = f.text("Approved by")
    approved_at: dt.datetime | None = f.moment("Approved at")
    review_by: dt.date | None = f.date("Review by")
    told_on: dt.date | None = f.date("Told on", help="The day the audience was last told this.")
    units: tuple[str, ...] = f.links("Units", "units", OWN, help="Whom it is for; none means all that it concerns.")
    tell_by: dt.date | None = f.date("Tell them by")
    channel: str = f.text("How they are told", length=80)
    approver: str | None = f.link("Who approves", "people")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Rollout(Record):
    """The day on which a project reaches a unit or a site."""

    collection: ClassVar[str] = "rollouts"
    noun: ClassVar[str] = "roll-out"
    nouns: ClassVar[str] = "roll-outs"
    title_field: ClassVar[str] = "date"

    project: str | None = f.link("Project", "projects", EVERYONE, required=True)
    unit: str | None = f.link("Unit", "units", EVERYONE)
    site: str | None = f.link("Site", "sites", EVERYONE)
    date: dt.date | None = f.date("Date", EVERYONE)
    until: dt.date | None = f.date("Until", EVERYONE)
    done: bool = f.flag("Done", EVERYONE)
