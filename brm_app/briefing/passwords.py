"""Which passwords can lock a PDF; this needs no PDF library, so that a window can ask before anything is made."""

from __future__ import annotations

import unicodedata

from brm_app.domain.errors import Refused

_LONGEST = 127  # bytes that the encryption looks at
_NOT = "The PDF was not protected: the password"


def usable(password: str) -> str:
    """The password as it locks a file. Raises Refused for one that can't."""
    secret = unicodedata.normalize("NFKC", password)
    if not secret.strip():
        raise Refused(f"{_NOT} {'has only spaces' if secret else 'is empty'}. Type one and save again.")
    if any("\ud800" <= char <= "\udfff" for char in secret):
        raise Refused(f"{_NOT} holds half a character. Type it anew and save again.")
    if len(secret.encode()) > _LONGEST:
        raise Refused(f"{_NOT} is too long. Use at most {_LONGEST} letters and save again.")
    return secret
