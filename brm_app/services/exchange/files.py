"""Files that are there whole or not at all: written beside, then renamed into place."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from brm_app.domain.errors import Refused
from brm_app.domain.ids import new_id


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Lets `write` fill a new file and gives it the name `path`. Raises `Refused`; then nothing is left behind.

    A link stays one: the file that it leads to is replaced.
    """
    meant = Path(os.path.realpath(path))
    if os.path.exists(meant) and not os.path.isfile(meant) and not os.path.isdir(meant):
        raise Refused(f"{path} could not be written: it is a pipe or a device and no plain file. Choose another name.")
    part = meant.parent / f".{new_id()}.part"  # not made of the name, which may be as long as a name can be
    try:
        write(part)
        with open(part, "rb") as written:
            os.fsync(written.fileno())
        os.replace(part, meant)
    except OSError as error:
        raise Refused(
            f"{path} could not be written: {error.strerror or error}. A file of that name is as it was. "
            "Choose another folder, or free some room."
        ) from error
    finally:
        with suppress(OSError):  # where it could not be made, it can't be looked for either
            part.unlink(missing_ok=True)
