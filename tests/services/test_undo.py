"""Undo and redo take back what one did, and only that."""

from collections.abc import Iterator

import attrs
import pytest

from brm_app.domain.records import Benefit, Person, Project, Record, Site, Unit
from brm_app.services.workspace import Undone, Workspace
from tests.keeping import keep


@pytest.fixture
def other(workspace: Workspace) -> Iterator[Workspace]:
    opened = Workspace.open(workspace.path, who="somebody else")
    yield opened
    opened.close()


def delete(workspace: Workspace, record: Record) -> None:
    with workspace.write("Delete") as batch:
        batch.delete(record)


def left(undone: Undone | None) -> tuple[str, ...]:
    assert undone is not None
    return undone.left


def name_of(workspace: Workspace, unit: Unit) -> str:
    held = workspace.get(Unit, unit.id)
    assert held is not None
    return held.name


def test_redo_does_again_what_was_undone_last_and_not_what_a_new_write_ended(workspace: Workspace) -> None:
    keep(workspace, Unit(name="A"), label="A")
    workspace.undo()
    keep(workspace, Unit(name="B"), label="B")
    workspace.undo()
    assert workspace.redo_label() == "B"
    workspace.redo()
    assert [u.name for u in workspace.find(Unit)] == ["B"]
    assert workspace.redo_label() == ""


def test_redo_of_an_undo_that_changed_nothing_changes_nothing(workspace: Workspace, other: Workspace) -> None:
    unit = Unit(name="Before")
    keep(workspace, unit)
    mine = attrs.evolve(unit, name="Mine")
    keep(workspace, mine)
    keep(other, attrs.evolve(unit, name="Theirs"))
    assert len(left(workspace.undo())) == 1
    keep(other, mine)
    workspace.redo()
    assert name_of(workspace, unit) == "Mine"
    workspace.undo()
    assert name_of(workspace, unit) == "Mine", "what was never redone is not undone again"


def test_a_record_and_the_link_to_it_made_in_one_write_are_undone_together(workspace: Workspace) -> None:
    project = Project(name="Labels")
    keep(workspace, project)
    unit, site = Unit(name="Pharmacy"), Site(name="Main")
    keep(workspace, unit, site, attrs.evolve(project, unit=unit.id, sites=(site.id,)))
    assert left(workspace.undo()) == ()
    assert workspace.find(Unit) == []
    assert workspace.find(Site) == []
    assert workspace.find(Project) == [project]
    workspace.redo()
    assert [p.unit for p in workspace.linked(Project, "sites", site.id)] == [unit.id]


def test_a_deleted_record_comes_back_without_the_link_whose_target_was_deleted_since(
    workspace: Workspace, other: Workspace
) -> None:
    unit, site = Unit(name="Pharmacy"), Site(name="Main")
    project = Project(name="Labels", unit=unit.id, sites=(site.id,))
    keep(workspace, unit, site, project)
    delete(workspace, project)
    delete(other, unit)
    delete(other, site)
    assert left(workspace.undo()) == (
        "Unit of “Labels” was deleted since.",
        "Sites of “Labels” was deleted since.",
    )
    assert workspace.find(Project) == [attrs.evolve(project, unit=None, sites=())]
    workspace.check()


def test_what_needs_a_record_deleted_since_stays_deleted_and_undo_goes_on(
    workspace: Workspace, other: Workspace
) -> None:
    unit, project = Unit(name="Pharmacy"), Project(name="Labels")
    benefit = Benefit(project=project.id, statement="Faster")
    keep(workspace, unit, project, benefit)
    delete(workspace, benefit)
    delete(other, project)
    assert left(workspace.undo()) == ("Project of “Faster” was deleted since.",)
    assert workspace.find(Benefit) == []
    assert left(workspace.undo()) == ("A project was deleted since.", "A benefit was deleted since.")[::-1]
    assert workspace.find(Unit) == []


def test_what_somebody_came_to_need_since_is_not_taken_away(workspace: Workspace, other: Workspace) -> None:
    unit, alone = Unit(name="Pharmacy"), Unit(name="Alone")
    keep(workspace, unit, alone)
    keep(other, Person(name="Ann", unit=unit.id))
    assert left(workspace.undo()) == ("“Pharmacy” is used by another record since and stays.",)
    assert workspace.find(Unit) == [unit]
    workspace.redo()
    assert {u.name for u in workspace.find(Unit)} == {"Pharmacy", "Alone"}


def test_a_deletion_with_all_that_went_along_is_undone_and_redone(workspace: Workspace) -> None:
    project = Project(name="Labels")
    benefits = [Benefit(project=project.id, statement=f"{n} s") for n in range(3)]
    keep(workspace, project, *benefits)
    delete(workspace, project)
    for _ in range(2):
        assert workspace.find(Benefit) == []
        workspace.undo()
        assert workspace.find(Benefit) == benefits
        workspace.redo()
