"""Typesetting in its own process reports, stops when asked, stays warm, and survives a crash."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO

import attrs
import pikepdf
import pytest

from brm_app.briefing import Appendix, Typesetter, page_text, typeset
from brm_app.briefing import process as processes
from brm_app.briefing.press import Press
from brm_app.briefing.proof import prove
from brm_app.domain.content import Column, Document, Section, Table
from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.issues import Behind
from tests.briefing.board_sample import board
from tests.briefing.pieces import row
from tests.briefing.staff_sample import staff


@pytest.fixture
def press() -> Iterator[Typesetter]:
    made = Typesetter()
    yield made
    made.close()
    assert multiprocessing.active_children() == []


def child() -> int:
    (only,) = multiprocessing.active_children()
    assert only.pid
    return only.pid


def long_section() -> Document:
    """One table that takes seconds to set, with nothing in between where typesetting asks whether to stop."""
    rows = tuple(row(f"Row {number}", "x") for number in range(40_000))
    table = Table(columns=(Column(title="A", width=1), Column(title="B", width=1)), rows=rows, caption="")
    return attrs.evolve(board(), sections=(Section(kind="words", kicker="W", title="W", parts=(table,)),))


def test_the_process_gives_the_same_bytes_and_reports_each_page(press: Typesetter) -> None:
    told: list[int] = []
    result = press.typeset(board(), told.append)
    assert result == typeset(board())
    assert told == list(range(1, result.pages + 1))


def test_a_warm_process_gives_the_bytes_of_a_cold_one(press: Typesetter) -> None:
    cold = press.typeset(board())
    first = child()
    press.typeset(staff())
    assert press.typeset(board()) == cold
    assert child() == first


def test_a_stopped_job_leaves_the_process_ready_for_the_next(press: Typesetter) -> None:
    told: list[int] = []
    expected = press.typeset(board())
    first = child()
    with pytest.raises(Cancelled):
        press.typeset(board(), told.append, lambda: len(told) > 1)
    assert press.typeset(board()) == expected
    assert child() == first


def test_a_job_that_does_not_stop_is_ended_within_half_a_second(press: Typesetter) -> None:
    press.typeset(staff())
    first = child()
    wished: list[float] = []

    def wish() -> bool:
        wished.append(time.monotonic())
        return True

    with pytest.raises(Cancelled):
        press.typeset(long_section(), None, wish)
    assert time.monotonic() - wished[0] < 0.5
    assert child() != first, "a fresh process is ready at once"


def test_a_job_waits_for_the_one_before_and_can_be_cancelled_meanwhile(press: Typesetter) -> None:
    def meanwhile(page: int) -> None:
        if page == 1:
            with pytest.raises(Cancelled):
                press.typeset(staff(), None, lambda: True)

    assert press.typeset(board(), meanwhile).pages > 1


def test_a_crash_is_a_sentence_and_the_next_job_works(press: Typesetter, capfd: pytest.CaptureFixture[str]) -> None:
    broken = attrs.evolve(board(), sections=(Section(kind="words", kicker="W", title="W", parts=("no part",)),))
    with pytest.raises(Refused, match="could not be typeset"):
        press.typeset(broken)
    assert "cannot be typeset" in capfd.readouterr().err
    assert press.typeset(staff()).pages


def test_a_fresh_process_takes_over_after_many_jobs(press: Typesetter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_MOST_JOBS", 2)
    press.typeset(staff())
    first = child()
    press.typeset(staff())
    assert child() != first


def test_no_process_outlives_a_program_that_is_killed() -> None:
    code = (
        "import os, signal\n"
        "from brm_app.briefing import Typesetter\n"
        "from tests.briefing.staff_sample import staff\n"
        "Typesetter().typeset(staff(), lambda page: os.kill(os.getpid(), signal.SIGTERM))\n"
    )
    # The helper holds the program's output open: this returns only when both are gone.
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode != 0
    assert ended.stderr == ""


SECRET = Behind("The supplier has missed two of its three dates", "projects/1", "note")


def test_the_process_searches_a_file_too_and_typesets_on(press: Typesetter) -> None:
    made = press.typeset(staff())
    printed = Behind(page_text(made.pdf, 0).splitlines()[0], "projects/1", "name")
    proved = press.prove(made.pdf, iter((SECRET, printed)), staff(), lambda: False)
    assert {hit.behind for hit in proved.hits} == {printed}
    assert proved == prove(made.pdf, (SECRET, printed), staff())
    first = child()
    assert press.typeset(staff()) == made
    assert child() == first


def test_a_stopped_search_leaves_the_process_ready_for_the_next(press: Typesetter) -> None:
    made = press.typeset(board())
    texts = (attrs.evolve(SECRET, text=f"{SECRET.text} {number}") for number in range(100_000))
    asked = iter((False, False, True))
    with pytest.raises(Cancelled):
        press.prove(made.pdf, texts, staff(), lambda: next(asked))
    assert press.typeset(board()) == made


def test_the_process_prints_with_appendices_as_the_press_does(press: Typesetter) -> None:
    behind = (Appendix("Plan", typeset(staff()).pdf),)
    told: list[int] = []
    assert press.printed(board(), behind, told.append) == Press(typeset, behind).printed(board())
    assert told


def test_the_process_locks_a_copy_and_refuses_a_password_that_can_t(press: Typesetter) -> None:
    whole = typeset(staff()).pdf
    with pikepdf.open(BytesIO(press.locked(whole, "tulip")), password="tulip") as document:
        assert document.is_encrypted
    for wrong in ("", "  ", "x" * 128, "a\ud800"):
        with pytest.raises(Refused, match="password"):
            press.locked(whole, wrong)


def test_an_appendix_that_is_none_is_refused_with_its_own_sentence(press: Typesetter) -> None:
    with pytest.raises(Refused) as here:
        Press(typeset, (Appendix("Plan", b"no PDF"),)).printed(board())
    with pytest.raises(Refused) as there:
        press.printed(board(), (Appendix("Plan", b"no PDF"),))
    assert str(there.value) == str(here.value)
    assert press.typeset(staff()).pages


def test_who_prints_in_the_process_never_loads_the_pdf_libraries() -> None:
    script = (
        "import sys\n"
        "from brm_app.briefing import Printer, Typesetter, locked_apart, typeset_apart\n"
        "from tests.briefing.staff_sample import staff\n"
        "if __name__ == '__main__':\n"
        "    assert locked_apart(typeset_apart(staff()).pdf, 'tulip')\n"
        "    press = Printer(Typesetter())\n"
        "    press.prove(press.printed(staff()).pdf, (), staff())\n"
        "    press.typesetter.close()\n"
        "    print({'pikepdf', 'reportlab'} & set(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "set()", done.stderr
