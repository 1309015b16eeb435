"""The organisation, the audiences it briefs, and the files that records show."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs

from brm_app.domain import fields as f
from brm_app.domain.fields import EVERYONE, LENSES, OWN, Kind, lens
from brm_app.domain.records.base import Record


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Organisation(Record):
    """The one record of name, currency and rates."""

    collection: ClassVar[str] = "organisation"
    noun: ClassVar[str] = "organisation"
    nouns: ClassVar[str] = "organisation"

    name: str = f.text("Name", EVERYONE, required=True)
    short_code: str = f.text("Short code", EVERYONE, length=12, help="Begins the number of each issued briefing.")
    currency: str = f.text(
        "Currency", EVERYONE, required=True, default="USD", length=3, help="Three letters (ISO 4217)."
    )
    hourly_rate: int | None = f.money("Loaded hourly rate", lens("money"), least=0, help="Pay and on-costs.")
    hours_per_shift: Decimal | None = f.number("Hours per shift", least=0, most=24, unit="h")
    fiscal_year_start: int = f.whole("Fiscal year starts in month", default=1, least=1, most=12)
    locale: str = f.text("Locale", default="en_US", length=20, help="How numbers and dates are written, such as en_AU.")
    page_size: str = f.choice("Page size", ("A4", "Letter"), default="A4")
    headcount: int | None = f.whole("People", EVERYONE, least=0)
    it_headcount: int | None = f.whole("People in IT", EVERYONE, least=0)
    logo: str | None = f.link("Logo", "attachments", EVERYONE)
    reading_budget: int | None = f.whole("Reading budget", least=1, unit="min", help="The longest a briefing may take.")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Audience(Record):
    """Who a briefing is for, and through which lenses they look."""

    collection: ClassVar[str] = "audiences"
    noun: ClassVar[str] = "audience"
    nouns: ClassVar[str] = "audiences"

    name: str = f.text("Name", OWN, required=True)
    short_code: str = f.text("Short code", OWN, length=12, help="The letter in its issue numbers, such as S.")
    lenses: tuple[str, ...] = f.field(Kind.CHOICES, "Lenses", OWN, choices=LENSES, required=True)
    cadence_days: int | None = f.whole("Told every", least=1, unit="days")
    reading_level: str = f.text("Reading level", length=80)
    marking: str = f.text("Marking on each page", OWN, length=120)
    order: int | None = f.whole("Order")
    reading_budget: int | None = f.whole("Reading budget", least=1, unit="min")

    @property
    def spoken(self) -> str:
        """The audience in the middle of a sentence: `staff`, `the board`, or its name."""
        known = {"staff": "staff", "board": "the board"}
        return known.get(self.name.casefold(), self.name or "this audience")

    @property
    def look(self) -> str:
        """`staff` for those who look at time and not at money, for all others the sober `board`."""
        return "staff" if "time" in self.lenses and "money" not in self.lenses else "board"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Attachment(Record):
    """A file kept in the workspace; its name is data and never a path."""

    collection: ClassVar[str] = "attachments"
    noun: ClassVar[str] = "attachment"
    nouns: ClassVar[str] = "attachments"

    name: str = f.text("Name", required=True)
    media_type: str = f.text("Media type", required=True, length=100)
    data: bytes = f.field(Kind.BYTES, "Content", EVERYONE)
    raster: bytes = f.field(Kind.BYTES, "Picture for the screen", EVERYONE, help="PNG, made when the file came in.")
    note: str = f.note("Note")
