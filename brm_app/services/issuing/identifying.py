"""What a PDF is: an issue kept here byte for byte, one that was altered, or nothing that is known here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from brm_app.domain.errors import Refused
from brm_app.domain.issues import ALTERED, GENUINE, UNKNOWN, Identified, Issue
from brm_app.services.issuing.keeping import is_contradicted
from brm_app.services.recalling import recalls
from brm_app.services.workspace import Workspace
from brm_app.storage import register
from brm_app.storage.driver import Rows

# Cut where the content says so, so that blocks stay the same when bytes before them are put in or taken out.
_BLOCK = re.compile(rb"[^\x00\x0a\x55\xaa]*[\x00\x0a\x55\xaa]|[^\x00\x0a\x55\xaa]+\Z")
_UNSURE = "So it can’t be said whether this one is genuine. Nothing was changed. Restore a backup."
_FLOOR = 16 << 20  # bytes that are read of any file: what is kept of an issue may be damaged, and short
_LOCKED = re.compile(rb"/Encrypt[\s<]")
_LEAST = 24  # bytes of a block that says where it is from; shorter ones stand in many files


def identify(workspace: Workspace, data: bytes) -> Identified:
    """Genuine: the bytes of an issue, or of a copy that was locked here with a password. Altered: most blocks of the
    file are those of one issue. Else unknown; of what is locked no block can be compared.

    Raises `Refused` where the register says one thing and the file kept in it another.
    """
    with workspace.rows() as connection:
        sha256 = hashlib.sha256(data).hexdigest()
        same, locked = register.with_hash(connection, sha256), _is_locked(data)
        copied = register.copied(connection, sha256) if locked else None
        if known := same or copied:
            content, pdf = register.files(connection, known.number)
            if (same and pdf != data) or is_contradicted(known, content):
                raise Refused(f"The file of {known.number} that is kept here is damaged. {_UNSURE}")
        was = known or _made_from(connection, data)
    if was is None:
        return Identified(UNKNOWN, locked=locked)
    return Identified(GENUINE if known else ALTERED, was, _recalled(workspace, was), locked=copied is not None)


def _is_locked(data: bytes) -> bool:
    return data.startswith(b"%PDF-") and _LOCKED.search(data) is not None


def _made_from(connection: Rows, data: bytes) -> Issue | None:
    """The issue that most blocks of a file are from."""
    able = [number for number, length in register.lengths(connection) if _may_be(len(data), length)]
    blocks, best, most = list(_blocks(data)) if able else [], "", len(data) // 2
    for number, kept in register.kept_pdfs(connection, able):
        shared = _shared(blocks, kept)
        if shared > most:
            best, most = number, shared
    return register.one(connection, best) if best else None


def identify_file(workspace: Workspace, path: Path) -> Identified:
    """The same of a file, of which no more is read than an issue could have. Raises `Refused`."""
    with workspace.rows() as connection:
        longest = max((2 * length for _, length in register.lengths(connection)), default=0)
    most = max(longest, _FLOOR)
    try:
        if not path.is_file():
            raise Refused(f"There is no file {path}. Nothing was changed. Check the name.")
        with open(path, "rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise Refused(f"{path} can’t be read: {error.strerror}. Nothing was changed. Check the name.") from error
    return identify(workspace, data) if len(data) <= most else Identified(UNKNOWN)


def _may_be(length: int, kept: int) -> bool:
    """Whether most of a file of this length can be from that issue."""
    return 0 < length <= 2 * kept


def _blocks(data: bytes) -> Iterator[bytes]:
    return (block for found in _BLOCK.finditer(data) if len(block := found[0]) >= _LEAST)


def _shared(blocks: list[bytes], kept: bytes) -> int:
    """How many bytes of the blocks are also a block of the issue."""
    known = set(map(hash, _blocks(kept)))
    return sum(len(block) for block in blocks if hash(block) in known)


def _recalled(workspace: Workspace, issue: Issue) -> bool:
    return any(recall.issue.number == issue.number for recall in recalls(workspace))
