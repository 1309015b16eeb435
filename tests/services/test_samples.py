"""The sample workspace is rich, true to its own numbers, fit to print, and never looks stale."""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image, ImageChops, ImageStat

from brm_app.domain import figures
from brm_app.domain.errors import Refused
from brm_app.domain.fields import specs
from brm_app.domain.records import (
    LANES,
    RECORDS,
    TOUCHPOINT_KINDS,
    Assignment,
    Attachment,
    Audience,
    Benefit,
    Briefing,
    Card,
    Journey,
    Message,
    Person,
    Project,
    Promise,
    Reading,
    Record,
    Rollout,
    Site,
    Stage,
    Touchpoint,
    Unit,
)
from brm_app.services import samples
from brm_app.services.briefs.wording import rounded_money
from brm_app.services.pictures import attachment_from
from brm_app.services.workspace import Workspace

TODAY = dt.date(2026, 11, 19)
R = TypeVar("R", bound=Record)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = samples.create(tmp_path_factory.mktemp("sample") / "sample.brm", TODAY)
    yield made
    made.close()


def named(sample: Workspace, cls: type[R], title: str) -> R:
    (found,) = [record for record in sample.find(cls) if record.title == title]
    return found


def test_it_is_as_rich_as_promised(sample: Workspace) -> None:
    assert 14 <= sample.count(Unit) <= 19
    assert {cls: sample.count(cls) for cls in (Person, Project, Touchpoint, Promise, Journey)} == {
        Person: 90, Project: 9, Touchpoint: 400, Promise: 40, Journey: 3}  # fmt: skip
    assert len({reading.benefit for reading in sample.find(Reading)}) >= 30


def test_the_people_of_the_divisions_are_the_people_of_the_organisation(sample: Workspace) -> None:
    children = defaultdict(list)
    for unit in sample.find(Unit):
        children[unit.part_of].append(unit)
    assert sum(unit.headcount or 0 for unit in children[None]) == sample.organisation.headcount == 5630
    for unit in children[None]:
        assert sum(c.headcount or 0 for c in children[unit.id]) in (0, unit.headcount), unit.name


def test_each_project_has_a_brand_a_why_owners_and_benefits(sample: Workspace) -> None:
    with_benefits = {benefit.project for benefit in sample.find(Benefit)}
    for project in sample.find(Project):
        for field in ("summary", "why", "tagline", "logo", "colour", "second_colour", "it_owner", "business_owner"):
            assert getattr(project, field), f"{project.name}: {field}"
        assert project.id in with_benefits, project.name


def test_each_logo_is_a_drawing_with_its_picture_for_the_screen(sample: Workspace) -> None:
    logos = sample.find(Attachment)
    assert len(logos) == 10
    for logo in logos:
        assert logo.data.startswith(b"<svg")
        assert not re.search(rb"<script|href|<!", logo.data)
        assert Image.open(BytesIO(logo.raster)).size == (256, 256)


def test_each_picture_for_the_screen_shows_its_drawing(sample: Workspace) -> None:
    for logo in sample.find(Attachment):
        drawn, kept = (Image.open(BytesIO(raster)).convert("RGBA").resize((64, 64)) for raster in (
            attachment_from(logo.name, logo.data).raster, logo.raster))  # fmt: skip
        assert max(ImageStat.Stat(ImageChops.difference(drawn, kept)).mean) < 4, logo.name


def test_both_audiences_have_messages_in_every_state(sample: Workspace) -> None:
    found = {(message.audience, message.state) for message in sample.find(Message)}
    states = ("draft", "in review", "approved", "returned")
    assert found == {(audience.id, state) for audience in sample.find(Audience) for state in states}
    for message in sample.find(Message):
        assert bool(message.approved_by and message.approved_at) == (message.state == "approved"), message.headline
        assert bool(message.reason) == (message.state == "returned"), message.headline


