"""Does one task in a running window over AT-SPI, as a screen reader or a voice does; run by the system's Python.

listening.py WORDS    waits for the window, presses Log, writes WORDS, presses Save, and prints what it came across
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - a version must be asked for first

PATIENCE = 60.0
MOST = 4_000  # things looked at while one is searched for


def until(find: Callable[[], Any], what: str) -> Any:
    """Call `find` until it returns something; leave with a sentence where it never does."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = find()
        if found is not None:
            print(f"{found.get_role_name()}: {found.get_name()}", flush=True)
            return found
        time.sleep(0.3)
    sys.exit(f"{what} was not heard of")


def liaison() -> Any:
    """Return the program among those that speak."""
    desktop = Atspi.get_desktop(0)
    speaking = (desktop.get_child_at_index(number) for number in range(desktop.get_child_count()))
    return next((program for program in speaking if program and program.get_name() == "Liaison"), None)


def shown(root: Any, name: str, *roles: str) -> Any:
    """Return the first thing of that name and one of these roles that can be seen, or None."""
    waiting, looked = [root], 0
    while waiting and looked < MOST:
        node, looked = waiting.pop(0), looked + 1
        if node is None or (not node.get_state_set().contains(Atspi.StateType.VISIBLE) and node is not root):
            continue
        if node.get_name() == name and node.get_role_name() in roles:
            return node
        if node.get_role_name() not in ("table", "tree", "tree table", "list"):
            waiting += [node.get_child_at_index(number) for number in range(node.get_child_count())]
    return None


def press(node: Any) -> None:
    """Do the first thing that can be done with something."""
    if not Atspi.Action.do_action(node, 0):
        sys.exit(f"{node.get_name()} could not be pressed")


def main(words: str) -> None:
    """Log a touchpoint by ear and by voice."""
    Atspi.init()
    program = until(liaison, "the program")
    buttons = ("push button", "button", "check box", "radio button")
    until(lambda: shown(program, "Pharmacy", "label") or shown(program, "Business units", *buttons), "the first page")
    log = until(lambda: shown(program, "Log a touchpoint", *buttons) or shown(program, "Log", *buttons), "Log")
    until(lambda: log if log.get_state_set().contains(Atspi.StateType.ENABLED) else None, "a Log that can be pressed")
    press(log)
    line = until(lambda: shown(program, "What happened", "text", "entry", "paragraph"), "the line")
    if not Atspi.EditableText.set_text_contents(line, words):
        sys.exit("the line could not be written")
    press(until(lambda: shown(program, "Save", *buttons), "Save"))
    print("done", flush=True)


main(sys.argv[1])
