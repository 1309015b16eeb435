#!/usr/bin/env python3
"""Give the typesetting its next number where the same content gives other bytes than before.

Run `python -m tools.freeze_typesetting` after the look of pages, the file that they are written to, or a library
changed. Issues name the number, so that one which prints otherwise today is told as made by an earlier typesetting.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from brm_app.domain import makers
from tests.briefing.frozen import KEPT, hashes, kept

NUMBERED = Path(makers.__file__)


def main() -> int:
    """Write both files where anything changed."""
    made, then = hashes(), kept() if KEPT.exists() else {"sha256": {}, "makers": {}}
    now, number = dict(makers.makers()), makers.TYPESETTING
    libraries = {name for name in now if name not in ("Liaison", "typesetting")}
    same = all(now[name] == then["makers"].get(name) for name in libraries)
    if same and made != then["sha256"] and str(number) == then["makers"]["typesetting"]:
        number += 1
        text = re.sub(r"^TYPESETTING = \d+$", f"TYPESETTING = {number}", NUMBERED.read_text("utf-8"), flags=re.M)
        NUMBERED.write_text(text, "utf-8")
    held = {"makers": {**now, "typesetting": str(number)}, "sha256": made}
    KEPT.write_text(json.dumps(held, indent=2, sort_keys=True) + "\n", "utf-8")
    print(f"Typesetting {number}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
