"""A journey drawn and changed in the window, by keys and mouse."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QPlainTextEdit

from brm_app.briefing import page_text
from brm_app.domain.records import Card, Journey, Persona, Stage, Touchpoint
from brm_app.services.journeys import read_map
from brm_app.ui.journeys.mapview import MapView
from brm_app.ui.journeys.model import FEEL, Spot
from brm_app.ui.journeys.page import JourneysPage
from tests.ui.conftest import Driver

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Hands:
    """Works on the map of one journey."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        persona = Persona(name="Nurse", description="Rotating shifts.")
        self.journey = Journey(name="First month", persona=persona.id)
        names = ("Contract", "First shift", "Settled in")
        self.stages = [Stage(journey=self.journey.id, name=n, order=i, expected=1) for i, n in enumerate(names, 1)]
        self.cards = [Card(stage=self.stages[1].id, lane="touchpoint", order=n, text=f"Card {n}") for n in (1, 2)]
        told = [
            Touchpoint(
                happened_at=dt.datetime(2026, 9, 1, tzinfo=dt.UTC), stage=self.stages[1].id, mood=m, summary="Hm"
            )
            for m in (1, 2)
        ]
        with driver.workspace.write("Make") as batch:
            for record in (persona, self.journey, *self.stages, *self.cards, *told):
                batch.add(record)
        driver.window.go("journeys", self.journey.id)
        QApplication.processEvents()

    @property
    def page(self) -> JourneysPage:
        page = self.driver.window.page
        assert isinstance(page, JourneysPage)
        return page

    @property
    def view(self) -> MapView:
        return self.page.view

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus, key, held)

    @property
    def focus(self) -> QPlainTextEdit | MapView:
        widget = self.driver.window.focusWidget()
        assert isinstance(widget, QPlainTextEdit | MapView)
        return widget

    def type(self, text: str) -> None:
        for letter in text:  # the first one opens the field that takes the others
            QTest.keyClicks(self.focus, letter)

    def stand(self, stage: int, lane: str, slot: int = 0) -> QModelIndex:
        self.view.choose(Spot(self.stages[stage].id, lane, slot))
        return self.view.currentIndex()

    @property
    def names(self) -> list[str]:
        found = read_map(self.driver.workspace, self.journey.id)
        assert found is not None
        return [step.stage.name for step in found.steps]

    def texts(self, stage: int, lane: str) -> list[str]:
        found = read_map(self.driver.workspace, self.journey.id)
        assert found is not None
        step = next(s for s in found.steps if s.stage.id == self.stages[stage].id)
        return [card.text for card in step.cards.get(lane, ())]

    def stage(self, number: int) -> Stage:
        return self.driver.workspace.need(Stage, self.stages[number].id)


@pytest.fixture
def hands(driver: Driver) -> Hands:
    return Hands(driver)


def test_a_stage_and_its_card_take_three_keys_beside_their_words(hands: Hands) -> None:
    hands.stand(0, "touchpoint")
    hands.key(Qt.Key.Key_Insert)
    hands.type("Before day one")
    hands.key(Qt.Key.Key_Return)
    assert hands.names == ["Contract", "Before day one", "First shift", "Settled in"]
    hands.type("Forms and photo")
    hands.key(Qt.Key.Key_Return)
    (card,) = [c for c in hands.driver.workspace.find(Card) if c.text == "Forms and photo"]
    assert card.lane == "touchpoint"
    assert hands.driver.workspace.undo_label() == "Add card Forms and photo"


def test_n_adds_a_stage_except_where_it_begins_a_card(hands: Hands) -> None:
    hands.stand(1, "touchpoint")
    hands.key(Qt.Key.Key_N)
    hands.type("Ward round")
    hands.key(Qt.Key.Key_Return)
    assert hands.names == ["Contract", "First shift", "Ward round", "Settled in"]
    hands.stand(0, "channel")
    hands.type("no e-mail")
    hands.key(Qt.Key.Key_Return)
    assert hands.texts(0, "channel") == ["no e-mail"]


