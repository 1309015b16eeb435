"""What every test shares: no screen, strictness about Qt's complaints, and counted runs in slices or whole."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from brm_app.services.workspace import Workspace

# Before anything imports Qt, which reads it once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("slice", max_examples=40, deadline=None, derandomize=True)
settings.register_profile("full", max_examples=500, deadline=None, print_blob=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer --full."""
    parser.addoption("--full", action="store_true", help="run the stated counts instead of seeded slices of them")


def pytest_configure(config: pytest.Config) -> None:
    """Choose how much hypothesis tries."""
    settings.load_profile("full" if config.getoption("--full") else "slice")


@pytest.fixture(scope="session")
def counted(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """Return counted(small, full): how often a counted run runs, in a slice or with --full."""
    whole = bool(request.config.getoption("--full"))
    return lambda small, full: full if whole else small


@pytest.fixture(autouse=True, scope="session")
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep tests away from the settings and documents of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        folder = home / name.lower()
        folder.mkdir()
        os.environ[name] = str(folder)


@pytest.fixture(autouse=True)
def _collected_between_tests(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where there are windows, Python's own collector rests, as in the program; each test is collected after it."""
    if "qapp" in request.fixturenames:
        gc.disable()
    yield
    if not gc.isenabled():
        from brm_app.ui.collecting import collect  # Qt, which most tests do without

        collect()


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the folder that holds run.py."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace, where an hour of work costs 46."""
    made = Workspace.create(tmp_path / "w.brm", "Meridian", rate=4600)
    yield made
    made.close()
