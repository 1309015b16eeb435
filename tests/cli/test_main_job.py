"""A portfolio comes in from three spreadsheets, each as one undo step, and a second time changes nothing."""

from pathlib import Path

import pytest

from tests.acceptance.portfolio import EXCERPT, TABLES, WHOLE
from tests.cli.conftest import Type

portfolios = pytest.mark.parametrize(
    ("folder", "rows"),
    [
        pytest.param(EXCERPT, (10, 6, 41), id="in part"),
        pytest.param(
            WHOLE,
            (10, 43, 262),
            id="whole",
            marks=pytest.mark.skipif(not WHOLE.is_dir(), reason="the whole portfolio is not beside the checkout"),
        ),
    ],
)


def words(workspace: Path, folder: Path, step: int, *more: str) -> list[object]:
    kind, name, pairs = TABLES[step]
    maps = [word for pair in pairs for word in ("--map", pair)]
    return ["import", workspace, kind, folder / name, *maps, "--key", "code", "--json", *more]


def without_mended(said: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in said.items() if name != "mended"}


def counts(created: int = 0, unchanged: int = 0) -> dict[str, object]:
    return {"created": created, "updated": 0, "unchanged": unchanged, "refused": 0, "reasons": []}


@portfolios
def test_the_portfolio_comes_in_whole(workspace: Path, do: Type, folder: Path, rows: tuple[int, ...]) -> None:
    for step, count in enumerate(rows):
        kind = TABLES[step][0]
        dry = do(*words(workspace, folder, step, "--dry-run")).json
        assert do("list", workspace, kind, "--json").json == []
        wet = do(*words(workspace, folder, step)).json
        assert dry == wet
        assert without_mended(wet) == counts(created=count)
        assert len(do("list", workspace, kind, "--json").json) == count
    for step, count in enumerate(rows):
        again = do(*words(workspace, folder, step)).json
        assert without_mended(again) == counts(unchanged=count)
    assert len(do("history", workspace, "--json").json) == 4


@portfolios
def test_each_undo_takes_back_one_whole_import(
    workspace: Path, do: Type, fail: Type, folder: Path, rows: tuple[int, ...]
) -> None:
    for step in range(3):
        do(*words(workspace, folder, step))
    before = [do("list", workspace, kind, "--json").out for kind, *_ in TABLES]
    for step in (2, 1, 0):
        kind = TABLES[step][0]
        assert do("undo", workspace).out.startswith(f"Took back: Import {rows[step]} {kind}")
        assert do("list", workspace, kind, "--json").json == []
    assert "nothing to take back" in fail("undo", workspace).err
    for _ in range(3):
        do("redo", workspace)
    assert [do("list", workspace, kind, "--json").out for kind, *_ in TABLES] == before
    assert "nothing to do again" in fail("redo", workspace).err


@portfolios
def test_what_was_exported_comes_in_again_unchanged(
    workspace: Path, do: Type, tmp_path: Path, folder: Path, rows: tuple[int, ...]
) -> None:
    for step in range(3):
        do(*words(workspace, folder, step))
    for (kind, *_), count in zip(TABLES, rows, strict=True):
        for ending in ("csv", "xlsx"):
            do("export", workspace, kind, "-o", tmp_path / f"out.{ending}")
            said = do("import", workspace, kind, tmp_path / f"out.{ending}", "--json").json
            assert said == {**counts(unchanged=count), "mended": 0}


def test_columns_are_matched_by_name_and_a_mapping_is_remembered(workspace: Path, do: Type) -> None:
    said = do("import", workspace, "units", EXCERPT / "business_units.csv")
    assert said.out.splitlines() == [
        "name from Name",
        "code from Code",
        "Imported business_units.csv.",
        "10 created, 0 updated, 0 unchanged, 0 refused, 0 mended",
    ]
    do("import", workspace, "units", EXCERPT / "business_units.csv", "--map", "note=Name", "--map", "code=Code",
       "--key", "code")  # fmt: skip
    assert "note from Name" in do("import", workspace, "units", EXCERPT / "business_units.csv").out


def test_refused_rows_are_told_by_row_and_column_and_saved_on_request(
    workspace: Path, do: Type, fail: Type, tmp_path: Path
) -> None:
    table = tmp_path / "units.csv"
    table.write_text("Name,People\nA,1\nB,many\n,3\n", encoding="utf-8")
    said = do("import", workspace, "units", table, "--json", "--save-refused", tmp_path / "refused.csv").json
    assert (said["created"], said["refused"]) == (1, 2)
    assert said["reasons"] == [
        {"row": 3, "column": "People", "reason": "“many” is not a number."},
        {"row": 4, "column": "Name", "reason": "Name is empty."},
    ]
    assert len((tmp_path / "refused.csv").read_text(encoding="utf-8").splitlines()) == 3
    table.write_text("Name,People\nB,many\n", encoding="utf-8")
    none = fail("import", workspace, "units", table)
    assert none.status == 1
    assert none.err == "No row could go in. Nothing was changed. Mend the file and import it again.\n"
    table.write_text("Name,People\n", encoding="utf-8")
    assert "has no rows" in fail("import", workspace, "units", table).err
