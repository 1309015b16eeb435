"""Briefings as the typesetter gets them: a staff one and a board one like the kit's, to be changed by each test."""

from __future__ import annotations

import base64

from brm_app.domain.content import (
    Answered,
    Bar,
    Bars,
    BeforeNow,
    BigCard,
    BigCards,
    Box,
    Brand,
    Cell,
    Column,
    Columns,
    Curve,
    Document,
    EvidenceBar,
    EvidenceKey,
    Facts,
    Figure,
    Heading,
    Meta,
    Paragraph,
    Picture,
    Quote,
    Run,
    Section,
    Sources,
    Step,
    Steps,
    Table,
    plain,
)

BADGE = """<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">
<rect width="256" height="256" rx="44" fill="#34327B"/>
<g fill="none" stroke="#F4B740" stroke-width="12" stroke-linejoin="round">
<rect x="84" y="82" width="88" height="104" rx="12"/><rect x="112" y="66" width="32" height="24" rx="4"/>
<circle cx="128" cy="126" r="14"/><path d="M104 164 q24 -26 48 0"/></g></svg>"""


def picture(data: bytes, media_type: str = "image/svg+xml") -> Picture:
    """Those bytes as a logo."""
    return Picture(media_type=media_type, data=base64.b64encode(data).decode(), alt="A badge")


def meta(look: str, **changes: object) -> Meta:
    """What is true of the whole sample."""
    board = look == "board"
    values: dict[str, object] = {
        "look": look,
        "organisation": "Meridian Health",
        "audience": "Board" if board else "Staff",
        "title": "$1.07 m a year is now measured, not promised"
        if board
        else "Less typing, less walking, more time with people",
        "kicker": "IT board pack, fourth quarter 2026" if board else "IT news for staff, November 2026",
        "short_kicker": "IT board pack, Q4 2026" if board else "IT news for staff, November 2026",
        "intro": "Two projects deliver what was promised. Two are estimated and one is only claimed by its supplier."
        if board
        else "Three things change this winter. Here is the time you get back, what you need to do, and where to find us.",
        "marking": "For the board. Not for wider circulation."
        if board
        else "For everyone on the wards and in the homes",
        "as_of": "2026-10-31",
        "as_of_text": "31 October 2026",
        "page_size": "A4",
        "language": "en-US",
    }
    return Meta(**{**values, **changes})  # type: ignore[arg-type]


def brand(name: str = "One Sign-on", tagline: str = "Tap your badge. You’re in.", logo: bool = True) -> Brand:
    """A project's head."""
    return Brand(
        name=name,
        tagline=tagline,
        logo=picture(BADGE.encode()) if logo else None,
        colour="#34327B",
        second_colour="#F4B740",
    )


def row(*texts: str) -> tuple[Cell, ...]:
    """A row of plain cells."""
    return tuple(Cell(runs=plain(text)) for text in texts)


def places_table() -> Table:
    """Where to find us."""
    rows = (
        ("Elm Court", "Beside the lunch room", "Thursdays, 12:00 to 14:00"),
        ("Main site", "Front entrance, by the coffee cart", "Weekdays, 07:00 to 10:00"),
        ("Harbour View", "Activity room", "1 and 3 December, 13:00 to 15:00"),
    )
    return Table(
        columns=(Column(title="Site", width=0.23), Column(title="Where", width=0.37), Column(title="When", width=0.4)),
        rows=tuple(
            (Cell(runs=(Run(text=site, style="strong"),)), Cell(runs=plain(where)), Cell(runs=plain(when)))
            for site, where, when in rows
        ),
        caption="Where to find us",
        header=False,
    )


