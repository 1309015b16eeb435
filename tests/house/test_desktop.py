"""A desktop is told truly what Liaison is, what starts it, and which files are its own."""

import configparser
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

from brm_app import __version__
from brm_app.resources import resource
from brm_app.storage.declared import APPLICATION_ID

NAME = "app.liaison.Liaison"


def described(ending: str) -> Path:
    """Return one of the files that describe the program."""
    return resource("desktop", f"{NAME}.{ending}")


def test_the_launcher_is_valid_and_starts_the_command() -> None:
    subprocess.run(["desktop-file-validate", str(described("desktop"))], check=True)
    read = configparser.ConfigParser(interpolation=None)
    read.read(described("desktop"), "utf-8")
    assert read["Desktop Entry"]["Exec"] == "brm-app %f"


def test_the_description_is_valid_and_of_this_version() -> None:
    told = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(described("metainfo.xml"))], capture_output=True, check=False
    )
    assert told.returncode == 0, told.stdout
    newest = ET.parse(described("metainfo.xml")).find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__


def test_a_workspace_is_known_by_its_name_and_its_mark() -> None:
    match = next(node for node in ET.parse(described("mime.xml")).iter() if node.tag.endswith("match"))
    assert int(match.get("value", ""), 16) == APPLICATION_ID
    assert match.get("offset") == "68"  # where SQLite keeps an application's mark
