"""The commands `issue`, `issues` and `verify`."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shlex
from typing import Any

import attrs

from brm_app.cli.brief import check_output, composed_for, locked, press_for, save
from brm_app.cli.preflight import plain_finding
from brm_app.cli.shared import one_line, print_json
from brm_app.cli.usage import Usage
from brm_app.domain.errors import Refused
from brm_app.domain.issues import GENUINE, Identified, Issue
from brm_app.domain.text import plural
from brm_app.services.issuing import (
    DAMAGED,
    MISSING,
    VERIFIED,
    Asked,
    NotIssued,
    Wish,
    files_of,
    identify_file,
    issue_of,
    issues,
    keep_copy,
    make_issue,
    put_right_by,
    state_of,
    tell,
    told,
)
from brm_app.services.workspace import Workspace

_OF_NEW = ("unit", "project", "as-of", "corrects", "appendix")  # what is said of a briefing that is yet to be issued
_STOPPED = "The command was stopped."
_STATES = {VERIFIED: "verified", DAMAGED: "file damaged", MISSING: "file missing"}


def write_issue(workspace: Workspace, args: argparse.Namespace) -> None:
    """Issues a briefing, or takes an issue from the register, and writes its file. Raises `Refused`."""
    workspace.keep_off(args.output)
    _check_before(args)
    found = issue_of(workspace, args.again) if args.again else _issued(workspace, args)
    _write(workspace, found, args)
    try:
        tell(workspace, found.number, args.told, dt.date.today())
    except (Refused, KeyboardInterrupt) as stopped:
        why = str(stopped) or _STOPPED
        raise Refused(f"{found.number} is in {args.output}, but who was told was not noted. {why}") from stopped
    if args.json:
        print_json({**_plain(workspace, found), "file": str(args.output)})
    else:
        _print_issued(found, args)


def _check_before(args: argparse.Namespace) -> None:
    """Raises `Refused` for what can't work, before an issue is made that nobody can take back."""
    check_output(args)
    if not os.path.isdir(args.output.parent) or os.path.isdir(args.output):
        raise Refused(f"There can be no file {args.output}. Nothing was issued. Choose another folder or name.")
    if os.path.exists(args.output) and not os.path.isfile(args.output):
        raise Refused(f"{args.output} is no plain file. Nothing was issued. Choose another name.")
    chosen = [name for name in _OF_NEW if args.again and getattr(args, name.replace("-", "_"))]
    if chosen:
        given = ", ".join(f"--{name}" for name in chosen)
        raise Usage(f"--again writes an issue as it is kept; {given} can’t change it. Nothing was written.")


def _write(workspace: Workspace, found: Issue, args: argparse.Namespace) -> None:
    """Writes the file of an issue. Raises `Refused`, which tells how to write that of a new one later."""
    try:
        _, pdf = files_of(workspace, found.number)
        if args.password is not None:
            pdf = locked(pdf, args.password)
            keep_copy(workspace, found, pdf)
        save(pdf, args.output)
    except (Refused, KeyboardInterrupt) as stopped:
        if args.again:
            raise
        raise Refused(_not_written(found, args, str(stopped) or _STOPPED)) from stopped


def _not_written(issue: Issue, args: argparse.Namespace, why: str) -> str:
    again = ["brm-app", "issue", str(args.workspace), "--again", issue.number]
    again += [word for name in args.told for word in ("--told", name)]
    again += ["--password", "WORD"] if args.password is not None else []
    return (
        f"{issue.number} was issued and is kept, but its file was not written. {why} "
        f"Then write it with: {shlex.join(again)} -o FILE.pdf"
    )


