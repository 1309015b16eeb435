"""Everything that the sample prints passes PDF/UA-1 and PDF/A-3a, and tells a listener what it shows."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from brm_app.briefing import typeset
from brm_app.cli import main
from brm_app.domain.records import Journey
from brm_app.services import samples
from brm_app.services.briefs.onejourney import journey_document
from brm_app.services.workspace import Workspace
from tests.briefing.checked import alts, elements, failed_rules, faults, heard

TODAY = dt.date(2026, 11, 19)
TEMPLATES = (
    ("brief", "--audience", "Staff"),
    ("brief", "--audience", "Board"),
    ("brief", "--audience", "Board", "--draft"),
    ("sheet", "--unit", "Pharmacy", "--audience", "Staff"),
    ("sheet", "--unit", "Pharmacy", "--audience", "Board"),
    ("sheet", "--unit", "Pharmacy", "--prep"),
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.brm"
    samples.create(path, TODAY).close()
    return path


def printed(sample: Path, folder: Path, *template: str) -> bytes:
    target = folder / "printed.pdf"
    assert main([template[0], str(sample), *template[1:], "--as-of", TODAY.isoformat(), "-o", str(target)]) == 0
    return target.read_bytes()


@pytest.mark.parametrize("template", TEMPLATES, ids=" ".join)
def test_whatever_the_sample_prints_keeps_every_rule(sample: Path, tmp_path: Path, template: tuple[str, ...]) -> None:
    pdf = printed(sample, tmp_path, *template)
    assert failed_rules(pdf) == []
    assert faults(pdf, tmp_path) == ""


def test_a_page_of_a_journey_keeps_every_rule_and_tells_its_curve(sample: Path) -> None:
    workspace = Workspace.open(sample)
    journey = workspace.find(Journey)[0]
    pdf = typeset(journey_document(workspace, journey.id, TODAY)).pdf
    workspace.close()
    assert failed_rules(pdf) == []
    assert any("expected" in text.lower() and any(char.isdigit() for char in text) for text in alts(pdf))


def test_the_board_pack_is_no_larger_than_a_mail_likes(sample: Path, tmp_path: Path) -> None:
    assert len(printed(sample, tmp_path, "brief", "--audience", "Board")) <= 120_000


def test_the_board_pack_is_heard_from_its_title_over_its_contents_to_its_sources(sample: Path, tmp_path: Path) -> None:
    kinds = [item.kind for item in elements(printed(sample, tmp_path, "brief", "--audience", "Board"))]
    places = [kinds.index(kind) for kind in ("H1", "H2", "TOC", "H3", "BlockQuote", "Table")]
    assert places == sorted(places)


def test_the_sheet_of_a_unit_is_heard_from_its_title_on(sample: Path, tmp_path: Path) -> None:
    pdf = printed(sample, tmp_path, "sheet", "--unit", "Pharmacy", "--audience", "Board")
    tree = heard(pdf, tmp_path)
    assert tree.index("H1") < tree.index("H2")
    assert tree.count("H1") == 1
