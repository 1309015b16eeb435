"""A second start hands its file to the window that is open already, and ends."""

from __future__ import annotations

import os
import sys
import tempfile
import zlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

PATIENCE = 2_000  # milliseconds for the first window to answer, and for a start to say what it wants
MOST = 65_536  # bytes: no path is longer
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
            socket.setReadBufferSize(MOST)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._hear, socket))
            QTimer.singleShot(PATIENCE, socket, socket.abort)  # who is silent, or never ends, is not waited for
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        """Takes one whole line; what is not one gets no answer."""
        if not socket.canReadLine():
            if socket.bytesAvailable() >= MOST:
                socket.abort()
            return
        path = bytes(socket.readLine().data())[:-1]
        if b"\0" in path:  # no file has such a name
            socket.abort()
            return
        socket.write(_DONE)
        socket.disconnectFromServer()
        self.wanted.emit(os.fsdecode(path))

    def close(self) -> None:
        """Hears no more."""
        self._server.close()
