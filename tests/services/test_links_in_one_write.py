"""Records that are linked, moved and deleted in one write end as the person meant."""

import attrs
import pytest

from brm_app.domain.errors import Refused
from brm_app.domain.fields import by_name
from brm_app.domain.records import Benefit, Person, Project, Touchpoint, Unit
from brm_app.domain.values import parse
from brm_app.services.workspace import Workspace
from tests.keeping import keep


def test_what_moves_away_from_a_deleted_record_in_the_same_write_stays(workspace: Workspace) -> None:
    old, new = Project(name="Old"), Project(name="New")
    benefit = Benefit(project=old.id, statement="Faster")
    unit, other = Unit(name="Unit"), Unit(name="Other")
    person = Person(name="Ann", unit=unit.id)
    keep(workspace, old, new, benefit, unit, other, person)
    with workspace.write("Merge") as batch:
        batch.save(attrs.evolve(benefit, project=new.id), base=benefit)
        batch.save(attrs.evolve(person, unit=other.id), base=person)
        batch.delete(old)
        batch.delete(unit)
    assert [b.project for b in workspace.find(Benefit)] == [new.id]
    assert [p.unit for p in workspace.find(Person)] == [other.id]
    workspace.undo()
    assert workspace.find(Benefit) == [benefit]
    assert workspace.find(Person) == [person]
    assert workspace.get(Project, old.id) == old


def test_a_link_to_what_the_same_write_deletes_is_refused(workspace: Workspace) -> None:
    person = Person(name="Ann")
    keep(workspace, person)
    when = parse(by_name(Touchpoint)["happened_at"], "2026-11-19")
    for record in (Touchpoint(happened_at=when, people=(person.id,)), Person(name="Bo", vip_delegate=person.id)):
        with pytest.raises(Refused, match="There is no record"), workspace.write("Both") as batch:
            batch.save(record)
            batch.delete(person)
    assert workspace.find(Person) == [person]
    assert workspace.find(Touchpoint) == []


def test_a_link_to_a_new_record_of_another_kind_is_refused(workspace: Workspace) -> None:
    project = Project(name="Labels")
    with pytest.raises(Refused, match="among the sites"), workspace.write("Wrong") as batch:
        batch.add(project)
        batch.add(Project(name="Other", sites=(project.id,)))


def test_the_last_word_on_a_record_in_one_write_counts(workspace: Workspace) -> None:
    added, kept = Unit(name="Added"), Unit(name="Kept")
    keep(workspace, kept)
    with workspace.write("Change of mind") as batch:
        batch.add(added)
        batch.delete(added)
        batch.delete(kept)
        batch.save(attrs.evolve(kept, code="K"), base=kept)
    assert [u.code for u in workspace.find(Unit)] == ["K"]


def test_a_record_saved_twice_in_one_write_keeps_both_changes(workspace: Workspace) -> None:
    unit = Unit(name="Pharmacy")
    keep(workspace, unit)
    once = attrs.evolve(unit, code="P")
    with workspace.write("Twice") as batch:
        batch.save(once, base=unit)
        batch.save(attrs.evolve(once, headcount=212), base=once)
    held = workspace.find(Unit)[0]
    assert (held.code, held.headcount) == ("P", 212)


def test_deleting_a_unit_frees_every_mention_of_it_at_every_depth(workspace: Workspace) -> None:
    top = Unit(name="Top")
    ward = Unit(name="Ward", part_of=top.id)
    people = [Person(name=f"P{n}", unit=ward.id) for n in range(3)]
    keep(workspace, top, ward, *people)
    with workspace.write("Delete") as batch:
        batch.delete(top)
        batch.delete(ward)
    assert [p.unit for p in workspace.find(Person)] == [None] * 3
    workspace.undo()
    assert workspace.find(Person) == people
    assert workspace.get(Unit, ward.id) == ward
