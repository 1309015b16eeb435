"""The pack that printing is measured on: the sample's nine projects and a second phase of some, on twenty pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import attrs

from brm_app.domain.content import Document
from brm_app.domain.ids import new_id
from brm_app.domain.records import Benefit, Message, Project, Reading, Record, Rollout
from brm_app.services.briefs import compose
from brm_app.services.samples import create
from brm_app.services.workspace import Workspace
from tests.keeping import keep

DAY = dt.date(2026, 11, 19)
_AGAIN = ("Label Right", "CareChart")


def twenty_pages(path: Path) -> tuple[Document, list[str]]:
    """The content of the pack, and the projects that a board pack of that workspace chooses for it."""
    workspace = create(path, DAY)
    for project in workspace.find(Project):
        if project.name in _AGAIN:
            keep(workspace, *_second_phase(workspace, project), label="Second phase")
    names = [project.name for project in workspace.find(Project, sort="id")]
    content = compose(workspace, "Board", projects=names, as_of=DAY)
    workspace.close()
    return content, names


def _second_phase(workspace: Workspace, project: Project) -> Iterator[Record]:
    """The project once more under another name, with its benefits and their readings, messages and days."""
    again = attrs.evolve(project, id=new_id(), name=f"{project.name} II", code=f"{project.code}-II")
    yield again
    of_it, copies = {"project": project.id}, dict[str | None, str]()
    for benefit in workspace.find(Benefit, equals=of_it):
        copy = attrs.evolve(benefit, id=new_id(), project=again.id, code=f"{benefit.code}-II")
        copies[benefit.id] = copy.id
        yield copy
        for reading in workspace.find(Reading, equals={"benefit": benefit.id}):
            yield attrs.evolve(reading, id=new_id(), benefit=copy.id)
    for message in workspace.find(Message, equals=of_it):
        yield attrs.evolve(message, id=new_id(), project=again.id, benefit=copies.get(message.benefit))
    for rollout in workspace.find(Rollout, equals=of_it):
        yield attrs.evolve(rollout, id=new_id(), project=again.id)
