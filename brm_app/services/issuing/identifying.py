"""What a PDF is: an issue kept here byte for byte, one that was altered, or nothing that is known here."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect
from collections.abc import Collection, Iterator
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
_SURE = 4096  # bytes that are the same; fewer may be what any two files say of themselves


def identify(workspace: Workspace, data: bytes) -> Identified:
    """Genuine: the bytes of an issue, or of a copy that was locked here with a password. Altered: most of the file is
    from one issue, its appendices aside. Else unknown, as an appendix is; of what is locked no block can be compared.

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
        appendix, of = ("", "") if known else _enclosed(connection, sha256)
        was = known or (None if of else _made_from(connection, data))
    if was is None:
        return Identified(UNKNOWN, locked=locked, appendix=appendix, of=of)
    return Identified(GENUINE if known else ALTERED, was, _recalled(workspace, was), locked=copied is not None)


def _is_locked(data: bytes) -> bool:
    return data.startswith(b"%PDF-") and _LOCKED.search(data) is not None


def _enclosed(connection: Rows, sha256: str) -> tuple[str, str]:
    """The name of the appendix that has these bytes and the number of its issue; both empty where none has."""
    if register.enclosure(connection, sha256) is None:
        return "", ""
    for issue in register.newest_first(connection):
        for each in issue.certificate.appendices if issue.certificate else ():
            if each.sha256 == sha256:
                return each.name, issue.number
    return "", ""


def _made_from(connection: Rows, data: bytes) -> Issue | None:
    """The issue that most of a file is from."""
    able = [number for number, length in register.lengths(connection) if _may_be(len(data), length)]
    blocks, best, most = list(_blocks(data)) if able else [], "", 0
    for number, kept in register.kept_pdfs(connection, able):
        alike = _alike(data, kept)
        same = alike if alike > max(len(data) // 2, _SURE) else _shared(connection, number, blocks, kept)
        if same > most:
            best, most = number, same
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


def _hashes(data: bytes) -> set[int]:
    return set(map(hash, _blocks(data)))


def _alike(data: bytes, kept: bytes) -> int:
    """How many bytes are those of the issue from the first one on and up to the last."""
    most = min(len(data), len(kept))
    begin = bisect(range(1, most + 1), False, key=lambda count: data[:count] != kept[:count])
    rest = range(1, most - begin + 1)
    return begin + bisect(rest, False, key=lambda count: data[-count:] != kept[-count:])


def _shared(connection: Rows, number: str, blocks: list[bytes], kept: bytes) -> int:
    """How many bytes of the blocks are from the issue and not from its appendices; 0 where they are not the most."""
    known = _hashes(kept)
    if not _most(blocks, known):
        return 0
    foreign = _appended(connection, number)
    return _most([block for block in blocks if hash(block) not in foreign], known)


def _most(blocks: list[bytes], known: Collection[int]) -> int:
    """How many bytes of the blocks are in known ones; 0 where they are not the most. Bytes in no block don’t count."""
    shared = sum(len(block) for block in blocks if hash(block) in known)
    return shared if shared > max(sum(map(len, blocks)) // 2, _SURE) else 0


def _appended(connection: Rows, number: str) -> set[int]:
    """The blocks of the appendices of an issue: others have files with these too."""
    issue = register.one(connection, number)
    files = issue.certificate.appendices if issue and issue.certificate else ()
    return {each for file in files for each in _hashes(register.enclosure(connection, file.sha256) or b"")}


def _recalled(workspace: Workspace, issue: Issue) -> bool:
    return any(recall.issue.number == issue.number for recall in recalls(workspace))
