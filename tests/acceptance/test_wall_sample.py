"""The sample's briefings say what the pictures say, and staff read of no money and of no VIP."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from brm_app.briefing import page_text, typeset
from brm_app.domain.content import BeforeNow, BigCards, Document, EvidenceBar
from brm_app.domain.freezing import freeze
from brm_app.domain.records import Person
from brm_app.services import samples
from brm_app.services.briefs import compose
from brm_app.services.workspace import Workspace

TODAY = dt.date(2026, 11, 19)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = samples.create(tmp_path_factory.mktemp("sample") / "sample.brm", TODAY)
    yield made
    made.close()


def everything_in(content: Document) -> str:
    """The content and the page text."""
    made = typeset(content)
    return freeze(content) + "\n".join(page_text(made.pdf, index) for index in range(made.pages))


def test_the_staff_briefing_carries_no_money_and_no_vip(sample: Workspace) -> None:
    said = everything_in(compose(sample, "Staff", as_of=TODAY))
    assert not re.search(r"[$€£¥]|\bUSD\b|\bAUD\b|\bdollars?\b|\bcents?\b", said)
    assert "VIP" not in said
    vips = [person for person in sample.find(Person) if person.vip]
    assert vips
    assert not [person.name for person in vips if person.name in said]


def test_one_benefit_is_minutes_for_staff_and_money_for_the_board(sample: Workspace) -> None:
    staff, board = compose(sample, "Staff", as_of=TODAY), compose(sample, "Board", as_of=TODAY)
    large = next(part for section in staff.sections for part in section.parts if isinstance(part, BeforeNow))
    assert (large.big, large.before_text, large.now_text) == ("14 min", "94 seconds", "21 seconds")
    figure = next(f for f in board.figures if f.label == "One Sign-on, Time to log in")
    assert figure.text == "$721 k a year"
    assert figure.value == pytest.approx(720850.67, abs=0.01)
    assert figure.derivation == "73 s × 11.5 log-ins × 210 shifts × 640 staff × half counted × $46 an hour"
    assert figure.record == next(f.record for f in staff.figures if f.label == figure.label)


def test_the_covers_show_the_figures_of_the_pictures(sample: Workspace) -> None:
    staff, board = compose(sample, "Staff", as_of=TODAY), compose(sample, "Board", as_of=TODAY)
    cards = next(part for part in staff.cover if isinstance(part, BigCards))
    assert [(card.big, card.name) for card in cards.cards] == [
        ("14 min", "One Sign-on"), ("16 min", "CareChart"), ("1 Dec", "Ward Wi-Fi")]  # fmt: skip
    bar = next(part for part in board.cover if isinstance(part, EvidenceBar))
    assert [segment.text for segment in bar.segments] == ["$1.07 m measured", "$1.39 m estimated", "$240 k told"]


def test_an_earlier_day_leaves_out_what_was_read_later(sample: Workspace) -> None:
    before = compose(sample, "Board", as_of=TODAY - dt.timedelta(days=3 * 365))
    assert before.figures == ()
    assert "not measured yet" in freeze(before)