def test_a_stage_without_a_name_is_not_added(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Insert)
    hands.type("Half")
    hands.key(Qt.Key.Key_Escape)
    assert hands.names == ["Contract", "First shift", "Settled in"]
    assert hands.view.map_model.columnCount() == 3


def test_enter_edits_a_card_and_esc_takes_back(hands: Hands) -> None:
    hands.stand(1, "touchpoint")
    hands.key(Qt.Key.Key_Return)
    hands.type(" more")
    hands.key(Qt.Key.Key_Escape)
    assert hands.texts(1, "touchpoint") == ["Card 1", "Card 2"]
    hands.key(Qt.Key.Key_Return)
    hands.type(" more")
    hands.key(Qt.Key.Key_Return, CTRL)
    assert hands.texts(1, "touchpoint") == ["Card 1 more", "Card 2"]
    hands.driver.keys("Ctrl+Z")
    assert hands.texts(1, "touchpoint") == ["Card 1", "Card 2"]


def test_shift_enter_adds_a_card_below_the_others(hands: Hands) -> None:
    hands.stand(1, "touchpoint")
    hands.key(Qt.Key.Key_Return, SHIFT)
    hands.type("Third")
    hands.key(Qt.Key.Key_Return)
    assert hands.texts(1, "touchpoint") == ["Card 1", "Card 2", "Third"]


def test_leaving_a_field_keeps_what_was_typed(hands: Hands) -> None:
    hands.stand(0, "words")
    hands.type("Nobody told me")
    hands.driver.window.go("projects")
    assert hands.texts(0, "words") == ["Nobody told me"]


def test_a_click_elsewhere_keeps_the_words_and_the_focus_goes_there(hands: Hands) -> None:
    hands.stand(0, "words")
    hands.type("Nobody told me")
    field = hands.driver.find(QLineEdit, "stageOwner")
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert hands.texts(0, "words") == ["Nobody told me"]
    assert field.hasFocus()


def test_an_owner_of_several_lines_stays_as_it_is_when_nothing_was_typed(hands: Hands) -> None:
    card = Card(stage=hands.stages[0].id, lane="owner", order=1, text="Ann\nBen")
    with hands.driver.workspace.write("Add") as batch:
        batch.add(card)
    hands.stand(0, "touchpoint")
    hands.driver.window.go("projects")
    assert hands.texts(0, "owner") == ["Ann\nBen"]


def test_delete_takes_a_card_and_shift_delete_a_stage(hands: Hands) -> None:
    hands.stand(1, "touchpoint", 1)
    hands.key(Qt.Key.Key_Delete)
    assert hands.texts(1, "touchpoint") == ["Card 1"]
    hands.key(Qt.Key.Key_Delete, SHIFT)
    assert hands.names == ["Contract", "Settled in"]
    hands.driver.keys("Ctrl+Z")
    hands.driver.keys("Ctrl+Z")
    assert hands.names == ["Contract", "First shift", "Settled in"]
    assert hands.texts(1, "touchpoint") == ["Card 1", "Card 2"]


