"""Records are added, changed, deleted and brought back in words."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Type


def test_a_new_workspace_has_its_organisation_and_two_audiences(workspace: Path, do: Type) -> None:
    (organisation,) = do("list", workspace, "organisation", "--json").json
    assert (organisation["name"], organisation["currency"], organisation["hourly_rate"]) == ("Meridian", "USD", 4600)
    audiences = {a["name"]: a["lenses"] for a in do("list", workspace, "audiences", "--json").json}
    assert audiences == {"Staff": ["time"], "Board": ["money", "risk", "quality"]}


def test_a_rate_is_in_the_units_of_its_currency(do: Type, tmp_path: Path) -> None:
    for currency, rate, minor in (("jpy", "4600", 4600), ("KWD", "1.234", 1234)):
        path = tmp_path / f"{currency}.brm"
        do("new", path, "--currency", currency, "--hourly-rate", rate)
        (organisation,) = do("list", path, "organisation", "--json").json
        assert (organisation["currency"], organisation["hourly_rate"]) == (currency.upper(), minor)


def test_adding_prints_the_record_with_every_field_by_its_name(workspace: Path, do: Type) -> None:
    do("add", workspace, "units", "name=Pharmacy", "code=P", "customer_kinds=patients; clients")
    project = do("add", workspace, "projects", "name=One Sign-on", "unit=pharmacy", "--json").json
    (unit,) = do("list", workspace, "units", "--json").json
    assert project["unit"] == unit["id"]
    assert unit["customer_kinds"] == ["patients", "clients"]
    benefit = do("add", workspace, "benefits", "project=One sign-on", "statement=Faster", "baseline=94",
                 "share_counted=0.5", "unit_value=13.94", "--json").json  # fmt: skip
    assert (benefit["project"], benefit["baseline"], benefit["share_counted"]) == (project["id"], 94, 0.5)
    assert benefit["unit_value"] == 1394
    assert benefit["evidence"] == "told"


def test_text_is_kept_to_the_letter(workspace: Path, do: Type) -> None:
    text = "  =1+1 <b>\n\tשלום 𝄞 'x' \r\n"
    added = do("add", workspace, "units", "name=@not a file", f"note={text}", "--json").json
    assert (added["name"], added["note"]) == ("@not a file", text)


def test_a_record_is_changed_by_id_code_or_name(workspace: Path, do: Type) -> None:
    unit = do("add", workspace, "units", "name=Pharmacy", "code=P", "headcount=4", "--json").json
    for reference, name in ((unit["id"], "One"), ("P", "Two"), ("two", "Three")):
        assert do("set", workspace, "units", reference, f"name={name}", "--json").json["name"] == name
    changed = do("set", workspace, "units", "P", "headcount=", "--json").json
    assert changed == {**unit, "name": "Three", "headcount": None}


def test_a_logo_comes_in_with_the_record_as_one_step(workspace: Path, do: Type, tmp_path: Path) -> None:
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(made, "PNG")
    (tmp_path / "logo.png").write_bytes(made.getvalue())
    project = do("add", workspace, "projects", "name=A", f"logo=@{tmp_path / 'logo.png'}", "--json").json
    assert project["logo"]
    assert len(do("history", workspace, "--json").json[0]["changes"]) == 2
    do("undo", workspace)
    assert do("list", workspace, "projects", "--json").json == []


def test_deleting_takes_along_what_needs_the_record_and_undo_brings_it_back(workspace: Path, do: Type) -> None:
    do("add", workspace, "projects", "name=A")
    do("add", workspace, "benefits", "project=A", "statement=B")
    before = do("list", workspace, "benefits", "--json").out
    said = do("delete", workspace, "projects", "A").out
    assert said == "Deleted project “A”.\n1 record that can’t be without it went too. Undo brings all of it back.\n"
    assert do("list", workspace, "benefits", "--json").json == []
    do("undo", workspace)
    assert do("list", workspace, "benefits", "--json").out == before


def test_undo_says_what_had_to_stay(workspace: Path, do: Type) -> None:
    do("add", workspace, "units", "name=A", "code=1")
    do("set", workspace, "units", "1", "name=B", "headcount=5")
    do("list", workspace, "units")
    assert do("undo", workspace).out == "Took back: Change unit “B”.\n"
    assert do("redo", workspace).out == "Did again: Change unit “B”.\n"


def test_history_numbers_every_write_newest_first(workspace: Path, do: Type) -> None:
    do("add", workspace, "units", "name=A")
    do("undo", workspace)
    writes = do("history", workspace, "--json").json
    assert [write["number"] for write in writes] == [3, 2, 1]
    lines = do("history", workspace).out.splitlines()
    assert lines[0].split()[0] == "3"
    assert "taken back: Add unit “A” (1 record)" in lines[0]
    assert "Add unit “A” (1 record, taken back)" in lines[1]


def test_a_list_for_people_has_one_line_a_record(workspace: Path, do: Type) -> None:
    do("add", workspace, "personas", "name=The\nnurse")
    (line,) = do("list", workspace, "personas").out.splitlines()
    assert line.endswith("\tThe nurse")


def test_a_backup_is_a_workspace_and_a_check_says_what_it_holds(workspace: Path, do: Type, tmp_path: Path) -> None:
    do("add", workspace, "units", "name=A")
    do("backup", workspace, tmp_path / "backups")
    (copy,) = (tmp_path / "backups").glob("*.brm")
    assert do("check", copy).out == f"{copy} is whole: 1 organisation, 2 audiences, 1 unit.\n"


@pytest.mark.parametrize("kind", ["organisation", "Units", "PEOPLE"])
def test_kinds_ignore_case(workspace: Path, do: Type, kind: str) -> None:
    do("list", workspace, kind, "--json")


def test_setting_what_a_record_has_already_leaves_no_trace_in_history(do: Type, workspace: Path) -> None:
    do("add", workspace, "units", "name=Surgery")
    before = do("history", workspace).out
    said = do("set", workspace, "units", "Surgery", "name=Surgery").out
    assert said.startswith("Nothing to change in unit “Surgery”")
    assert do("history", workspace).out == before


def test_what_is_typed_of_the_organisation_goes_before_the_sample(do: Type, tmp_path: Path) -> None:
    path = tmp_path / "sample.brm"
    do("new", path, "--sample", "--organisation", "Harbour Trust", "--currency", "eur", "--hourly-rate", "50")
    (made,) = do("list", path, "organisation", "--json").json
    assert (made["name"], made["currency"], made["hourly_rate"]) == ("Harbour Trust", "EUR", 5000)
