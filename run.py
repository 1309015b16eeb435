#!/usr/bin/env python3
"""Set up Liaison in .venv/ beside this file and start it, or set it up and test it; standard library only.

python3 run.py [WORKSPACE]              set up when needed, then open the window
python3 run.py test [--full] [ARGS]     set up when needed, then run ruff, mypy and pytest with ARGS
python3 run.py looks FOLDER             save a picture of every page of the window and of the briefings
python3 run.py docs [FOLDER]            build the user guide, every warning an error
python3 run.py measure [WHAT ...]       print how long things take beside the least that they could
python3 run.py COMMAND ...              set up when needed, then run brm-app COMMAND ...
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
# What only developers run: the module behind each word.
TOOLS = {"looks": "tools.looks", "docs": "tools.docs", "measure": "tests.performance"}
STAMP = VENV / "liaison-set-up"
LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"

# Shared libraries that Qt loads and its wheel does not carry, with the Debian package of each.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# Programs that tests open windows and read PDFs with, with the Debian package of each.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "appstreamcli": "appstream",
    "dbus-run-session": "dbus",
    "desktop-file-validate": "desktop-file-utils",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "xauth": "xauth",
}
# Files of Debian that a test listens to the window with, as a screen reader does, with the package of each.
TEST_FILES = {
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
}

# Settings that point pip at a particular index; uv does not read them, so pip does the work then.
PIP_SOURCES = ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_NO_INDEX", "PIP_CONFIG_FILE")

NO_DISPLAY = """\
There is no display to open a window on. Nothing was changed.
Log in to a desktop, or install xvfb and run: xvfb-run -a python3 run.py
The commands need no display: python3 run.py --help"""


class Stop(Exception):
    """A set-up step that cannot go on, told in a sentence."""


def main(arguments: list[str]) -> int:
    """Do what the command line asks and return the exit status (1 and a sentence when it cannot be done)."""
    try:
        if sys.version_info < (3, 11):  # noqa: UP036 - this file is what tells an older Python so
            raise Stop("Liaison needs Python 3.11 or newer, and this is {}.{}.".format(*sys.version_info))
        if arguments[:1] == ["test"]:
            return run_tests(arguments[1:])
        if arguments[:1] and arguments[0] in TOOLS:
            return run_tool(TOOLS[arguments[0]], arguments[1:])
        return start(arguments)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1


def start(arguments: list[str]) -> int:
    """Set up, then become brm-app with these arguments."""
    if opens_window(arguments):
        if not has_display():
            raise Stop(NO_DISPLAY)
        install_system_packages(missing_libraries())
    set_up(dev=False)
    command = [str(BIN / "brm-app"), *arguments]
    if os.name == "posix":
        os.execve(command[0], command, environment())
    return subprocess.call(command, env=environment())


def run_tests(arguments: list[str]) -> int:
    """Set up with the developers' tools, run every check, and return the first failing one's status."""
    env = developers_environment()
    checks = (
        ["ruff", "check", "."],
        ["mypy"],
        ["pytest", "-n", "2", *arguments],
    )
    statuses = [subprocess.call([str(PYTHON), "-m", *check], cwd=ROOT, env=env) for check in checks]
    return next((status for status in statuses if status), 0)


def run_tool(module: str, arguments: list[str]) -> int:
    """Set up with the developers' tools and run one of them, without a screen; returns its exit status."""
    return subprocess.call([str(PYTHON), "-m", module, *arguments], env=developers_environment())


def developers_environment() -> dict[str, str]:
    """Set up with the developers' tools; returns an environment in which windows need no screen."""
    install_system_packages(missing_libraries() + missing_programs())
    set_up(dev=True)
    return {"QT_QPA_PLATFORM": "offscreen", **environment()}


def opens_window(arguments: list[str]) -> bool:
    """Say whether these arguments ask for the window: none, or a workspace, which looks like a path."""
    if not arguments or "--quit-when-shown" in arguments:
        return True
    first = Path(arguments[0])
    return not arguments[0].startswith("-") and (bool(first.suffix) or len(first.parts) > 1 or first.is_file())


