"""A second start hands its file to the window that is open already, and ends."""

from __future__ import annotations

import os
import sys
import tempfile
import zlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal

PATIENCE = 2_000  # milliseconds for the first window to answer
_DONE = b"taken\n"


def name_for(settings: Path) -> str:
    """Where the one window of these settings listens: a socket of this user, or a pipe on Windows."""
    mark = f"{zlib.crc32(os.fsencode(settings)):08x}"
    return f"liaison-{mark}" if sys.platform == "win32" else str(Path(tempfile.gettempdir()) / f"liaison-{mark}")


def hand_over(name: str, path: Path | None) -> bool:
    """Gives a file, or only the wish to be seen, to the window that listens there; False where none does."""
    if sys.platform != "win32" and not _ours(Path(name)):
        return False
    from PySide6.QtNetwork import QLocalSocket  # only where somebody may be listening: it costs a start some time

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write((os.fsencode(path.absolute()) if path else b"") + b"\n")
    socket.flush()
    return bool(socket.waitForReadyRead(PATIENCE)) and socket.readAll().data() == _DONE


def _ours(name: Path) -> bool:
    try:
        return name.lstat().st_uid == os.getuid()
    except OSError:
        return False


class Listening(QObject):
    """Hears later starts; `wanted` carries the path of their file, or an empty string."""

    wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_start)
        if not self._server.listen(name) and not hand_over(name, None):
            QLocalServer.removeServer(name)  # left behind by a start that crashed
            self._server.listen(name)

    def _on_start(self) -> None:
        while socket := self._server.nextPendingConnection():
            if socket.waitForReadyRead(PATIENCE):
                said = bytes(socket.readAll().data())
                socket.write(_DONE)
                socket.flush()
                self.wanted.emit(os.fsdecode(said.rstrip(b"\n")))
            socket.disconnected.connect(socket.deleteLater)

    def close(self) -> None:
        """Hears no more."""
        self._server.close()
