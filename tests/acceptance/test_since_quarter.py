"""A quarter passes between two issues, and the second tells exactly the six things that changed."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from brm_app.briefing import page_text, typeset
from brm_app.domain.changes import Change, Changes
from brm_app.domain.content import Document
from brm_app.domain.records import Audience, Benefit, Concern, Message, Project, Promise, Reading
from brm_app.services.briefs import compose
from brm_app.services.workspace import Workspace
from tests.issued import issued
from tests.keeping import keep

AUGUST, NOVEMBER = dt.date(2026, 8, 20), dt.date(2026, 11, 19)
SUMMER, AUTUMN = dt.date(2026, 7, 31), dt.date(2026, 10, 31)
CHART, BADGE = Project(name="CareChart"), Project(name="One Sign-on")
WIFI = Project(name="Ward Wi-Fi", tagline="A signal at every bedside.")
LETTERS = Benefit(project=CHART.id, statement="Letters sent the same day", measure="percent", direction="higher")
READY = Benefit(project=BADGE.id, statement="Access ready on day one", measure="percent", direction="higher")
CLINIC = Benefit(project=BADGE.id, statement="Clinics with readers", measure="count", direction="higher")
BENEFITS = [attrs.evolve(each, evidence="measured") for each in (LETTERS, READY, CLINIC)]
SCREEN = Concern(words="The boardroom screen flickers", raised_on=SUMMER)
TRAVEL = Concern(words="Log-in fails while travelling", raised_on=SUMMER)


@pytest.fixture
def quarter(tmp_path: Path) -> Iterator[Workspace]:
    """What the board was told in August, and what happened until November."""
    workspace = Workspace.create(tmp_path / "w.brm", "Meridian Health", rate=4600)
    board, staff = sorted(workspace.find(Audience), key=lambda a: a.name)
    approved = dt.datetime(2026, 8, 1, tzinfo=dt.UTC)
    spoken = [
        Message(
            project=p.id, audience=to.id, headline=f"{p.name} for {to.name}", state="approved", approved_at=approved
        )
        for p in (CHART, BADGE)
        for to in (board, staff)
    ]
    promises = [
        Promise(words="A second badge reader at Theatre 3", message=spoken[2].id, due=dt.date(2026, 11, 17)),
        Promise(words="A reader in every clinic", message=spoken[2].id, due=dt.date(2027, 3, 1)),
        Promise(words="Only staff were promised this", message=spoken[3].id, due=dt.date(2026, 11, 1)),
    ]
    values = (58, 84, 30)
    readings = [Reading(benefit=b.id, value=Decimal(v), as_of=SUMMER) for b, v in zip(BENEFITS, values, strict=True)]
    keep(workspace, CHART, BADGE, *BENEFITS, *readings, *spoken, *promises, SCREEN, TRAVEL)
    issued(workspace, "Board", AUGUST)

    keep(workspace, Reading(benefit=LETTERS.id, value=Decimal(67), as_of=AUTUMN))
    keep(workspace, Reading(benefit=READY.id, value=Decimal(79), as_of=AUTUMN))
    keep(workspace, attrs.evolve(promises[0], state="broken", closed_on=dt.date(2026, 11, 18)))
    keep(workspace, WIFI, Benefit(project=WIFI.id, statement="Dropped calls", measure="count"))
    keep(
        workspace, attrs.evolve(SCREEN, state="closed", closed_on=dt.date(2026, 9, 3), evidence="Seen by who raised it")
    )
    again = dt.datetime(2026, 10, 1, tzinfo=dt.UTC)
    keep(workspace, attrs.evolve(spoken[0], headline="Charts are found at once", approved_at=again))
    # None of this is for the board, or any of its business.
    keep(workspace, attrs.evolve(spoken[1], headline="Only staff are told this"))
    keep(workspace, attrs.evolve(promises[2], state="broken", closed_on=dt.date(2026, 11, 18)))
    keep(workspace, attrs.evolve(TRAVEL, note="The secretary said so"), Concern(words="Kept to us", internal=True))
    yield workspace
    workspace.close()


def told(content: Document) -> list[Change]:
    return [item for part in content.sections[0].parts if isinstance(part, Changes) for item in part.items]


def test_exactly_the_six_changes_are_listed(quarter: Workspace) -> None:
    content = compose(quarter, "Board", as_of=NOVEMBER)
    assert [(change.word, change.subject, change.text) for change in told(content)] == [
        ("Rose", "CareChart, Letters sent the same day.", "Was 58\xa0%; now 67\xa0%."),
        ("Fell", "One Sign-on, Access ready on day one.", "Was 84\xa0%; now 79\xa0%."),
        ("Broken", "A second badge reader at Theatre 3.", "Promised for November 17; broken on November 18."),
        ("New", "Ward Wi-Fi.", "A signal at every bedside."),
        ("Closed", "The boardroom screen flickers.", "Closed on September 3. Seen by who raised it."),
        ("Reworded", "CareChart.", "Was “CareChart for Board”; now “Charts are found at once”."),
    ]


def test_they_are_in_print_first_of_all_with_the_pages_they_stand_on(quarter: Workspace) -> None:
    content = compose(quarter, "Board", as_of=NOVEMBER)
    made = typeset(content)
    pages = [" ".join(page_text(made.pdf, n).split()) for n in range(made.pages)]
    first = dict(made.sections)["What changed since you were last told"]
    assert first == 1  # under the contents
    page = pages[first]
    title = "Since you were last told, one figure rose, one fell, one promise was broken and one project is new"
    assert title in page
    assert "You were last told on August 20, 2026, in pack MH-B-2026-001." in page
    for change in told(content):
        assert f"{change.subject} {change.text}".replace("\xa0", " ") in page.replace("\xa0", " ")
    assert "Everything else in this pack is as you were told in August." in page
    for number, project in (("F1", "CareChart"), ("F2", "One Sign-on")):
        where = next(n for n, text in enumerate(pages) if n > first and number in text)
        assert f"Page {where + 1}, figure {number}" in page
        assert project in pages[where]
    assert f"Page {dict(made.sections)['Ward Wi-Fi'] + 1}" in page
    assert "No page" in page


def test_those_who_were_told_nothing_before_are_not_told_what_changed(quarter: Workspace) -> None:
    content = compose(quarter, "Staff", as_of=NOVEMBER)
    assert "changes" not in {section.kind for section in content.sections}
    assert not any(section.changed for section in content.sections)


def test_once_told_nothing_is_told_again(quarter: Workspace) -> None:
    issued(quarter, "Board", NOVEMBER)
    content = compose(quarter, "Board", as_of=NOVEMBER)
    assert told(content) == []
    assert content.sections[0].title == "Since you were last told, nothing has changed"


def test_a_newer_reading_does_not_hide_that_the_one_before_was_wrong(quarter: Workspace) -> None:
    (first,) = [r for r in quarter.find(Reading) if r.benefit == LETTERS.id and r.as_of == SUMMER]
    keep(quarter, attrs.evolve(first, value=Decimal(61)))
    line = told(compose(quarter, "Board", as_of=NOVEMBER))[0]
    assert (line.word, line.text) == ("Rose", "Was 58\xa0%, which was corrected to 61\xa0%; now 67\xa0%.")
