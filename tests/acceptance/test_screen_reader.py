"""A task is done in a real window by what a screen reader is told, without an eye or a hand."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from brm_app.domain.records import Promise, Touchpoint
from brm_app.services.samples import create
from brm_app.services.workspace import Workspace

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
LISTENER = Path(__file__).with_name("listening.py")
SESSION = """\
{launcher} --launch-immediately &
{python} -m brm_app {workspace} &
window=$!
/usr/bin/python3 {listener} "$WORDS"
told=$?
sleep 1
kill $window
wait $window
exit $told
"""


@pytest.mark.skipif(not LAUNCHER.exists(), reason="there is no AT-SPI on this system")
def test_a_touchpoint_is_logged_by_ear(tmp_path: Path) -> None:
    workspace = tmp_path / "ear.brm"
    create(workspace, dt.date.today()).close()
    script = SESSION.format(launcher=LAUNCHER, python=sys.executable, workspace=workspace, listener=LISTENER)
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "WORDS": "Call Pharmacy: heard every word, answer @tomorrow",
    }
    env.pop("DBUS_SESSION_BUS_ADDRESS", None)
    xvfb = shutil.which("xvfb-run")
    assert xvfb
    done = subprocess.run(
        [xvfb, "-a", "dbus-run-session", "--", "bash", "-c", script],
        env=env, capture_output=True, text=True, check=False, timeout=150,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1:] == ["done"], done.stdout + done.stderr
    opened = Workspace.open(workspace)
    try:
        made = opened.find(Touchpoint, words="heard every word")
        assert len(made) == 1
        assert len(opened.find(Promise, equals={"touchpoint": made[0].id})) == 1
    finally:
        opened.close()
