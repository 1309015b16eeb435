"""An older workspace is upgraded as a whole or left as it was, and the newest step equals the declared tables."""

import os
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlcipher3 import dbapi2

from brm_app.domain.errors import Refused
from brm_app.domain.records import RECORDS
from brm_app.services.merging import plain_values
from brm_app.services.workspace import Workspace
from brm_app.storage.declared import FULL_TEXT_TABLES, SCHEMA_VERSION
from brm_app.storage.engine import create_file, make_engine
from brm_app.storage.migrate import STEPS, run_steps, upgrade
from brm_app.storage.schema import metadata

FIXTURES = Path(__file__).parent / "fixtures"


PROGRAM = """
import sys
from pathlib import Path
from brm_app.storage.migrate import upgrade
print("ready", flush=True)
upgrade(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
print("done", flush=True)
"""


def fixture(number: int, folder: Path) -> Path:
    """A copy of the frozen workspace of one schema."""
    return Path(shutil.copy(FIXTURES / f"schema-{number:04}.brm", folder / "old.brm"))


def objects(path: Path) -> dict[str, str]:
    """What the file declares, with spaces and line ends made alike."""
    connection = dbapi2.connect(str(path))
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return {name: re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.split())) for name, sql in rows}


@pytest.fixture
def migrated(tmp_path: Path) -> Path:
    """An empty file that all steps ran on."""
    path = tmp_path / "steps.brm"
    path.touch()
    engine = make_engine(path, links_checked=False)
    with engine.execution_options(writing=True).begin() as connection:
        run_steps(connection)
    engine.dispose()
    return path


def test_the_newest_step_equals_the_declared_tables(migrated: Path) -> None:
    engine = make_engine(migrated)
    with engine.connect() as connection:
        opts = {"compare_type": True, "include_name": lambda name, *_: name not in FULL_TEXT_TABLES}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == [], "a field changed: see tools/freeze_schema.py"
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == SCHEMA_VERSION
    engine.dispose()


def test_a_new_file_and_an_upgraded_one_declare_the_same(migrated: Path, tmp_path: Path) -> None:
    create_file(tmp_path / "new.brm").dispose()
    assert {name: sorted(sql.split(",")) for name, sql in objects(migrated).items()} == {
        name: sorted(sql.split(",")) for name, sql in objects(tmp_path / "new.brm").items()
    }


@pytest.mark.parametrize("number", range(1, SCHEMA_VERSION + 1))
def test_a_workspace_of_each_schema_opens_with_all_it_held(number: int, tmp_path: Path) -> None:
    workspace = Workspace.open(fixture(number, tmp_path))
    workspace.check()
    _, changes = workspace.history(limit=1)[0]
    assert {change.kind for change in changes} == set(RECORDS)
    for change in changes:
        record = workspace.get(RECORDS[change.kind], change.record_id)
        assert record is not None
        assert change.after is not None
        assert plain_values(record).items() >= change.after.items()
    assert {kind for kind in RECORDS if workspace.count(RECORDS[kind])} == set(RECORDS)
    assert workspace.undo() is not None
    workspace.close()


@pytest.fixture
def steps(tmp_path: Path) -> Iterator[Path]:
    """The real steps, and one more that rebuilds the table most others refer to."""
    folder = tmp_path / "steps"
    shutil.copytree(STEPS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "9999_next.py").write_text(
        textwrap.dedent(f"""
        import os, time
        import sqlalchemy as sa
        from alembic import op
        revision, down_revision = "9999", "{SCHEMA_VERSION:04}"
        def upgrade():
            with op.batch_alter_table("units", recreate="always") as batch:
                batch.add_column(sa.Column("floor", sa.Text(), nullable=False, server_default="0"))
            op.add_column("people", sa.Column("badge", sa.Text()))
            if os.environ.get("SLOW"):
                print("between", flush=True)
                time.sleep(float(os.environ["SLOW"]))
            with op.batch_alter_table("projects", recreate="always") as batch:
                batch.drop_column("theme")
        """)
    )
    yield folder
    sys.modules.pop("9999_next_py", None)


def rows(path: Path) -> dict[str, int]:
    """How many rows each table has."""
    connection = dbapi2.connect(str(path))
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    connection.close()
    return counts


