"""Journeys as they are read and changed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from brm_app.briefing import page_text, typeset
from brm_app.domain.content import StageMap
from brm_app.domain.errors import Refused
from brm_app.domain.records import Audience, Briefing, Card, Journey, Person, Persona, Promise, Stage, Touchpoint
from brm_app.services import journeymaking as making
from brm_app.services.briefs.onejourney import journey_document, put_in_pack
from brm_app.services.journeys import JourneyMap, at_stage, for_others, journey_lines, read_map
from brm_app.services.workspace import Workspace


class Made:
    """A nurse's journey of three stages."""

    def __init__(self, path: Path) -> None:
        self.workspace = Workspace.create(path / "w.brm", "Meridian")
        self.persona = Persona(name="Nurse", description="A nurse.")
        self.journey = Journey(name="First month", persona=self.persona.id)
        names = ("Contract", "First shift", "Settled in")
        self.stages = [
            Stage(journey=self.journey.id, name=name, order=n, expected=1, moment_of_truth=n == 2)
            for n, name in enumerate(names, start=1)
        ]
        self.people = [Person(name="Ann"), Person(name="Ben")]
        with self.workspace.write("Make") as batch:
            for record in (self.persona, self.journey, *self.stages, *self.people):
                batch.add(record)

    def told(self, stage: int, *moods: int | None) -> list[Touchpoint]:
        made = [
            Touchpoint(
                happened_at=dt.datetime(2026, 8 + n, 3, 12, tzinfo=dt.UTC), stage=self.stages[stage].id, mood=mood,
                people=tuple(p.id for p in self.people[: n + 1]),
            )
            for n, mood in enumerate(moods)
        ]  # fmt: skip
        with self.workspace.write("Tell") as batch:
            for touchpoint in made:
                batch.add(touchpoint)
        return made

    def card(self, stage: int, lane: str, text: str) -> None:
        step = self.map.steps[stage]
        making.write_card(self.workspace, step, lane, None, text)

    def texts(self, stage: int, lane: str) -> list[str]:
        return [card.text for card in self.map.steps[stage].cards.get(lane, ())]

    @property
    def map(self) -> JourneyMap:
        found = read_map(self.workspace, self.journey.id)
        assert found is not None
        return found

    @property
    def names(self) -> list[str]:
        return [step.stage.name for step in self.map.steps]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path)


def test_a_stage_knows_the_mean_of_its_moods_their_count_and_the_gap(made: Made) -> None:
    made.told(1, 1, 2, None)
    step = made.map.steps[1]
    assert (step.told, step.felt.moods, step.felt.touchpoints) == (Decimal("-1.5"), 2, 3)
    assert (step.gap, step.wide, step.hollow) == (Decimal("2.5"), True, True)
    assert made.map.steps[0].told is None


def test_a_point_is_full_from_three_moods_on(made: Made) -> None:
    made.told(0, 4, 4, 4)
    assert not made.map.steps[0].hollow


def test_people_are_counted_once_and_the_days_run_from_the_first_to_the_last(made: Made) -> None:
    made.told(0, 4, 4)
    made.told(1, 2)
    assert (made.map.touchpoints, made.map.people) == (3, 2)
    assert made.map.days is not None
    assert [day.month for day in made.map.days] == [8, 9]


def test_the_list_tells_the_widest_gap_and_takes_both_versions_together(made: Made) -> None:
    made.told(1, 1)
    making.copy_other(made.workspace, made.map)
    (line,) = journey_lines(made.workspace)
    assert (line.persona, line.stages, line.touchpoints, line.other) == ("Nurse", 3, 1, True)
    assert line.worst is not None
    assert line.worst.stage.name == "First shift"


def test_the_promises_of_a_stage_are_those_made_at_its_touchpoints(made: Made) -> None:
    (touchpoint,) = made.told(1, 1)
    with made.workspace.write("Promise") as batch:
        batch.add(Promise(words="A badge", touchpoint=touchpoint.id, due=dt.date(2026, 9, 1)))
        batch.add(Promise(words="Another", due=dt.date(2026, 9, 1)))
    touchpoints, promises = at_stage(made.workspace, made.stages[1].id)
    assert [t.id for t in touchpoints] == [touchpoint.id]
    assert [p.words for p in promises] == ["A badge"]


def test_a_stage_is_added_where_it_belongs_in_one_step(made: Made) -> None:
    making.add_stage(made.workspace, made.map, 1, "Before day one")
    assert made.names == ["Contract", "Before day one", "First shift", "Settled in"]
    assert made.workspace.undo_label() == "Add stage Before day one"
    made.workspace.undo()
    assert made.names == ["Contract", "First shift", "Settled in"]


def test_a_stage_is_moved_and_put_back_by_undo(made: Made) -> None:
    making.move_stage(made.workspace, made.map, 2, 0)
    assert made.names == ["Settled in", "Contract", "First shift"]
    made.workspace.undo()
    assert made.names == ["Contract", "First shift", "Settled in"]


