"""A briefing frozen: the same content is always the same text, byte for byte."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import attrs

from brm_app.domain.content import Document


def _plain(value: Any) -> Any:
    if attrs.has(type(value)):
        fields = {a.name: _plain(getattr(value, a.name)) for a in attrs.fields(type(value))}
        return {"part": type(value).__name__, **fields}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def freeze(content: Document) -> str:
    """Canonical JSON: sorted keys, no spaces, UTF-8 text unescaped."""
    return json.dumps(_plain(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def fingerprint(content: Document) -> str:
    """SHA-256 of the frozen content, in hexadecimal."""
    return hashlib.sha256(freeze(content).encode()).hexdigest()
