"""What people feel, on the scale from −2 to +2, and how far that is from what they expected."""

from __future__ import annotations

from decimal import Decimal

from brm_app.domain.figures import half_up

FEW = 3
"""A mean of fewer touchpoints than this is drawn hollow."""
WIDE = Decimal(1)
"""From this on a gap is pointed out."""
MIDDLE = 3  # the middle of the moods 1 to 5


def mean_mood(total: int, count: int) -> Decimal | None:
    """The mean of `count` moods from 1 to 5 that add up to `total`, −2.0 to +2.0, rounded once, half up."""
    return half_up(Decimal(total - MIDDLE * count) / Decimal(count), 1) if count else None


def gap(expected: int | None, told: Decimal | None) -> Decimal | None:
    """How much worse it is than expected, from the mean as it is shown, so that the three figures add up."""
    return None if expected is None or told is None else Decimal(expected) - told


def signed(value: Decimal | int | float) -> str:
    """`+0.4`, `−1.6`, `0.0`."""
    shown = f"{abs(value):.1f}"
    return shown if shown == "0.0" else f"{'+' if value > 0 else '−'}{shown}"
