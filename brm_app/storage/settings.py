"""What the application remembers in a workspace beside records: plain JSON by name."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from brm_app.storage.driver import Rows, column
from brm_app.storage.values import json_of


def kept(connection: Rows, name: str) -> Any:
    """The value under a name, or None; the file may come from somebody else and hold anything there."""
    with suppress(ValueError, TypeError, RecursionError):  # no JSON, or one without a bottom
        return json_of(next(iter(column(connection, "SELECT value FROM settings WHERE name = ?", name)), None))
    return None


def keep(connection: Rows, name: str, value: Any) -> None:
    """Puts a value under a name."""
    connection.exec_driver_sql("DELETE FROM settings WHERE name = ?", (name,))
    connection.exec_driver_sql("INSERT INTO settings (name, value) VALUES (?, ?)", (name, json.dumps(value)))