def staff_project() -> Section:
    """One page of the staff briefing."""
    parts = (
        brand(),
        BeforeNow(
            big="14 min",
            caption="back in every shift",
            before=94,
            before_text="94 seconds",
            now=21,
            now_text="21 seconds",
            evidence="measured",
            note="One log-in, measured on eleven wards. You log in 11 or 12 times a shift.",
            alt="A log-in took 94 seconds and takes 21 now.",
            figure="F1",
        ),
        Columns(
            left=(
                Heading(text="What changes for you"),
                Paragraph(
                    runs=plain(
                        "Tap your badge on the reader and type a four-figure code once a shift. After that, a tap is "
                        "enough on any ward computer. Walk away and it locks itself."
                    )
                ),
            ),
            right=(
                Heading(text="What you need to do"),
                Paragraph(
                    runs=plain(
                        "Bring your badge to the tech bar once. It takes four minutes and we set your code with you. "
                        "Without a badge, your password still works."
                    )
                ),
            ),
        ),
        Heading(text="When it reaches you"),
        Steps(
            steps=(
                Step(name="Acute Care", when="Done in October", done=True),
                Step(name="Pharmacy", when="Done 9 November", done=True),
                Step(name="Residential Living", when="8 to 12 December", done=False),
                Step(name="Community Health", when="January, date to follow", done=False),
            ),
            alt="Four stops, two done.",
        ),
        Quote(
            text="I used to plan my round around the computers. Now I plan it around the patients.",
            speaker="Registered nurse, pilot group, Ward 4B",
        ),
        Heading(text="Where to find us"),
        places_table(),
    )
    return Section(kind="project", kicker="One Sign-on", title="One Sign-on", parts=parts, record="projects/1")


def waiting_project(name: str, summary: str) -> Section:
    """A project without an approved message."""
    parts = (
        brand(name, "", logo=False),
        Paragraph(runs=plain("No message for this audience has been approved yet."), role="missing"),
        Paragraph(runs=plain(summary)),
    )
    return Section(kind="project", kicker=name, title=name, parts=parts, record=f"projects/{name}", level=1)


CONTACT = Box(
    blocks=(
        ("Wards", "Liaison, Acute Care, ext. 4402"),
        ("Homes", "Liaison, Residential, ext. 4405"),
        ("Anything else, any time", "Service desk, ext. 4400, to 22:00"),
    )
)


def staff(**changes: object) -> Document:
    """The staff briefing of the kit."""
    cards = BigCards(
        cards=(
            BigCard(
                big="14 min",
                name="One Sign-on",
                text="Back in every shift. Tap your badge instead of typing.",
                figure="F1",
            ),
            BigCard(
                big="16 min", name="CareChart", text="Less time hunting for charts, every shift. Our best estimate."
            ),
            BigCard(big="1 Dec", name="Ward Wi-Fi", text="Calls stop dropping in all four homes."),
        )
    )
    answered = Answered(
        pairs=(
            ("I log in eleven times before lunch.", "You now tap once. The median log-in went from 94 to 21 seconds."),
            ("Nobody picks up after eight.", "The service desk now answers until ten at night, every day."),
            (
                "The home phone dies by the lift.",
                "Not fixed yet. We measured it on 12 November; two new points go in on the 26th.",
            ),
        )
    )
    return Document(
        meta=meta("staff", **changes),
        cover=(cards, Heading(text="You said, we did"), answered),
        sections=(
            staff_project(),
            waiting_project("CareChart", "One chart for the whole stay, on every screen."),
            waiting_project("Pill Trail", "Every pill is counted once, from the dispensary to the bed."),
        ),
        figures=(figures()[0],),
        contact=CONTACT,
    )


_FIGURES = (
    ("$721 k", "clinical time", "14 min × 640 staff × 210 shifts × $46 an hour, half counted", "Log-in records, 4,212 sessions", "Director of Nursing", "measured", 721),
    ("$180 k", "resets", "1,070 fewer a month × 12 × $14", "Service desk", "Service desk manager", "measured", 180),
    ("$166 k", "duplicate tests", "13 fewer per 1,000 × 41,200 admissions × $310", "Laboratory system", "Director of Medicine", "measured", 166),
    ("$1,154 k", "chart time", "16 min × 896 nurses × 210 shifts × $46, half counted", "Time study, two wards", "Director of Nursing", "estimated", 1154),
    ("$208 k", "calls", "287 fewer a week × 52 × $13.94", "Exchange logs, two wards", "Networks manager", "estimated", 208),
    ("$240 k", "stock", "Supplier case, not checked", "Supplier letter, 4 Nov", "Director of Pharmacy", "told", 240),
)  # fmt: skip


