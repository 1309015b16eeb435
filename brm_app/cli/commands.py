"""What each command does with the services; each returns its exit status, or nothing when done."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs

from brm_app.cli.arguments import WINDOW
from brm_app.cli.making import new
from brm_app.cli.recall import recall
from brm_app.cli.shared import one_line, opened, print_json
from brm_app.cli.tables import export_table, import_table
from brm_app.cli.typed import named_record, typed
from brm_app.cli.window import open_window
from brm_app.domain.errors import Refused
from brm_app.domain.letters import shown
from brm_app.domain.records import COMMAND_KINDS, RECORDS, Message, Organisation, Record
from brm_app.domain.text import plural
from brm_app.services.approval import rewritten, signed
from brm_app.services.exchange.exporting import plain_record
from brm_app.services.proving import overtaken
from brm_app.services.workspace import Undone, Workspace


def window(args: argparse.Namespace) -> int:
    """Opens the window. Raises `Refused` where there is no such workspace or no display."""
    if args.selfcheck:
        from brm_app.cli.selfcheck import selfcheck

        selfcheck()
        return 0
    return open_window(args.workspace, args.quit_when_shown)


def list_records(args: argparse.Namespace) -> None:
    """Prints the records of a kind in the order of their titles."""
    with opened(args.workspace) as workspace:
        records = workspace.find(args.kind)
    if args.json:
        print_json([plain_record(record) for record in records])
        return
    for record in records:
        print("\t".join([record.id, _code(record), one_line(record.title)]))


def _code(record: Record) -> str:
    return str(getattr(record, record.code_field)) if record.code_field else ""


def add(args: argparse.Namespace) -> None:
    """Adds a record."""
    if args.kind is Organisation:
        raise Refused("There is one organisation in a workspace. Nothing was changed. Change it with set.")
    with opened(args.workspace) as workspace:
        given = typed(workspace, args.kind, args.values)
        record = signed(None, args.kind(**given.values), workspace.who, dt.datetime.now(dt.UTC))
        with workspace.write(f"Add {record.noun} “{one_line(record.title)}”") as batch:
            for file in given.files:
                batch.add(file)
            batch.add(record)
    _show(args, record, "Added")


def change(args: argparse.Namespace) -> None:
    """Changes fields of a record."""
    with opened(args.workspace) as workspace:
        base = named_record(workspace, args.kind, args.id)
        given = typed(workspace, args.kind, args.values)
        record = _signed(workspace, base, attrs.evolve(base, **given.values), "state" in given.values)
        if record != base:
            with workspace.write(f"Change {record.noun} “{one_line(record.title)}”") as batch:
                for file in given.files:
                    batch.add(file)
                batch.save(record, base)
        now = workspace.need(args.kind, record.id)
    _show(args, now, "Changed" if record != base else "Nothing to change in")


def _signed(workspace: Workspace, base: Record, record: Record, asked: bool) -> Record:
    """A message with who approved it; where its state was `asked` for, also one that must be approved again."""
    held: Record = base
    if asked and isinstance(base, Message) and isinstance(record, Message):
        again = rewritten(base, record) != record or overtaken(workspace, [base])
        held = attrs.evolve(base, state="draft") if again else base
    return signed(held, record, workspace.who, dt.datetime.now(dt.UTC))


def _show(args: argparse.Namespace, record: Record, verb: str) -> None:
    if args.json:
        print_json(plain_record(record))
    else:
        print(f"{verb} {record.noun} “{one_line(record.title)}” ({record.id}).")


def delete(args: argparse.Namespace) -> None:
    """Deletes a record and what can't be without it, and says how much that was."""
    if args.kind is Organisation:
        raise Refused("A workspace keeps its organisation. Nothing was changed. Change it with set.")
    with opened(args.workspace) as workspace:
        record = named_record(workspace, args.kind, args.id)
        with workspace.write(f"Delete {record.noun} “{one_line(record.title)}”") as batch:
            batch.delete(record)
        _, changes = workspace.history(limit=1)[0]
    gone = sum(change.after is None for change in changes) - 1
    print(f"Deleted {record.noun} “{one_line(record.title)}”.")
    if gone:
        print(f"{plural(gone, 'record')} that can’t be without it went too. Undo brings all of it back.")


def undo(args: argparse.Namespace) -> None:
    """Takes back one's own last write."""
    with opened(args.workspace) as workspace:
        _print_undone(workspace.undo(), "Took back", "There is nothing to take back. Nothing was changed.")


def redo(args: argparse.Namespace) -> None:
    """Does again what was last taken back."""
    with opened(args.workspace) as workspace:
        _print_undone(workspace.redo(), "Did again", "There is nothing to do again. Nothing was changed.")


def _print_undone(undone: Undone | None, verb: str, nothing: str) -> None:
    if undone is None:
        raise Refused(nothing)
    print(f"{verb}: {undone.label}.")
    for sentence in undone.left:
        print(sentence)


