"""A wheel carries all that the program reads, and the program finds it there."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def unpacked(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which a wheel of the checkout was unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=checkout, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_every_resource_is_in_the_wheel(checkout: Path, unpacked: Path) -> None:
    guide = {f"guide/{name}" for name in names(checkout / "docs")}
    assert names(unpacked / "brm_app" / "_resources") == names(checkout / "resources") | guide


def names(folder: Path) -> set[str]:
    """Return the files of a folder and those below it, hidden ones left out."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {file.as_posix() for file in files if not file.name.startswith(".")}


def test_migrations_are_in_the_wheel(unpacked: Path) -> None:
    assert list((unpacked / "brm_app" / "storage" / "migrations" / "versions").glob("*.py"))


def test_the_program_finds_its_resources_there(unpacked: Path, tmp_path: Path) -> None:
    asked = "from brm_app.resources import resource; print(resource('fonts', 'Inter_400Regular.ttf'))"
    env = {**os.environ, "PYTHONPATH": str(unpacked)}
    answer = subprocess.check_output([sys.executable, "-c", asked], cwd=tmp_path, env=env, text=True)
    assert Path(answer.strip()).is_relative_to(unpacked)


def test_nothing_but_the_program_goes_into_site_packages(unpacked: Path) -> None:
    assert {path.name.split("-")[0] for path in unpacked.iterdir()} == {"brm_app"}