def state(path: Path) -> tuple[int, bool, bool]:
    """The schema's number, and whether each half of the next step is there; the file is whole."""
    connection = dbapi2.connect(str(path))
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    units, projects = ({row[1] for row in connection.execute(f"PRAGMA table_info({t})")} for t in ("units", "projects"))
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    return version, "floor" in units, "theme" not in projects


def test_an_upgrade_rebuilds_tables_without_losing_a_row_that_refers_to_them(tmp_path: Path, steps: Path) -> None:
    path = fixture(1, tmp_path)
    before = rows(path)
    backup = upgrade(path, tmp_path / "backups", steps)
    assert state(path) == (9999, True, True)
    assert rows(path) == before
    assert state(backup) == (1, False, False)


def test_an_upgrade_that_fails_leaves_the_workspace_as_it_was(tmp_path: Path, steps: Path) -> None:
    path = fixture(1, tmp_path)
    step = steps / "versions" / "9999_next.py"
    step.write_text(step.read_text() + '    op.execute("DELETE FROM units")\n')
    content = path.read_bytes()
    with pytest.raises(Refused, match="could not be upgraded"):
        upgrade(path, tmp_path / "backups", steps)
    assert state(path) == (1, False, False)
    assert path.read_bytes() == content


@pytest.mark.parametrize("change", ["UPDATE alembic_version SET version_num='7777'", "DELETE FROM alembic_version"])
def test_a_workspace_whose_past_nobody_knows_is_left_as_it_was(tmp_path: Path, steps: Path, change: str) -> None:
    path = fixture(1, tmp_path)
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(change)
    connection.close()
    content = path.read_bytes()
    with pytest.raises(Refused, match="could not be upgraded"):
        upgrade(path, tmp_path / "backups", steps)
    assert path.read_bytes() == content


def test_an_upgrade_without_a_backup_does_not_begin(tmp_path: Path, steps: Path) -> None:
    path = fixture(1, tmp_path)
    (tmp_path / "backups").write_text("a file where the folder should be")
    with pytest.raises(Refused, match="backup could not be made"):
        upgrade(path, tmp_path / "backups", steps)
    assert state(path) == (1, False, False)


def test_a_kill_between_two_tables_leaves_the_old_schema_and_the_next_try_succeeds(tmp_path: Path, steps: Path) -> None:
    path = fixture(1, tmp_path)
    arguments = [sys.executable, "-c", PROGRAM, str(path), str(tmp_path / "backups"), str(steps)]
    child = subprocess.Popen(arguments, stdout=subprocess.PIPE, env={**os.environ, "SLOW": "30"})
    assert child.stdout is not None
    while child.stdout.readline() != b"between\n":
        assert child.poll() is None
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert state(path) == (1, False, False)
    upgrade(path, tmp_path / "backups", steps)
    assert state(path) == (9999, True, True)


def test_a_kill_at_any_moment_of_an_upgrade_leaves_the_old_schema_or_the_new(
    tmp_path: Path, steps: Path, counted: Callable[[int, int], int]
) -> None:
    path, chance = fixture(1, tmp_path), random.Random(1)
    before = rows(path)
    for _ in range(counted(6, 100)):
        shutil.copy(FIXTURES / "schema-0001.brm", path)
        arguments = [sys.executable, "-c", PROGRAM, str(path), str(tmp_path / "backups"), str(steps)]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"ready\n"
            select.select([child.stdout], [], [], chance.uniform(0, 0.2))
            child.kill()
        assert state(path) in ((1, False, False), (9999, True, True))
        assert rows(path) == before


def test_a_workspace_of_a_newer_liaison_is_refused_and_untouched(tmp_path: Path) -> None:
    path = fixture(1, tmp_path)
    connection = dbapi2.connect(str(path))
    connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(Refused, match="made by a newer Liaison"):
        Workspace.open(path)
    assert path.read_bytes() == content


def test_an_older_workspace_is_upgraded_when_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "older.brm"
    shutil.copy(FIXTURES / "schema-0001.brm", path)
    connection = dbapi2.connect(str(path))
    connection.execute("PRAGMA user_version=0")  # as if one step were missing; that step was done already
    connection.close()
    workspace = Workspace.open(path)
    assert workspace.organisation.name
    workspace.close()
    assert len(list((tmp_path / "data").rglob("older-before-upgrade-*.brm"))) == 1
