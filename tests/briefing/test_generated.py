"""Whatever content is made, it is typeset, soundly, and each of its words can be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brm_app.briefing import typeset
from brm_app.domain import asking
from brm_app.domain import content as c
from tests.briefing.checked import failed_rules
from tests.briefing.pieces import BADGE, meta, picture
from tests.briefing.printed import Printed

_words = st.text(alphabet="abcdefghijklmnop ", max_size=400).map(str.strip)
_wild = st.text(max_size=60)
_text = st.one_of(_words, _wild)
_evidence = st.sampled_from(["measured", "estimated", "told"])
_number = st.floats(-1e9, 1e9)
_share = st.floats(0.05, 1)
_runs = st.lists(
    st.builds(c.Run, text=_text, style=st.sampled_from(["plain", "strong", "emphasis", "quiet"]), figure=st.just("F1")),
    max_size=4,
).map(tuple)
_paragraph = st.builds(c.Paragraph, runs=_runs, role=st.sampled_from(["body", "lead", "note", "missing"]))
_heading = st.builds(c.Heading, text=_text)
_bar = st.builds(c.Bar, label=_text, sublabel=_text, value=_number, text=_text, evidence=_evidence)
_blocks = st.lists(st.one_of(_heading, _paragraph), max_size=4).map(tuple)
_pairs = st.lists(st.tuples(_text, _text), max_size=5).map(tuple)


@st.composite
def _table(draw: st.DrawFn) -> c.Table:
    count = draw(st.integers(1, 6))
    columns = [c.Column(title=draw(_text), width=draw(_share), align="right") for _ in range(count)]
    cell = st.builds(c.Cell, runs=_runs, evidence=st.one_of(st.just(""), _evidence), mark=st.sampled_from(["", "bad"]))
    rows = draw(st.lists(st.lists(cell, min_size=count, max_size=count).map(tuple), max_size=8))
    return c.Table(columns=tuple(columns), rows=tuple(rows), caption="", header=draw(st.booleans()))


@st.composite
def _curve(draw: st.DrawFn) -> c.Curve:
    count = draw(st.integers(0, 12))
    moods = st.lists(st.one_of(st.none(), st.floats(-2, 2)), min_size=count, max_size=count).map(tuple)
    return c.Curve(
        stages=tuple(draw(_text) for _ in range(count)),
        truths=tuple(draw(st.booleans()) for _ in range(count)),
        expected=draw(moods),
        experienced=draw(moods),
        counts=tuple(draw(st.integers(0, 99)) for _ in range(count)),
        alt="",
    )


_parts: st.SearchStrategy[Any] = st.one_of(
    _heading,
    _paragraph,
    _table(),
    _curve(),
    st.builds(c.Brand, name=_text, tagline=_text, logo=st.one_of(st.none(), st.just(picture(BADGE.encode())))),
    st.builds(c.Quote, text=_text, speaker=_text),
    st.builds(c.Answered, pairs=_pairs),
    st.builds(
        c.BigCards, cards=st.lists(st.builds(c.BigCard, big=_text, name=_text, text=_text), max_size=3).map(tuple)
    ),
    st.builds(
        c.BeforeNow,
        big=_text,
        caption=_text,
        before=_number,
        before_text=_text,
        now=_number,
        now_text=_text,
        evidence=_evidence,
        note=_text,
        alt=st.just(""),
    ),
    st.builds(c.Bars, bars=st.lists(_bar, max_size=8).map(tuple), alt=st.just("")),
    st.builds(c.EvidenceBar, caption=_text, segments=st.lists(_bar, max_size=3).map(tuple), alt=st.just("")),
    st.builds(
        c.Steps,
        steps=st.lists(st.builds(c.Step, name=_text, when=_text, done=st.booleans()), max_size=9).map(tuple),
        alt=st.just(""),
    ),
    st.builds(c.EvidenceKey, measured=_text, estimated=_text, told=_text),
    st.builds(c.Columns, left=_blocks, right=_blocks),
    st.builds(c.Facts, facts=_pairs),
    st.builds(c.Box, blocks=_pairs),
    st.just(c.Sources()),
    st.builds(
        asking.Situation,
        heading=_text,
        parts=_blocks,
        cost=st.one_of(st.none(), st.builds(asking.CostOfWaiting, title=_text, big=_text, text=_text, note=_text)),
    ),
    st.builds(
        asking.Choices,
        choices=st.lists(
            st.builds(
                asking.Choice,
                label=_text,
                name=_text,
                big=_text,
                text=_text,
                effect=_text,
                recommended=st.booleans(),
            ),
            max_size=5,
        ).map(tuple),
    ),
    st.builds(asking.Asked, text=_text, facts=_pairs),
)
_ASKING = (asking.Situation, asking.CostOfWaiting, asking.Choices, asking.Choice, asking.Asked)
_figure = c.Figure(number="F1", label="A figure", text="$1 k", record="benefits/1", as_of="", evidence="told")
_sections = st.lists(
    st.builds(
        c.Section,
        kind=st.sampled_from(["project", "benefits"]),
        kicker=_text,
        title=_text,
        parts=st.lists(_parts, max_size=6).map(tuple),
        level=st.integers(1, 3),
        changed=st.booleans(),
    ),
    max_size=5,
).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> c.Document:
    """Any content of either look."""
    look = draw(st.sampled_from(["staff", "board"]))
    size = draw(st.sampled_from(["A4", "Letter"]))
    return c.Document(
        meta=meta(look, title=draw(_text), intro=draw(_text), organisation=draw(_text), page_size=size),
        cover=draw(st.lists(_parts, max_size=3).map(tuple)),
        sections=draw(_sections),
        figures=(_figure,),
        contact=draw(st.one_of(st.none(), st.builds(c.Box, blocks=_pairs))),
    )


def _strings(value: Any) -> list[str]:
    """The texts that readers see, as they were put in."""
    if isinstance(
        value,
        (c.Run, c.Paragraph, c.Columns, c.Section, c.Heading, c.Quote, c.Answered, c.Box, c.Step, c.Bar, *_ASKING),
    ):
        names = {a.name for a in attrs.fields(type(value))} - {"style", "figure", "role", "kind", "evidence", "record"}
        return [text for name in sorted(names) for text in _strings(getattr(value, name))]
    if isinstance(value, tuple):
        return [text for item in value for text in _strings(item)]
    return [value] if isinstance(value, str) else []


def _check(content: c.Document) -> None:
    printed = Printed(typeset(content))
    assert printed.faults() == []
    assert failed_rules(printed.result.pdf) == []
    assert all(printed.fonts().values())
    found = re.sub(r"\s", "", printed.text)
    for text in _strings(content.sections):
        for word in re.findall(r"[a-p]{2,20}", text):  # longer ones may be broken over lines
            assert word in found


def test_any_content_is_typeset_without_a_fault_or_a_lost_word(counted: Callable[[int, int], int]) -> None:
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run = settings(deadline=None, max_examples=counted(50, 1500), suppress_health_check=slow)
    run(given(documents())(_check))()
