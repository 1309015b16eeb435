"""What a person does to a journey; each function is one write and one undo step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from brm_app.domain.records import Card, Journey, Stage
from brm_app.domain.records.journeys import STANDINGS
from brm_app.services.batch import Batch
from brm_app.services.journeys import JourneyMap, Step
from brm_app.services.workspace import Workspace

LEAST, MOST = -2, 2


def add_stage(workspace: Workspace, shown: JourneyMap, place: int, name: str) -> Stage:
    """A new stage before the one at `place`; expected is what the stage before it expects."""
    stages = [step.stage for step in shown.steps]
    before = stages[place - 1].expected if place else None
    made = Stage(journey=shown.journey.id, name=name, expected=1 if before is None else before)
    with workspace.write(f"Add stage {_short(name)}") as batch:
        batch.add(made)
        _number(batch, [*stages[:place], made, *stages[place:]])
    return made


def move_stage(workspace: Workspace, shown: JourneyMap, place: int, to: int) -> None:
    """Takes the stage at `place` to another place."""
    stages = [step.stage for step in shown.steps]
    moved = stages.pop(place)
    stages.insert(to, moved)
    with workspace.write(f"Move stage {_short(moved.name)}") as batch:
        _number(batch, stages)


def _number(batch: Batch, items: Sequence[Stage | Card]) -> None:
    for place, item in enumerate(items, start=1):
        if item.order != place:
            batch.save(attrs.evolve(item, order=place), base=item)


def change_stage(workspace: Workspace, stage: Stage, label: str, **values: Any) -> None:
    """Sets fields of a stage."""
    changed = attrs.evolve(stage, **values)
    if changed != stage:
        with workspace.write(f"{label} {_short(stage.name)}") as batch:
            batch.save(changed, base=stage)


def expect(workspace: Workspace, stage: Stage, mood: int) -> None:
    """Sets what is expected at a stage, kept between −2 and +2."""
    change_stage(workspace, stage, "Change what is expected at", expected=max(LEAST, min(MOST, mood)))


def write_card(workspace: Workspace, step: Step, lane: str, card: Card | None, text: str) -> None:
    """Changes a card, makes a new one at the end of its cell, or deletes the one that is left empty."""
    if card is None:
        if text:
            order = max((c.order or 0 for c in step.cards.get(lane, ())), default=0) + 1
            with workspace.write(f"Add card {_short(text)}") as batch:
                batch.add(Card(stage=step.stage.id, lane=lane, order=order, text=text))
    elif not text:
        delete_card(workspace, card)
    elif text != card.text:
        with workspace.write(f"Change card {_short(text)}") as batch:
            batch.save(attrs.evolve(card, text=text), base=card)


def judge_measure(workspace: Workspace, card: Card) -> str:
    """Says of a measure that it is on target, then off, then nothing again; returns what it says now."""
    round_ = ("", *STANDINGS)
    standing = round_[(round_.index(card.standing) + 1) % len(round_)]
    with workspace.write(f"Judge measure {_short(card.text)}") as batch:
        batch.save(attrs.evolve(card, standing=standing), base=card)
    return standing


def delete_card(workspace: Workspace, card: Card) -> None:
    """Deletes a card."""
    with workspace.write(f"Delete card {_short(card.text)}") as batch:
        batch.delete(card)


def delete_stage(workspace: Workspace, stage: Stage) -> None:
    """Deletes a stage with its cards; its touchpoints let go of it."""
    with workspace.write(f"Delete stage {_short(stage.name)}") as batch:
        batch.delete(stage)


def order_card(workspace: Workspace, step: Step, card: Card, by: int) -> bool:
    """Moves a card up or down among the others of its cell; False where it stands at the end."""
    cards = list(step.cards.get(card.lane, ()))
    place = next(n for n, other in enumerate(cards) if other.id == card.id)
    if not 0 <= place + by < len(cards):
        return False
    cards.insert(place + by, cards.pop(place))
    with workspace.write(f"Move card {_short(card.text)}") as batch:
        _number(batch, cards)
    return True


def move_card(workspace: Workspace, card: Card, step: Step, lane: str) -> None:
    """Takes a card to the end of another cell."""
    if (card.stage, card.lane) == (step.stage.id, lane):
        return
    order = max((c.order or 0 for c in step.cards.get(lane, ())), default=0) + 1
    with workspace.write(f"Move card {_short(card.text)}") as batch:
        batch.save(attrs.evolve(card, stage=step.stage.id, lane=lane, order=order), base=card)


def copy_other(workspace: Workspace, shown: JourneyMap) -> Journey:
    """The other version of a journey, begun with the same stages and no cards."""
    version = "to-be" if shown.journey.version == "as-is" else "as-is"
    made = Journey(
        name=shown.journey.name, persona=shown.journey.persona, project=shown.journey.project, version=version
    )
    with workspace.write(f"Copy the stages of {_short(made.name)}") as batch:
        batch.add(made)
        for place, step in enumerate(shown.steps, start=1):
            old = step.stage
            batch.add(
                Stage(
                    journey=made.id, name=old.name, order=place, moment_of_truth=old.moment_of_truth,
                    expected=old.expected, question=old.question, project=old.project,
                )
            )  # fmt: skip
    return made


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39].rstrip() + "…"
