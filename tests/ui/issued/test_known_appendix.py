"""A file of somebody else that stands behind an issue is told as what it is, and not as an altered issue."""

from __future__ import annotations

from pathlib import Path

from brm_app.briefing import Appendix, typeset
from brm_app.briefing.press import Press
from brm_app.domain.issues import Issue
from brm_app.ui.issued.page import IssuedPage
from tests.briefing.board_sample import board
from tests.services.issuing.ready import issued
from tests.ui.conftest import Driver
from tests.ui.issued.test_issued_page import drop, kept, page

__all__ = ["kept", "page"]


def test_an_appendix_is_named_with_the_issue_that_it_is_behind(
    driver: Driver, page: IssuedPage, kept: Issue, tmp_path: Path
) -> None:
    theirs = tmp_path / "from a colleague.pdf"
    theirs.write_bytes(typeset(board()).pdf)
    issue = issued(driver.workspace, press=Press(typeset, [Appendix("Floor plan", theirs.read_bytes())]))
    drop(page.about.zone, theirs)
    driver.until(lambda: page.about.card.isVisible())
    assert driver.text("identifiedWords") == "Unknown: no issue of this workspace"
    named = f"is the appendix “Floor plan” of {issue.number}, as others made it."
    assert page.about.card.file.text() == f"{theirs.name} {named}"
