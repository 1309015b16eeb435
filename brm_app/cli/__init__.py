"""The command line: the services of the window without a window, and without Qt."""

from brm_app.cli.main import main

__all__ = ["main"]
