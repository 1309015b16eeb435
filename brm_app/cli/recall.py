"""The command `recall`: figures that were handed out and would be others today, and who was told."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from brm_app.cli.shared import one_line, opened, print_json

if TYPE_CHECKING:
    from brm_app.domain.records import Telling
    from brm_app.services.recalling import Recall


def recall(args: argparse.Namespace) -> None:
    """Prints a line for each figure: issue, number, what it is, was, is, and who has still to be told again."""
    from brm_app.services.recalling import recalls

    with opened(args.workspace) as workspace:
        found = recalls(workspace)
    if args.json:
        print_json([_plain(each) for each in found])
        return
    for each in found:
        facts = (each.issue.number, each.number, one_line(each.label), each.was, each.now, _told(each))
        print("\t".join(facts))
    if not found:
        print("Nothing that was issued is recalled.")


def _told(recall: Recall) -> str:
    waiting = ", ".join(one_line(telling.whom) for telling in recall.told if not telling.told_again)
    if waiting:
        return f"to tell again: {waiting}"
    return "all told again" if recall.told else "nobody is noted as told"


def _plain(recall: Recall) -> dict[str, Any]:
    return {
        "issue": recall.issue.number,
        "figure": recall.number,
        "label": recall.label,
        "was": recall.was,
        "now": recall.now,
        "record": recall.record,
        "told": [_whom(telling) for telling in recall.told],
    }


def _whom(telling: Telling) -> dict[str, Any]:
    days = {"on": telling.on, "told_again": telling.told_again}
    return {"whom": telling.whom, **{name: day and day.isoformat() for name, day in days.items()}}
