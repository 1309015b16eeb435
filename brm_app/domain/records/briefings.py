"""Briefings: what is composed for one audience; until it is issued it is a draft."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from brm_app.domain import fields as f
from brm_app.domain.fields import OWN, Kind
from brm_app.domain.records.base import Record

SECTIONS = ("changes", "decisions", "benefits", "projects", "journeys", "words", "sources")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Briefing(Record):
    """Title, intro, scope and order of one briefing. No units and no projects chosen means all of them."""

    collection: ClassVar[str] = "briefings"
    noun: ClassVar[str] = "briefing"
    nouns: ClassVar[str] = "briefings"
    title_field: ClassVar[str] = "title"

    title: str = f.text("Title", OWN, required=True)
    audience: str | None = f.link("Audience", "audiences", OWN, required=True)
    intro: str = f.note("Intro", OWN)
    units: tuple[str, ...] = f.links("Units", "units")
    projects: tuple[str, ...] = f.links("Projects, in order", "projects")
    sections_off: tuple[str, ...] = f.field(Kind.CHOICES, "Sections left out", choices=SECTIONS)
    as_of: dt.date | None = f.date("As of", OWN)
    due: dt.date | None = f.date("Due")
    appendices: tuple[str, ...] = f.links("Appendices", "attachments", help="PDF files put behind it, in this order.")
    corrects: str = f.text("Corrects issue", OWN, length=60, help="The number of the issue that it puts right.")
    correction: str = f.note("What was wrong", OWN)