def _issued(workspace: Workspace, args: argparse.Namespace) -> Issue:
    today, asked = dt.date.today(), list[Asked]()

    def ask() -> Asked:
        made = composed_for(workspace, args)
        wish = Wish(audience=made.audience, day=today, briefing=made.briefing, scope=made.scope, corrects=args.corrects)
        asked.append(Asked(content=made.content, wish=wish, press=press_for(made, args.appendix)))
        return asked[-1]

    before = {each.number for each in issues(workspace)}
    try:
        return make_issue(workspace, ask)
    except NotIssued as refused:
        if args.json:
            print_json([plain_finding(asked[-1].content, finding) for finding in refused.findings])
        raise
    except KeyboardInterrupt as stopped:  # it may come when the issue has just been kept
        new = [each for each in issues(workspace) if each.number not in before and each.issued_by == workspace.who]
        if not new:
            raise
        raise Refused(_not_written(new[0], args, _STOPPED)) from stopped


def _print_issued(issue: Issue, args: argparse.Namespace) -> None:
    if not args.again:
        print(f"Issued {issue.number} for {issue.audience_name}: {plural(issue.pages, 'page')}, {issue.fingerprint}.")
        if issue.certificate:
            print(f"Searched for {plural(issue.certificate.strings, 'text')} of behind the wall: it holds none.")
    print(f"Wrote {args.output}{', locked with the password' if args.password else ''}.")


def print_register(workspace: Workspace, args: argparse.Namespace) -> None:
    """A line for each issue: number, audience, title, day, pages, fingerprint, state."""
    found = issues(workspace)
    if args.json:
        print_json([{**_plain(workspace, issue), "state": state_of(workspace, issue)} for issue in found])
        return
    if not found:
        print("Nothing has been issued yet.")
    for issue in found:
        facts = (issue.number, issue.audience_name, issue.title, _day(issue), plural(issue.pages, "page"))
        state = _STATES[state_of(workspace, issue)]
        print("\t".join(one_line(fact) for fact in (*facts, issue.fingerprint, state)))


def verify_file(workspace: Workspace, args: argparse.Namespace) -> int:
    """Says what a file is; 0 only for a genuine one."""
    found = identify_file(workspace, args.file)
    right = put_right_by(workspace, found.issue.number) if found.issue else ()
    if args.json:
        known = _plain(workspace, found.issue) if found.issue else None
        print_json(
            {
                "state": found.state,
                "recalled": found.recalled,
                "locked": found.locked,
                "appendix": {"name": found.appendix, "issue": found.of} if found.of else None,
                "put_right_by": right,
                "issue": known,
            }
        )
    else:
        print(found.state)
        if found.issue:
            _print_known(found, found.issue)
            if right:
                print(f"Put right by {', '.join(map(one_line, right))}.")
        elif found.of:
            print(f"It is the appendix “{one_line(found.appendix)}” of {one_line(found.of)}, as others made it.")
        elif found.locked:
            print("It has a password and is no file kept here. Locked, its pages can’t be compared.")
    return 0 if found.state == GENUINE else 1


def _print_known(found: Identified, issue: Issue) -> None:
    was = "" if found.state == GENUINE else "It is not as it was issued; what it was: "
    was = "The copy with a password of " if found.locked else was
    print(f"{was}{one_line(issue.number)}, “{one_line(issue.title)}”, for {one_line(issue.audience_name)}.")
    by = f"{issue.issued_at.astimezone():%Y-%m-%d %H:%M} by {one_line(issue.issued_by)}"
    print(f"Issued {by}. SHA-256 {one_line(issue.sha256)}.")
    print("Recalled: a figure in it has changed since." if found.recalled else "Not recalled.")


def _day(issue: Issue) -> str:
    return issue.issued_at.astimezone().date().isoformat()


def _plain(workspace: Workspace, issue: Issue) -> dict[str, Any]:
    """An issue as JSON."""
    facts: dict[str, Any] = attrs.asdict(issue)
    if issue.certificate:
        named = {name: dict(getattr(issue.certificate, name)) for name in ("places", "tools")}
        facts["certificate"] = {**facts["certificate"], **named}
    whom = [{"whom": each.whom, "on": each.on and each.on.isoformat()} for each in told(workspace, issue.number)]
    return {**facts, "issued_at": issue.issued_at.isoformat(), "fingerprint": issue.fingerprint, "told": whom}
