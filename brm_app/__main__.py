"""`brm-app` and `python -m brm_app`: the command line, which also opens the window."""

from __future__ import annotations

import multiprocessing
import sys

from brm_app.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # an installed program starts its helper processes from itself
    sys.exit(main())