def test_a_stage_is_dragged_by_its_name_and_the_move_is_one_step(hands: Hands) -> None:
    head = hands.view.horizontalHeader()
    middle, left = head.height() // 2, Qt.MouseButton.LeftButton
    places = [QPoint(head.sectionViewportPosition(n) + head.sectionSize(n) // 2, middle) for n in range(3)]
    QTest.mousePress(head.viewport(), left, pos=places[0])
    for step in (places[0] + QPoint(30, 0), places[1], places[2] + QPoint(20, 0)):
        QTest.mouseMove(head.viewport(), step)
    QTest.mouseRelease(head.viewport(), left, pos=places[2] + QPoint(20, 0))
    QApplication.processEvents()
    assert hands.names == ["First shift", "Settled in", "Contract"]
    assert [head.visualIndex(n) for n in range(3)] == [0, 1, 2]
    hands.driver.keys("Ctrl+Z")
    assert hands.names == ["Contract", "First shift", "Settled in"]


def test_stages_and_cards_are_moved_by_keys(hands: Hands) -> None:
    hands.stand(1, "touchpoint", 1)
    hands.key(Qt.Key.Key_Up, CTRL)
    assert hands.texts(1, "touchpoint") == ["Card 2", "Card 1"]
    hands.key(Qt.Key.Key_Right, CTRL | SHIFT)
    assert hands.names == ["Contract", "Settled in", "First shift"]
    assert hands.view.currentIndex().column() == 2


def test_m_marks_a_moment_of_truth_and_plus_expects_more(hands: Hands) -> None:
    hands.stand(1, FEEL)
    hands.key(Qt.Key.Key_M)
    assert hands.stage(1).moment_of_truth
    hands.key(Qt.Key.Key_Plus)
    hands.key(Qt.Key.Key_Plus)
    assert hands.stage(1).expected == 2
    hands.key(Qt.Key.Key_Minus)
    assert hands.stage(1).expected == 1


def test_t_says_whether_a_measure_is_on_target_and_can_be_undone(hands: Hands) -> None:
    hands.stand(0, "measure")
    hands.type("Day-one 79 %")
    hands.key(Qt.Key.Key_Return)
    cell = hands.stand(0, "measure")
    for standing, told in (("on target", ", on target"), ("off target", ", off target"), ("", "79 %")):
        hands.key(Qt.Key.Key_T)
        assert [card.standing for card in hands.driver.workspace.find(Card) if card.lane == "measure"] == [standing]
        assert str(cell.data(Qt.ItemDataRole.AccessibleTextRole)).endswith(told)
    hands.driver.keys("Ctrl+Z")
    assert [card.standing for card in hands.driver.workspace.find(Card) if card.lane == "measure"] == ["off target"]
    hands.stand(0, "touchpoint")


def test_what_is_expected_can_be_typed_and_nonsense_is_refused(hands: Hands) -> None:
    hands.stand(1, FEEL)
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_A, CTRL)
    hands.type("-2")
    hands.key(Qt.Key.Key_Return)
    assert hands.stage(1).expected == -2
    hands.key(Qt.Key.Key_Return)
    hands.type("x")
    hands.key(Qt.Key.Key_Return)
    assert hands.stage(1).expected == -2


def test_f2_and_a_double_click_rename_a_stage(hands: Hands) -> None:
    hands.stand(0, "touchpoint")
    hands.key(Qt.Key.Key_F2)
    hands.key(Qt.Key.Key_A, CTRL)
    hands.type("Signed")
    hands.key(Qt.Key.Key_Return)
    assert hands.names[0] == "Signed"


def test_a_card_is_dragged_to_another_cell(hands: Hands) -> None:
    view = hands.view
    start = view.visualRect(hands.stand(1, "touchpoint")).center()
    end = view.visualRect(view.map_model.place_of(Spot(hands.stages[2].id, "channel"))).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(30, 4))
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert hands.texts(2, "channel") == ["Card 1"]
    assert hands.texts(1, "touchpoint") == ["Card 2"]


def test_a_double_click_edits_a_cell(hands: Hands) -> None:
    view = hands.view
    place = view.visualRect(view.map_model.place_of(Spot(hands.stages[0].id, "words"))).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    hands.type("Hello")
    hands.key(Qt.Key.Key_Return)
    assert hands.texts(0, "words") == ["Hello"]


def test_the_pane_tells_of_the_stage_and_edits_it(hands: Hands) -> None:
    hands.stand(1, FEEL)
    assert hands.driver.text("stagePlace") == "Stage 2 of 3"
    assert [hands.driver.text(f"stageFigure{n}") for n in range(3)] == ["+1.0", "−1.5", "2.5"]
    hands.driver.type("stageName", "Day one")
    QTest.keyClick(hands.driver.find(QLineEdit, "stageName"), Qt.Key.Key_Return)
    assert hands.names[1] == "Day one"
    hands.driver.type("stageOpportunity", "Ask early")
    hands.driver.find(QLineEdit, "stageOwner").setFocus()
    assert hands.texts(1, "opportunity") == ["Ask early"]
    hands.driver.press("stageTruth")
    assert hands.stage(1).moment_of_truth
    hands.driver.press("stageExpected-4")
    assert hands.stage(1).expected == 2
    hands.driver.press("told0")
    assert hands.driver.window.page is not None
    assert hands.driver.window.page.name == "touchpoints"


