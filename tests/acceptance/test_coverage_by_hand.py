"""Ten holes of the coverage matrix filled by keyboard alone; what each costs is printed beside the ideal."""

from __future__ import annotations

from brm_app.domain.records import Message, Project
from brm_app.services.telling.cells import MISSING
from brm_app.ui.messages.page import MessagesPage
from tests.acceptance.hands import Hands, content

HOLES = 10


def page_of(hands: Hands) -> MessagesPage:
    """The matrix, opened with its key."""
    hands.keys("Ctrl+7")
    hands.until_seen("coverage")
    page = hands.window.page
    assert isinstance(page, MessagesPage)
    hands.until(page.view.hasFocus)
    return page


def new_project(hands: Hands) -> None:
    """A project of which nobody knows yet, and which concerns everybody."""
    with hands.workspace.write("New project") as batch:
        batch.add(Project(name="Night Bus", status="planned"))


def test_ten_holes_are_filled_by_keyboard_alone(at_work: Hands) -> None:
    new_project(at_work)
    page = page_of(at_work)
    before, missing = content(at_work.workspace.path), page.coverage.counts()[MISSING] if page.coverage else 0
    known = {message.id for message in at_work.workspace.find(Message)}
    pressed = skipped = 0
    filled: list[str] = []
    for _ in range(3 * HOLES):
        if len(filled) == HOLES:
            break
        at_work.keys("H")
        cell = page.view.cell
        assert cell is not None
        if cell.said:  # approved already and not told: nothing is to be written there
            skipped += 1
            continue
        at_work.keys("Return")
        at_work.write(f"The night bus stops at your door. It comes at {10 + len(filled)} past ten.")
        at_work.keys("Ctrl+Return")
        pressed += 3
        filled.append(cell.project.name)
    made = [message for message in at_work.workspace.find(Message) if message.id not in known]
    assert [(m.state, m.headline) for m in made] == [("in review", "The night bus stops at your door.")] * HOLES
    assert page.coverage
    assert page.coverage.counts()[MISSING] == missing - HOLES
    print(
        f"{HOLES} holes: {pressed} keys besides the texts, ideal {3 * HOLES}; {skipped} passed that are only to be told"
    )
    assert pressed <= 3 * HOLES
    after = content(at_work.workspace.path)
    at_work.keys(*["Ctrl+Z"] * HOLES)
    assert content(at_work.workspace.path) == before
    at_work.keys(*["Ctrl+Shift+Z"] * HOLES)
    assert content(at_work.workspace.path) == after


def test_a_message_is_approved_and_told_with_one_key_each(at_work: Hands) -> None:
    page = page_of(at_work)
    cell = next(c for c in page.coverage.cells() if c.first and c.first.standing == "in review")  # type: ignore[union-attr]
    page.view.choose(cell)
    at_work.keys("A")
    assert at_work.workspace.need(Message, cell.said[0].message.id).state == "approved"
    at_work.keys("T")
    now = page.view.cell
    assert now
    assert now.state == "fresh"
    print("approve a message: 1 key; note that people were told it: 1 key")
