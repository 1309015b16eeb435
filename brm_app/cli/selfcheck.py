"""Tries, in a folder that is then deleted, all that an installation needs: for whoever packs or installs Liaison."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from brm_app.briefing import Typesetter, page_image, typeset
from brm_app.briefing.press import Press
from brm_app.domain.records import Audience, Project
from brm_app.resources import resource
from brm_app.services.briefs import compose
from brm_app.services.issuing import Asked, Wish, composed, files_of, identify, make_issue
from brm_app.services.pictures import attachment_from
from brm_app.services.samples import create
from brm_app.services.workspace import Workspace

DAY = dt.date(2026, 11, 19)
Check = Callable[[Path], str]


def selfcheck() -> None:
    """Prints a line for each part that works. Raises what the first broken part raises."""
    with tempfile.TemporaryDirectory() as name:
        for check in (a_workspace, an_upgrade, the_briefings, an_issue, a_drawing):
            print(check(Path(name)), flush=True)
    print("Everything works.")


def a_workspace(folder: Path) -> str:
    """The database, its search, and the sample."""
    with closing(create(folder / "check.brm", DAY)) as workspace:
        workspace.check()
        projects = workspace.count(Project)
    return f"A workspace with {projects} projects was made and is whole."


def an_upgrade(folder: Path) -> str:
    """The steps that bring an older workspace up to date."""
    from brm_app.storage.engine import make_engine
    from brm_app.storage.migrate import run_steps

    path = folder / "empty.brm"
    path.touch()
    engine = make_engine(path, links_checked=False)
    try:
        with engine.execution_options(writing=True).begin() as connection:
            run_steps(connection)
            version = connection.exec_driver_sql("PRAGMA user_version").scalar()
    finally:
        engine.dispose()
    return f"An empty file was brought up to schema {version}."


def the_briefings(folder: Path) -> str:
    """Typesetting in a process of its own, and pages as pictures."""
    with closing(Workspace.open(folder / "check.brm")) as workspace, closing(Typesetter()) as typesetter:
        audiences = workspace.find(Audience)
        made = [typesetter.typeset(compose(workspace, audience, as_of=DAY)) for audience in audiences]
    pages = sum(each.pages for each in made)
    width, height, _pixels = page_image(made[0].pdf, 0, 1)
    return f"{len(made)} briefings of {pages} pages were typeset; the first page shows at {width} × {height}."


def an_issue(folder: Path) -> str:
    """A briefing numbered, searched for what is behind the wall, kept, and known again."""
    with closing(Workspace.open(folder / "check.brm")) as workspace:
        made = composed(workspace, "Staff", as_of=DAY)
        wish = Wish(audience=made.audience, day=DAY, briefing=made.briefing, scope=made.scope)
        issue = make_issue(workspace, lambda: Asked(content=made.content, wish=wish, press=Press(typeset)))
        known = identify(workspace, files_of(workspace, issue.number)[1])
    return f"{issue.number} was issued, and its file is {known.state}."


def a_drawing(_folder: Path) -> str:
    """An SVG in its own process."""
    logo = min(resource("samples", "meridian", "logos").glob("*.svg"))
    drawn = attachment_from(logo.name, logo.read_bytes())
    return f"{drawn.name} was drawn: {len(drawn.raster):,} bytes of PNG."