def test_cards_are_written_ordered_moved_and_emptied(made: Made) -> None:
    made.card(0, "touchpoint", "Letter")
    made.card(0, "touchpoint", "Call")
    step = made.map.steps[0]
    assert making.order_card(made.workspace, step, step.cards["touchpoint"][1], -1)
    assert made.texts(0, "touchpoint") == ["Call", "Letter"]
    step = made.map.steps[0]
    assert not making.order_card(made.workspace, step, step.cards["touchpoint"][0], -1)
    making.move_card(made.workspace, step.cards["touchpoint"][0], made.map.steps[1], "channel")
    assert (made.texts(0, "touchpoint"), made.texts(1, "channel")) == (["Letter"], ["Call"])
    step = made.map.steps[0]
    making.write_card(made.workspace, step, "touchpoint", step.cards["touchpoint"][0], "")
    assert made.texts(0, "touchpoint") == []


def test_what_is_expected_stays_on_the_scale(made: Made) -> None:
    making.expect(made.workspace, made.map.steps[0].stage, 9)
    assert made.map.steps[0].stage.expected == 2


def test_the_other_version_begins_with_the_same_stages(made: Made) -> None:
    made.card(0, "touchpoint", "Letter")
    other = making.copy_other(made.workspace, made.map)
    assert made.map.other == other
    copied = read_map(made.workspace, other.id)
    assert copied is not None
    assert [(s.stage.name, s.stage.moment_of_truth, dict(s.cards)) for s in copied.steps] == [
        ("Contract", False, {}), ("First shift", True, {}), ("Settled in", False, {}),
    ]  # fmt: skip
    assert copied.journey.version == "to-be"


def test_a_deleted_stage_takes_its_cards_and_frees_its_touchpoints(made: Made) -> None:
    made.told(0, 3)
    made.card(0, "words", "Hello")
    making.delete_stage(made.workspace, made.map.steps[0].stage)
    assert made.names == ["First shift", "Settled in"]
    assert made.workspace.count(Card) == 0
    assert made.workspace.find(Touchpoint)[0].stage is None


def test_one_journey_is_a_document_of_its_own_without_what_is_internal(made: Made) -> None:
    made.card(1, "words", "I borrowed a log-in")
    made.card(1, "owner", "Identity manager")
    document = journey_document(made.workspace, made.journey.id, dt.date(2026, 11, 22))
    assert [section.kicker for section in document.sections] == ["First month"]
    assert "I borrowed a log-in" in str(document)
    assert "Identity manager" not in str(document)


def test_an_internal_journey_makes_no_document(made: Made) -> None:
    with made.workspace.write("Hide") as batch:
        batch.save(Journey(id=made.journey.id, name="First month", internal=True), base=made.journey)
    with pytest.raises(Refused, match="the board may see"):
        journey_document(made.workspace, made.journey.id, dt.date(2026, 11, 22))


def test_a_map_for_an_audience_has_its_marking_and_all_its_cards_lane_by_lane(made: Made) -> None:
    made.card(0, "touchpoint", "Letter")
    made.card(0, "touchpoint", "Call")
    made.card(2, "touchpoint", "Badge")
    made.card(1, "words", "I borrowed a log-in")
    staff = next(audience for audience in made.workspace.find(Audience) if audience.name == "Staff")
    staff = attrs.evolve(staff, marking="For staff")
    with made.workspace.write("Mark") as batch:
        batch.save(staff)
    document = journey_document(made.workspace, made.journey.id, dt.date(2026, 11, 22), staff)
    assert (document.meta.look, document.meta.marking, document.meta.page_size) == (
        "staff",
        "For staff",
        "B4 landscape",
    )
    (chart,) = (part for part in document.sections[0].parts if isinstance(part, StageMap))
    assert [lane.name for lane in chart.lanes] == [
        "Touchpoint", "Channel", "What they feel", "In their words", "Measure", "Opportunity",
    ]  # fmt: skip
    assert chart.lanes[0].rows == (("Letter", "", "Badge"), ("Call", "", ""))
    assert chart.lanes[3].rows == (("", "“I borrowed a log-in”", ""),)


def test_journeys_are_put_into_the_newest_board_pack(made: Made) -> None:
    key = put_in_pack(made.workspace)
    pack = made.workspace.need(Briefing, key)
    assert "journeys" not in pack.sections_off
    assert put_in_pack(made.workspace) == key
    assert made.workspace.undo_label() == "Put journeys in the board pack"


def test_one_journey_is_typeset_on_a_page_alone_with_its_gaps(made: Made) -> None:
    made.told(1, 1, 1, 1)
    done = typeset(journey_document(made.workspace, made.journey.id, dt.date(2026, 11, 22)))
    text = page_text(done.pdf, 0)
    assert done.pages == 1
    assert "As it is" in text
    assert "As of November 22, 2026" in " ".join(text.split())
    assert "gap 3.0" in text
    assert "1 of 1" in text
    assert "What is in this pack" not in text


def test_a_map_for_others_holds_no_owners_and_nothing_internal(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "others.brm", "Meridian")
    journey = Journey(name="First shift")
    stages = [Stage(journey=journey.id, name=name, internal=name == "Hidden") for name in ("Arrive", "Hidden")]
    cards = [
        Card(stage=stages[0].id, lane=lane, text=lane, internal=internal)
        for lane in ("words", "owner")
        for internal in (False, True)
    ]
    with workspace.write("Add") as batch:
        for record in (journey, *stages, *cards):
            batch.add(record)
    found = read_map(workspace, journey.id)
    assert found is not None
    others = for_others(found)
    assert [step.stage.name for step in others.steps] == ["Arrive"]
    assert others.steps[0].cards == {"words": (cards[0],)}
    workspace.close()
