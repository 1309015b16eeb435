"""Numbers are made of short codes, typed or our own, and no audience has those of another."""

import datetime as dt

import attrs
import pytest

from brm_app.domain.records import Audience
from brm_app.services.issuing.numbering import next_number
from brm_app.services.workspace import Workspace
from tests.keeping import keep
from tests.services.issuing.ready import audience, issued

DAY = dt.date(2026, 11, 22)


def number(workspace: Workspace, name: str) -> str:
    return next_number(workspace, audience(workspace, name), DAY).text


def rename(workspace: Workspace, name: str, code: str = "") -> None:
    was = workspace.organisation
    keep(workspace, attrs.evolve(was, name=name, short_code=code))


@pytest.mark.parametrize(
    ("name", "code", "beginning"),
    [
        ("Meridian Health", "MH", "MH"),
        ("Meridian Health", "", "MH"),
        ("Meridian", "", "MER"),
        ("Élan de l’Île", "", "EDL"),
        ("Meridian", "m h/1-2", "MH12"),
        ("The Royal United Hospitals of Bath", "", "TRUH"),
        ("病院", "", "ORG"),
        ("病院", "病", "ORG"),
    ],
)
def test_a_number_begins_with_the_organisation_s_code(
    workspace: Workspace, name: str, code: str, beginning: str
) -> None:
    rename(workspace, name, code)
    assert number(workspace, "Staff") == f"{beginning}-S-2026-001"


def test_audiences_that_begin_alike_have_codes_of_their_own(workspace: Workspace) -> None:
    keep(workspace, *(Audience(name=name, lenses=("time",)) for name in ("Sites", "Stewards", "Students", "St")))
    made = [number(workspace, each.name) for each in sorted(workspace.find(Audience), key=lambda a: a.id)]
    assert [each.split("-")[1] for each in made] == ["S", "B", "SI", "ST", "STU", "S2"]


def test_a_typed_code_comes_before_ours(workspace: Workspace) -> None:
    keep(workspace, Audience(name="Seniors", short_code="s", lenses=("time",)))
    assert number(workspace, "Seniors") == "MER-S-2026-001"
    assert number(workspace, "Staff") == "MER-ST-2026-001"
    keep(workspace, attrs.evolve(audience(workspace, "Staff"), short_code="S"))
    assert number(workspace, "Staff") == "MER-S-2026-001", "of two who typed the same the older has it"
    assert number(workspace, "Seniors") == "MER-S2-2026-001"


def test_an_audience_never_gets_the_numbers_of_one_that_is_gone(ready: Workspace) -> None:
    first = audience(ready, "Staff")
    assert issued(ready).number == "MER-S-2026-001"
    keep(ready, attrs.evolve(first, name="Everybody"))
    assert number(ready, "Everybody") == "MER-E-2026-002"
    keep(ready, Audience(name="Staff", lenses=("time",)))
    assert number(ready, "Staff") == "MER-ST-2026-001"
    with ready.write("Delete") as batch:
        batch.delete(first)
    assert number(ready, "Staff") == "MER-ST-2026-001"
