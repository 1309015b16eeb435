"""Parts of a briefing that ask its readers to decide: what it costs to wait, the ways open, and what to record."""

from __future__ import annotations

from typing import Any

import attrs


@attrs.frozen(kw_only=True)
class CostOfWaiting:
    """A tinted card: a large figure, what it is, and since when it has been waited for."""

    title: str
    big: str
    text: str
    note: str = ""
    figure: str = ""


@attrs.frozen(kw_only=True)
class Situation:
    """What happens today: a heading over its parts, with the cost of waiting beside them where it is known."""

    heading: str
    parts: tuple[Any, ...]
    cost: CostOfWaiting | None = None


@attrs.frozen(kw_only=True)
class Choice:
    """One way to decide: `label` is its place (Option A), `big` what it costs, `effect` what it leads to."""

    label: str
    name: str
    big: str
    text: str
    effect: str
    recommended: bool = False


@attrs.frozen(kw_only=True)
class Choices:
    """Ways to decide side by side, in rows of three."""

    choices: tuple[Choice, ...]


@attrs.frozen(kw_only=True)
class Asked:
    """The sentence that the readers are asked to record, with facts on it beside."""

    text: str
    facts: tuple[tuple[str, str], ...] = ()
