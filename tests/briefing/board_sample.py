"""A board pack like the kit's, to be changed by each test."""

from __future__ import annotations

import attrs

from brm_app.domain.content import (
    Bar,
    Bars,
    Box,
    Cell,
    Column,
    Curve,
    Document,
    EvidenceBar,
    EvidenceKey,
    Facts,
    Heading,
    Paragraph,
    Quote,
    Run,
    Section,
    Sources,
    Table,
    plain,
)
from tests.briefing.pieces import brand, figures, meta, row
from tests.briefing.staff_sample import waiting_project

_BARS = (
    ("CareChart", "Chart-hunting time, half counted", 1154, "$1,154 k", "estimated", "F4"),
    ("One Sign-on", "Clinical time, half counted", 721, "$721 k", "measured", "F1"),
    ("Pill Trail", "Wasted stock avoided", 240, "$240 k", "told", "F6"),
    ("Ward Wi-Fi", "Dropped calls and re-walks", 208, "$208 k", "estimated", "F5"),
    ("One Sign-on", "Fewer password resets", 180, "$180 k", "measured", "F2"),
    ("CareChart", "Duplicate tests avoided", 166, "$166 k", "measured", "F3"),
)
_ROWS = (
    ("One Sign-on, log-in time", "94 s", "20 s", "21 s", "measured", "31 Oct", "F1"),
    ("One Sign-on, resets a month", "1,910", "600", "840", "measured", "31 Oct", "F2"),
    ("CareChart, duplicate tests per 1,000", "61", "40", "48", "measured", "31 Oct", "F3"),
    ("CareChart, chart-hunting a shift", "38 min", "15 min", "22 min", "estimated", "31 Oct", "F4"),
    ("Ward Wi-Fi, dropped calls a week", "420", "60", "133", "estimated", "31 Oct", "F5"),
    ("Pill Trail, wasted stock", "9.1 %", "4.0 %", "not live", "told", "4 Nov", "F6"),
)
_TITLES = (
    ("Project and benefit", 0.415),
    ("Was", 0.095),
    ("Target", 0.09),
    ("Now", 0.095),
    ("Evidence", 0.155),
    ("As of", 0.09),
)


def benefits_table() -> Table:
    """Was, target and now of each benefit."""
    columns = (*(Column(title=t, width=w) for t, w in _TITLES), Column(title="Figure", width=0.06, align="right"))
    return Table(
        columns=columns,
        rows=tuple(
            (
                *row(name, was, target, now),
                Cell(runs=plain(evidence.capitalize()), evidence=evidence),
                Cell(runs=plain(as_of)),
                Cell(runs=plain(number), figure=number),
            )
            for name, was, target, now, evidence, as_of, number in _ROWS
        ),
        caption="Benefits with their readings",
    )


def next_steps() -> Table:
    """What turns estimates into measurements."""
    return Table(
        columns=(
            Column(title="", width=0.23),
            Column(title="", width=0.48),
            Column(title="", width=0.18),
            Column(title="", width=0.11, align="right"),
        ),
        rows=(
            row(
                "CareChart, $1,154 k",
                "Repeat the two-ward time study on six wards, with nursing as observers",
                "Director of Nursing",
                "26 Feb",
            ),
            row(
                "Ward Wi-Fi, $208 k",
                "Read dropped calls from all four homes after go-live",
                "Networks manager",
                "31 Jan",
            ),
        ),
        caption="Next steps",
        header=False,
    )


def benefits_section() -> Section:
    """Benefits in money."""
    return Section(
        kind="benefits",
        kicker="Benefits in money",
        title="$1.07 m a year is measured. A further $1.36 m is estimated, and we do not ask you to bank it",
        changed=True,
        parts=(
            Bars(
                bars=tuple(
                    Bar(label=a, sublabel=b, value=v, text=t, evidence=e, figure=f) for a, b, v, t, e, f in _BARS
                ),
                alt="Six benefits",
            ),
            benefits_table(),
            EvidenceKey(
                measured="Measured in our own systems",
                estimated="Estimated, method in the sources",
                told="Told to us, not checked",
            ),
            Heading(text="What it takes to turn the estimates into measurements"),
            next_steps(),
        ),
    )


