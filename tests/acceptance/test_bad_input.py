"""A workspace that can't be read or written is refused with a sentence, and nothing that was there is lost."""

import functools
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.records import Person, Unit
from brm_app.services.workspace import Workspace

PREPARE = """
    import os, resource, sys
    from pathlib import Path
    from brm_app.domain.errors import Refused
    from brm_app.domain.records import Unit
    from brm_app.services.workspace import Workspace
    path = Path(sys.argv[1])
    def attempt(step):
        try:
            step()
        except Refused as refused:
            print(refused)
    def add(name, note=""):
        with workspace.write(name) as batch:
            batch.save(Unit(name=name, note=note))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed workspace with one unit."""
    workspace = Workspace.create(tmp_path / "w.brm", "Meridian")
    with workspace.write("First") as batch:
        batch.save(Unit(name="First"))
    workspace.close()
    return workspace.path


def units(path: Path) -> list[str]:
    workspace = Workspace.open(path)
    workspace.check()
    names = [unit.name for unit in workspace.find(Unit)]
    workspace.close()
    return names


def child(path: Path, program: str) -> str:
    """What a program prints that works on the workspace in a process of its own."""
    arguments = [sys.executable, "-c", textwrap.dedent(PREPARE) + textwrap.dedent(program), str(path)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_full_disk_keeps_the_earlier_work_and_the_workspace_goes_on_when_there_is_room(path: Path) -> None:
    said = child(
        path,
        """
        workspace = Workspace.open(path)
        size = path.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 8192, resource.RLIM_INFINITY))
        attempt(lambda: add("Too large", "x" * 900_000))
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        add("Second")
        workspace.close()
        """,
    )
    assert "disk" in said
    assert "earlier work is intact" in said
    assert units(path) == ["First", "Second"]


def test_a_full_disk_leaves_no_half_of_a_new_workspace_or_a_backup(path: Path) -> None:
    said = child(
        path,
        """
        from brm_app.services import safekeeping
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
        attempt(lambda: Workspace.create(path.with_name("new.brm")))
        attempt(lambda: safekeeping.back_up(path, path.with_name("backups")))
        """,
    )
    assert len(said.splitlines()) == 2
    assert "disk" in said
    assert "The workspace is as it was." in said
    assert not path.with_name("new.brm").exists()
    assert list(path.with_name("backups").iterdir()) == []
    assert units(path) == ["First"]


UNPRIVILEGED = """
    import tempfile
    with tempfile.TemporaryDirectory() as folder:  # whatever is imported late is imported with all rights
        workspace = Workspace.create(Path(folder) / "w.brm")
        attempt(lambda: add("Warm"))
        workspace.close()
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
"""


@pytest.fixture
def public(path: Path) -> Iterator[Path]:
    """The workspace in a folder that somebody without special rights can reach, as those of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(shutil.copy(path, name))
        Path(name).chmod(0o755)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_workspace_is_read_and_refuses_to_be_written(public: Path, what: str) -> None:
    public.chmod(0o444 if what == "file" else 0o666)
    public.parent.chmod(0o777 if what == "file" else 0o555)
    said = child(
        public,
        UNPRIVILEGED
        + """
    workspace = Workspace.open(path)
    print(workspace.count(Unit))
    attempt(lambda: add("Second"))
    workspace.close()
    """,
    ).splitlines()
    public.parent.chmod(0o755)
    assert said[0] == "1"
    assert "can’t be" in said[1]
    assert "Nothing was changed." in said[1]
    assert units(public) == ["First"]


def test_a_workspace_can_t_be_made_in_a_read_only_folder(public: Path) -> None:
    public.parent.chmod(0o555)
    said = child(public, UNPRIVILEGED + '    attempt(lambda: Workspace.create(path.with_name("new.brm")))')
    public.parent.chmod(0o755)
    assert "Permission denied. Nothing was made." in said
    assert [each.name for each in public.parent.iterdir()] == ["w.brm"]


def unlike_workspaces(folder: Path) -> dict[str, Path]:
    """Files and folders that somebody may take for a workspace."""
    (folder / "text.brm").write_text("name,code\nPharmacy,P\n" * 100)
    (folder / "empty.brm").touch()
    (folder / "folder.brm").mkdir()
    (folder / "random.brm").write_bytes(bytes(range(256)) * 100)
    for name, journal in (("other.brm", "DELETE"), ("wal.brm", "WAL")):
        connection = dbapi2.connect(str(folder / name), isolation_level=None)
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute("CREATE TABLE units (id)")
        connection.close()
    return {path.name: path for path in folder.glob("*.brm")} | {"nowhere": folder / "nowhere.brm"}


def test_what_is_no_workspace_is_refused_and_untouched(tmp_path: Path) -> None:
    for path in unlike_workspaces(tmp_path).values():
        content = path.read_bytes() if path.is_file() else None
        with pytest.raises(Refused, match=r"Nothing was changed\."):
            Workspace.open(path)
        assert (path.read_bytes() if path.is_file() else None) == content
    assert not (tmp_path / "nowhere.brm").exists()


@pytest.mark.parametrize(
    "smuggled",
    [
        "CREATE TRIGGER t AFTER INSERT ON units BEGIN DELETE FROM people; END",
        "CREATE TRIGGER t AFTER UPDATE ON organisation BEGIN DELETE FROM units; END",
        "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM n",
        "DROP TABLE sites; CREATE VIEW sites AS SELECT * FROM units",
        "DROP TABLE sites; CREATE VIRTUAL TABLE sites USING fts5(id, name)",
        "DROP TABLE search; CREATE VIRTUAL TABLE search USING fts5(kind, title, text, tokenize='porter')",
        "DROP TABLE search; CREATE TABLE search (kind, title, text, search, rank)",
        "CREATE TABLE extra (id)",
        "CREATE INDEX ix_slow ON units (name)",
        "DROP INDEX ix_units_code; CREATE INDEX ix_units_code ON units (hex(zeroblob(length(code))))",
        "ALTER TABLE units ADD COLUMN big GENERATED ALWAYS AS (zeroblob(1000000000))",
        "ALTER TABLE units ADD COLUMN other TEXT",
        "DROP TABLE promises",
    ],
)
def test_a_workspace_in_which_something_was_smuggled_is_refused(path: Path, smuggled: str) -> None:
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.executescript(smuggled)
    connection.close()
    content = path.read_bytes()
    with pytest.raises(Refused, match="not as Liaison made it"):
        Workspace.open(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("table", "words", "others"),
    [
        ("sites", "opening_times TEXT NOT NULL", "opening_times AS/**/(hex(zeroblob(100000000)))"),
        ("readings", "REFERENCES benefits (id)", "REFERENCES benefits (id) ON/**/DELETE CASCADE"),
        ("units", "name TEXT NOT NULL", "name TEXT NOT NULL UNIQUE ON CONFLICT REPLACE"),
        ("units", "code TEXT NOT NULL", "code TEXT NOT NULL COLLATE NOCASE"),
        ("people", "email TEXT NOT NULL", "email TEXT DEFAULT (hex(randomblob(100000000)))"),
    ],
)
def test_a_table_that_acts_when_it_is_written_is_refused(path: Path, table: str, words: str, others: str) -> None:
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA foreign_keys=OFF")
    held = connection.execute("SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql > ''", (table,)).fetchall()
    made = [sql.replace(words, others) for (sql,) in held]
    assert made != [sql for (sql,) in held]
    connection.executescript(f"DROP TABLE {table}; {'; '.join(made)}")
    connection.close()
    with pytest.raises(Refused, match="not as Liaison made it"):
        Workspace.open(path)


def test_a_damaged_workspace_is_told_apart_from_a_whole_one(path: Path) -> None:
    content = path.read_bytes()
    middle = len(content) // 2
    path.write_bytes(content[:middle] + os.urandom(4096 * 3) + content[middle + 4096 * 3 :])
    with pytest.raises(Refused, match=r"damaged.*Restore|not as Liaison made it"):
        workspace = Workspace.open(path)
        try:
            workspace.check()
        finally:
            workspace.close()


@pytest.mark.parametrize("how", ["moved", "replaced"])
def test_a_workspace_that_went_away_while_open_is_neither_read_nor_written(path: Path, how: str) -> None:
    workspace = Workspace.open(path)
    other = shutil.copy(path, path.with_name("other.brm"))
    if how == "replaced":
        Path(other).replace(path)
    else:
        path.rename(path.with_name("moved.brm"))
        Path(other).unlink()
    with pytest.raises(Refused, match=r"moved, replaced or deleted.*still in the form"), workspace.write("W") as batch:
        batch.save(Unit(name="Lost?"))
    with pytest.raises(Refused, match="moved, replaced or deleted"):
        workspace.find(Unit)
    workspace.close()
    assert path.exists() == (how == "replaced"), "nothing is made in its place"


def test_while_another_program_writes_a_save_is_refused_after_a_moment(path: Path) -> None:
    workspace = Workspace.open(path)
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(Refused, match=r"Another program is writing .* Try again"), workspace.write("W") as batch:
        batch.save(Unit(name="Second"))
    connection.execute("ROLLBACK")
    connection.close()
    with workspace.write("W") as batch:
        batch.save(Unit(name="Second"))
    workspace.close()
    assert units(path) == ["First", "Second"]
    assert [each.name for each in path.parent.iterdir()] == ["w.brm"], "a workspace at rest is one file"


def test_names_that_mean_something_to_a_database_address_are_names(tmp_path: Path) -> None:
    for name in ("50% done?.brm", "a#b&mode=memory.brm", "ünï 𝄞 ‮txt.brm", "a;b'c\".brm", "%41.brm"):
        Workspace.create(tmp_path / name, "Meridian").close()
        assert units(tmp_path / name) == []
    assert len(list(tmp_path.iterdir())) == 5


def test_a_cancelled_write_leaves_nothing(path: Path) -> None:
    workspace = Workspace.open(path)
    for asked in range(1, 12):  # four slices of 2,000, each gone through three times
        answers = itertools.chain([False] * asked, itertools.repeat(True))
        with pytest.raises(Cancelled), workspace.write("Many", cancelled=functools.partial(next, answers)) as batch:
            for n in range(7_000):
                batch.add(Person(name=str(n)))
        assert workspace.count(Person) == 0
        assert workspace.undo_label() == "First"
    workspace.close()
