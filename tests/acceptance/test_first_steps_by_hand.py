"""The first steps in a real window, by mouse and keys, with the file on the disk looked at after each."""

from __future__ import annotations

import csv
from pathlib import Path

from brm_app.services import exchange
from tests.acceptance.hands import Hands, content, rows
from tests.acceptance.portfolio import PORTFOLIO, TABLES, WHOLE

# The offscreen platform has no window manager to tell of size limits, nor anybody to activate a window.


def begin(hands: Hands, path: Path, way: str = "new") -> None:
    """Makes a new workspace on the first page."""
    hands.answers.save = path
    hands.click(way)
    hands.write("Health department")
    hands.fill("currency", "USD")
    hands.click("create")
    hands.until(lambda: hands.window.desk is not None)


def test_the_first_run_opens_the_sample(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "Meridian Health.brm"
    hands.answers.save = path
    hands.click("sample")
    hands.until(lambda: hands.window.desk is not None)
    hands.until_seen("projectsList")
    assert hands.rows("projectsList") == len(rows(path, "projects")) == 9
    assert hands.reads("organisation") == rows(path, "organisation")[0]["name"]
    hands.keys("Return")
    hands.until_seen("projectName")
    assert hands.reads("projectName") in {row["name"] for row in rows(path, "projects")}


def test_a_unit_is_made_changed_deleted_and_brought_back(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "here.brm"
    begin(hands, path)
    empty = content(path)
    hands.click("place-units")
    hands.click("emptyAdd")
    hands.write("Pharmacy")
    hands.click("save")
    assert [row["name"] for row in rows(path, "units")] == ["Pharmacy"]
    made = content(path)
    hands.keys("E")
    hands.fill("field-name", "Dispensary")
    hands.fill("field-headcount", "1,212")
    hands.keys("Ctrl+Return")
    assert [(row["name"], row["headcount"]) for row in rows(path, "units")] == [("Dispensary", 1212)]
    changed = content(path)
    hands.click("deleteRecord")
    assert content(path) == empty
    hands.click("toastUndo")
    assert content(path) == changed
    assert hands.reads("unitName") == "Dispensary"
    hands.keys("Ctrl+Z")
    assert content(path) == made
    hands.keys("Ctrl+Z")
    assert content(path) == empty
    hands.keys("Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert content(path) == changed


def test_a_person_is_made_changed_deleted_and_brought_back(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "here.brm"
    begin(hands, path)
    hands.keys("Ctrl+1", "Ctrl+N")
    hands.write("Pharmacy")
    hands.keys("Ctrl+Return")
    empty = content(path)
    hands.click("place-people")
    hands.click("emptyAdd")
    hands.write("Ada Moss")
    hands.link("field-unit", "pharm")
    hands.click("save")
    (person,) = rows(path, "people")
    assert (person["name"], person["unit"]) == ("Ada Moss", rows(path, "units")[0]["id"])
    made = content(path)
    hands.click("editRecord")
    hands.fill("field-job_title", "Dispensary lead")
    hands.click("field-vip")
    hands.keys("Ctrl+Return")
    (person,) = rows(path, "people")
    assert (person["job_title"], person["vip"]) == ("Dispensary lead", 1)
    changed = content(path)
    hands.click("deleteRecord")
    assert content(path) == empty
    hands.keys("Ctrl+Z")
    assert content(path) == changed
    assert hands.reads("personAbout") == "Dispensary lead, Pharmacy"
    hands.keys("Ctrl+Z")
    assert content(path) == made
    hands.keys("Ctrl+Z")
    assert content(path) == empty
    hands.keys("Ctrl+Y", "Ctrl+Y")
    assert content(path) == changed


def import_here(hands: Hands, file: Path, count: int) -> None:
    """Chooses a file in the import dialog and brings it in; a portfolio without names for some gets their codes."""
    hands.answers.open = file
    hands.click("drop")
    hands.until_seen("columnRows")
    if file.name == "investments.csv":
        hands.click("also-Identifier")
        hands.until(lambda: len(hands.seen("field-Identifier")) == 2)
        hands.choose("field-Identifier", "Name (needed)", place=1)
    hands.until(lambda: hands.reads("go") == f"Import {count} rows")
    assert hands.reads("everyText") == "Every row goes in"
    hands.click("go")
    hands.until(lambda: hands.reads("go") == "Done")
    hands.click("go")
    hands.until(lambda: not hands.seen("go"))


def test_a_portfolio_comes_in_from_the_first_page_on(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "here.brm"
    counts = {file: len(exchange.read_table(PORTFOLIO / file).rows) for _, file, _ in TABLES}
    assert PORTFOLIO != WHOLE or list(counts.values()) == [10, 43, 262]
    begin(hands, path, "import_")
    hands.until_seen("drop")
    states = [content(path)]
    for place, (kind, file, _) in enumerate(TABLES):
        if place:
            hands.keys("Ctrl+Shift+I")
            hands.until_seen("drop")
        hands.choose("kind", kind.capitalize())
        import_here(hands, PORTFOLIO / file, counts[file])
        assert len(rows(path, kind)) == counts[file]
        states.append(content(path))
    with (PORTFOLIO / "investments.csv").open(encoding="utf-8", newline="") as file_:
        codes = {row["Identifier"] for row in csv.DictReader(file_)}
    assert {row["code"] for row in rows(path, "projects")} == codes
    assert all(row["name"] and row["unit"] for row in rows(path, "projects"))
    hands.until_seen("projectsList")  # where the benefits that came last are shown
    assert hands.rows("projectsList") == counts["investments.csv"]
    for state in reversed(states[:-1]):
        hands.keys("Ctrl+Z")
        assert content(path) == state
    for state in states[1:]:
        hands.keys("Ctrl+Shift+Z")
        assert content(path) == state
