"""A workspace from which both audiences can be issued something, and what issues it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from brm_app.briefing import Appendix, typeset
from brm_app.briefing.press import Press
from brm_app.domain.content import Document
from brm_app.domain.issues import Issue
from brm_app.domain.records import Attachment, Audience, Benefit, Message, Person, Project, Reading, Touchpoint, Unit
from brm_app.services.issuing import Asked, Wish, composed, make_issue
from brm_app.services.workspace import Workspace
from tests.keeping import keep

DAY = dt.date(2026, 11, 22)
SECRET = "She told us in confidence that the ward will close in the spring"
_LONG_AGO = dt.datetime(2026, 11, 1, 9, tzinfo=dt.UTC)


def printed_again(content: Document, enclosed: Sequence[tuple[str, bytes]]) -> bytes:
    """The bytes that content and its appendices give."""
    return Press(typeset, [Appendix(*each) for each in enclosed]).printed(content).pdf


def audience(workspace: Workspace, name: str) -> Audience:
    """An audience by its name."""
    return next(each for each in workspace.find(Audience) if each.name == name)


def fill(workspace: Workspace) -> None:
    """A project with a proof and a message for each audience, and things that are nobody else's business."""
    unit = Unit(name="Pharmacy", note="The manager means to leave before the summer comes")
    owner = Person(name="Wilhelmina Featherstone", job_title="Director of Pharmacy", unit=unit.id)
    project = Project(name="One Sign-on", summary="Tap your badge instead of typing.", unit=unit.id,
                      business_owner=owner.id, note="The supplier has missed two of its three dates")  # fmt: skip
    benefit = Benefit(
        project=project.id, statement="Time to log in", measure="s", baseline=Decimal(94), target=Decimal(20),
        occurrences_per_period=Decimal("11.5"), period="shift", periods_per_year=Decimal(210), population=640,
        evidence="measured", source="Log-in records of the badge readers", owner=owner.id,
    )  # fmt: skip
    reading = Reading(benefit=benefit.id, value=Decimal(21), as_of=dt.date(2026, 11, 2))
    messages = [
        Message(project=project.id, audience=audience(workspace, name).id, headline=f"Log in with a tap, {name}",
                body="You tap your badge and are in.", benefit=benefit.id, state="approved", approved_by="Ann",
                approved_at=dt.datetime(2026, 11, 3, tzinfo=dt.UTC), review_by=dt.date(2027, 6, 1))
        for name in ("Staff", "Board")
    ]  # fmt: skip
    draft = Message(project=project.id, audience=audience(workspace, "Staff").id, state="draft",
                    headline="Your badge opens the dispensary too")  # fmt: skip
    letter = Attachment(name="Letter of the supplier on the delay.pdf", media_type="application/pdf", data=b"%PDF-1.7")
    talk = Touchpoint(kind="meeting", happened_at=_LONG_AGO, unit=unit.id, summary="Rounds on Ward 3", note=SECRET)
    keep(workspace, unit, owner, project, benefit, reading, *messages, draft, letter, talk)


def issued(
    workspace: Workspace, name: str = "Staff", day: dt.date = DAY, press: Press | None = None, **wish: object
) -> Issue:
    """Issues the briefing of an audience."""

    def ask() -> Asked:
        made = composed(workspace, name, as_of=day)
        asked = Wish(audience=made.audience, day=day, briefing=made.briefing, scope=made.scope, **wish)  # type: ignore[arg-type]
        return Asked(content=made.content, wish=asked, press=press or Press(typeset))

    return make_issue(workspace, ask)
