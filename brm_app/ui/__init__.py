"""The window: shell, pages, forms and painters over the services."""

import builtins

import PySide6.QtCore  # noqa: F401 - lays its hook, so that it can be taken up again

# PySide6 has every later import read the source of the module, in search of a feature nobody here switches on: a
# quarter more time for each import and 15 MB of sources kept. Its `__orig_import__` keeps all else that it does.
builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
