"""The same workspace and day give the same bytes, whatever the process, its hash seed, time zone and locale."""

import datetime as dt
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from brm_app.briefing import typeset
from brm_app.services import samples
from tests.briefing.staff_sample import staff

TODAY = dt.date(2026, 11, 19)
SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "de_DE.UTF-8", "LANG": "ar_EG.UTF-8"},
)
RUN = "import sys; from brm_app.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.brm"
    samples.create(path, TODAY).close()
    return path


TEMPLATES = (
    ("brief", "--audience", "Staff"),
    ("brief", "--audience", "Board"),
    ("sheet", "--unit", "Pharmacy", "--audience", "Staff"),
    ("sheet", "--unit", "Pharmacy", "--audience", "Board"),
    ("sheet", "--unit", "Pharmacy", "--prep"),
    ("brief", "--audience", "Board", "--draft", "--appendix", "APPENDIX"),
)
MAPS = """
import datetime as dt, hashlib, sys
from pathlib import Path
from brm_app.briefing import typeset
from brm_app.domain.records import Audience, Journey
from brm_app.services.briefs.onejourney import journey_document
from brm_app.services.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
for journey in workspace.find(Journey):
    for audience in workspace.find(Audience):
        content = journey_document(workspace, journey.id, dt.date.fromisoformat(sys.argv[2]), audience)
        print(journey.id, audience.id, hashlib.sha256(typeset(content).pdf).hexdigest())
"""


@pytest.mark.parametrize("template", TEMPLATES, ids=" ".join)
def test_two_processes_in_other_surroundings_print_the_same_bytes(
    sample: Path, checkout: Path, tmp_path: Path, template: tuple[str, ...]
) -> None:
    appendix = tmp_path / "Minutes.pdf"
    appendix.write_bytes(typeset(staff()).pdf)
    prints = []
    for number, surroundings in enumerate(SURROUNDINGS):
        target = tmp_path / f"{number}.pdf"
        words = (str(appendix) if word == "APPENDIX" else word for word in template[1:])
        command = [template[0], str(sample), *words, "--as-of", TODAY.isoformat(), "-o", str(target)]
        _run(checkout, tmp_path, surroundings, RUN, *command)
        prints.append(hashlib.sha256(target.read_bytes()).hexdigest())
    assert prints[0] == prints[1]


def test_two_processes_in_other_surroundings_print_the_same_maps(sample: Path, checkout: Path, tmp_path: Path) -> None:
    said = [_run(checkout, tmp_path, there, MAPS, str(sample), TODAY.isoformat()) for there in SURROUNDINGS]
    assert said[0] == said[1]
    assert len(said[0].splitlines()) >= 2


def _run(checkout: Path, folder: Path, surroundings: dict[str, str], program: str, *words: str) -> str:
    environment = {**os.environ, **surroundings, "PYTHONPATH": str(checkout)}
    command = [sys.executable, "-c", program, *words]
    done = subprocess.run(command, check=True, env=environment, cwd=folder, timeout=120, capture_output=True, text=True)
    return done.stdout