def test_the_other_version_is_made_by_copying_the_stages(hands: Hands) -> None:
    hands.driver.press("journeyVersion-1")
    hands.driver.press("emptyOther")
    assert hands.page.shown is not None
    assert hands.page.shown.journey.version == "to-be"
    assert [s.stage.name for s in hands.page.shown.steps] == ["Contract", "First shift", "Settled in"]
    hands.driver.press("journeyVersion-0")
    assert hands.page.shown_record() == hands.journey.id


def test_every_cell_is_told_to_a_screen_reader(hands: Hands) -> None:
    model = hands.view.map_model
    told = QAccessible.queryAccessibleInterface(hands.view)
    assert told.role() == QAccessible.Role.Table
    cells = [told.child(n) for n in range(told.childCount())]
    names = {cell.text(QAccessible.Text.Name) for cell in cells if cell.role() == QAccessible.Role.Cell}
    assert {"First shift, touchpoint, 1 of 2: Card 1", "Contract, channel: empty"} <= names
    feel = model.place_of(Spot(hands.stages[1].id, FEEL))
    assert model.spoken(feel) == "First shift, what they feel: expected +1.0, told −1.5 by 2, gap 2.5"


def test_the_map_is_saved_as_picture_and_as_pdf(hands: Hands, tmp_path: Path) -> None:
    hands.driver.window.desk.ask = hands.driver.answers  # type: ignore[union-attr]
    hands.driver.answers.save = tmp_path / "map.png"
    actions = hands.page.header.more.menu().actions()
    next(action for action in actions if action.objectName() == "exportPng").trigger()
    hands.driver.until((tmp_path / "map.png").exists)
    picture = QImage(str(tmp_path / "map.png"))
    assert picture.width() >= 1800
    audiences = next(held for action in actions if isinstance(held := action.menu(), QMenu))
    audiences.aboutToShow.emit()
    assert [action.text() for action in audiences.actions()] == ["For staff…", "For the board…"]
    for action, look in zip(audiences.actions(), ("staff", "board"), strict=True):
        hands.driver.answers.save = tmp_path / f"{look}.pdf"
        action.trigger()
        hands.driver.until((tmp_path / f"{look}.pdf").exists)
        said = page_text((tmp_path / f"{look}.pdf").read_bytes(), 0)
        assert [
            word for word in ("First month", "Card 1", "Card 2", "Contract", "gap 2.5", "1 of 1") if word not in said
        ] == []


def test_the_board_pack_button_opens_the_composer_with_journeys(hands: Hands) -> None:
    hands.driver.press("addToPack")
    assert hands.driver.window.page is not None
    assert hands.driver.window.page.name == "composer"


def test_without_journeys_the_page_offers_to_draw_the_first(driver: Driver) -> None:
    driver.window.go("journeys")
    driver.press("emptyJourneys")
    driver.type("field-name", "Way home")
    driver.press("save")
    (journey,) = driver.workspace.find(Journey)
    assert journey.name == "Way home"
    driver.press("emptyStages")
    field = driver.find(QPlainTextEdit, "cellEditor")
    QTest.keyClicks(field, "Morning round")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [s.name for s in driver.workspace.find(Stage)] == ["Morning round"]


def test_enter_opens_a_journey_from_the_list_and_esc_leads_back(hands: Hands) -> None:
    hands.driver.window.go("journeys")
    QTest.keyClick(hands.page.list, Qt.Key.Key_Return)
    assert hands.page.shown_record() == hands.journey.id
    hands.driver.keys("Esc")
    assert hands.page.shown_record() == ""
    assert hands.driver.find(QAbstractButton, "newJourney").isVisible()


def test_ctrl_and_the_wheel_zoom_and_ctrl_0_goes_back(hands: Hands) -> None:
    before = hands.view.columnWidth(0)
    hands.view.set_zoom(2.0)
    assert hands.view.columnWidth(0) > before
    hands.key(Qt.Key.Key_0, CTRL)
    assert hands.view.scale.zoom == 1.0
