"""A staff briefing like the kit's, to be changed by each test."""

from __future__ import annotations

from brm_app.domain.content import (
    Answered,
    BeforeNow,
    BigCard,
    BigCards,
    Box,
    Columns,
    Document,
    Heading,
    Paragraph,
    Quote,
    Section,
    Step,
    Steps,
    plain,
)
from tests.briefing.pieces import brand, figures, meta, places_table


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
