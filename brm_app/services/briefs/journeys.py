"""Journeys for the board: what was expected and what was felt, and the moments of truth."""

from __future__ import annotations

from decimal import Decimal

from brm_app.domain.content import Cell, Column, Curve, Heading, Paragraph, Run, Section, Table, plain
from brm_app.domain.figures import half_up
from brm_app.services.briefs.material import Material, Moment, Way
from brm_app.services.briefs.shared import Parts, number_word, one_line, sentence
from brm_app.services.briefs.wording import Words


def journey_sections(material: Material) -> tuple[Section, ...]:
    """One section for each journey."""
    return tuple(_journey(material, way) for way in material.ways)


def _journey(material: Material, way: Way) -> Section:
    return Section(
        kind="journey",
        kicker=one_line(way.name),
        title=_title(way),
        parts=(*told_of(way), curve_of(material.words, way), *_truths(material.words, way)),
        record=way.record,
    )


def told_of(way: Way) -> Parts:
    """Whose journey it is."""
    said = " ".join(
        text for text in (one_line(way.persona) + "." if way.persona else "", one_line(way.description)) if text
    )
    return (Paragraph(runs=plain(said), role="lead"),) if said else ()


def _title(way: Way) -> str:
    """How many moments of truth fall short of what is expected."""
    truths = [moment for moment in way.moments if moment.stage.moment_of_truth]
    if not any(moment.moods for moment in way.moments):
        return f"Nobody has told us yet how “{one_line(way.name)}” feels"
    if not truths:
        return f"How people feel on the way: {one_line(way.name)}"
    told = [moment for moment in truths if moment.moods]
    if not told:
        return "Nobody has told us yet how the moments of truth feel"
    return f"{_fall_short(sum(moment.short for moment in told), len(told))} short of what is expected"


def _fall_short(short: int, told: int) -> str:
    if told == 1:
        return "The moment of truth that we were told about " + ("falls" if short else "does not fall")
    every = f"{number_word(told)} moments of truth"
    if short == told:
        return f"{'Both' if told == 2 else f'All {number_word(told)}'} moments of truth fall"
    if not short:
        return f"None of the {every} falls"
    return f"{sentence(number_word(short))} of {every} {'falls' if short == 1 else 'fall'}"


def curve_of(words: Words, way: Way) -> Curve:
    """What was expected and what was told at each stage."""
    stages = [one_line(moment.stage.name) for moment in way.moments]
    said = "; ".join(
        f"{name}: {_mood(words, moment.felt)} from {len(moment.moods)}"
        for name, moment in zip(stages, way.moments, strict=True)
    )
    return Curve(
        stages=tuple(stages),
        truths=tuple(moment.stage.moment_of_truth for moment in way.moments),
        expected=tuple(None if m.stage.expected is None else float(m.stage.expected) for m in way.moments),
        experienced=tuple(moment.felt for moment in way.moments),
        counts=tuple(len(moment.moods) for moment in way.moments),
        alt=f"Mood at each stage, from −2 to +2, with the number of touchpoints. {said}.",
    )


def _mood(words: Words, value: float | None) -> str:
    if value is None:
        return "not told"
    rounded = half_up(Decimal(str(value)), 1)
    return f"+{words.number(rounded)}" if rounded > 0 else words.number(rounded)


def _truths(words: Words, way: Way) -> Parts:
    truths = [moment for moment in way.moments if moment.stage.moment_of_truth]
    if not truths:
        return ()
    columns = (
        Column(title="Stage", width=0.2),
        Column(title="What people say", width=0.3),
        Column(title="What could help", width=0.24),
        Column(title="Expected", width=0.12, align="right"),
        Column(title="Told", width=0.14, align="right"),
    )
    rows = tuple(_row(words, moment) for moment in truths)
    return (Heading(text="Moments of truth"), Table(columns=columns, rows=rows, caption="Moments of truth"))


def _row(words: Words, moment: Moment) -> tuple[Cell, ...]:
    stage, expected = moment.stage, moment.stage.expected
    told = f"{_mood(words, moment.felt)}, {len(moment.moods)}" if moment.moods else "not told"
    asked = (Run(text=f"\n{one_line(stage.question)}", style="quiet"),) if stage.question.strip() else ()
    return (
        Cell(runs=(Run(text=one_line(stage.name), style="strong"), *asked)),
        Cell(runs=plain(_cards(moment, "words"))),
        Cell(runs=plain(_cards(moment, "opportunity"))),
        Cell(runs=plain("–" if expected is None else _mood(words, float(expected)))),
        Cell(runs=plain(told), mark="bad" if moment.short else "good" if moment.moods else ""),
    )


def _cards(moment: Moment, lane: str) -> str:
    return "\n".join(one_line(card.text) for card in moment.cards if card.lane == lane)
