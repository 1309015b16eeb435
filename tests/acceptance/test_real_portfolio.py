"""A real portfolio becomes two briefings in which every project, and every word that all may read, is found."""

import csv
import re
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pikepdf
import pytest

from brm_app.briefing import page_text, typeset
from brm_app.briefing.result import Typeset
from brm_app.cli import main
from brm_app.domain.content import Document
from brm_app.domain.records import Benefit, Project
from brm_app.services.briefs import compose
from brm_app.services.workspace import Workspace
from tests.acceptance.portfolio import EXCERPT, TABLES, WHOLE
from tests.briefing.checked import failed_rules, faults


@attrs.frozen(slots=False)
class Printed:
    """One briefing of the portfolio."""

    content: Document
    made: Typeset

    @cached_property
    def text(self) -> str:
        """The words of all pages, one space between them."""
        return run_together("\n".join(page_text(self.made.pdf, index) for index in range(self.made.pages)))


@attrs.frozen
class Portfolio:
    """The imported workspace and the files it came from."""

    folder: Path
    workspace: Workspace

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of one of the files."""
        with (self.folder / name).open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def brief(self, audience: str) -> Printed:
        """A briefing over everything."""
        content = compose(self.workspace, audience)
        return Printed(content, typeset(content))


def run_together(text: str) -> str:
    """A text as it is compared: without spaces and line ends, which the page sets anew."""
    return re.sub(r"[\s\x00-\x1f\ufffe\u00ad]+", "", text)


@pytest.fixture(scope="module")
def portfolio(tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    folder = WHOLE if WHOLE.is_dir() else EXCERPT
    path = tmp_path_factory.mktemp("real") / "real.brm"
    assert main(["new", str(path)]) == 0
    for kind, name, pairs in TABLES:
        maps = [word for pair in pairs for word in ("--map", pair)]
        assert main(["import", str(path), kind, str(folder / name), *maps, "--key", "code"]) == 0
    return Portfolio(folder, Workspace.open(path))


@pytest.fixture(scope="module")
def board(portfolio: Portfolio) -> Printed:
    return portfolio.brief("board")


@pytest.fixture(scope="module")
def staff(portfolio: Portfolio) -> Printed:
    return portfolio.brief("STAFF")


def test_every_word_of_every_summary_and_why_is_in_the_board_pack(portfolio: Portfolio, board: Printed) -> None:
    missing = []
    for row in portfolio.rows("investments.csv"):
        for column in ("Summary", "Performance gap"):
            words = {run_together(word) for word in row[column].split()}
            missing += [(row["Identifier"], word) for word in sorted(words) if word not in board.text]
    assert missing == []


def test_long_texts_keep_the_order_of_their_words(portfolio: Portfolio, board: Printed) -> None:
    for row in portfolio.rows("investments.csv"):
        beginning = run_together(row["Summary"])[:60]
        assert beginning in board.text, row["Identifier"]


def test_both_briefings_name_every_project_and_say_that_nothing_was_approved(
    portfolio: Portfolio, board: Printed, staff: Printed
) -> None:
    projects = portfolio.workspace.find(Project)
    for printed, whom in ((board, "the board"), (staff, "staff")):
        assert [p.name for p in projects if run_together(p.name) not in printed.text] == []
        sections = [section for section in printed.content.sections if section.kind == "project"]
        assert len(sections) == len(projects)
        assert printed.text.count(run_together(f"No message for {whom} has been approved yet.")) == len(projects)


def test_benefits_that_were_never_measured_are_statements_without_a_number(
    portfolio: Portfolio, board: Printed, staff: Printed
) -> None:
    benefits = portfolio.workspace.find(Benefit)
    for printed in (board, staff):
        assert printed.content.figures == ()
        assert printed.text.count("notmeasuredyet") >= len(benefits)
        assert [b.statement for b in benefits if run_together(b.statement)[:50] not in printed.text] == []


def _target(item: pikepdf.OutlineItem) -> tuple[int, int]:
    assert isinstance(item.destination, pikepdf.Array)
    number, generation = item.destination[0].objgen
    return int(number), int(generation)


def test_contents_and_bookmarks_lead_to_the_pages_that_name_the_project(portfolio: Portfolio, board: Printed) -> None:
    pages = [run_together(page_text(board.made.pdf, index)) for index in range(board.made.pages)]
    with pikepdf.open(BytesIO(board.made.pdf)) as document:
        assert document.check_pdf_syntax() == []
        numbers: dict[Any, int] = {tuple(page.objgen): index for index, page in enumerate(document.pages)}
        with document.open_outline() as outline:
            chapter = next(item for item in outline.root if item.title == "Projects")
            marks = {str(item.title): numbers[_target(item)] for item in chapter.children}
    projects = portfolio.workspace.find(Project)
    assert len(marks) == len({project.name for project in projects})
    for project in projects:
        assert run_together(project.name) in pages[marks[" ".join(project.name.split())]]
    assert dict(board.made.sections).items() >= marks.items()


def test_no_glyph_is_missing_and_every_font_is_embedded(board: Printed, staff: Printed) -> None:
    for printed in (board, staff):
        assert printed.made.missing == ""
        with pikepdf.open(BytesIO(printed.made.pdf)) as document:
            fonts = [f for page in document.pages for f in page.Resources.get("/Font", {}).values()]
            assert fonts
            assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_both_briefings_keep_every_rule_for_accessible_and_for_archivable_files(
    board: Printed, staff: Printed, tmp_path: Path
) -> None:
    for printed in (board, staff):
        assert failed_rules(printed.made.pdf) == []
        assert faults(printed.made.pdf, tmp_path) == ""


def test_each_unit_can_be_briefed_alone(portfolio: Portfolio) -> None:
    unit = portfolio.rows("business_units.csv")[0]["Name"]
    content = compose(portfolio.workspace, "Board", units=[unit.upper()])
    named = {section.kicker for section in content.sections if section.kind == "project"}
    wanted = {row["Name"] or row["Identifier"] for row in portfolio.rows("investments.csv") if row["Bureau"] == unit}
    assert named == {" ".join(name.split()) for name in wanted}
