"""Everything is written through one door: once, with history, and undoable."""

from pathlib import Path

import attrs
import pytest

from brm_app.domain.errors import Conflict, Refused
from brm_app.domain.records import Audience, Benefit, Organisation, Project, Site, Unit
from brm_app.services.workspace import Notice, Workspace
from tests.keeping import keep


def test_a_new_workspace_has_its_organisation_and_two_audiences(workspace: Workspace) -> None:
    assert workspace.organisation.hourly_rate == 4600
    assert [(a.name, a.lenses) for a in workspace.find(Audience, sort="order")] == [
        ("Staff", ("time",)), ("Board", ("money", "risk", "quality"))]  # fmt: skip
    assert workspace.undo() is None


def test_what_was_saved_is_there_after_opening_again(workspace: Workspace, tmp_path: Path) -> None:
    unit = Unit(name="Pharmacy 𝄞 שלום", code="P")
    keep(workspace, unit)
    workspace.close()
    again = Workspace.open(tmp_path / "w.brm")
    assert again.get(Unit, unit.id) == unit
    again.close()


def test_undo_takes_back_a_write_and_redo_does_it_again_across_a_restart(workspace: Workspace, tmp_path: Path) -> None:
    unit = Unit(name="Pharmacy")
    keep(workspace, unit, label="Add Pharmacy")
    keep(workspace, attrs.evolve(unit, name="Dispensary"), label="Rename")
    workspace.close()
    again = Workspace.open(tmp_path / "w.brm")
    assert again.undo_label() == "Rename"
    again.undo()
    assert again.get(Unit, unit.id) == unit
    again.undo()
    assert again.find(Unit) == []
    assert again.redo_label() == "Add Pharmacy"
    again.redo()
    again.redo()
    assert again.need(Unit, unit.id).name == "Dispensary"
    assert again.redo() is None
    again.undo()
    again.close()


def test_a_new_write_ends_the_chance_to_redo(workspace: Workspace) -> None:
    keep(workspace, Unit(name="A"), label="A")
    workspace.undo()
    keep(workspace, Unit(name="B"), label="B")
    assert workspace.redo_label() == ""
    assert workspace.undo_label() == "B"


def test_undo_leaves_alone_what_somebody_else_changed_since(workspace: Workspace, tmp_path: Path) -> None:
    unit = Unit(name="Pharmacy")
    keep(workspace, unit)
    keep(workspace, attrs.evolve(unit, name="Mine", code="1"), label="Mine")
    other = Workspace.open(tmp_path / "w.brm", who="somebody else")
    keep(other, attrs.evolve(other.need(Unit, unit.id), name="Theirs"))
    undone = workspace.undo()
    assert undone is not None
    assert "Name of “Theirs”" in undone.left[0]
    assert (workspace.need(Unit, unit.id).name, workspace.need(Unit, unit.id).code) == ("Theirs", "")
    other.close()


def test_two_people_who_change_different_fields_both_keep_theirs(workspace: Workspace) -> None:
    unit = Unit(name="Pharmacy")
    keep(workspace, unit)
    keep(workspace, attrs.evolve(unit, code="P"))
    with workspace.write("Mine") as batch:
        batch.save(attrs.evolve(unit, headcount=212), base=unit)
    held = workspace.need(Unit, unit.id)
    assert (held.code, held.headcount) == ("P", 212)


def test_two_people_who_change_one_field_meet_a_conflict_with_all_three_values(workspace: Workspace) -> None:
    unit = Unit(name="Pharmacy")
    keep(workspace, unit)
    keep(workspace, attrs.evolve(unit, name="Theirs"))
    with pytest.raises(Conflict) as conflict, workspace.write("Mine") as batch:
        batch.save(attrs.evolve(unit, name="Mine"), base=unit)
    clash = conflict.value.clashes[0]
    assert (clash.base, clash.mine, clash.theirs) == ("Pharmacy", "Mine", "Theirs")
    assert workspace.need(Unit, unit.id).name == "Theirs"


def test_deleting_takes_along_what_needs_the_record_and_frees_what_mentions_it(workspace: Workspace) -> None:
    unit, site = Unit(name="Pharmacy"), Site(name="Main")
    project = Project(name="Labels", unit=unit.id, sites=(site.id,))
    benefit = Benefit(project=project.id, statement="Fewer jams")
    keep(workspace, unit, site, project, benefit)
    with workspace.write("Delete") as batch:
        batch.delete(site)
        batch.delete(unit)
    held = workspace.need(Project, project.id)
    assert (held.unit, held.sites) == (None, ())
    with workspace.write("Delete") as batch:
        batch.delete(held)
    assert workspace.find(Benefit) == []
    workspace.undo()
    workspace.undo()
    assert workspace.get(Project, project.id) == project
    assert workspace.get(Benefit, benefit.id) == benefit
    assert workspace.linked(Project, "sites", site.id) == [project]


def test_a_refused_record_leaves_nothing_of_the_write(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="Name is empty"), workspace.write("Two") as batch:
        batch.save(Unit(name="Good"))
        batch.save(Unit(name=" "))
    with pytest.raises(Refused, match="There is no record"), workspace.write("Link") as batch:
        batch.save(Site(name="Main", unit="nowhere"))
    assert workspace.find(Unit) == []
    assert workspace.undo_label() == ""


def test_each_write_is_told_once_with_who_started_it(workspace: Workspace) -> None:
    heard: list[Notice] = []
    stop = workspace.listen(heard.append)
    with workspace.write("Two units", origin="form") as batch:
        batch.save(Unit(name="A"))
        batch.save(Unit(name="B"))
    keep(workspace, workspace.organisation)
    stop()
    keep(workspace, Unit(name="C"))
    assert [(n.label, n.origin, sorted(n.kinds), len(n.touched)) for n in heard] == [
        ("Two units", "form", ["units"], 2)
    ]


def test_history_says_who_changed_what_from_what_to_what(workspace: Workspace) -> None:
    organisation = workspace.organisation
    keep(workspace, attrs.evolve(organisation, hourly_rate=5200), label="New rate")
    write, (change,) = workspace.history(limit=1)[0]
    assert (write.label, write.who, change.kind) == ("New rate", workspace.who, "organisation")
    assert (change.before, change.after) == ({"hourly_rate": 4600}, {"hourly_rate": 5200})
    assert workspace.need(Organisation, organisation.id).hourly_rate == 5200


def test_a_file_that_was_replaced_while_open_is_not_written(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "w.brm").rename(tmp_path / "moved.brm")
    with pytest.raises(Refused, match="moved, replaced or deleted"):
        keep(workspace, Unit(name="Lost?"))


def test_lists_are_filtered_by_folded_words_and_sorted(workspace: Workspace) -> None:
    keep(workspace, Unit(name="Élan Nord"), Unit(name="beta"), Unit(name="Alpha 100%"))
    assert [u.name for u in workspace.find(Unit)] == ["Alpha 100%", "beta", "Élan Nord"]
    assert [u.name for u in workspace.find(Unit, words="elan N")] == ["Élan Nord"]
    assert [u.name for u in workspace.find(Unit, words="%")] == ["Alpha 100%"]
