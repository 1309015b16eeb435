"""Typesetting in its own process reports, stops when asked, and survives a crash."""

from __future__ import annotations

import multiprocessing

import attrs
import pytest

from brm_app.briefing import typeset, typeset_in_process
from brm_app.domain.content import Column, Section, Table
from brm_app.domain.errors import Cancelled, Refused
from tests.briefing.board_sample import board
from tests.briefing.pieces import row


def test_the_process_gives_the_same_bytes_and_reports_each_page() -> None:
    told: list[int] = []
    result = typeset_in_process(board(), told.append)
    assert result == typeset(board())
    assert told == list(range(1, result.pages + 1))


def test_cancelling_ends_the_process_in_the_middle() -> None:
    rows = tuple(row(f"Row {number}", "x") for number in range(4000))
    table = Table(columns=(Column(title="A", width=1), Column(title="B", width=1)), rows=rows, caption="")
    long = attrs.evolve(board(), sections=(Section(kind="words", kicker="W", title="W", parts=(table,)),))
    told: list[int] = []
    with pytest.raises(Cancelled):
        typeset_in_process(long, told.append, lambda: len(told) > 2)
    assert told
    assert multiprocessing.active_children() == []


def test_a_crash_is_a_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    broken = attrs.evolve(board(), sections=(Section(kind="words", kicker="W", title="W", parts=("no part",)),))
    with pytest.raises(Refused, match="could not be typeset"):
        typeset_in_process(broken)
    assert "cannot be typeset" in capfd.readouterr().err
