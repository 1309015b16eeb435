"""Business units, their sites and people, and who in IT speaks for which unit."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

import attrs

from brm_app.domain import fields as f
from brm_app.domain.fields import EVERYONE, Kind
from brm_app.domain.records.base import Record

CUSTOMER_KINDS = ("patients", "residents", "students", "citizens", "clients", "members", "colleagues", "partners")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Unit(Record):
    """A part of the organisation that IT serves; units form a tree."""

    collection: ClassVar[str] = "units"
    noun: ClassVar[str] = "unit"
    nouns: ClassVar[str] = "units"
    code_field: ClassVar[str] = "code"

    name: str = f.text("Name", EVERYONE, required=True, also=("unit", "business unit", "department", "bureau"))
    code: str = f.text("Code", EVERYONE, length=80, also=("unit code", "id", "identifier"))
    part_of: str | None = f.link("Part of", "units", also=("parent", "belongs to"))
    kind: str = f.text("Kind", length=80, help="Such as division, department, ward, office.")
    headcount: int | None = f.whole("People", EVERYONE, least=0, also=("staff", "fte"))
    cadence_tier: str = f.choice("Cadence tier", ("A", "B", "C"), also=("tier",))
    cadence_days: int | None = f.whole("Asked every", least=1, unit="days")
    executive_seat: bool = f.flag("Seat at the executive table")
    customer_kinds: tuple[str, ...] = f.field(Kind.CHOICES, "Whom they serve", choices=CUSTOMER_KINDS)
    they_say: Decimal | None = f.number("They say", least=1, most=5, help="How it is going, 1 to 5, in their view.")
    we_say: Decimal | None = f.number("We say", least=1, most=5)
    said_on: dt.date | None = f.date("Said on")
    note: str = f.note("Note")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Site(Record):
    """A place where people of a unit find IT."""

    collection: ClassVar[str] = "sites"
    noun: ClassVar[str] = "site"
    nouns: ClassVar[str] = "sites"

    name: str = f.text("Name", EVERYONE, required=True, also=("site", "location", "office"))
    unit: str | None = f.link("Unit", "units", EVERYONE)
    where: str = f.text("Where to find us", EVERYONE)
    opening_times: str = f.text("Opening times", EVERYONE, also=("hours", "opening hours"))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Person(Record):
    """Anyone in the business or in IT."""

    collection: ClassVar[str] = "people"
    noun: ClassVar[str] = "person"
    nouns: ClassVar[str] = "people"

    name: str = f.text("Name", required=True, also=("full name", "person"), help="Printed only with consent.")
    name_consent: bool = f.flag("Agrees to be named", help="Without it a briefing shows the job title only.")
    job_title: str = f.text("Job title", EVERYONE, also=("role", "position", "position title", "title"))
    unit: str | None = f.link("Unit", "units", also=("business unit", "dept", "department"))
    side: str = f.choice("Side", ("business", "IT"), default="business")
    email: str = f.text("Email", length=320, also=("e-mail", "mail"))
    phone: str = f.text("Phone", length=60, also=("extn", "extension", "telephone", "tel"))
    kind: str = f.choice("Kind", ("staff", "contractor", "resident", "guest"), default="staff")
    power_user: bool = f.flag("Power user")
    vip: bool = f.flag("VIP")
    vip_delegate: str | None = f.link("VIP: delegate", "people")
    vip_contact_rule: str = f.note("VIP: how to reach them")
    vip_availability: str = f.text("VIP: when they can be reached")
    vip_preference: str = f.choice("VIP: wants help", ("fast", "same day", "in queue"))
    note: str = f.note("Note", also=("notes",))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Assignment(Record):
    """Who in IT speaks for which unit and service area."""

    collection: ClassVar[str] = "assignments"
    noun: ClassVar[str] = "liaison assignment"
    nouns: ClassVar[str] = "liaison assignments"
    title_field: ClassVar[str] = "role"

    person: str | None = f.link("Person", "people", EVERYONE, required=True)
    unit: str | None = f.link("Unit", "units", EVERYONE, required=True)
    service_area: str = f.text("Service area", EVERYONE)
    role: str = f.text("Role", EVERYONE)
    contact: str = f.text("How to reach them", EVERYONE, help="Printed for staff, such as ext. 4402.")
    backup: str | None = f.link("Backup", "people", EVERYONE)
    share_of_time: int | None = f.whole("Share of time", EVERYONE, least=0, most=100, unit="%")
    from_: dt.date | None = f.date("From", EVERYONE)
    to: dt.date | None = f.date("To", EVERYONE)
