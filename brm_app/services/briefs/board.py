"""The board pack: what is measured and what is not, each project with its owners, journeys, and every source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from brm_app.domain.content import (
    Answered,
    Box,
    Cell,
    Column,
    Facts,
    Heading,
    Paragraph,
    Run,
    Section,
    Sources,
    Table,
    plain,
)
from brm_app.services.briefs.benefits import benefits_sections, evidence_bar, money_facts, reading_table
from brm_app.services.briefs.decisions import decision_sections
from brm_app.services.briefs.journeys import journey_sections
from brm_app.services.briefs.material import Material, Story
from brm_app.services.briefs.shared import (
    EVIDENCE,
    NUMBERS,
    Parts,
    answers,
    brand,
    counted,
    led,
    listed,
    no_project,
    number_word,
    one_line,
    paired,
    promises,
    prose,
    quote,
    sentence,
    steps,
    unmeasured,
)
from brm_app.services.briefs.wording import RULE

_ANSWERS = 6


def cover(material: Material) -> Parts:
    """The totals by strength of evidence, and what the pack is about."""
    bar = evidence_bar(material)
    facts = (
        *(() if bar else money_facts(material)),
        ("Figures as of", material.words.long_day(material.words.as_of)),
        ("Projects", str(len(material.stories))),
    )
    return (*((bar,) if bar else ()), Facts(facts=facts))


def sections(material: Material) -> tuple[Section, ...]:
    """The pack in its order, without the parts that were switched off."""
    return tuple(section for name, make in _PARTS.items() if name not in material.off for section in make(material))


# Projects


def _projects(material: Material) -> tuple[Section, ...]:
    if not material.stories:
        return (no_project("pack"),)
    return (_chapter(material), *(_project(material, story) for story in material.stories))


def _chapter(material: Material) -> Section:
    """All projects at a glance."""
    columns = (
        Column(title="Project", width=0.4),
        Column(title="Unit", width=0.28),
        Column(title="Status", width=0.14),
        Column(title="Message", width=0.18),
    )
    rows = tuple(_overview(story) for story in material.stories)
    return Section(
        kind="projects",
        kicker="Projects",
        title=_projects_title(material),
        parts=(
            Paragraph(runs=plain(_how_many_told(material)), role="lead"),
            Table(columns=columns, rows=rows, caption="Projects with their status"),
        ),
    )


def _how_many_told(material: Material) -> str:
    told, every = sum(bool(story.messages) for story in material.stories), len(material.stories)
    if not told:
        return f"No project has an approved message for {material.whom} yet. Each is shown with its summary."
    have = "has" if told == 1 else "have"
    said = f"{sentence(counted(told, 'project'))} {have} an approved message for {material.whom}."
    others = "The other is shown with its" if every - told == 1 else "The others are shown with their"
    return said if told == every else f"{said} {others} summary, and {'says' if every - told == 1 else 'say'} so."


def _projects_title(material: Material) -> str:
    states = Counter(story.project.status for story in material.stories if story.project.status)
    every = counted(len(material.stories), "project")
    if not states:
        return sentence(f"{every}, {'with' if len(material.stories) == 1 else 'each with'} what is known of it today")
    said = listed(f"{number_word(n)} {state}" for state, n in states.most_common())
    return sentence(f"{every}: {said}")


_MARKS = {"on course": "good", "live": "good", "at risk": "warn", "paused": "warn", "late": "bad", "stopped": "bad"}


def _overview(story: Story) -> tuple[Cell, ...]:
    name, code_text = story.project.name, one_line(story.project.code)
    code = (Run(text=f"  {code_text}", style="quiet"),) if code_text and code_text != name else ()
    message = Cell(runs=plain("Approved"), mark="good") if story.messages else Cell(runs=plain("None approved"))
    return (
        Cell(runs=(Run(text=one_line(story.project.name), style="strong"), *code)),
        Cell(runs=plain(story.unit)),
        Cell(runs=plain(sentence(story.project.status)), mark=_MARKS.get(story.project.status, "")),
        message,
    )


def _project(material: Material, story: Story) -> Section:
    name = one_line(story.project.name)
    title = one_line(story.messages[0].headline) if story.messages else name
    return Section(
        kind="project", kicker=name, title=title, parts=_project_parts(material, story), record=story.record, level=2
    )


def _project_parts(material: Material, story: Story) -> Parts:
    project = story.project
    return (
        brand(story),
        *_facts(material, story),
        *_told(material, story),
        *paired(("What it is", project.summary), ("Why we do it", project.why)),
        *paired(("Until then", project.workaround), ("How it keeps out of the way", project.least_disruption)),
        *paired(("The lasting fix", project.permanent_fix), ("What it is worth", project.overall_value)),
        *_benefits(material, story),
        *((Heading(text="When it reaches whom"), steps(material.words, story.stops)) if story.stops else ()),
        *(quote(touchpoint) for touchpoint in story.quotes[:1]),
        *promises(story),
    )


def _facts(material: Material, story: Story) -> Parts:
    project, words = story.project, material.words
    status = sentence(project.status)
    if status and project.status_as_of:
        status += f", {words.day(project.status_as_of)}"
    live = words.long_day(project.live) if project.live else ""
    cost = f"{words.exact_money(project.adviser_cost)}" if project.adviser_cost is not None else ""
    said = (
        ("Status", status),
        *story.owners,
        ("Unit", story.unit),
        ("Live", live),
        ("Part of", project.theme),
        ("Adviser’s cost", cost),
    )
    facts = tuple((label, one_line(value)) for label, value in said if value)
    return (Facts(facts=facts),) if facts else ()


def _told(material: Material, story: Story) -> Parts:
    """The approved messages, or that there is none."""
    if not story.messages:
        return (Paragraph(runs=plain(material.nothing_approved), role="missing"),)
    first, *others = story.messages
    parts: tuple[object, ...] = (*prose(first.body), *led("What we ask of you.", first.what_to_do))
    for message in others:
        parts += (
            Heading(text=one_line(message.headline)),
            *prose(message.body),
            *led("What we ask of you.", message.what_to_do),
        )
    return parts


def _benefits(material: Material, story: Story) -> Parts:
    known = [proof for proof in story.proofs if proof.known]
    table = (Heading(text="What it brings"), reading_table(material, known)) if known else ()
    return (*table, *unmeasured(material, story.proofs))


# Words and sources


def _words(material: Material) -> tuple[Section, ...]:
    said = material.answered[:_ANSWERS]
    if not said:
        return ()
    part: Answered = answers(said)
    title = sentence(f"{counted(len(said), 'time')} people told us what hurts, and this is what we did")
    return (Section(kind="words", kicker="You said, we did", title=title, parts=(part,)),)


def _sources(material: Material) -> tuple[Section, ...]:
    if not material.figures:
        return ()
    classes = [(name, sum(figure.evidence == name for figure in material.figures)) for name in EVIDENCE]
    # One way of writing numbers in a sentence: all in digits where the first is.
    word = number_word if len(material.figures) < len(NUMBERS) else "{:,}".format
    said = listed(f"{word(number)} {name}" for name, number in classes if number)
    title = sentence(f"{counted(len(material.figures), 'figure')}: {said}")
    questions = (("Questions", "; ".join(who for _, who in material.contacts)),) if material.contacts else ()
    return (
        Section(
            kind="sources",
            kicker="Where every figure comes from",
            title=title,
            parts=(Sources(), Box(blocks=(("How figures are rounded", RULE), *questions))),
        ),
    )


_PARTS: dict[str, Callable[[Material], tuple[Section, ...]]] = {
    "decisions": decision_sections,
    "benefits": benefits_sections,
    "projects": _projects,
    "journeys": journey_sections,
    "words": _words,
    "sources": _sources,
}
