"""A register that somebody tampered with is told of in sentences, and never believed."""

import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest

from brm_app.briefing import protect
from brm_app.domain.errors import Refused
from brm_app.domain.freezing import fingerprint, freeze, thaw
from brm_app.services.issuing import (
    DAMAGED,
    MISSING,
    files_of,
    identify,
    issue_of,
    issues,
    keep_copy,
    reissue,
    state_of,
)
from brm_app.services.workspace import Workspace
from brm_app.storage.driver import column
from tests.services.issuing.ready import fill, issued, printed_again

NUMBER = "MER-S-2026-001"
_NONSENSE: tuple[Any, ...] = (
    7, -1, 2.5, "", "x", b"\xff\x00", "[" * 50_000, "{}", "[]", "NaN", '{"@": "Certificate"}',
)  # fmt: skip


@pytest.fixture
def ready(workspace: Workspace) -> Workspace:
    fill(workspace)
    issued(workspace)
    return workspace


def put(workspace: Workspace, statement: str, *values: Any) -> None:
    """What somebody with another program does to the file."""
    with workspace.act("tamper", "Tamper") as connection:
        connection.exec_driver_sql(statement, values)


def test_a_certificate_that_is_none_leaves_the_issue_readable(ready: Workspace) -> None:
    whole = issues(ready)[0]
    for nonsense in _NONSENSE:
        put(ready, "UPDATE issues SET certificate = ?", nonsense)
        (issue,) = issues(ready)
        assert (issue.certificate, issue.sha256) == (None, whole.sha256)


@pytest.mark.parametrize("column", ["issued_at", "scope", "year", "counted", "pages", "title", "sha256", "audience"])
def test_a_line_of_the_register_is_read_or_refused_with_a_sentence(ready: Workspace, column: str) -> None:
    pdf = files_of(ready, NUMBER)[1]
    asked = (issues, lambda w: issue_of(w, NUMBER), lambda w: identify(w, pdf), lambda w: identify(w, pdf[:-9]))
    for nonsense in _NONSENSE:
        put(ready, f"UPDATE issues SET {column} = ?", nonsense)
        assert all(_is_read_or_refused(read, ready) for read in asked)
    put(ready, f"UPDATE issues SET {column} = CAST(X'FF' AS TEXT)")
    assert all(_is_read_or_refused(read, ready) for read in asked)


def _is_read_or_refused(read: Callable[[Workspace], object], workspace: Workspace) -> bool:
    try:
        read(workspace)
    except Refused as refused:
        return str(refused).endswith(".")
    return True


def test_bytes_that_are_not_those_that_were_issued_are_never_handed_out(ready: Workspace) -> None:
    issue = issues(ready)[0]
    for nonsense in ("text", 7, b"", b"%PDF-1.7 other"):
        put(ready, "UPDATE issue_files SET pdf = ?", nonsense)
        assert state_of(ready, issue) == (DAMAGED if isinstance(nonsense, bytes) else MISSING)
        with pytest.raises(Refused, match=f"The file of {NUMBER} is damaged"):
            files_of(ready, NUMBER)
        assert identify(ready, b"%PDF-1.7 other").state == "unknown"
    put(ready, "DELETE FROM issue_files")
    assert state_of(ready, issue) == MISSING
    with pytest.raises(Refused, match=f"The frozen content of {NUMBER} is damaged"):
        files_of(ready, NUMBER)


def test_content_that_is_not_what_was_frozen_is_never_typeset(ready: Workspace) -> None:
    for nonsense in ("text", 7, b"", b"{}", b"\xff"):
        put(ready, "UPDATE issue_files SET content = ?", nonsense)
        with pytest.raises(Refused, match="frozen content"):
            reissue(ready, NUMBER, printed_again)


