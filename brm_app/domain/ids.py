"""Record ids: UUID version 7 (RFC 9562 §5.7), made by the client and rising within a process."""

from __future__ import annotations

import os
import threading
import time

_TAIL_BITS = 74
_lock = threading.Lock()
_last = (0, 0)


def new_id() -> str:
    """A new id, greater as text than every id this process made before."""
    global _last
    with _lock:
        now = max(time.time_ns() // 1_000_000, _last[0])
        tail = _last[1] + 1 + _random(32) if now == _last[0] else _random(_TAIL_BITS - 1)
        _last = (now, tail)
    high, low = tail >> 62, tail & ((1 << 62) - 1)
    digits = f"{(now << 80) | (0x7 << 76) | ((high & 0xFFF) << 64) | (0b10 << 62) | low:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _random(bits: int) -> int:
    """So many random bits. The modules `secrets` and `uuid` would do it too; to import them takes a start 5 ms."""
    return int.from_bytes(os.urandom(10), "big") >> (80 - bits)
