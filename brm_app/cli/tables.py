"""The commands `import` and `export`."""

from __future__ import annotations

import argparse
import json
import sys

import attrs

from brm_app.cli.usage import Usage
from brm_app.domain.errors import Refused
from brm_app.domain.text import plural
from brm_app.services.exchange.exporting import export
from brm_app.services.exchange.mapping import Mapping, WrongMapping, remembered, suggested
from brm_app.services.exchange.planning import Plan, plan
from brm_app.services.exchange.running import Counts, counts_of, run, save_refused
from brm_app.services.exchange.source import Source, read_table
from brm_app.services.workspace import Workspace

_MOST_REASONS = 20
_MOST_NAMED = 400  # characters of the names of columns in a sentence


def import_table(workspace: Workspace, args: argparse.Namespace) -> int:
    """Plans the import of a table and carries it out, and prints the counts. Raises `Usage` or `Refused`."""
    if args.save_refused:
        workspace.keep_off(args.save_refused)
        if args.save_refused.exists() and args.file.exists() and args.save_refused.samefile(args.file):
            raise Refused(f"{args.file} is the table itself. Nothing was changed. Save the refused rows elsewhere.")
    source = read_table(args.file, args.sheet, args.encoding)
    try:
        mapping, key = _mapping(workspace, args, source)
        planned = plan(workspace, args.kind, source, mapping, key)
    except WrongMapping as wrong:
        raise Usage(f"{wrong} Nothing was changed.") from None
    if source.encoding == "cp1252" and not args.encoding:
        print("The file is not UTF-8 and was read as Windows-1252; --encoding names another.", file=sys.stderr)
    if args.save_refused and planned.reasons:
        save_refused(planned, args.save_refused)
    counts = counts_of(planned) if args.dry_run else run(workspace, planned)
    _print(args, planned, counts)
    if counts.accepted:
        return 0
    what = "No row could go in." if counts.refused else "The file has no rows under its headings."
    print(f"{what} Nothing was changed. Mend the file and import it again.", file=sys.stderr)
    return 1


def _mapping(workspace: Workspace, args: argparse.Namespace, source: Source) -> tuple[Mapping, str]:
    if args.map:
        return Mapping.parse(args.kind, source.columns, args.map), args.key
    kept = remembered(workspace, args.kind, source.columns)
    if kept:
        return kept[0], args.key or kept[1]
    mapping = suggested(args.kind, source.columns)
    if not mapping.fields:
        columns = ", ".join("".join(c if c.isprintable() else "\ufffd" for c in name) for name in source.columns)
        columns = columns if len(columns) <= _MOST_NAMED else columns[:_MOST_NAMED] + "…"
        raise Refused(
            "No column of the file is called like a field. Nothing was changed. "
            f"Name them with --map; they are: {columns}."
        )
    return mapping, args.key


def _print(args: argparse.Namespace, planned: Plan, counts: Counts) -> None:
    if args.json:
        reasons = [attrs.asdict(reason) for reason in planned.reasons]
        print(json.dumps({**attrs.asdict(counts), "reasons": reasons}, ensure_ascii=False, indent=1))
        return
    for name, columns in planned.mapping.fields.items():
        print(f"{name} from {', else '.join(columns)}")
    print("A dry run; nothing was written." if args.dry_run else f"Imported {args.file.name}.")
    print(", ".join(f"{count} {name}" for name, count in attrs.asdict(counts).items()))
    for reason in planned.reasons[:_MOST_REASONS]:
        place = f"row {reason.row}" + (f", {reason.column}" if reason.column else "")
        print(f"  {place}: {reason.reason}")
    if len(planned.reasons) > _MOST_REASONS:
        print(f"  and {len(planned.reasons) - _MOST_REASONS} more; --save-refused FILE keeps them all.")


def export_table(workspace: Workspace, args: argparse.Namespace) -> None:
    """Writes the records of a kind to a file and says how many."""
    count = export(workspace, args.kind, args.output)
    print(f"Wrote {plural(count, args.kind.noun, args.kind.nouns)} to {args.output}.")