def figures() -> tuple[Figure, ...]:
    """The passports of the sample's figures."""
    return tuple(
        Figure(
            number=f"F{number}",
            label=label,
            text=text,
            record=f"benefits/{number}",
            as_of="2026-10-31",
            evidence=evidence,
            owner=owner,
            source=source,
            derivation=derivation,
            value=float(value),
            unit="USD",
        )
        for number, (text, label, derivation, source, owner, evidence, value) in enumerate(_FIGURES, 1)
    )


def benefits_section() -> Section:
    """Benefits in money."""
    bars = (
        ("CareChart", "Chart-hunting time, half counted", 1154, "$1,154 k", "estimated", "F4"),
        ("One Sign-on", "Clinical time, half counted", 721, "$721 k", "measured", "F1"),
        ("Pill Trail", "Wasted stock avoided", 240, "$240 k", "told", "F6"),
        ("Ward Wi-Fi", "Dropped calls and re-walks", 208, "$208 k", "estimated", "F5"),
        ("One Sign-on", "Fewer password resets", 180, "$180 k", "measured", "F2"),
        ("CareChart", "Duplicate tests avoided", 166, "$166 k", "measured", "F3"),
    )
    rows = (
        ("One Sign-on, log-in time", "94 s", "20 s", "21 s", "measured", "31 Oct", "F1"),
        ("One Sign-on, resets a month", "1,910", "600", "840", "measured", "31 Oct", "F2"),
        ("CareChart, duplicate tests per 1,000", "61", "40", "48", "measured", "31 Oct", "F3"),
        ("CareChart, chart-hunting a shift", "38 min", "15 min", "22 min", "estimated", "31 Oct", "F4"),
        ("Ward Wi-Fi, dropped calls a week", "420", "60", "133", "estimated", "31 Oct", "F5"),
        ("Pill Trail, wasted stock", "9.1 %", "4.0 %", "not live", "told", "4 Nov", "F6"),
    )
    titles = (
        ("Project and benefit", 0.415),
        ("Was", 0.095),
        ("Target", 0.09),
        ("Now", 0.095),
        ("Evidence", 0.155),
        ("As of", 0.09),
    )
    columns = (*(Column(title=t, width=w) for t, w in titles), Column(title="Figure", width=0.06, align="right"))
    table = Table(
        columns=columns,
        rows=tuple(
            (
                *row(name, was, target, now),
                Cell(runs=plain(evidence.capitalize()), evidence=evidence),
                Cell(runs=plain(as_of)),
                Cell(runs=plain(number), figure=number),
            )
            for name, was, target, now, evidence, as_of, number in rows
        ),
        caption="Benefits with their readings",
    )
    next_steps = Table(
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
    return Section(
        kind="benefits",
        kicker="Benefits in money",
        title="$1.07 m a year is measured. A further $1.36 m is estimated, and we do not ask you to bank it",
        changed=True,
        parts=(
            Bars(
                bars=tuple(
                    Bar(label=a, sublabel=b, value=v, text=t, evidence=e, figure=f) for a, b, v, t, e, f in bars
                ),
                alt="Six benefits",
            ),
            table,
            EvidenceKey(
                measured="Measured in our own systems",
                estimated="Estimated, method in the sources",
                told="Told to us, not checked",
            ),
            Heading(text="What it takes to turn the estimates into measurements"),
            next_steps,
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
            attrs_level(waiting_project("CareChart", "One chart for the whole stay, on every screen. " * 6)),
            attrs_level(
                waiting_project("Pill Trail", "Every pill is counted once, from the dispensary to the bed. " * 9)
            ),
            journey_section(),
            sources,
        ),
        figures=figures(),
    )


def attrs_level(section: Section) -> Section:
    """The section under a chapter."""
    import attrs

    return attrs.evolve(section, level=2)