def test_content_whose_hash_was_put_right_is_still_looked_at(ready: Workspace) -> None:
    plain = json.loads(files_of(ready, NUMBER)[0])
    for change in (
        {"@": "Popen"},
        {"sections": [{"@": "Section"}]},
        {"meta": {**plain["meta"], "as_of": "soon"}},
        None,
    ):
        text = json.dumps({**plain, **change}).encode() if change else b"\xff"
        put(ready, "UPDATE issue_files SET content = ?", text)
        put(ready, "UPDATE issues SET content_sha256 = ?", sha256(text).hexdigest())
        with pytest.raises(Refused, match="frozen content"):
            reissue(ready, NUMBER, printed_again)


def test_a_thawed_content_freezes_to_the_same_text(ready: Workspace) -> None:
    frozen, _ = files_of(ready, NUMBER)
    assert freeze(thaw(frozen)) == frozen
    assert fingerprint(thaw(frozen)) == issues(ready)[0].content_sha256


@pytest.mark.parametrize(
    "change",
    [
        "year = 2030", "counted = 7", "as_of = '2030-01-01'", "title = 'Another'", "look = 'board'", "corrects = 'M-1'",
    ],
)  # fmt: skip
def test_a_line_that_its_frozen_content_contradicts_is_damaged_and_vouches_for_nothing(
    ready: Workspace, change: str
) -> None:
    pdf = files_of(ready, NUMBER)[1]
    copy = protect(pdf, "tulip")
    keep_copy(ready, issue_of(ready, NUMBER), copy)
    put(ready, f"UPDATE issues SET {change}")
    assert state_of(ready, issue_of(ready, NUMBER)) == DAMAGED
    for genuine in (pdf, copy):
        with pytest.raises(Refused, match=f"The file of {NUMBER} that is kept here is damaged"):
            identify(ready, genuine)


def test_an_issue_that_was_given_another_number_is_damaged(ready: Workspace) -> None:
    pdf = files_of(ready, NUMBER)[1]
    with ready.act("tamper", "Tamper") as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for table in ("issues", "issue_files"):
            connection.exec_driver_sql(f"UPDATE {table} SET number = 'MER-S-2026-002'")
    (issue,) = issues(ready)
    assert (issue.number, state_of(ready, issue)) == ("MER-S-2026-002", DAMAGED)
    with pytest.raises(Refused, match="The file of MER-S-2026-002 that is kept here is damaged"):
        identify(ready, pdf)


def test_other_bytes_put_in_place_of_an_issue_with_their_hash_are_found_out_by_its_certificate(
    ready: Workspace,
) -> None:
    forged = files_of(ready, NUMBER)[1] + b"\n"
    put(ready, "UPDATE issue_files SET pdf = ?", forged)
    put(ready, "UPDATE issues SET sha256 = ?", sha256(forged).hexdigest())
    assert state_of(ready, issue_of(ready, NUMBER)) == DAMAGED
    with pytest.raises(Refused, match=f"The file of {NUMBER} that is kept here is damaged"):
        identify(ready, forged)


def test_an_open_file_is_no_copy_with_a_password_whatever_the_register_says(ready: Workspace) -> None:
    forged = files_of(ready, NUMBER)[1] + b"\n"
    keep_copy(ready, issue_of(ready, NUMBER), forged)
    assert identify(ready, forged).state == "altered"


def test_frozen_content_of_no_document_is_damaged_even_where_its_hashes_were_put_right(ready: Workspace) -> None:
    pdf = files_of(ready, NUMBER)[1]
    (kept,) = certificates_of(ready)
    for text in (b"[" * 50_000, b"{}", b"7", b'{"meta": 7}', b'{"meta": {}}', b"\xff"):
        name = sha256(text).hexdigest()
        put(ready, "UPDATE issue_files SET content = ?", text)
        put(ready, "UPDATE issues SET content_sha256 = ?", name)
        put(ready, "UPDATE issues SET certificate = ?", json.dumps({**kept, "content_sha256": name}))
        assert state_of(ready, issue_of(ready, NUMBER)) == DAMAGED
        with pytest.raises(Refused, match="kept here is damaged"):
            identify(ready, pdf)


def certificates_of(workspace: Workspace) -> list[Any]:
    """The certificates as they are kept."""
    with workspace.rows() as connection:
        return [json.loads(text) for text in column(connection, "SELECT certificate FROM issues")]