def history(args: argparse.Namespace) -> None:
    """Prints every write, newest first, with what it did to which record."""
    with opened(args.workspace) as workspace:
        writes = workspace.history()
    if args.json:
        print_json([{**_plain_write(write), "changes": [attrs.asdict(c) for c in done]} for write, done in writes])
        return
    for write, done in writes:
        action = {"undo": "taken back: ", "redo": "done again: "}.get(write.action, "")
        at = write.at.astimezone().strftime("%Y-%m-%d %H:%M")
        undone = ", taken back" if write.undone else ""
        print(f"{write.number:5}  {at}  {write.who}  {action}{write.label} ({plural(len(done), 'record')}{undone})")


def _plain_write(write: Any) -> dict[str, Any]:
    return {**attrs.asdict(write), "at": write.at.isoformat()}


def backup(args: argparse.Namespace) -> None:
    """Copies the workspace, once it has been seen to be one."""
    from brm_app.services.safekeeping import back_up

    with opened(args.workspace):
        made = back_up(args.workspace, args.folder)
    print(f"Backed up to {made}.")


def check(args: argparse.Namespace) -> None:
    """Checks the file and says what it holds."""
    with opened(args.workspace) as workspace:
        workspace.check()
        _check_issues(workspace)
        counts = [(workspace.count(RECORDS[kind]), RECORDS[kind]) for kind in COMMAND_KINDS]
    held = ", ".join(plural(count, cls.noun, cls.nouns) for count, cls in counts if count)
    print(f"{args.workspace} is whole: {held}.")


def _check_issues(workspace: Workspace) -> None:
    from brm_app.services.issuing import VERIFIED, issues, state_of

    wrong = [issue.number for issue in issues(workspace) if state_of(workspace, issue) != VERIFIED]
    if wrong:
        raise Refused(f"The file of {', '.join(wrong)} is not as it was issued. Nothing was changed. Restore a backup.")


def brief(args: argparse.Namespace) -> None:
    """Writes a briefing."""
    from brm_app.cli.brief import write_briefing

    with opened(args.workspace) as workspace:
        facts = write_briefing(workspace, args)
    if args.json:
        print_json(facts)
    else:
        print(f"Wrote {args.output}: {plural(facts['pages'], 'page')} for {facts['audience']}.")
        if facts["missing"]:
            hard = " ".join(map(shown, facts["missing"]))
            print(f"Not printed as it should be: {hard}. Look at the pages before you use them.")


def sheet(args: argparse.Namespace) -> None:
    """Writes one page on a unit."""
    from brm_app.cli.sheet import write_sheet

    with opened(args.workspace) as workspace:
        facts = write_sheet(workspace, args)
    if args.json:
        print_json(facts)
    else:
        print(f"Wrote {args.output}: {plural(facts['pages'], 'page')} on {facts['title']}.")


def preflight(args: argparse.Namespace) -> int:
    """Tells what stands in the way of issuing a briefing; status 1 where something does."""
    from brm_app.cli.preflight import look_over, plain_finding, print_findings
    from brm_app.domain.findings import blockers

    with opened(args.workspace) as workspace:
        content, findings = look_over(workspace, args)
    if args.json:
        print_json([plain_finding(content, finding) for finding in findings])
    else:
        print_findings(content, findings)
    return 1 if blockers(findings) else 0


def issue(args: argparse.Namespace) -> None:
    """Issues a briefing and writes its file."""
    from brm_app.cli.issuing import write_issue

    with opened(args.workspace) as workspace:
        write_issue(workspace, args)


def issues(args: argparse.Namespace) -> None:
    """Prints the register."""
    from brm_app.cli.issuing import print_register

    with opened(args.workspace) as workspace:
        print_register(workspace, args)


def verify(args: argparse.Namespace) -> int:
    """Says what a file is."""
    from brm_app.cli.issuing import verify_file

    with opened(args.workspace) as workspace:
        return verify_file(workspace, args)


def import_file(args: argparse.Namespace) -> int:
    """Brings a table in."""
    with opened(args.workspace) as workspace:
        return import_table(workspace, args)


def export_file(args: argparse.Namespace) -> None:
    """Writes a table."""
    with opened(args.workspace) as workspace:
        export_table(workspace, args)


COMMANDS: dict[str, Callable[[argparse.Namespace], int | None]] = {
    WINDOW: window,
    "new": new,
    "import": import_file,
    "list": list_records,
    "add": add,
    "set": change,
    "delete": delete,
    "preflight": preflight,
    "brief": brief,
    "sheet": sheet,
    "issue": issue,
    "issues": issues,
    "verify": verify,
    "recall": recall,
    "export": export_file,
    "undo": undo,
    "redo": redo,
    "history": history,
    "backup": backup,
    "check": check,
}
