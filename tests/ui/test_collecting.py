"""Garbage is collected by the window, on its own thread: a Qt object freed on another one crashes the program."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brm_app.ui.collecting import Collecting, _at_work
from tests.ui.conftest import Driver


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
    qtbot.waitUntil(lambda: gc.isenabled() or bool(_at_work))  # windows of other tests may still be there


def test_a_window_collects_as_long_as_it_is_there(driver: Driver) -> None:
    QApplication.processEvents()
    assert not gc.isenabled()
