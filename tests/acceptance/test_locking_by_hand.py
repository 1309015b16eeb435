"""A briefing is issued in the window with a password for its file; the issue is the open one, its copy is known."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf

from brm_app.services.issuing import files_of, identify, issues
from tests.acceptance.hands import Hands
from tests.acceptance.test_preflight_by_hand import focused, open_composer


def test_the_file_of_an_issue_gets_the_password_that_was_asked_for(at_work: Hands, tmp_path: Path) -> None:
    open_composer(at_work, "Staff")
    before = len(issues(at_work.workspace))
    at_work.keys("Ctrl+Return")
    at_work.until_seen("issueSheet")
    at_work.fill("issuePassword", "   ")
    at_work.keys("Ctrl+Return")
    assert "the password has only spaces" in at_work.reads("issuePasswordFault")
    assert focused(at_work) == "issuePassword"
    assert len(issues(at_work.workspace)) == before
    at_work.fill("issuePassword", "tulip")
    at_work.keys("Ctrl+Return")
    at_work.until_seen("saveIssued")
    made = issues(at_work.workspace)[0]
    assert not files_of(at_work.workspace, made.number)[1].count(b"/Encrypt")
    at_work.answers.save = tmp_path / "no such folder" / "staff.pdf"
    at_work.keys("Space")
    at_work.until(lambda: "folder does not exist" in at_work.reads("toast"))
    assert focused(at_work) == "saveIssued"
    at_work.answers.save = tmp_path / "staff.pdf"
    at_work.keys("Space")
    at_work.until_seen("openPdf")
    copy = (tmp_path / "staff.pdf").read_bytes()
    with pikepdf.open(BytesIO(copy), password="tulip") as document:
        assert document.is_encrypted
    found = identify(at_work.workspace, copy)
    assert found.issue is not None
    assert (found.state, found.locked, found.issue.number) == ("genuine", True, made.number)
