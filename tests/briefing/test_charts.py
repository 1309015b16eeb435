"""Charts start at zero and say the value of everything that matters."""

from __future__ import annotations

import attrs
import pytest

from brm_app.briefing import typeset
from brm_app.briefing.charts import scale_for
from brm_app.briefing.sources import day
from brm_app.domain.content import Bar, Bars, EvidenceBar
from brm_app.domain.moods import signed
from tests.briefing.board_sample import board, journey_section, with_part
from tests.briefing.printed import Printed


def test_bars_start_at_zero_and_share_one_scale() -> None:
    scale = scale_for([50, 100], left=10, room=200)
    assert scale.span(100) == (10, 200)
    assert scale.span(50) == (10, 100)


def test_negative_bars_run_to_the_left_of_zero() -> None:
    scale = scale_for([-50, 150], left=0, room=200)
    assert scale.span(-50) == (0, 50)
    assert scale.span(150) == (50, 150)


def test_bars_without_values_are_still_labelled() -> None:
    bars = Bars(bars=(Bar(label="Nothing yet", sublabel="", value=0, text="$0", evidence="told"),), alt="")
    assert {"Nothing", "$0"} <= Printed(typeset(with_part(bars))).words


def test_each_evidence_class_is_named_and_none_is_added_to_another() -> None:
    segments = tuple(
        Bar(label=kind, sublabel=f"Said of {kind}", value=value, text=f"${value} k {kind}", evidence=kind)
        for kind, value in (("measured", 1), ("estimated", 900), ("told", 1))
    )
    text = Printed(typeset(with_part(EvidenceBar(caption="A year", segments=segments, alt="")))).text
    for kind, value in (("measured", 1), ("estimated", 900), ("told", 1)):
        assert f"${value} k {kind}" in text
        assert f"Said of {kind}" in text
    assert "902" not in text


def test_a_journey_prints_mood_and_count_of_every_stage() -> None:
    text = Printed(typeset(attrs.evolve(board(), sections=(journey_section(),)))).text
    for told in ("+0.4, 4", "−0.8, 6", "−1.6, 9", "+0.3, 7", "−1.1, 10", "+1.5, 2"):
        assert told in text


@pytest.mark.parametrize(("value", "said"), [(0.44, "+0.4"), (-1.6, "−1.6"), (0.04, "0.0"), (-0.04, "0.0")])
def test_moods_carry_their_sign(value: float, said: str) -> None:
    assert signed(value) == said


def test_dates_are_written_as_the_organisation_writes_them() -> None:
    assert day("2026-10-31", "en-US") == "31 Oct 2026"
    assert day("2026-10-31", "de-DE") == "31 Okt. 2026"
    assert day("2026-10-31", "no such language") == "2026-10-31"
    assert day("soon", "en-US") == "soon"
