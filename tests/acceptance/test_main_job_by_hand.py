"""The main job in a real window, by mouse and keys, with the file on the disk looked at after each step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTabBar

from brm_app.briefing import page_sizes, page_text
from tests.acceptance.hands import Hands, content, rows
from tests.acceptance.portfolio import make_portfolio

# The offscreen platform has no window manager to tell of size limits, nor anybody to activate a window.

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<rect width="64" height="64" rx="12" fill="#35357F"/><circle cx="32" cy="32" r="14" fill="#F4C14F"/></svg>"""
STATEMENT = "Staff log in by tapping a badge"
QUOTE = "It got quicker in September; it used to eat my breaks."
DERIVATION = "73 s × 11.5 log-ins × 210 shifts × 640 staff × half counted × $46 an hour"
BENEFIT = {
    "field-statement": STATEMENT,
    "field-baseline": "94",
    "field-target": "20",
    "field-occurrences_per_period": "11.5",
    "field-occurrence_name": "log-ins",
    "field-periods_per_year": "210",
    "field-population": "640",
    "field-population_name": "staff",
    "field-share_counted": "0.5",
}


WRITES = 13  # rate, brand, benefit, reading, two messages and two approvals, touchpoint, two titles and two intros


class States:
    """What the file held at first and after each write that the window was told of."""

    def __init__(self, hands: Hands, path: Path) -> None:
        self.path = path
        self.seen = [content(path)]
        self.stop = hands.workspace.listen(lambda _notice: self.seen.append(content(path)))


def open_portfolio(hands: Hands, path: Path) -> None:
    """Opens a workspace into which the portfolio was imported."""
    make_portfolio(path)
    hands.answers.open = path
    hands.keys("Ctrl+O")
    hands.until_seen("projectsList")


def set_the_rate(hands: Hands, path: Path) -> None:
    hands.click("place-settings")
    hands.fill("field-hourly_rate", "46")
    hands.click("save")
    assert rows(path, "organisation")[0]["hourly_rate"] == 4600


def open_project(hands: Hands) -> None:
    """Filters the list by a code and opens what is left."""
    hands.click("place-projects")
    hands.keys("Ctrl+F")
    hands.write("009-000004093")
    hands.until(lambda: hands.rows("projectsList") == 1)
    hands.keys("Return", "Return")
    hands.until_seen("projectName")


def turn_to(hands: Hands, words: str) -> None:
    """Clicks a tab of the project."""
    tabs = hands.find(QTabBar, "projectTabs")
    place = next(n for n in range(tabs.count()) if tabs.tabText(n).startswith(words))
    hands.click_on(tabs, tabs.tabRect(place).center())


def give_a_brand(hands: Hands, path: Path) -> None:
    hands.answers.open = path.with_name("logo.svg")
    hands.answers.open.write_text(LOGO, encoding="utf-8")
    turn_to(hands, "Brand kit")
    hands.click("edit-brand")
    hands.fill("field-tagline", "Tap your badge.")
    hands.click("field-logo")
    hands.until_seen("remove-logo")
    hands.fill("field-colour", "#35357F")
    hands.fill("field-second_colour", "#f4c14f")
    hands.click("save")
    (picture,) = rows(path, "attachments")
    (project,) = [row for row in rows(path, "projects") if row["logo"]]
    assert (project["logo"], project["colour"], project["second_colour"]) == (picture["id"], "#35357F", "#F4C14F")
    assert picture["data"] == LOGO.encode()


def give_a_benefit(hands: Hands, path: Path) -> None:
    turn_to(hands, "Overview")
    hands.click("addBenefit")
    for name, words in BENEFIT.items():
        hands.fill(name, words)
    hands.choose("field-measure", "Seconds")
    hands.choose("field-evidence", "Measured")
    hands.click("save")
    (benefit,) = [row for row in rows(path, "benefits") if row["statement"] == STATEMENT]
    assert (benefit["population"], benefit["measure"], benefit["period"]) == (640, "s", "shift")
    hands.click("addReading")
    hands.fill("field-value", "21")
    hands.click("save")
    assert hands.reads("toast").startswith("Saved reading of ")
    (reading,) = rows(path, "readings")
    assert (reading["benefit"], reading["value"]) == (benefit["id"], 21)


def tell(hands: Hands, path: Path, audience: str, headline: str, body: str) -> None:
    """Writes a message for an audience and approves it."""
    hands.click(f"write-{audience}")
    hands.fill("field-headline", headline)
    hands.fill("field-body", body)
    hands.link("field-benefit", "tapping a badge")
    hands.click("save")
    assert rows(path, "messages")[-1]["state"] == "draft"
    hands.click(f"approve-{audience}")
    message = rows(path, "messages")[-1]
    assert (message["headline"], message["state"]) == (headline, "approved")