def test_promises_are_open_late_kept_and_broken_and_follow_what_was_said(sample: Workspace) -> None:
    promises = sample.find(Promise)
    assert set(Counter(promise.state for promise in promises)) == {"open", "kept", "broken"}
    assert any(promise.state == "open" and promise.due and promise.due < TODAY for promise in promises)
    said = {touchpoint.id: touchpoint for touchpoint in sample.find(Touchpoint)}
    for promise in promises:
        assert promise.touchpoint or promise.message, promise.words
        assert (promise.closed_on is None) == (promise.state == "open"), promise.words
        assert bool(promise.reason) == (promise.state == "broken"), promise.words
        if promise.touchpoint and promise.due:
            moment = said[promise.touchpoint].happened_at or dt.datetime.max
            assert moment.date() <= (promise.closed_on or promise.due), promise.words


def test_touchpoints_read_like_notes_of_a_year(sample: Workspace) -> None:
    touchpoints = sample.find(Touchpoint)
    assert {touchpoint.kind for touchpoint in touchpoints} == set(TOUCHPOINT_KINDS)
    assert {touchpoint.mood for touchpoint in touchpoints} == {1, 2, 3, 4, 5}
    assert max(Counter(touchpoint.summary for touchpoint in touchpoints).values()) == 1
    assert all(t.summary.endswith((".", "?", "!")) and "  " not in t.summary for t in touchpoints)
    assert all(t.happened_at and t.happened_at.date() < TODAY for t in touchpoints)
    assert len({touchpoint.unit for touchpoint in touchpoints}) == sample.count(Unit)


def test_some_words_may_be_printed_and_some_may_not(sample: Workspace) -> None:
    quoted = [touchpoint for touchpoint in sample.find(Touchpoint) if touchpoint.quote]
    assert {touchpoint.consent for touchpoint in quoted} == {True, False}
    assert all(touchpoint.speaker_role for touchpoint in quoted)
    answered = [touchpoint for touchpoint in quoted if touchpoint.our_answer]
    assert len(answered) >= 3
    assert all(touchpoint.consent for touchpoint in answered)


def test_a_unit_has_nobody_who_speaks_for_it_and_the_others_can_be_reached(sample: Workspace) -> None:
    assignments = sample.find(Assignment)
    assert all(assignment.contact and assignment.role for assignment in assignments)
    tops = {unit.id for unit in sample.find(Unit) if unit.part_of is None}
    assert tops - {assignment.unit for assignment in assignments} == {named(sample, Unit, "Estates & Facilities").id}
    assert all(site.where and site.opening_times for site in sample.find(Site))


def test_the_new_nurse_feels_what_the_picture_shows(sample: Workspace) -> None:
    journey = named(sample, Journey, "New nurse, first month")
    moods: dict[str, list[int]] = defaultdict(list)
    for touchpoint in sample.find(Touchpoint):
        if touchpoint.stage and touchpoint.mood:
            moods[touchpoint.stage].append(touchpoint.mood - 3)
    stages = [stage for stage in sample.find(Stage, sort="order") if stage.journey == journey.id]
    told = [round(sum(moods[s.id]) / len(moods[s.id]), 1) for s in stages]
    assert told == [0.4, -0.8, -1.6, 0.3, -1.1, 1.5]
    assert [stage.name for stage in stages if stage.moment_of_truth] == ["First shift", "Asks for help"]
    assert {card.lane for card in sample.find(Card)} == set(LANES)


def standings(sample: Workspace) -> list[figures.Standing]:
    readings = defaultdict(list)
    for reading in sample.find(Reading):
        readings[reading.benefit].append(reading)
    return [figures.standing(benefit, readings[benefit.id], TODAY) for benefit in sample.find(Benefit)]


def money_of(sample: Workspace, standing: figures.Standing) -> Decimal | None:
    cents = figures.money_a_year(standing, sample.organisation.hourly_rate, 2)
    return None if cents is None else cents / 100


def test_money_is_worked_out_as_the_pictures_say(sample: Workspace) -> None:
    worth = {standing.benefit.code: money_of(sample, standing) for standing in standings(sample)}
    assert {code: round(value, 2) for code, value in worth.items() if value is not None} == {
        "OS-1": Decimal("720850.67"),
        "OS-2": Decimal(179760),
        "CC-1": Decimal(166036),
        "CC-3": Decimal(1154048),
        "WW-1": Decimal("208040.56"),
        "LR-2": Decimal("25957.80"),
        "PT-1": Decimal(240000),
    }


