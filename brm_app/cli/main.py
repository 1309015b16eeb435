"""Runs one command and turns every outcome into an exit status: 0 done, 1 refused, 2 wrong usage, 141 unheard."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from brm_app.cli.usage import Usage
from brm_app.cli.window import open_window, wanted
from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.text import without_controls

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
UNHEARD = 141
"""The answer found no reader: as a shell tells of any program that wrote to a closed pipe, and never 0, since a script
may take 0 of `verify` or `preflight` for a yes."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command in `argv` (else that of the process) and returns its exit status; never raises."""
    _speak_utf8()
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except Usage as error:
        return _said(error, WRONG_USAGE)
    except Refused as error:
        return _said(error, REFUSED)
    except (KeyboardInterrupt, Cancelled):
        return _said("Stopped. Nothing of this command was kept. Run it again to do it.", REFUSED)
    except BrokenPipeError:  # the reader of our output has seen enough, as with `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNHEARD
    except Exception as error:  # noqa: BLE001 - a fault of ours must still leave a sentence, not a traceback
        return _said(_unexpected(error), REFUSED)


def _run(argv: Sequence[str]) -> int:
    window = wanted(argv)
    if window is not None:
        return open_window(*window)
    from brm_app.cli.arguments import parsed  # describes every record, which the window does without at first

    try:
        arguments = parsed(argv)
    except SystemExit as end:  # argparse has printed help, the version, or what is wrong
        return end.code if isinstance(end.code, int) else DONE
    from brm_app.cli import commands  # brings the database in, which help and version do without

    status = commands.COMMANDS[arguments.command](arguments) or DONE
    sys.stdout.flush()
    return status


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _said(sentence: object, status: int) -> int:
    print(without_controls(str(sentence)), file=sys.stderr)
    return status


def _unexpected(error: Exception) -> str:
    what = f"Something went wrong that should not have ({type(error).__name__}: {error}). "
    kept = "What was saved before is kept. "
    try:
        return f"{what}{kept}The details are in {_log(error)}; please send them to us."
    except OSError:
        return f"{what}{kept}Please tell us what you did."


def _log(error: Exception) -> Path:
    from platformdirs import user_state_path

    path = user_state_path("liaison", ensure_exists=True) / "errors.log"
    with open(path, "a", encoding="utf-8", errors="backslashreplace") as file:
        file.write("".join(traceback.format_exception(error)) + "\n")
    return path
