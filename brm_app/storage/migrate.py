"""Brings a workspace of an older schema to the newest one, or leaves it exactly as it was.

Nothing imports this at a normal start: Alembic is slow to import and rarely needed.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from brm_app.domain.errors import Refused
from brm_app.storage.backup import back_up, stamp
from brm_app.storage.engine import make_engine
from brm_app.storage.faults import told_in_sentences

_FAILED = (
    "The workspace could not be upgraded: {}. It is as it was; a copy is in {}. Open it with the Liaison that made it."
)
STEPS = Path(__file__).parent / "migrations"


def upgrade(path: Path, folder: Path, steps: Path = STEPS) -> Path:
    """Backs the workspace up to `folder`, upgrades it, and returns the backup.

    Raises `Refused` where the backup or the upgrade fails; the workspace is then as it was.
    """
    backup = back_up(path, folder, f"before-upgrade-{stamp(dt.datetime.now(dt.UTC))}")
    engine = make_engine(path, links_checked=False)
    try:
        with told_in_sentences(), engine.execution_options(writing=True).begin() as connection:
            run_steps(connection, steps)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise Refused(_FAILED.format("a record would lose what it refers to", backup))
    except (CommandError, DBAPIError) as error:
        raise Refused(_FAILED.format(error, backup)) from error
    finally:
        engine.dispose()
    return backup


def run_steps(connection: Connection, steps: Path = STEPS) -> None:
    """Runs what the file lacks, inside the caller's transaction, and writes the schema's number into the file.

    The connection must not check links (`make_engine(links_checked=False)`): while a table is copied, the rows
    that refer to it would be deleted.
    """
    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    head = ScriptDirectory.from_config(config).get_current_head()
    connection.exec_driver_sql(f"PRAGMA user_version={int(head or 0)}")
