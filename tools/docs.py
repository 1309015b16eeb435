"""Build the user guide from docs/ with every warning an error: python3 run.py docs [FOLDER]."""

from __future__ import annotations

import sys
from pathlib import Path

from sphinx.cmd.build import main as sphinx

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "build" / "docs"


def main(arguments: list[str]) -> int:
    """Build the guide as HTML into the named folder, or into build/docs; returns the exit status."""
    target = Path(arguments[0]) if arguments else BUILT
    doctrees = str(target / ".doctrees")
    status = sphinx(["-W", "--keep-going", "-q", "-b", "html", "-d", doctrees, str(ROOT / "docs"), str(target)])
    if status == 0:
        print(target / "index.html")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
