"""A newcomer follows docs/tour.md to the letter: from an empty window to a board pack, in one sitting.

The steps of the test bear the headings of the page. What the page says to type is read from the page, and every key
that it names must have been pressed in its step, so that page and window can't drift apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from brm_app.briefing import page_sizes, page_text
from brm_app.domain.records import Benefit, Message, Project, Promise, Reading, Touchpoint, Unit
from brm_app.services import exchange
from brm_app.ui.composer.page import ComposerPage
from brm_app.ui.composer.preview import Preview
from tests.acceptance.hands import Hands, rows
from tests.acceptance.portfolio import EXCERPT
from tests.acceptance.seeing import spoken

# The offscreen platform has no window manager to tell of size limits, nor anybody to activate a window.

PAGE = Path(__file__).parents[2] / "docs" / "tour.md"
KEY = re.compile(r"\bCtrl\+(?:Shift\+)?\w+|\bF\d+\b|\bEnter\b|\*\*[^*]\*\*")
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#35357F"/></svg>'
OTHER_WAY = {"1. Open the window": {"1"}}  # keys for who would rather do something else
TABLES = ("business_units.csv", "investments.csv", "metrics.csv")


def sections() -> dict[str, str]:
    """The steps of the page by their headings."""
    parts = re.split(r"^## (.+)$", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def keys_of(words: str) -> set[str]:
    """The keys that a step names: `Ctrl+L`, `Enter`, and single ones in bold."""
    prose = re.sub(r"```.*?```", "", words, flags=re.DOTALL)
    return {found[0].strip("*") for found in KEY.finditer(prose)}


class Newcomer:
    """Somebody with the guide beside the window."""

    def __init__(self, hands: Hands, folder: Path) -> None:
        self.hands, self.folder = hands, folder
        self.path = folder / "Northern Health.brm"
        self.pressed: set[str] = set()
        self.project = ""

    def press(self, key: str) -> None:
        """Presses a key, wherever the focus is."""
        self.pressed.add(key)
        self.hands.keys(key.replace("Enter", "Return"))

    def wait_for(self, words: str) -> None:
        """Waits until the button of the dialog says this."""
        self.hands.until(lambda: self.hands.reads("go") == words)

    # The steps

    def open_the_window(self) -> None:
        """2 begins a new workspace: name, currency, rate, and the file."""
        hands = self.hands
        hands.answers.save = self.path
        self.press("2")
        hands.write("Northern Health")
        hands.fill("currency", "USD")
        hands.fill("rate", "46")
        hands.click("create")
        hands.until(lambda: hands.window.desk)
        (organisation,) = rows(self.path, "organisation")
        assert (organisation["name"], organisation["hourly_rate"]) == ("Northern Health", 4600)

    def bring_in_your_units_and_projects(self) -> None:
        """The three tables of the page, the first dropped on the window, the others chosen."""
        hands = self.hands
        named = re.findall(r"`(\w+\.csv)`", sections()["2. Bring in your units and projects"])
        assert tuple(named) == TABLES
        for place, name in enumerate(named):
            count = len(exchange.read_table(EXCERPT / name).rows)
            if place:
                hands.answers.open = EXCERPT / name
                self.press("Ctrl+Shift+I")
                hands.click("drop")
            else:
                drop(hands, hands.window, EXCERPT / name)
            hands.until(lambda: hands.seen("go") and re.match(r"Import \d+ rows", hands.reads("go")))
            if hands.seen("refused"):  # names are empty: a code stands in for them
                hands.click("also-Identifier")
                self.pressed.add("+")
                hands.until(lambda: len(hands.seen("field-Identifier")) == 2)
                hands.choose("field-Identifier", "Name (needed)", place=1)
            self.wait_for(f"Import {count} rows")
            hands.click("go")
            self.wait_for("Done")
            hands.click("go")
            hands.until(lambda: not hands.seen("go"))
        self.press("Ctrl+Z")
        hands.until(lambda: not rows(self.path, "benefits"))
        hands.keys("Ctrl+Shift+Z")
        hands.until(lambda: rows(self.path, "benefits"))
        assert hands.workspace.count(Unit)
        assert hands.workspace.count(Project)

    def give_a_project_its_brand(self) -> None:
        """A project of the list, a fact that is clicked, a logo that is dropped."""
        hands = self.hands
        self.press("Ctrl+6")
        hands.until_seen("projectsList")
        hands.keys("Down")
        self.press("Enter")
        hands.until_seen("projectName")
        self.project = hands.window.page.shown_record() if hands.window.page else ""
        hands.click("fact-colour")
        hands.until_seen("field-colour")
        hands.fill("field-colour", "#35357F")
        hands.keys("Ctrl+Return")
        logo = self.folder / "logo.svg"
        logo.write_text(LOGO, "utf-8")
        drop(hands, hands.find(QWidget, "projectLogo"), logo)
        hands.until(lambda: self.held()["logo"])
        assert self.held()["colour"] == "#35357F"

    def held(self) -> dict[str, object]:
        """The project in the file."""
        return next(row for row in rows(self.path, "projects") if row["id"] == self.project)

    def one_benefit_two_messages(self) -> None:
        """A benefit with its first reading, and two messages that A approves."""
        hands = self.hands
        hands.click("addBenefit")
        fields = {
            "statement": "Time to log in", "baseline": "94", "target": "20", "occurrences_per_period": "11.5",
            "occurrence_name": "log-ins", "periods_per_year": "210", "population": "640",
            "population_name": "staff", "share_counted": "0.5",
        }  # fmt: skip
        for name, words in fields.items():
            hands.fill(f"field-{name}", words)
        hands.choose("field-measure", "Seconds")
        hands.choose("field-evidence", "Measured")
        hands.click("save")
        (benefit,) = hands.workspace.find(Benefit, equals={"statement": "Time to log in"})
        hands.click("addReading")
        hands.write("21")
        self.press("Enter")
        hands.until(lambda: hands.workspace.find(Reading, equals={"benefit": benefit.id}))
        for audience in ("staff", "board"):
            hands.click(f"write-{audience}")
            hands.fill("field-headline", f"Log in with a tap, for the {audience}")
            hands.fill("field-body", "Tap your badge on the reader instead of typing your password.")
            hands.link("field-benefit", "Time to log in")
            hands.click("save")
            self.press("A")
        told = hands.workspace.find(Message, equals={"project": self.project})
        assert [message.state for message in told] == ["approved", "approved"]

    def log_what_happened(self) -> None:
        """The line of the page, with a unit of this workspace in it."""
        hands = self.hands
        (line,) = re.findall(r"```\n(.+)\n```", sections()["5. Log what happened"])
        unit = hands.workspace.find(Unit)[0].name
        assert "Pharmacy" in line
        self.press("Ctrl+L")
        hands.until_seen("logText")
        hands.write(line.replace("Pharmacy", unit))
        self.press("Ctrl+Enter")
        hands.until(lambda: hands.workspace.count(Touchpoint) == 1)
        (promise,) = hands.workspace.find(Promise)
        assert promise.due
        assert promise.due.isoweekday() == 5, "the page speaks of Friday"

    def brief_the_staff(self) -> None:
        """The composer, staff, saved as a PDF."""
        self.press("Ctrl+B")
        self.hands.click("audience-Staff")
        assert "14 min" in self.saved("staff.pdf")

    def brief_the_board(self) -> None:
        """The same content for the board, and a figure with what it was worked out from."""
        hands = self.hands
        self.press("F9")
        hands.until(lambda: getattr(hands.window.page, "proof", None))
        self.click_a_figure()
        text = self.saved("board.pdf")
        assert "$721 k" in text
        assert "73 s × 11.5 log-ins × 210 shifts × 640 staff × half counted × $46 an hour" in text

    def click_a_figure(self) -> None:
        """A press on a figure of a page says what it was worked out from."""
        hands = self.hands
        page, preview = hands.window.page, hands.find(Preview, "preview")
        assert isinstance(page, ComposerPage)
        assert page.proof
        place = next(place for place in page.proof.typeset.places if place.figure)
        preview.show_page(place.page)
        hands.until(lambda: preview.has_picture(place.page))
        hands.click_on(preview.viewport(), preview.place_rect(place).center().toPoint())
        hands.until(lambda: preview.selected)
        assert "log-ins" in spoken(hands.find(QWidget, "inspector"))

    def saved(self, name: str) -> str:
        """Saves what is composed and reads it as a reader of PDFs does."""
        hands, path = self.hands, self.folder / name
        hands.until(lambda: getattr(hands.window.page, "proof", None))
        hands.answers.save = path
        self.press("Ctrl+Shift+E")
        hands.until(lambda: path.exists() and hands.seen("openPdf"))
        pdf = path.read_bytes()
        return " ".join(" ".join(page_text(pdf, number) for number in range(len(page_sizes(pdf)))).split())

    def steps(self) -> dict[str, Callable[[], None]]:
        """What is done under each heading of the page."""
        return {
            "1. Open the window": self.open_the_window,
            "2. Bring in your units and projects": self.bring_in_your_units_and_projects,
            "3. Give a project its brand": self.give_a_project_its_brand,
            "4. One benefit, two messages": self.one_benefit_two_messages,
            "5. Log what happened": self.log_what_happened,
            "6. Brief the staff": self.brief_the_staff,
            "7. Brief the board": self.brief_the_board,
        }


def drop(hands: Hands, widget: QWidget, file: Path) -> None:
    """Drops a file from elsewhere on the middle of a widget; the platform's window says which one it reaches."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at = widget.mapTo(hands.window, QPoint(widget.width() // 2, widget.height() // 2))
    handle, left, none = hands.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(handle, QDragEnterEvent(at, Qt.DropAction.CopyAction, data, left, none))
    QApplication.sendEvent(handle, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, left, none))


def test_the_tour_leads_from_an_empty_window_to_a_board_pack(hands: Hands, tmp_path: Path) -> None:
    newcomer, page = Newcomer(hands, tmp_path), sections()
    assert list(page) == list(newcomer.steps())
    for heading, step in newcomer.steps().items():
        newcomer.pressed.clear()
        step()
        said = keys_of(page[heading]) - OTHER_WAY.get(heading, set())
        assert said == newcomer.pressed, heading
