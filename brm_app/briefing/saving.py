"""Saving a PDF: whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from brm_app.domain.errors import Refused

_REASONS = {
    errno.ENOSPC: "the disk is full. Make room or choose another folder, then save again.",
    errno.EDQUOT: "your share of the disk is full. Make room or choose another folder, then save again.",
    errno.EACCES: "the folder may not be written to. Choose another folder.",
    errno.EPERM: "the folder may not be written to. Choose another folder.",
    errno.EROFS: "the folder may not be written to. Choose another folder.",
    errno.ENOENT: "the folder does not exist. Choose another folder.",
    errno.ENOTDIR: "the folder does not exist. Choose another folder.",
    errno.EISDIR: "there is a folder of that name. Choose another name.",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one.",
    errno.ELOOP: "it is a link that leads round in a circle. Choose another name.",
    errno.ENXIO: "what is there is a pipe or a device and no plain file. Choose another name.",
}


def save_pdf(pdf: bytes, path: Path | str) -> None:
    """Write the bytes to `path`, replacing what was there only when the new file is safely on the disk.

    A link stays one: the file that it leads to is replaced. Raises Refused, with what was there before untouched.
    """
    target = Path(path)
    try:
        meant = Path(os.path.realpath(target))
        _check_plain(meant)
        _replace(pdf, meant)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"{error.strerror or error}. Try again or choose another folder.")
        raise Refused(f"{target.name or target} was not saved, and nothing was changed: {reason}") from error


def _check_plain(target: Path) -> None:
    """Raises OSError for what is there and is no file that can be replaced: a folder, a pipe, a device."""
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))


def _replace(pdf: bytes, target: Path) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, else what the person's umask gives a new file."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
