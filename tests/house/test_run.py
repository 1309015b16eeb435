"""run.py sets up and starts, and says in a sentence when it can't."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def script(checkout: Path) -> ModuleType:
    """Return run.py as a module."""
    spec = importlib.util.spec_from_file_location("run_script", checkout / "run.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_uses_the_standard_library_only(checkout: Path) -> None:
    alone = [sys.executable, "-I", "-S", "-c", "import runpy; runpy.run_path('run.py', run_name='looked at')"]
    subprocess.run(alone, cwd=checkout, check=True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_it_says_what_to_do_and_sets_nothing_up(checkout: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run([sys.executable, "run.py"], cwd=checkout, env=env, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "no display" in done.stderr
    assert "xvfb-run -a python3 run.py" in done.stderr


@pytest.mark.parametrize("arguments", [[], ["health.brm"], ["folder/health"], ["--quit-when-shown", "x"]])
def test_nothing_or_a_workspace_opens_the_window(script: ModuleType, arguments: list[str]) -> None:
    assert script.opens_window(arguments)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["list", "health.brm", "units"], ["new", "a/b.brm"]])
def test_a_command_needs_no_window(script: ModuleType, arguments: list[str]) -> None:
    assert not script.opens_window(arguments)


def test_an_older_python_is_told_which_one_is_needed(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(script.sys, "version_info", (3, 9, 18))
    assert script.main(["--version"]) == 1
    assert "Python 3.11 or newer, and this is 3.9" in capsys.readouterr().err


def test_it_sets_up_again_when_a_lock_changes(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    steps: list[str] = []
    monkeypatch.setattr(script, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(script, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(script, "install", lambda lock: steps.append(lock.name))
    monkeypatch.setattr(script, "run", lambda command, purpose: None)
    script.LOCK.write_text("one")
    script.set_up(dev=False)
    script.set_up(dev=False)
    assert steps == ["requirements.lock"]
    script.set_up(dev=True)
    script.set_up(dev=False)
    assert steps == ["requirements.lock", "requirements-dev.lock"]
    script.LOCK.write_text("two")
    script.set_up(dev=False)
    assert steps[2:] == ["requirements-dev.lock"]


def test_missing_system_packages_are_named_in_one_line_for_who_may_not_install_them(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(script.os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(script.Stop, match=r"sudo apt-get install -y --no-install-recommends libegl1 xvfb$"):
        script.install_system_packages(["libegl1", "xvfb"])


def test_byte_code_is_kept_whatever_the_environment_says(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in script.environment()
