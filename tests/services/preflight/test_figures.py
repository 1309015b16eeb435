"""A figure says where it comes from, and is young enough to be told."""

import datetime as dt
from decimal import Decimal

import pytest

from brm_app.briefing import page_text, typeset
from brm_app.domain.records import Benefit, Decision, Option, Project, Reading
from brm_app.services.briefs import compose
from tests.services.preflight.conftest import TODAY, Desk


def test_a_figure_with_a_source_passes(desk: Desk) -> None:
    assert desk.told("unsourced") == desk.told("stale") == []


@pytest.mark.parametrize("audience", ["Board", "Staff"])
@pytest.mark.parametrize("source", ["", " ", "–", "?"])
def test_a_figure_without_a_source_blocks_for_every_audience(desk: Desk, audience: str, source: str) -> None:
    desk.change("benefit", source=source)
    title, label = "Figure F1 has no source", "One Sign-on, Time to log in"
    assert desk.told("unsourced", audience=audience) == [("blocker", title, label)]
    (found,) = [f for f in desk.findings(audience) if f.kind == "unsourced"]
    assert (found.record, found.field, found.figure) == (f"benefits/{desk.held['benefit'].id}", "source", "F1")
    assert found.section is not None


def test_a_figure_that_is_not_printed_for_an_audience_blocks_nothing_there(desk: Desk) -> None:
    other = Project(name="Pill Trail")
    bare = Benefit(project=other.id, statement="Doses scanned", measure="percent", evidence="measured", owner=None)
    desk.put(other=other, bare=bare, seen=Reading(benefit=bare.id, value=Decimal(12), as_of=TODAY))
    assert [title for _, title, _ in desk.told("unsourced")] == ["Figure F2 has no source"]
    assert desk.told("unsourced", projects=(desk.held["project"].id,)) == []


def test_the_figures_of_one_record_lack_their_source_once(desk: Desk) -> None:
    desk.change("benefit", source="", target=Decimal(20))
    asked = Decision(
        ask="Badges for all", asked="The board agrees.", audience=desk.held["board"].id,
        project=desk.held["project"].id, benefit=desk.held["benefit"].id,
    )  # fmt: skip
    desk.put(asked=asked)
    assert desk.told("unsourced") == [("blocker", "Figures F1 and F2 have no source", "One Sign-on, Time to log in")]


def test_the_cost_of_an_option_needs_a_source_where_it_is_printed(desk: Desk) -> None:
    asked = Decision(ask="Badges for all", asked="The board agrees.", audience=desk.held["board"].id)
    yes, no = Option(decision=asked.id, name="Buy", cost=15_000_000), Option(decision=asked.id, name="Wait", cost=0)
    desk.put(asked=asked, yes=yes, no=no)
    assert desk.told("unsourced") == [("blocker", "The cost of an option has no source", "Buy")]
    assert desk.told("unsourced", audience="Staff") == []
    (found,) = [f for f in desk.findings() if f.kind == "unsourced" and f.severity == "blocker"]
    assert (found.record, found.field) == (f"options/{yes.id}", "source")
    desk.change("yes", source="The supplier’s offer")
    assert desk.told("unsourced") == []


@pytest.mark.parametrize("audience", ["Board", "Staff"])
def test_what_was_only_told_needs_no_source_and_prints_as_told(desk: Desk, audience: str) -> None:
    desk.change("benefit", source="", evidence="told")
    assert desk.told("unsourced", audience=audience) == []
    content = compose(desk.workspace, audience, as_of=TODAY)
    assert [figure.evidence for figure in content.figures] == ["told"]
    made = typeset(content)
    printed = " ".join(" ".join(page_text(made.pdf, page).split()) for page in range(made.pages)).casefold()
    said = {"Board": "told to us, not checked", "Staff": "told to us on october 31"}[audience]
    assert said in printed
    assert "measured on" not in printed


@pytest.mark.parametrize(("days", "stale"), [(30, False), (31, True)])
def test_a_figure_is_stale_the_day_after_its_review_period(desk: Desk, days: int, stale: bool) -> None:
    read = desk.held["reading"].as_of
    told = desk.told("stale", today=read + dt.timedelta(days=days))
    assert (("blocker", "Figure F1 is out of date", "Read 31 days ago, to be read every 30 days") in told) is stale


def test_a_figure_that_nobody_reviews_grows_no_older(desk: Desk) -> None:
    desk.change("benefit", review_days=None)
    assert [told for told in desk.told("stale", today=dt.date(2030, 1, 1)) if "Figure" in told[1]] == []


def test_a_figure_that_nobody_answers_for_is_warned_about_where_owners_are_shown(desk: Desk) -> None:
    desk.change("benefit", owner=None)
    assert desk.told("unowned") == [("warning", "Figure F1 has no owner", "One Sign-on, Time to log in")]
    assert desk.told("unowned", audience="Staff") == []