def board_project() -> Section:
    """A project in the board pack."""
    parts = (
        brand(),
        Facts(
            facts=(
                ("Status", "Live on 11 wards"),
                ("Owner in the business", "Director of Nursing"),
                ("Owner in IT", "Identity manager"),
                ("Unit", "Acute Care"),
            )
        ),
        Paragraph(
            runs=(
                Run(text="A nurse logs in eleven times a shift. "),
                Run(text="$721 k a year", style="strong", figure="F1"),
                Run(text=" of clinical time comes back, half counted."),
            )
        ),
        Heading(text="Why we do it"),
        Paragraph(
            runs=plain("Every log-in took a minute and a half, and people shared passwords to get on with their work.")
        ),
        Quote(text="I used to plan my round around the computers.", speaker="Registered nurse, quoted with consent"),
    )
    return Section(
        kind="project",
        kicker="One Sign-on",
        title="Log-in time fell from 94 to 21 seconds on eleven wards",
        parts=parts,
        record="projects/1",
        level=2,
    )


def journey_section() -> Section:
    """A journey with its moments of truth."""
    return Section(
        kind="journey",
        kicker="New nurse, first month",
        title="Two moments of truth fall short of what a new nurse expects",
        record="journeys/1",
        parts=(
            Paragraph(
                runs=plain("Registered nurse, Medical Wards. Rotating shifts, no desk of their own."), role="lead"
            ),
            Curve(
                stages=(
                    "Contract signed",
                    "Before day one",
                    "First shift",
                    "First week",
                    "Asks for help",
                    "Settled in",
                ),
                truths=(False, False, True, False, True, False),
                expected=(1.0, 1.0, 1.0, 0.5, 0.5, 1.2),
                experienced=(0.4, -0.8, -1.6, 0.3, -1.1, 1.5),
                counts=(4, 6, 9, 7, 10, 2),
                alt="Expected and told mood over six stages",
            ),
            Heading(text="Moments of truth"),
            Table(
                columns=(
                    Column(title="Stage", width=0.2),
                    Column(title="What they said", width=0.5),
                    Column(title="Gap", width=0.1, align="right"),
                    Column(title="State", width=0.2),
                ),
                rows=(
                    (
                        *row("First shift", "I borrowed a log-in until Thursday.", "2.6"),
                        Cell(runs=plain("Missed"), mark="bad"),
                    ),
                    (
                        *row("Asks for help", "Eleven minutes, then told to restart.", "1.6"),
                        Cell(runs=plain("Watch"), mark="warn"),
                    ),
                ),
                caption="Moments of truth",
            ),
        ),
    )


def board(**changes: object) -> Document:
    """The board pack of the kit, as far as it exists."""
    segments = (
        Bar(
            label="Measured",
            sublabel="Counted from our own systems",
            value=1.07,
            text="$1.07 m measured",
            evidence="measured",
        ),
        Bar(
            label="Estimated",
            sublabel="Modelled, method in the sources",
            value=1.36,
            text="$1.36 m estimated",
            evidence="estimated",
        ),
        Bar(label="Told", sublabel="Claimed by a supplier", value=0.24, text="$0.24 m told", evidence="told"),
    )
    chapter = Section(
        kind="projects",
        kicker="Projects",
        title="One project is live and two wait for their message",
        parts=(Paragraph(runs=plain("Each with its owners, why we do it, and what it is worth."), role="lead"),),
    )
    sources = Section(
        kind="sources",
        kicker="Where every figure comes from",
        title="Six figures, each with a named owner",
        parts=(
            Paragraph(
                runs=plain("Figures are worked out from unrounded readings and rounded once, when shown."), role="lead"
            ),
            Sources(),
            Box(
                blocks=(
                    ("Rounding", "Money from 1 m to three digits, from 10 k to whole thousands."),
                    ("Questions", "Chief Information Officer, or your liaison, extension 4410."),
                )
            ),
        ),
    )
    return Document(
        meta=meta("board", **changes),
        cover=(
            EvidenceBar(caption="Benefit a year by strength of evidence", segments=segments, alt="Three classes"),
            Facts(facts=(("Figures as of", "31 October 2026"), ("Projects", "3"))),
        ),
        sections=(
            benefits_section(),
            chapter,
            board_project(),
            under(waiting_project("CareChart", "One chart for the whole stay, on every screen. " * 6)),
            under(waiting_project("Pill Trail", "Every pill is counted once, from the dispensary to the bed. " * 9)),
            journey_section(),
            sources,
        ),
        figures=figures(),
    )


def under(section: Section) -> Section:
    """The section under a chapter."""
    return attrs.evolve(section, level=2)


def with_part(part: object) -> Document:
    """A pack with one page behind its cover, on which that stands."""
    return attrs.evolve(board(), sections=(Section(kind="words", kicker="Words", title="Words", parts=(part,)),))