def log_a_touchpoint(hands: Hands, path: Path, due: str) -> None:
    turn_to(hands, "Touchpoints")
    hands.click("logTouchpoint")
    hands.link("field-unit", "Indian Health")
    hands.fill("field-summary", "Visit at the front desk")
    hands.click("field-mood-4")
    hands.fill("field-quote", QUOTE)
    hands.fill("field-speaker_role", "Ward clerk")
    hands.click("field-consent")
    hands.fill("promise-words", "A reader at the night hatch")
    hands.fill("promise-due", due)
    hands.click("save")
    (touchpoint,), (promise,) = rows(path, "touchpoints"), rows(path, "promises")
    assert (touchpoint["mood"], touchpoint["consent"], touchpoint["quote"]) == (4, 1, QUOTE)
    assert (promise["touchpoint"], promise["due"], promise["state"]) == (touchpoint["id"], due, "open")


def composed(hands: Hands) -> bool:
    """Whether the pages are made and shown."""
    return not hands.reads("working") and hands.reads("pageNumber").startswith("Page 1 of")


def compose(hands: Hands, path: Path, audience: str, title: str) -> None:
    """Turns to an audience and gives its briefing a title and an intro."""
    hands.click(f"audience-{audience}")
    hands.fill("briefingTitle", title)
    hands.fill("intro", f"What {audience} should know this month.")
    hands.keys("Tab")
    hands.until(lambda: composed(hands))
    kept = rows(path, "briefings")[-1]
    assert (kept["title"], kept["intro"]) == (title, f"What {audience} should know this month.")


def cancel_an_export(hands: Hands, folder: Path) -> None:
    folder.mkdir()
    hands.answers.save = folder / "cancelled.pdf"
    hands.click("savePdf")
    hands.until_seen("cancelExport")
    hands.click("cancelExport")
    hands.until(lambda: not hands.seen("exportBar"))
    assert hands.reads("toast") == "Saving was cancelled. No file was written."
    assert list(folder.iterdir()) == [], "a cancelled export leaves no file"


def export(hands: Hands, path: Path) -> str:
    """Saves the briefing and reads it as a reader of PDFs does."""
    hands.answers.save = path
    hands.click("savePdf")
    hands.until(lambda: path.exists() and hands.seen("openPdf"))
    pdf = path.read_bytes()
    return " ".join(" ".join(page_text(pdf, number) for number in range(len(page_sizes(pdf)))).split())


def keeper(opened: list[Path]) -> Callable[[Path], bool]:
    """Stands for the programs with which the system opens files and folders."""

    def keep(path: Path) -> bool:
        opened.append(path)
        return True

    return keep


def test_the_main_job_is_done_undone_and_done_again(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    path, out = tmp_path / "here.brm", tmp_path / "out"
    opened: list[Path] = []
    monkeypatch.setattr("brm_app.ui.composer.exporting.open_outside", keeper(opened))
    # A small briefing may be saved before its bar comes up; here the bar comes at once.
    monkeypatch.setattr("brm_app.ui.composer.exporting._PATIENCE", 0)
    open_portfolio(hands, path)
    states = States(hands, path)
    set_the_rate(hands, path)
    open_project(hands)
    give_a_brand(hands, path)
    give_a_benefit(hands, path)
    tell(hands, path, "staff", "Tap your badge", "You get the time of a break back in every shift.")
    tell(hands, path, "board", "The badge frees clinical time", "Half of the time saved is counted.")
    log_a_touchpoint(hands, path, (dt.date.today() + dt.timedelta(days=14)).isoformat())
    hands.keys("Ctrl+B")
    hands.until_seen("audience-Staff")
    compose(hands, path, "Board", "What tapping a badge is worth")
    compose(hands, path, "Staff", "Tap your badge")
    cancel_an_export(hands, out)
    staff = export(hands, out / "staff.pdf")
    hands.keys("F9")
    hands.until(lambda: composed(hands))
    board = export(hands, out / "board.pdf")
    hands.click("openPdf")
    hands.click("showInFolder")
    assert opened == [out / "board.pdf", out]
    assert sorted(file.name for file in out.iterdir()) == ["board.pdf", "staff.pdf"]
    assert "14 min" in staff
    assert QUOTE in staff
    assert "$721" not in staff
    assert "$721 k" in board
    assert DERIVATION in board
    undo_and_redo(hands, states)


def undo_and_redo(hands: Hands, states: States) -> None:
    """Takes every write back and does it again, and finds in the file what was there before each."""
    states.stop()
    hands.click("place-projects")
    assert len(states.seen) == 1 + WRITES
    for number, state in reversed(list(enumerate(states.seen[:-1]))):
        hands.keys("Ctrl+Z")
        assert content(states.path) == state, f"undone to {number}"
    for number, state in enumerate(states.seen[1:], start=1):
        hands.keys("Ctrl+Shift+Z")
        assert content(states.path) == state, f"done again to {number}"
