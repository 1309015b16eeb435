"""The command line says what stands in the way of an issue, and its status says whether something does."""

import json
import re
from contextlib import closing
from pathlib import Path

import attrs
import pytest

from brm_app.cli import main
from brm_app.domain.content import Section
from brm_app.domain.records import Attachment, Audience
from brm_app.services.briefs import staff
from brm_app.services.briefs.material import Material
from brm_app.services.issuing import newest_briefing
from brm_app.services.workspace import Workspace
from tests.cli.conftest import Type
from tests.keeping import keep


def test_nothing_stands_in_the_way_of_the_sample_s_staff_briefing(sample: Path, do: Type) -> None:
    said = do("preflight", sample, "--audience", "staff")
    assert said.out.endswith("Nothing stands in the way of issuing it to Staff.\n")
    assert "Passed   Every message is approved. 3 projects\n" in said.out
    assert re.search(r"Passed   Nothing of behind the wall is in the file\. \d+ texts looked for\n", said.out)


def test_the_board_pack_is_told_its_blockers_first_with_their_pages(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preflight", str(sample), "--audience", "Board"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line[:7] for line in lines[:4]] == ["Blocker", "Blocker", "Blocker", "Warning"]
    assert lines[1].startswith("Blocker  Figure F16 has no source. Pill Trail, Checking a controlled drug (page ")
    assert lines[-1] == "3 blockers for Board."


def test_as_json_each_finding_names_what_is_to_be_mended(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preflight", str(sample), "--audience", "Board", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    told = [f for f in found if f["kind"] == "unsourced"]
    assert [(f["severity"], f["figure"], f["field"]) for f in told] == [
        ("blocker", "F16", "source"), ("blocker", "F18", "source")]  # fmt: skip
    assert all(f["record"].startswith("benefits/") and f["page"] > 1 for f in told)


def test_a_scope_narrows_it_as_it_narrows_the_briefing(sample: Path, do: Type, fail: Type) -> None:
    assert do("preflight", sample, "--audience", "Board", "--project", "CareChart").status == 0
    assert "No project is called" in fail("preflight", sample, "--audience", "Board", "--project", "Nowhere").err


def test_an_appendix_that_cant_be_added_is_a_blocker(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Workspace.open(sample)) as workspace:
        board = next(each for each in workspace.find(Audience) if each.name == "Board")
        file = Attachment(name="Floor plan", media_type="application/pdf", data=b"no PDF")
        keep(workspace, file)
        newest = newest_briefing(workspace, board)
        assert newest is not None
        with workspace.write("Add") as batch:
            batch.save(attrs.evolve(newest, appendices=(file.id,)), base=newest)
    assert main(["preflight", str(sample), "--audience", "Board"]) == 1
    said = capsys.readouterr().out
    assert "Blocker  An appendix is no PDF, or a damaged one. “Floor plan”. Choose another file\n" in said
    assert "4 blockers for Board." in said


def test_what_leaked_from_behind_the_wall_is_a_blocker_with_its_page(
    workspace: Path, do: Type, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = staff.sections

    def leaky(material: Material) -> tuple[Section, ...]:
        leak = Section(kind="words", kicker="A", title="The supplier has missed two dates.", parts=())
        return (*whole(material), leak)

    monkeypatch.setattr(staff, "sections", leaky)
    do("add", workspace, "projects", "name=One Sign-on", "note=The supplier has missed two dates")
    assert main(["preflight", str(workspace), "--audience", "Staff"]) == 1
    said = capsys.readouterr().out
    assert (
        "Blocker  Something of behind the wall is in the file. Note of project: change it, or what was written from it"
        in said
    )
    assert "missed" not in said
