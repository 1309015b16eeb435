"""A dry run says of every row what it would do, and carrying it out does exactly that, as one undo step."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from brm_app.domain.errors import Cancelled
from brm_app.domain.records import Benefit, Organisation, Person, Project, Record, Site, Touchpoint, Unit
from brm_app.services.exchange import (
    Counts,
    Mapping,
    Plan,
    counts_of,
    likely_kind,
    plan,
    read_table,
    remembered,
    run,
    save_refused,
    suggested,
)
from brm_app.services.exchange.mapping import WrongMapping
from brm_app.services.workspace import Workspace
from tests.keeping import keep


def planned(workspace: Workspace, cls: type[Record], text: str, *pairs: str, key: str = "") -> Plan:
    path = workspace.path.parent / "table.csv"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    source = read_table(path)
    mapping = Mapping.parse(cls, source.columns, pairs) if pairs else suggested(cls, source.columns)
    return plan(workspace, cls, source, mapping, key)


def reasons(plan: Plan) -> list[tuple[int, str, str]]:
    return [(r.row, r.column, r.reason) for r in plan.reasons]


def the(workspace: Workspace, cls: type[Any]) -> Any:
    (found,) = workspace.find(cls)
    return found


def test_a_dry_run_writes_nothing_and_promises_what_the_import_does(workspace: Workspace) -> None:
    made = planned(workspace, Unit, "Name,Code\nPharmacy,P\nImaging,I\n,X\n")
    assert counts_of(made) == Counts(created=2, updated=0, unchanged=0, refused=1, mended=0)
    assert workspace.find(Unit) == []
    assert run(workspace, made) == counts_of(made)
    assert [unit.name for unit in workspace.find(Unit)] == ["Imaging", "Pharmacy"]
    assert reasons(made) == [(4, "Name", "Name is empty.")]


def test_one_undo_takes_back_the_whole_import_and_redo_brings_it_again(workspace: Workspace) -> None:
    run(workspace, planned(workspace, Unit, "Name\n" + "\n".join(f"Unit {n}" for n in range(5000))))
    assert workspace.undo_label() == "Import 5,000 units from table.csv"
    workspace.undo()
    assert workspace.count(Unit) == 0
    workspace.redo()
    assert workspace.count(Unit) == 5000


def test_a_row_that_matches_on_the_key_changes_the_record_and_an_empty_cell_leaves_a_field(
    workspace: Workspace,
) -> None:
    keep(workspace, Unit(name="Pharmacy", code="P", headcount=40, note="kept"), Unit(name="Imaging", code="i-1"))
    made = planned(workspace, Unit, "Code,Name,Note\nP,Dispensary,\nI-1,Imaging,\nQ,Quality,new\n", key="code")
    assert counts_of(made) == Counts(created=1, updated=2, unchanged=0, refused=0, mended=0)
    run(workspace, made)
    by_code = {unit.code: unit for unit in workspace.find(Unit)}
    assert set(by_code) == {"P", "I-1", "Q"}
    assert (by_code["P"].name, by_code["P"].headcount, by_code["P"].note) == ("Dispensary", 40, "kept")


def test_importing_again_changes_nothing_and_leaves_no_step_to_undo(workspace: Workspace) -> None:
    text = "Code,Name\nP, Pharmacy \nI,Imaging\n"
    run(workspace, planned(workspace, Unit, text, key="code"))
    again = planned(workspace, Unit, text, key="code")
    assert run(workspace, again) == Counts(created=0, updated=0, unchanged=2, refused=0, mended=1)
    assert len(workspace.history()) == 2


def test_a_key_that_is_empty_twice_or_not_clear_is_refused(workspace: Workspace) -> None:
    keep(workspace, Unit(name="One", code="D"), Unit(name="Two", code="D"))
    made = planned(workspace, Unit, "Code,Name\nP,A\np,B\n,C\nD,E\n", key="code")
    assert reasons(made) == [
        (3, "Code", "Same as row 2."),
        (4, "Code", "The key is empty, so the row can’t be matched."),
        (5, "Code", "2 units here have “D”, so it is not clear which is meant."),
    ]


def test_a_field_takes_the_first_column_that_is_not_blank(workspace: Workspace) -> None:
    run(workspace, planned(workspace, Unit, "Id,Name\n7,  \n8,Named\n", "name=Name|Id", "code=Id"))
    assert [(unit.code, unit.name) for unit in workspace.find(Unit)] == [("7", "7"), ("8", "Named")]


def test_links_are_matched_by_exact_code_then_by_folded_name(workspace: Workspace) -> None:
    one, two = Unit(name="Élan  Vital", code="B"), Unit(name="b", code="C")
    keep(workspace, one, two, Unit(name="Twin"), Unit(name="twin"))
    made = planned(workspace, Project, "Name,Unit\nP1,B\nP2,elan vital\nP3,b\nP4,TWIN\nP5,Nowhere\nP6,\n")
    assert reasons(made) == [
        (5, "Unit", "2 units are called “TWIN”. Use the code or the id of one."),
        (6, "Unit", "No unit is called “Nowhere”."),
    ]
    run(workspace, made)
    units = {p.name: p.unit for p in workspace.find(Project)}
    assert units == {"P1": one.id, "P2": one.id, "P3": two.id, "P6": None}
    assert [row.state for row in made.rows] == ["ok", "mended", "ok", "refused", "refused", "ok"]


def test_several_links_stand_in_one_cell(workspace: Workspace) -> None:
    ann, bob = Person(name="Ann"), Person(name="Bob")
    keep(workspace, ann, bob)
    run(workspace, planned(workspace, Touchpoint, "When,People\n2026-11-01,Bob; ann\n"))
    assert the(workspace, Touchpoint).people == (bob.id, ann.id)


def test_rows_may_refer_to_each_other_in_any_order(workspace: Workspace) -> None:
    made = planned(workspace, Unit, "Name,Code,Part of\nWard,W,Acute\nAcute,A,\nBay,B,W\n")
    run(workspace, made)
    units = {unit.name: unit for unit in workspace.find(Unit)}
    assert units["Ward"].part_of == units["Acute"].id
    assert units["Bay"].part_of == units["Ward"].id


def test_a_refused_row_takes_with_it_the_rows_that_need_it(workspace: Workspace) -> None:
    made = planned(workspace, Unit, "Name,Part of,People\nBay,Ward,\nWard,Acute,\nAcute,,many\nLoop,Loop,\n")
    assert reasons(made) == [
        (2, "Part of", "No unit is called “Ward”."),
        (3, "Part of", "No unit is called “Acute”."),
        (4, "People", "“many” is not a number."),
        (5, "Part of", "It names itself."),
    ]


def test_what_was_changed_to_fit_counts_as_mended(workspace: Workspace) -> None:
    text = "Name,Side,VIP,Email\nAnn,IT,yes,a@b\n Bob,IT,yes,a@b\nCyd,it,yes,a@b\nDee,IT,TRUE,a@b\n"
    made = planned(workspace, Person, text)
    assert [row.state for row in made.rows] == ["ok", "mended", "mended", "mended"]


def test_numbers_dates_and_money_are_read_as_people_write_them(workspace: Workspace) -> None:
    keep(workspace, Project(name="P", code="P"))
    text = 'Project,Statement,Was,Worth of one\nP,S,"1,234.5",$ 14\n'
    run(workspace, planned(workspace, Benefit, text))
    benefit = the(workspace, Benefit)
    assert (benefit.baseline, benefit.unit_value) == (Decimal("1234.5"), 1400)


def test_only_spaces_around_a_text_are_trimmed(workspace: Workspace) -> None:
    run(workspace, planned(workspace, Unit, 'Name,Note\nA,"  two  spaces\n\n\tand a tab  "\n'))
    assert the(workspace, Unit).note == "two  spaces\n\n\tand a tab"


def test_what_no_field_can_hold_is_refused_by_row_and_column(workspace: Workspace) -> None:
    made = planned(workspace, Unit, "Name,Note\nA,x\0y\nB,x\ud800y\nC,fine\n")
    assert [(row, column) for row, column, _ in reasons(made)] == [(2, "Note"), (3, "Note")]
    assert "NUL" in made.reasons[0].reason
    assert "lone surrogate" in made.reasons[1].reason


def test_a_row_with_more_cells_than_headings_is_refused(workspace: Workspace) -> None:
    assert reasons(planned(workspace, Unit, "Name,Code\nA,B,C\n")) == [(2, "", "It has 3 cells for 2 headings.")]


def test_a_choice_out_of_none_names_the_choices(workspace: Workspace) -> None:
    made = planned(workspace, Person, "Name,Side\nA,marketing\n")
    assert reasons(made) == [(2, "Side", "“marketing” is not one of: business, IT.")]


def test_the_organisation_is_changed_and_never_doubled(workspace: Workspace) -> None:
    made = planned(workspace, Organisation, "Name,Headcount\nMeridian,5630\nOther,1\n", key="name")
    run(workspace, made)
    assert reasons(made) == [(3, "", "There is one organisation already; match its name.")]
    assert the(workspace, Organisation).headcount == 5630


def test_a_mapping_must_name_what_is_there(workspace: Workspace) -> None:
    for pair, words in [("nme=Name", "no field “nme”"), ("name=Nme", "no column “Nme”"), ("name=", "names no column")]:
        with pytest.raises(WrongMapping, match=words):
            planned(workspace, Unit, "Name\nA\n", pair)
    for key in ("code", "nothing", "part_of"):
        with pytest.raises(WrongMapping, match=r"key|matched"):
            planned(workspace, Unit, "Name\nA\n", "name=Name", key=key)


def test_columns_are_matched_by_name_label_and_other_words(workspace: Workspace) -> None:
    columns = ("Position title", "Dept", "Extn", "Full name", "Notes", "Shoe size")
    assert suggested(Person, columns).fields == {
        "name": ("Full name",), "job_title": ("Position title",), "unit": ("Dept",), "phone": ("Extn",),
        "note": ("Notes",),
    }  # fmt: skip


def test_the_mapping_is_remembered_under_the_column_names_of_the_file(workspace: Workspace) -> None:
    made = planned(workspace, Site, "Place,Hours\nLobby,9-5\n", "name=Place", "where=Place|Hours", key="name")
    assert remembered(workspace, Site, made.source.columns) is None
    run(workspace, made)
    assert remembered(workspace, Site, made.source.columns) == (made.mapping, "name")
    assert remembered(workspace, Unit, made.source.columns) is None


def test_refused_rows_are_saved_as_they_stood_with_their_reason(workspace: Workspace, tmp_path: Path) -> None:
    made = planned(workspace, Unit, "Name,People\n=Bad(),many\nGood,1\n")
    assert save_refused(made, tmp_path / "refused.csv") == 1
    text = (tmp_path / "refused.csv").read_text(encoding="utf-8")
    assert text.splitlines() == [
        "Name,People,Row,Why it was refused",
        "=Bad(),many,2,“many” is not a number.",
    ]


def test_an_import_that_is_cancelled_leaves_nothing(workspace: Workspace) -> None:
    made = planned(workspace, Unit, "Name\n" + "\n".join(f"Unit {n}" for n in range(5000)))
    told: list[int] = []
    with pytest.raises(Cancelled):
        run(workspace, made, lambda done, total: told.append(done), lambda: len(told) > 3)
    assert workspace.count(Unit) == 0
    assert told == sorted(told)
    with pytest.raises(Cancelled):
        plan(workspace, Unit, made.source, made.mapping, cancelled=lambda: True)


@pytest.mark.parametrize(
    ("file", "columns", "kind"),
    [
        ("business_units", ("Code", "Name"), "units"),
        ("People of 2026", ("Name",), "people"),
        ("export", ("Name", "Unit", "Job title", "Email"), "people"),
        ("metrics", ("Investment", "Metric ID", "Description"), "benefits"),
        ("list", ("Name", "Code"), "projects"),
        ("list", ("Shoe size",), "projects"),
    ],
)
def test_what_the_rows_are_is_told_by_the_name_of_the_file_and_its_columns(
    file: str, columns: tuple[str, ...], kind: str
) -> None:
    assert likely_kind(file, columns, "projects") == kind
