"""Parts that the staff briefing and the board pack have in common."""

from __future__ import annotations

from collections.abc import Iterable

from brm_app.domain.content import (
    Answered,
    Brand,
    Cell,
    Column,
    Columns,
    Heading,
    Paragraph,
    Quote,
    Run,
    Section,
    Steps,
    Table,
    plain,
)
from brm_app.domain.content import Step as Stage
from brm_app.domain.records import Touchpoint
from brm_app.domain.text import plural
from brm_app.services.briefs.material import Material, Proof, Stop, Story
from brm_app.services.briefs.wording import Words

Parts = tuple[object, ...]
_BESIDE = 400  # characters of a text that still reads well in half the width
EVIDENCE = ("measured", "estimated", "told")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PERIOD_WORDS = {"measured": "measured on", "estimated": "estimated on", "told": "told to us on"}


def prose(text: str, role: str = "body") -> tuple[Paragraph, ...]:
    """The lines of a text as paragraphs; empty lines part them and are not printed."""
    return tuple(Paragraph(runs=plain(line.strip()), role=role) for line in text.splitlines() if line.strip())


def led(lead: str, text: str) -> tuple[Paragraph, ...]:
    """A text as paragraphs, the first of which begins with strong words; nothing where there is no text."""
    found = prose(text)
    return tuple(
        Paragraph(runs=(Run(text=f"{lead} ", style="strong"), *part.runs)) if number == 0 else part
        for number, part in enumerate(found)
    )


def titled(heading: str, text: str) -> tuple[Heading | Paragraph, ...]:
    """A heading over a text; nothing where there is no text."""
    found = prose(text)
    return (Heading(text=heading), *found) if found else ()


def paired(left: tuple[str, str], right: tuple[str, str]) -> Parts:
    """Two headings with their texts: side by side where both are short, else under one another."""
    first, second = titled(*left), titled(*right)
    if first and second and max(len(left[1]), len(right[1])) <= _BESIDE:
        return (Columns(left=first, right=second),)
    return (*first, *second)


def no_project(what: str) -> Section:
    """What stands in a briefing whose scope has no project."""
    return Section(kind="projects", kicker="Projects", title=f"No project is in the scope of this {what}", parts=())


def brand(story: Story) -> Brand:
    """The head of a project's page."""
    project = story.project
    return Brand(
        name=one_line(project.name),
        tagline=project.tagline,
        logo=story.logo,
        colour=project.colour,
        second_colour=project.second_colour,
    )


def one_line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def number_word(number: int) -> str:
    """`nine`; above twelve in digits."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def counted(number: int, noun: str, nouns: str = "") -> str:
    """`nine projects`; above twelve in digits."""
    return f"{number_word(number)} {noun if number == 1 else nouns or noun + 's'}"


def sentence(text: str) -> str:
    """The text with a capital letter."""
    return text[:1].upper() + text[1:]


def listed(items: Iterable[str]) -> str:
    """`a, b and c`."""
    *first, last = list(items) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def quote(touchpoint: Touchpoint) -> Quote:
    """Words that may be printed, with the speaker's role."""
    return Quote(text=one_line(touchpoint.quote), speaker=touchpoint.speaker_role)


def answers(touchpoints: Iterable[Touchpoint]) -> Answered:
    """“You said, we did”."""
    return Answered(pairs=tuple((one_line(t.quote), one_line(t.our_answer)) for t in touchpoints))


def promises(story: Story) -> Parts:
    """What was promised to this audience in its messages."""
    words = [line for promise in story.promises for line in prose(promise.words)]
    return (Heading(text="What we promised"), *words) if words else ()


def steps(words: Words, stops: tuple[Stop, ...]) -> Steps:
    """When a project reaches whom."""
    said = tuple(Stage(name=stop.place, when=_when(words, stop), done=stop.done) for stop in stops)
    done = sum(stop.done for stop in stops)
    return Steps(steps=said, alt=f"{plural(len(stops), 'stop')}, {done} done: {'; '.join(s.name for s in said)}")


def _when(words: Words, stop: Stop) -> str:
    days = words.days(stop.first, stop.last) if stop.first else ""
    if stop.done:
        return f"Done {days}".strip()
    return days or "Date to follow"


def cells(*texts: str) -> tuple[Cell, ...]:
    """A row of plain cells, the first of them strong."""
    first, *rest = texts
    return (Cell(runs=(Run(text=first, style="strong"),)), *(Cell(runs=plain(text)) for text in rest))


def evidence_said(words: Words, proof: Proof) -> str:
    """`measured on 31 October`."""
    return f"{_PERIOD_WORDS.get(proof.evidence, proof.evidence)} {words.spoken_day(proof.read_on)}"


def unmeasured(material: Material, proofs: Iterable[Proof], project: bool = False) -> Parts:
    """Benefits without a reading, as statements with no number; with their project where the page does not say it."""
    rows = [_unmeasured_row(proof, project) for proof in proofs if not proof.known]
    if not rows:
        return ()
    columns: tuple[Column, ...] = (Column(title="Benefit", width=0.78), Column(title="", width=0.22, align="right"))
    if project:
        columns = (Column(title="Project", width=0.25), Column(title="Benefit", width=0.55), columns[1])
    return (
        Heading(text="What it should bring" if not project else "Benefits that are not measured yet"),
        Table(columns=columns, rows=tuple(rows), caption="Benefits without a reading", header=project),
    )


def _unmeasured_row(proof: Proof, project: bool) -> tuple[Cell, ...]:
    state = "counted in money" if proof.silent and proof.standing.now is not None else "not measured yet"
    row = (Cell(runs=plain(proof.statement)), Cell(runs=(Run(text=state, style="quiet"),)))
    return (Cell(runs=plain(one_line(proof.project))), *row) if project else row
