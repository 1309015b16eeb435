"""Carries out a dry run: the rows that can go in go in as one write; the others can be saved to a file."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import attrs

from brm_app.domain.text import plural
from brm_app.services.exchange.csv_text import guarded
from brm_app.services.exchange.files import write_whole
from brm_app.services.exchange.mapping import remember
from brm_app.services.exchange.planning import Plan, Progress
from brm_app.services.workspace import Workspace

_ROW, _REASON = "Row", "Why it was refused"


@attrs.frozen
class Counts:
    """Rows by what they do, which add up to all rows, and how many of the accepted ones were mended to fit."""

    created: int
    updated: int
    unchanged: int
    refused: int
    mended: int

    @property
    def accepted(self) -> int:
        """Rows that were not refused."""
        return self.created + self.updated + self.unchanged


def counts_of(plan: Plan) -> Counts:
    """The counts of a dry run, which are those of carrying it out."""
    actions = [row.action for row in plan.rows]
    mended = sum(row.state == "mended" for row in plan.rows)
    created, updated, unchanged, refused = map(actions.count, ("create", "update", "unchanged", "refused"))
    return Counts(created, updated, unchanged, refused, mended)


def run(
    workspace: Workspace, plan: Plan, on_progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None, origin: object = None,
) -> Counts:  # fmt: skip
    """Writes the accepted rows as one undo step and remembers the mapping. Raises `Refused` or `Cancelled`."""
    counts = counts_of(plan)
    remember(workspace, plan.cls, plan.source.columns, plan.mapping, plan.key)
    changing = [row for row in plan.rows if row.action in ("create", "update")]
    if not changing:
        return counts
    label = f"Import {plural(len(changing), plan.cls.noun, plan.cls.nouns)} from {plan.source.path.name}"
    with workspace.write(label, origin, _Beat(len(changing), on_progress, cancelled)) as batch:
        for row in changing:
            assert row.record is not None
            if row.base is None:
                batch.add(row.record)
            else:
                batch.save(row.record, row.base)
    return counts


class _Beat:
    """The door asks after each slice of its work whether to stop; that is also when progress is told."""

    SLICES_OF_A_ROW = 3  # the door goes through the records to check them, to write them, and to keep their history

    def __init__(self, total: int, on_progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._total, self._on_progress, self._cancelled = total, on_progress, cancelled
        self._asked = 0

    def __call__(self) -> bool:
        from brm_app.services.batch import SLICE

        if self._on_progress:
            self._on_progress(min(self._total, self._asked * SLICE // self.SLICES_OF_A_ROW), self._total)
        self._asked += 1
        return self._cancelled is not None and self._cancelled()


def save_refused(plan: Plan, path: Path) -> int:
    """Saves the refused rows as they stood, with their row number and reason, as CSV; returns how many."""
    refused = [row for row in plan.rows if row.action == "refused"]
    kept = [n for n, column in enumerate(plan.source.columns) if column not in (_ROW, _REASON)]
    was_guarded = bool(plan.source.encoding)  # cells of a CSV are as they stood there, apostrophes and all

    def write(part: Path) -> None:
        with open(part, "w", encoding="utf-8", errors="surrogatepass", newline="") as file:
            out = csv.writer(file)
            out.writerow([*(guarded(plan.source.columns[n]) for n in kept), _ROW, _REASON])
            for row in refused:
                cells = [*row.line.cells, *[""] * len(plan.source.columns)]
                safe = [cells[n] if was_guarded else guarded(cells[n]) for n in kept]
                out.writerow([*safe, str(row.line.number), " ".join(reason.reason for reason in row.reasons)])

    write_whole(path, write)
    return len(refused)
