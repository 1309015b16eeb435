"""Garbage is collected by the window, on its own thread: a Qt object freed on another one crashes the program."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brm_app.ui.collecting import Collecting
from tests.ui.conftest import Driver

# So much garbage that some of it needs the lock that Qt holds while it deletes one of the owner's children.
DELETED = """
import gc
from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import delete
from brm_app.ui.collecting import Collecting

class Telling(QObject):
    told = Signal()

class Ring:
    def __init__(self):
        self.itself, self.piece = self, Telling()
        self.piece.told.connect(hearing.deleteLater)

application, owner, hearing = QCoreApplication([]), QObject(), QObject()
Collecting(owner)
for _ in range(50):
    child = Telling(owner)
    child.told.connect(hearing.deleteLater)
    hearing.destroyed.connect(child.told)
for _ in range(3000):
    Ring()
gc.set_threshold(1)
delete(owner)
print("deleted")
"""


class Ring:
    """Something that only the search for garbage can free; it notes the thread that does."""

    def __init__(self, freed: list[threading.Thread]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: freed.append(threading.current_thread()))


def many(freed: list[threading.Thread]) -> None:
    for _ in range(20_000):
        Ring(freed)


def test_another_thread_never_frees_what_is_garbage(qtbot: QtBot) -> None:
    owner = QObject()
    Collecting(owner)
    freed: list[threading.Thread] = []
    busy = threading.Thread(target=many, args=(freed,))
    busy.start()
    busy.join()
    assert freed == []
    qtbot.waitUntil(lambda: len(freed) == 20_000)
    assert set(freed) == {threading.main_thread()}
    owner.deleteLater()


def test_nothing_is_collected_while_a_window_is_deleted(checkout: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DELETED], capture_output=True, text=True, cwd=checkout, timeout=60, check=False
    )
    assert done.stdout.split() == ["deleted"], done.stderr


def test_a_window_collects_as_long_as_it_is_there(driver: Driver) -> None:
    QApplication.processEvents()
    assert not gc.isenabled()
