"""Files that are there whole or not at all: written beside, then renamed into place."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from brm_app.domain.errors import Refused


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Lets `write` fill a new file and gives it the name `path`. Raises `Refused`; then nothing is left behind."""
    part = path.with_name(f".{path.name}.part")
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
        part.unlink(missing_ok=True)
