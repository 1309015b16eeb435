"""The day and the time as the window sees them; one object, so that pictures can be taken on a fixed day."""

from __future__ import annotations

import datetime as dt


class Clock:
    """Now, in local time with its zone and in UTC; with `fixed` always that moment."""

    def __init__(self, fixed: dt.datetime | None = None) -> None:
        self._fixed = fixed

    def now(self) -> dt.datetime:
        """The moment, in the local zone."""
        return self._fixed or dt.datetime.now().astimezone()

    def now_utc(self) -> dt.datetime:
        """The moment in UTC to the second, as records keep it."""
        return self.now().astimezone(dt.UTC).replace(microsecond=0)

    def today(self) -> dt.date:
        """The local day."""
        return self.now().date()