def has_display() -> bool:
    """Say whether Qt will find somewhere to draw."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def environment() -> dict[str, str]:
    """Return our environment, but keeping byte code: without it imports take several times as long."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def set_up(dev: bool) -> None:
    """Bring .venv/ up to the lock files unless its stamp says that it is."""
    wanted = digest()
    found = STAMP.read_text("ascii").split() if STAMP.is_file() else []
    if found[:1] == [wanted] and (not dev or found[1:] == ["dev"]):
        return
    # A set-up with the tools stays one, so that the window and the tests do not take turns installing.
    dev = dev or found[1:] == ["dev"]
    STAMP.unlink(missing_ok=True)
    print("Setting up Liaison in .venv/ (once; takes a minute or two) …", file=sys.stderr)
    install(DEV_LOCK if dev else LOCK)
    run([str(PYTHON), "-m", "compileall", "-q", "brm_app"], "compile the byte code")
    STAMP.write_text(wanted + (" dev" if dev else ""), "ascii")


def digest() -> str:
    """Return the hash of all that decides what .venv/ holds."""
    files = [path.read_bytes() for path in (LOCK, DEV_LOCK, ROOT / "pyproject.toml")]
    return hashlib.sha256(b"\0".join([str(ROOT).encode(), *files])).hexdigest()


def install(lock: Path) -> None:
    """Put the locked packages and this checkout into the virtual environment, made first when it is missing."""
    uv = None if any(os.environ.get(name) for name in PIP_SOURCES) else shutil.which("uv")
    if not PYTHON.exists():
        make_environment(uv)
    if uv:
        pip = [uv, "pip", "install", "--python", str(PYTHON), "--compile-bytecode"]
    else:
        run([str(PYTHON), "-m", "ensurepip"], "install pip")
        pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-warn-script-location"]
    run([*pip, "--quiet", "--require-hashes", "-r", str(lock)], "install the packages")
    run([*pip, "--quiet", "--no-deps", "--no-build-isolation", "-e", str(ROOT)], "install Liaison itself")


def make_environment(uv: str | None) -> None:
    """Make an empty virtual environment for the Python that runs this."""
    if uv:
        run([uv, "venv", "--clear", "--python", sys.executable, str(VENV)], "make the virtual environment")
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_system_packages(["python3-venv"])
    run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)], "make the virtual environment")


def missing_libraries() -> list[str]:
    """Return the Debian packages of the libraries that Qt needs and this Linux lacks."""
    return [package for library, package in QT_LIBRARIES.items() if not loads(library)] if on_linux() else []


def missing_programs() -> list[str]:
    """Return the Debian packages of the programs that the tests need and this Linux lacks."""
    if not on_linux():
        return []
    programs = [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    return programs + [package for file, package in TEST_FILES.items() if not Path(file).exists()]


def on_linux() -> bool:
    """Say whether this is Linux, where Qt leans on the system's libraries."""
    return sys.platform.startswith("linux")


def loads(library: str) -> bool:
    """Say whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system_packages(packages: list[str]) -> None:
    """Install Debian packages when we may, else stop with the one line that does it."""
    if not packages:
        return
    line = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if not shutil.which("apt-get"):
        raise Stop(f"Some libraries are missing. Install what Debian calls {' '.join(packages)} and try again.")
    if os.geteuid() != 0:
        raise Stop(f"This system lacks some packages. Nothing was changed. Run this, then try again:\nsudo {line}")
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update", "-qq"], "read Debian's list of packages")
    run(line.split(), "install system packages", env)


def run(command: list[str], purpose: str, extra: dict[str, str] | None = None) -> None:
    """Run one set-up step, all its output on standard error, which leaves standard output to the program."""
    env = {**os.environ, **(extra or {})}
    if subprocess.call(command, cwd=ROOT, env=env, stdout=sys.stderr.fileno()):
        raise Stop(
            f"Setting up could not {purpose}; the lines above say why."
            " Your workspaces were not touched. Try again when that is put right."
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
