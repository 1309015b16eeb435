"""Backups are whole, are thinned by age, and come back; a failed one says so."""

import datetime as dt
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from brm_app.domain.errors import Refused
from brm_app.domain.records import Unit
from brm_app.services import safekeeping
from brm_app.services.workspace import Workspace
from brm_app.storage import backup

MOMENTS = st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2027, 1, 1), timezones=st.just(dt.UTC))


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one unit, its backups under `tmp_path`."""
    monkeypatch.setattr(backup, "user_data_path", lambda *_args, **_more: tmp_path / "data")
    workspace = Workspace.create(tmp_path / "w.brm", "Meridian")
    add_unit(workspace, "First")
    workspace.close()
    return workspace.path


def add_unit(workspace: Workspace, name: str) -> None:
    with workspace.write(name) as batch:
        batch.save(Unit(name=name))


def units(path: Path) -> list[str]:
    workspace = Workspace.open(path)
    names = [unit.name for unit in workspace.find(Unit)]
    workspace.close()
    return names


def test_a_backup_is_a_workspace_that_opens_with_everything(path: Path, tmp_path: Path) -> None:
    made = safekeeping.back_up(path, tmp_path / "elsewhere")
    assert units(made) == ["First"]
    assert [each.name for each in made.parent.iterdir()] == [made.name]


def test_closing_backs_up_what_was_written_and_nothing_else(path: Path) -> None:
    workspace = Workspace.open(path)
    workspace.close(backup=True)
    assert safekeeping.backups(path) == []
    workspace = Workspace.open(path)
    add_unit(workspace, "Second")
    workspace.close(backup=True)
    assert [made.counts["units"] for made in safekeeping.backups(path)] == [2]


def test_a_backup_is_made_of_an_open_workspace(path: Path) -> None:
    workspace = Workspace.open(path)
    add_unit(workspace, "Second")
    with workspace.reading():
        made = safekeeping.back_up(path)
    workspace.close()
    assert units(made) == ["First", "Second"]


def test_a_backup_that_fails_on_close_says_so_and_the_workspace_is_closed_and_whole(path: Path) -> None:
    backup.own_folder(path).parent.mkdir(parents=True)
    backup.own_folder(path).write_text("a file where the folder should be")
    workspace = Workspace.open(path)
    add_unit(workspace, "Second")
    with pytest.raises(Refused, match="workspace is as it was"):
        workspace.close(backup=True)
    assert units(path) == ["First", "Second"]


def test_a_workspace_that_is_not_there_is_not_made_by_backing_it_up(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="backup could not be made"):
        safekeeping.back_up(tmp_path / "nowhere.brm", tmp_path / "elsewhere")
    assert not (tmp_path / "nowhere.brm").exists()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_backup_comes_back_and_the_file_it_replaces_is_kept(path: Path) -> None:
    safekeeping.back_up(path)
    workspace = Workspace.open(path)
    add_unit(workspace, "Second")
    workspace.close()
    kept = safekeeping.restore(safekeeping.backups(path)[0], path)
    assert units(path) == ["First"]
    assert kept is not None
    assert units(kept) == ["First", "Second"]


def test_a_backup_replaces_a_damaged_workspace_and_is_never_mixed_with_its_journal(path: Path) -> None:
    safekeeping.back_up(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + bytes(len(content) // 2))
    Path(f"{path}-journal").write_bytes(b"half of something")
    kept = safekeeping.restore(safekeeping.backups(path)[0], path)
    assert units(path) == ["First"]
    assert Path(f"{kept}-journal").read_bytes() == b"half of something"


def test_a_damaged_backup_is_neither_listed_nor_restored(path: Path) -> None:
    made = safekeeping.back_up(path)
    chosen = safekeeping.backups(path)[0]
    made.write_bytes(made.read_bytes()[:5000] + b"\xff" * 9000)
    assert safekeeping.backups(path) == []
    with pytest.raises(Refused, match="damaged or no backup"):
        safekeeping.restore(chosen, path)
    assert units(path) == ["First"]


def test_a_workspace_open_elsewhere_refuses_to_write_over_what_was_restored(path: Path) -> None:
    safekeeping.back_up(path)
    workspace = Workspace.open(path)
    safekeeping.restore(safekeeping.backups(path)[0], path)
    with pytest.raises(Refused, match="moved, replaced or deleted"):
        add_unit(workspace, "Lost?")
    workspace.close()
    assert units(path) == ["First"]


def test_two_restores_in_one_second_keep_both_files_that_they_replace(path: Path) -> None:
    chosen = safekeeping.back_up(path)
    workspace = Workspace.open(path)
    add_unit(workspace, "Second")
    workspace.close()
    kept = [backup.restore(chosen, path, "20261122T120000Z") for _ in range(2)]
    assert len(set(kept)) == 2
    assert [units(each) for each in kept if each] == [["First", "Second"], ["First"]]


@pytest.mark.parametrize("moves", [0, 1])
def test_a_restore_that_is_cut_short_leaves_a_workspace_in_its_place(
    path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    chosen = safekeeping.back_up(path)
    move, left = backup._move, [moves]

    def cut(source: Path, target: Path) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        move(source, target)

    monkeypatch.setattr(backup, "_move", cut)
    with pytest.raises(KeyboardInterrupt):
        backup.restore(chosen, path, "20261122T120000Z")
    assert units(path) == ["First"]


def test_a_restore_waits_for_nobody_who_writes_and_takes_nothing_from_them(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = safekeeping.back_up(path)
    monkeypatch.setattr(backup, "PATIENCE", 10)
    with closing(dbapi2.connect(str(path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE units SET name = 'Theirs'")
        with pytest.raises(Refused, match="Another program is writing"):
            backup.restore(chosen, path, "20261122T120000Z")
        other.execute("COMMIT")
    assert units(path) == ["Theirs"]
    assert not list(path.parent.glob("*-replaced-*"))


def test_a_restore_that_fails_leaves_no_second_name(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = safekeeping.back_up(path)
    move = backup._move

    def fail(source: Path, target: Path) -> None:
        if target == path:
            raise OSError("no room")
        move(source, target)

    monkeypatch.setattr(backup, "_move", fail)
    with pytest.raises(Refused, match="The workspace is as it was"):
        backup.restore(chosen, path, "20261122T120000Z")
    assert [each.name for each in path.parent.glob("*.brm")] == ["w.brm"]


def test_a_backup_is_due_a_day_after_the_last(path: Path) -> None:
    assert safekeeping.due(path)
    made = safekeeping.back_up(path)
    assert not safekeeping.due(path)
    made.rename(made.with_name("w-20260101T000000Z.brm"))
    assert safekeeping.due(path)


@given(st.lists(MOMENTS, max_size=400))
def test_thinning_keeps_the_newest_of_days_weeks_and_months(moments: list[dt.datetime]) -> None:
    kept = backup.keep(moments)
    assert kept <= set(moments)
    assert len(kept) <= 5 + 14 + 8 + 24
    assert set(sorted(set(moments))[-5:]) <= kept
    for day in sorted({moment.date() for moment in moments})[-14:]:
        assert max(m for m in moments if m.date() == day) in kept
    for month in sorted({(m.year, m.month) for m in moments})[-24:]:
        assert max(m for m in moments if (m.year, m.month) == month) in kept
    assert backup.keep(kept) == kept, "thinning twice takes nothing more"


def test_thinning_deletes_old_backups_but_none_made_before_an_upgrade(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for hour in range(20):
        backup.back_up(path, folder, f"20260301T{hour:02}0000Z")
    special = backup.back_up(path, folder, "before-upgrade-20200101T000000Z")
    gone = backup.thin(folder)
    assert len(gone) == 15
    assert special.exists()
    assert [made.at.hour for made in backup.backups(folder)] == [19, 18, 17, 16, 15, 0]
