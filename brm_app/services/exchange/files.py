"""Files that are there whole or not at all: written beside, then renamed into place."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from brm_app.domain.errors import Refused
from brm_app.domain.ids import new_id


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Lets `write` fill a new file and gives it the name `path`. Raises `Refused`; then nothing is left behind."""
    part = path.parent / f".{new_id()}.part"  # not made of the name, which may be as long as a name can be
    try:
        write(part)
        with open(part, "rb") as written:
            os.fsync(written.fileno())
        os.replace(part, path)
    except OSError as error:
        raise Refused(
            f"{path} could not be written: {error.strerror or error}. A file of that name is as it was. "
            "Choose another folder, or free some room."
        ) from error
    finally:
        with suppress(OSError):  # where it could not be made, it can't be looked for either
            part.unlink(missing_ok=True)
