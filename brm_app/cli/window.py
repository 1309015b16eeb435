"""Opens the window, and knows its command line apart from the others' without what these need."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from brm_app.domain.errors import Refused

QUIT = "--quit-when-shown"
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def wanted(argv: Sequence[str]) -> tuple[Path | None, bool] | None:
    """The workspace to open and whether to leave then, where the words plainly ask for the window; else None."""
    words = [word for word in argv if word != QUIT]
    if not words:
        return None, QUIT in argv
    if len(words) == 1 and not words[0].startswith("-") and words[0].lower().endswith(".brm"):
        return Path(words[0]), QUIT in argv
    return None


def open_window(path: Path | None, quit_when_shown: bool) -> int:
    """Opens the window. Raises `Refused` where there is no such workspace or no display."""
    if path is not None and not path.exists():
        raise Refused(f"There is no workspace at {path}. Nothing was changed. brm-app --help lists the commands.")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _DISPLAYS):
        raise Refused(
            "There is no display to open a window on. Nothing was changed. Log in to a desktop, or run it under "
            "xvfb-run -a; the commands need no display: brm-app --help."
        )
    gc.disable()  # until the window has all it needs: what is loaded until then stays
    from brm_app.app import run

    return int(run(path, quit_when_shown))
