"""Turns the errors of the database driver into sentences for people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from brm_app.domain.errors import Refused

_SENTENCES = (
    ("disk is full", "There is no room left on the disk. Nothing of this was saved; earlier work is intact. "
     "Free some room and try again."),
    ("readonly database", "The workspace can’t be written: the file or its folder is read-only. Nothing was changed. "
     "Allow writing there, or copy the workspace elsewhere."),
    ("not a database", "This file is not a Liaison workspace. Nothing was changed. Choose a .brm file."),
    ("file is encrypted", "This file is not a Liaison workspace. Nothing was changed. Choose a .brm file."),
    ("could not decode", "The workspace file is damaged. Nothing was changed. Restore the newest backup."),
    ("malformed", "The workspace file is damaged. Nothing was changed. Restore the newest backup."),
    ("is locked", "Another program is writing to the workspace. Nothing was changed. Try again in a moment."),
    ("unable to open", "The workspace can’t be opened: its folder is missing or can’t be written. Nothing was changed. "
     "Choose another folder."),
    ("disk i/o error", "The disk reported an error. Nothing of this was saved; earlier work is intact. "
     "Check the disk and its free room, then try again."),
    ("constraint failed", "A record refers to another that is not there. Nothing was changed. Load the page again."),
)  # fmt: skip


@contextmanager
def told_in_sentences() -> Iterator[None]:
    """Raises `Refused` where the driver raised an error whose cause a person can mend; others pass unchanged."""
    try:
        yield
    except Exception as error:
        reason = _reason(error)
        for sign, sentence in _SENTENCES:
            if sign in reason:
                raise Refused(sentence) from error
        raise


def _reason(error: Exception) -> str:
    """What the driver said, itself or through SQLAlchemy, which wraps its errors; empty where it was not the driver."""
    said = getattr(error, "orig", error)
    return str(said).casefold() if isinstance(said, dbapi2.Error) else ""
