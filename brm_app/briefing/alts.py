"""What a chart shows, in words: its own sentence, and every number in it that the sentence leaves out."""

from __future__ import annotations

from collections.abc import Iterable

from brm_app.domain.content import Bar, Bars, BeforeNow, Curve, EvidenceBar, Steps
from brm_app.domain.moods import signed

Chart = Bars | EvidenceBar | BeforeNow | Steps | Curve


def alt_of(chart: Chart) -> str:
    """The alternative text of a chart."""
    said = " ".join(chart.alt.split())
    left_out = [words for words, values in _values(chart) if not all(value in said for value in values)]
    if not left_out:
        return said or "Chart"
    lead = f"{said}{'' if said.endswith(('.', '?', '!', '…')) else '.'} " if said else ""
    return f"{lead}{'; '.join(left_out)}."


def _values(chart: Chart) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Each value in words, with what a sentence that tells it must contain."""
    if isinstance(chart, Bars):
        return [_bar(bar) for bar in chart.bars]
    if isinstance(chart, EvidenceBar):
        return [_bar(bar) for bar in chart.segments]
    if isinstance(chart, BeforeNow):
        told = {"before": chart.before_text, "now": chart.now_text}
        return [(f"{name} {text}, {chart.evidence}", (text,)) for name, text in told.items()]
    if isinstance(chart, Steps):
        return [(_stop(step.name, step.when, step.done), (step.name, step.when)) for step in chart.steps]
    return [_stage(chart, number) for number in range(len(chart.stages))]


def _bar(bar: Bar) -> tuple[str, tuple[str, ...]]:
    name = ", ".join(text for text in (bar.label, bar.sublabel) if text)
    return f"{name}: {bar.text}, {bar.evidence}", (bar.text,)


def _stop(name: str, when: str, done: bool) -> str:
    return ", ".join(text for text in (name, when, "done" if done else "to come") if text)


def _stage(chart: Curve, number: int) -> tuple[str, tuple[str, ...]]:
    expected, told = chart.expected[number], chart.experienced[number]
    values = [
        f"expected {signed(expected)}" if expected is not None else "",
        f"told {signed(told)} by {chart.counts[number]}" if told is not None else "not told",
        "moment of truth" if chart.truths[number] else "",
    ]
    words = f"{chart.stages[number]}: {', '.join(value for value in values if value)}"
    numbers = tuple(signed(value) for value in (expected, told) if value is not None)
    return words, (chart.stages[number], *numbers)
