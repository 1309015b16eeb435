"""Save every page of the window, light and dark, and all that is printed: python3 run.py looks FOLDER."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QApplication

from brm_app.services.workspace import Workspace
from tools.looks.printed import save_pages
from tools.looks.scenes import SCENES
from tools.looks.stage import Stage, make_sample


def main(arguments: list[str]) -> int:
    """Save the pictures into the folder, made where it is missing; with names, only those that begin with one."""
    if not arguments:
        print("Name the folder for the pictures: python3 run.py looks FOLDER [NAME ...]", file=sys.stderr)
        return 2
    folder, names = Path(arguments[0]), tuple(arguments[1:])
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["LOGNAME"] = "n.castellanos"  # whoever takes the pictures does not stand in them
    app = QApplication(["Liaison"])
    app.setCursorFlashTime(0)  # else the moment would say whether a cursor is seen
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "meridian.brm"
        make_sample(path)
        for theme in ("light", "dark"):
            # Each its own, so that nothing that a scene leaves behind is seen in the other theme.
            own = path.parent / theme / path.name
            own.parent.mkdir()
            shutil.copyfile(path, own)
            show(app, folder, own, theme, names)
        with closing(Workspace.open(path)) as workspace:
            save_pages(workspace, folder, names)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


def show(app: QApplication, folder: Path, path: Path, theme: str, names: tuple[str, ...]) -> None:
    """Play the scenes in one theme."""
    stage = Stage(app, folder, path, theme)
    stage.open(path)
    for name, scene in SCENES:
        if not names or name.startswith(names):
            scene(stage)
            stage.save(name)
            stage.press("Esc", "Esc")
            stage.window.line.quiet()
            stage.window.activateWindow()
    stage.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
