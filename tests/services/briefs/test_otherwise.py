"""That everything else is as it was told is only said where it is true; otherwise what reads otherwise is named."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest

from brm_app.domain.content import Document, Paragraph
from brm_app.domain.ids import new_id
from brm_app.domain.records import Audience, Benefit, Briefing, Message, Project, Reading, Record, Touchpoint
from brm_app.services.briefs import compose
from brm_app.services.workspace import Workspace
from tests.issued import issued
from tests.keeping import keep

AUGUST, NOVEMBER = dt.date(2026, 8, 20), dt.date(2026, 11, 19)
APPROVED, AGAIN = dt.datetime(2026, 8, 1, tzinfo=dt.UTC), dt.datetime(2026, 10, 1, tzinfo=dt.UTC)
SIGN_ON = Project(name="One Sign-on", summary="Tap a badge.", status="on course", live=dt.date(2026, 12, 1))
LABELS = Project(name="Label Right", summary="Labels that stick.")
JAMS = Benefit(project=SIGN_ON.id, statement="Label jams", measure="count", evidence="measured")
CALLS = Benefit(project=SIGN_ON.id, statement="Calls", measure="count", evidence="measured", source="The log")
READ = Reading(benefit=JAMS.id, value=Decimal(310), as_of=dt.date(2026, 7, 31))
COUNTED = Reading(benefit=CALLS.id, value=Decimal(90), as_of=dt.date(2026, 7, 31))
NEWER = Reading(benefit=JAMS.id, value=Decimal(290), as_of=dt.date(2026, 10, 31))
SAID = Touchpoint(
    summary="Said", quote="It hurts", consent=True, our_answer="Mended", projects=(LABELS.id, SIGN_ON.id),
    happened_at=dt.datetime(2026, 7, 1, tzinfo=dt.UTC),
)  # fmt: skip
EVERYTHING_ELSE = "Everything else in this pack is as you were told in August. Pages with a change"

Foot = Callable[..., str]


@pytest.fixture
def board(workspace: Workspace) -> Audience:
    return next(a for a in workspace.find(Audience) if a.name == "Board")


@pytest.fixture
def message(board: Audience) -> Message:
    return Message(
        project=SIGN_ON.id, audience=board.id, headline="Tap and go", body="It is quick.", state="approved",
        approved_at=APPROVED,
    )  # fmt: skip


@pytest.fixture
def briefing(board: Audience) -> Briefing:
    return Briefing(title="What we bring", intro="Good news.", audience=board.id)


@pytest.fixture
def foot(workspace: Workspace, message: Message, briefing: Briefing) -> Foot:
    """Issues in August, keeps some records beside a figure that fell, and reads the last lines of November's list."""
    keep(workspace, SIGN_ON, LABELS, JAMS, CALLS, READ, COUNTED, SAID, message, briefing)
    issued(workspace, "Board", AUGUST)

    def read(*changed: Record, projects: tuple[str, ...] = ()) -> str:
        keep(workspace, NEWER, *changed)
        return last_line(compose(workspace, "Board", as_of=NOVEMBER, projects=projects))

    return read


def last_line(content: Document) -> str:
    last = content.sections[0].parts[-1]
    assert isinstance(last, Paragraph)
    return last.runs[0].text


def test_where_nothing_but_the_listed_figure_changed_the_rest_is_as_it_was_told(foot: Foot) -> None:
    assert foot().startswith(EVERYTHING_ELSE)


@pytest.mark.parametrize(
    "changed",
    [
        attrs.evolve(SIGN_ON, status="late"),
        attrs.evolve(SIGN_ON, live=dt.date(2027, 3, 1)),
        attrs.evolve(SIGN_ON, live=dt.date(2027, 12, 1)),
        attrs.evolve(SIGN_ON, summary="Tap a card."),
        attrs.evolve(CALLS, baseline=Decimal(120)),
        attrs.evolve(CALLS, target=Decimal(60)),
    ],
)
def test_a_page_with_a_listed_figure_and_other_words_is_named(foot: Foot, changed: Record) -> None:
    assert "Other words changed in: " in foot(changed)
    assert "One Sign-on" in foot(changed)


def test_another_source_of_a_figure_that_is_not_listed_names_the_page_of_sources(foot: Foot) -> None:
    assert foot(attrs.evolve(CALLS, source="A guess")).startswith("Other words changed in: Where every figure comes")


def test_a_message_that_is_withdrawn_names_its_page(foot: Foot, message: Message) -> None:
    assert foot(attrs.evolve(message, state="draft")).startswith("Other words changed in: One Sign-on.")


def test_a_message_that_is_withdrawn_is_not_explained_by_another_that_is_listed(
    workspace: Workspace, foot: Foot, message: Message
) -> None:
    second = attrs.evolve(message, id=new_id(), headline="Hold the date")
    keep(workspace, second)
    issued(workspace, "Board", AUGUST)
    reworded = attrs.evolve(message, headline="Tap, and you are in", approved_at=AGAIN)
    said = foot(reworded, attrs.evolve(second, state="draft"))
    assert said.startswith("Other words changed in: One Sign-on.")


def test_a_message_that_is_listed_explains_its_words_and_no_others(foot: Foot, message: Message) -> None:
    reworded = attrs.evolve(message, headline="Tap, and you are in", body="It is quicker.", approved_at=AGAIN)
    assert foot(reworded).startswith(EVERYTHING_ELSE)
    assert foot(attrs.evolve(SIGN_ON, why="For safety")).startswith("Other words changed in: One Sign-on.")


def test_another_title_or_intro_names_the_cover(foot: Foot, briefing: Briefing) -> None:
    assert foot(attrs.evolve(briefing, title="What we cost")).startswith("Other words changed in: the cover.")
    assert foot(attrs.evolve(briefing, intro="Bad news.")).startswith("Other words changed in: the cover.")


def test_a_project_that_is_out_of_the_scope_is_named(foot: Foot) -> None:
    said = foot(projects=("One Sign-on",))
    assert said.startswith(f"No longer in this pack: Label Right. {EVERYTHING_ELSE}")


def test_a_project_that_is_internal_now_is_counted_and_not_named(foot: Foot) -> None:
    said = foot(attrs.evolve(LABELS, internal=True))
    assert said.startswith(f"No longer in this pack: one project. {EVERYTHING_ELSE}")


def test_what_people_said_and_is_left_out_is_named(foot: Foot) -> None:
    assert foot(attrs.evolve(SAID, consent=False)).startswith("No longer in this pack: “You said, we did”.")


def test_staff_read_of_their_cover_and_pages_too(workspace: Workspace, foot: Foot) -> None:
    issued(workspace, "Staff", AUGUST)
    keep(workspace, NEWER)
    plain = last_line(compose(workspace, "Staff", as_of=NOVEMBER))
    assert plain.startswith("Everything else in this briefing is as you were told in August.")
    keep(workspace, attrs.evolve(CALLS, baseline=Decimal(120)))
    told = last_line(compose(workspace, "Staff", as_of=NOVEMBER))
    assert told.startswith("Other words changed in: One Sign-on.")
    keep(workspace, CALLS, attrs.evolve(SIGN_ON, live=dt.date(2026, 12, 20)))
    told = last_line(compose(workspace, "Staff", as_of=NOVEMBER))
    assert told.startswith("Other words changed in: the cover.")