def test_money_of_each_class_of_evidence_is_what_the_board_is_told(sample: Workspace) -> None:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for standing in standings(sample):
        sums[standing.benefit.evidence] += money_of(sample, standing) or 0
    shown = {evidence: " ".join(map(str, rounded_money(value))) for evidence, value in sums.items()}
    assert shown == {"measured": "1.07 m", "estimated": "1.39 m", "told": "240 k"}


def test_a_badge_gives_fourteen_minutes_a_shift_and_the_chart_sixteen(sample: Workspace) -> None:
    minutes = {standing.benefit.code: figures.minutes_a_period(standing) for standing in standings(sample)}
    assert minutes["CC-3"] == 16
    assert minutes["OS-1"] is not None
    assert round(minutes["OS-1"], 1) == 14


def test_days_move_with_today(tmp_path: Path) -> None:
    later = samples.create(tmp_path / "later.brm", dt.date(2028, 2, 29))
    reading = max(later.find(Reading), key=lambda r: r.as_of or dt.date.min)
    rollouts = [rollout for rollout in later.find(Rollout) if rollout.date]
    later.close()
    assert reading.as_of == dt.date(2028, 2, 28)
    assert min(r.date for r in rollouts if r.date and not r.done) == dt.date(2028, 3, 1)
    assert all(r.date and (r.done == (r.date < dt.date(2028, 2, 29))) for r in rollouts)


@pytest.mark.parametrize("today", [dt.date(2027, 1, 1), dt.date(2027, 1, 31), dt.date(2027, 3, 30)])
def test_on_any_day_the_done_lies_behind_and_the_rest_ahead(tmp_path: Path, today: dt.date) -> None:
    made = samples.create(tmp_path / "sample.brm", today)
    assert all(r.date is None or r.done == (r.date < today) for r in made.find(Rollout))
    assert all(reading.as_of and reading.as_of < today for reading in made.find(Reading))
    made.close()


def test_a_day_is_written_as_a_distance() -> None:
    assert samples.day("-19", TODAY) == dt.date(2026, 10, 31)
    assert samples.day("m-1:31", dt.date(2026, 12, 5)) == dt.date(2026, 11, 30)
    assert samples.day("m+2:1", TODAY) == dt.date(2027, 1, 1)
    with pytest.raises(ValueError, match="not a day"):
        samples.day("soon", TODAY)


def texts(record: Record, *fields: str) -> str:
    return " ".join(str(getattr(record, field)) for field in fields)


def test_what_staff_read_is_in_plain_words_and_without_money(sample: Workspace) -> None:
    staff = named(sample, Audience, "Staff").id
    messages = [m for m in sample.find(Message) if m.audience == staff]
    said = [texts(m, "headline", "body", "what_to_do") for m in messages]
    said += [texts(b, "title", "intro") for b in sample.find(Briefing) if b.audience == staff]
    said += [texts(p, "summary", "why", "tagline", "workaround", "least_disruption") for p in sample.find(Project)]
    said += [texts(t, "quote", "our_answer") for t in sample.find(Touchpoint) if t.consent]
    said += [texts(b, "statement", "occurrence_name") for b in sample.find(Benefit)]
    for text in said:
        assert not re.search(r"[$€£]|\b(KPIs?|stakeholders?|SSO|uplift|VIPs?|dollars?)\b", text, re.IGNORECASE), text
        assert max(len(sentence.split()) for sentence in re.split(r"[.?!:;]", text)) <= 32, text


def test_no_placeholder_is_left_in_any_text(sample: Workspace) -> None:
    for cls in RECORDS.values():
        for record in sample.find(cls):
            for spec in specs(cls):
                assert not (spec.textual and re.search(r"[{}|]", getattr(record, spec.attr))), record.title


def test_undo_does_not_take_the_sample_away(sample: Workspace) -> None:
    assert sample.undo() is None


def test_the_sample_never_replaces_a_file(tmp_path: Path) -> None:
    (tmp_path / "mine.brm").write_bytes(b"mine")
    with pytest.raises(Refused):
        samples.create(tmp_path / "mine.brm", TODAY)
    assert (tmp_path / "mine.brm").read_bytes() == b"mine"
