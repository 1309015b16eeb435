"""The same workspace and day give the same bytes, whatever the process, its hash seed, time zone and locale."""

import datetime as dt
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from brm_app.services import samples

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
)


@pytest.mark.parametrize("template", TEMPLATES, ids=" ".join)
def test_two_processes_in_other_surroundings_print_the_same_bytes(
    sample: Path, checkout: Path, tmp_path: Path, template: tuple[str, ...]
) -> None:
    prints = []
    for number, surroundings in enumerate(SURROUNDINGS):
        target = tmp_path / f"{number}.pdf"
        command = [template[0], str(sample), *template[1:], "--as-of", TODAY.isoformat(), "-o", str(target)]
        environment = {**os.environ, **surroundings, "PYTHONPATH": str(checkout)}
        subprocess.run([sys.executable, "-c", RUN, *command], check=True, env=environment, cwd=tmp_path, timeout=120)
        prints.append(hashlib.sha256(target.read_bytes()).hexdigest())
    assert prints[0] == prints[1]
