"""What may be typed after `brm-app`."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from brm_app import __version__
from brm_app.cli.usage import Usage
from brm_app.cli.window import QUIT
from brm_app.domain.records import COMMAND_KINDS, Record, record_class

WINDOW = "window"
_MAP_HELP = (
    "which column fills a field; of several columns the first that is not empty does. May be repeated. With --map only "
    "the named fields are filled; without it the mapping last used for such columns, else columns are matched by name"
)
_IMPORT_NOTE = (
    "An empty cell leaves a field as it is. Spaces around a text are trimmed; nothing else of a text is changed. "
    "A row counts as mended when a cell was trimmed or otherwise made to fit. "
    "A file that `export` wrote is read to the letter and matched on id, so that importing it changes nothing."
)
_APPENDIX_HELP = "a PDF to put behind it; may be repeated"
_PASSWORD_HELP = "lock the file with this password (AES-256); other people may see what you type here"
_VALUE_NOTE = (
    "Links are given by code, name or id, several of them separated by a semicolon; money in whole units of the "
    "currency; a logo as logo=@FILE (SVG, PNG or JPEG). An empty value clears a field. Without any field=value, the "
    "fields that a record of the kind has are told."
)


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """The command and its arguments. Raises `Usage`, or SystemExit as argparse does: after help, or with status 2."""
    words = [word for word in argv if not word.startswith("-")]
    if words[:1] and words[0] in _BUILDERS:
        return _commands().parse_args(argv)
    if len(words) > 1:
        raise Usage(f"There is no command “{words[0]}”; the commands are: {', '.join(_BUILDERS)}.")
    return _window().parse_args(argv)


def _window() -> argparse.ArgumentParser:
    names = "\n".join(f"  {name:11}{about}" for name, (_, about) in _BUILDERS.items())
    parser = argparse.ArgumentParser(
        prog="brm-app",
        usage="brm-app [WORKSPACE] | brm-app COMMAND …",
        description="Keep what an IT liaison manager hears, owes and proves, and print it for staff and board.",
        epilog=f"commands that need no display:\n{names}\n\nbrm-app COMMAND --help tells more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(command=WINDOW)
    parser.add_argument(
        "workspace", metavar="WORKSPACE", nargs="?", type=Path, help="the workspace to open in the window"
    )
    parser.add_argument(QUIT, action="store_true", help="leave once the first page shows its data")
    parser.add_argument("--selfcheck", action="store_true", help="try all that an installation needs, and leave")
    parser.add_argument("--version", action="version", version=f"Liaison {__version__}")
    return parser


def _commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="brm-app", usage="brm-app COMMAND WORKSPACE …", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"Liaison {__version__}")
    group = parser.add_subparsers(dest="command", prog="brm-app", required=True)
    for name, (build, about) in _BUILDERS.items():
        command = group.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".", allow_abbrev=False)
        if build is not _verify:
            _add_workspace(command)
        build(command)
    return parser


def _add_workspace(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("workspace", metavar="WORKSPACE", type=Path, help="the workspace file")


def _kind(text: str) -> type[Record]:
    if text.casefold() not in COMMAND_KINDS:
        raise argparse.ArgumentTypeError(f"there is no kind “{text}”; the kinds are: {', '.join(COMMAND_KINDS)}")
    return record_class(text)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date; write it as 2026-11-19") from None


def _add_kind(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", type=_kind, help=f"one of: {', '.join(COMMAND_KINDS)}")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON value")


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sample", action="store_true", help="fill it with a fictional hospital group")
    parser.add_argument("--organisation", metavar="NAME", default="", help="its name; else that of the file")
    parser.add_argument("--currency", metavar="CODE", default="", help="three letters, as in ISO 4217; else USD")
    parser.add_argument("--hourly-rate", metavar="AMOUNT", default="", help="what an hour of work costs, all included")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.epilog = _IMPORT_NOTE
    _add_kind(parser)
    parser.add_argument("file", metavar="FILE", type=Path, help="CSV or XLSX; its first row names the columns")
    parser.add_argument("--map", metavar='"FIELD=COLUMN|OTHER"', action="append", default=[], help=_MAP_HELP)
    parser.add_argument("--key", metavar="FIELD", default="", help="rows that match a record in this field change it")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
    parser.add_argument("--sheet", metavar="NAME", default="", help="the sheet of a workbook; else its first")
    parser.add_argument("--encoding", metavar="NAME", default="", help="of a CSV file, where it is not recognised")
    parser.add_argument("--save-refused", metavar="FILE", type=Path, help="save the refused rows, with reasons, as CSV")
    _add_json(parser)


def _list(parser: argparse.ArgumentParser) -> None:
    _add_kind(parser)
    _add_json(parser)


def _add(parser: argparse.ArgumentParser) -> None:
    parser.epilog = _VALUE_NOTE
    _add_kind(parser)
    parser.add_argument("values", metavar="field=value", nargs="*", help="what to fill in")
    _add_json(parser)


def _set(parser: argparse.ArgumentParser) -> None:
    parser.epilog = _VALUE_NOTE
    _add_kind(parser)
    parser.add_argument("id", metavar="ID", help="id, code or name of the record")
    parser.add_argument("values", metavar="field=value", nargs="*", help="what to change")
    _add_json(parser)


def _delete(parser: argparse.ArgumentParser) -> None:
    _add_kind(parser)
    parser.add_argument("id", metavar="ID", help="id, code or name of the record")


def _audience(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--audience", metavar="NAME", required=True, help="for whom, such as Staff or Board")


def _scope(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unit", metavar="NAME", action="append", default=[], help="only this unit and those below it")
    parser.add_argument("--project", metavar="NAME", action="append", default=[], help="this project, in this order")
    parser.add_argument("--as-of", metavar="DATE", type=_day, help="leave out what is dated later; else today")


def _preflight(parser: argparse.ArgumentParser) -> None:
    _audience(parser)
    _scope(parser)
    _add_json(parser)


def _brief(parser: argparse.ArgumentParser) -> None:
    _audience(parser)
    _scope(parser)
    parser.add_argument("--draft", action="store_true", help="say on every page that it is a draft")
    _add_file(parser)


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--appendix", metavar="FILE", type=Path, action="append", default=[], help=_APPENDIX_HELP)
    parser.add_argument("--password", metavar="WORD", help=_PASSWORD_HELP)
    parser.add_argument("-o", "--output", metavar="FILE.pdf", type=Path, required=True, help="the file to write")
    _add_json(parser)


def _issue(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--audience", metavar="NAME", default="", help="for whom, such as Staff or Board")
    which.add_argument("--again", metavar="NUMBER", default="", help="write the file of this issue once more")
    _scope(parser)
    parser.add_argument("--corrects", metavar="NUMBER", default="", help="the issue that this one puts right")
    parser.add_argument("--told", metavar="NAME", action="append", default=[], help="who is given it; may be repeated")
    _add_file(parser)


def _sheet(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unit", metavar="NAME", required=True, help="the unit that it is about")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--audience", metavar="NAME", default="", help="who is to read it, such as Staff or Board")
    which.add_argument("--prep", action="store_true", help="for oneself before a meeting; never to be handed out")
    parser.add_argument("--as-of", metavar="DATE", type=_day, help="leave out what is dated later; else today")
    parser.add_argument("-o", "--output", metavar="FILE.pdf", type=Path, required=True, help="the file to write")
    _add_json(parser)


def _verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.pdf", type=Path, help="any file; it is only read")
    _add_workspace(parser)
    _add_json(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    _add_kind(parser)
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True, help="ends in .csv, .xlsx or .json")


def _history(parser: argparse.ArgumentParser) -> None:
    _add_json(parser)


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="where the copy goes")


def _nothing(_parser: argparse.ArgumentParser) -> None:
    return


_BUILDERS = {
    "new": (_new, "make a workspace"),
    "import": (_import, "bring a table in, as one undo step"),
    "list": (_list, "print the records of a kind"),
    "add": (_add, "add a record"),
    "set": (_set, "change a record"),
    "delete": (_delete, "delete a record"),
    "preflight": (_preflight, "say what stands in the way of issuing a briefing"),
    "brief": (_brief, "write the briefing for an audience as PDF"),
    "sheet": (_sheet, "write one page on a unit, for an audience or before a meeting"),
    "issue": (_issue, "number, prove and keep a briefing, and write it as PDF"),
    "issues": (_add_json, "print what was issued, newest first"),
    "verify": (_verify, "say whether a file is an issue, was altered, or is unknown here"),
    "recall": (_add_json, "print the figures that were issued and would be others today"),
    "export": (_export, "write the records of a kind to a table"),
    "undo": (_nothing, "take back your last write"),
    "redo": (_nothing, "do again what was taken back"),
    "history": (_history, "print every write, newest first"),
    "backup": (_backup, "copy the workspace, checked, to a folder"),
    "check": (_nothing, "check that the workspace is whole"),
}
