"""Every page of what the sample prints as a picture at 110 dots an inch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs
from PySide6.QtGui import QImage

from brm_app.briefing import page_image, page_sizes, typeset
from brm_app.domain.content import Document
from brm_app.domain.records import Audience, Briefing, Unit
from brm_app.services.briefs import compose
from brm_app.services.briefs.prepsheet import prep_sheet
from brm_app.services.briefs.unitpage import unit_page
from brm_app.services.issuing import files_of, issues
from brm_app.services.workspace import Workspace
from tools.looks.stage import NOW

DOTS = 110
POINTS = 72


def save_pages(workspace: Workspace, folder: Path, names: tuple[str, ...]) -> None:
    """Saves p1-staff-1.png and so on, and each PDF beside its pages; with names, only those that begin with one."""
    for name, pdf in _printed(workspace):
        if names and not name.startswith(names):
            continue
        (folder / f"{name}.pdf").write_bytes(pdf)
        for page in range(len(page_sizes(pdf))):
            width, height, data = page_image(pdf, page, DOTS / POINTS)
            image = QImage(data, width, height, width * 4, QImage.Format.Format_RGB32)
            image.save(str(folder / f"{name}-{page + 1}.png"))


def _printed(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """Both briefings as they stand, the pages on one unit, a draft, and the newest issue of each audience."""
    audiences = sorted(workspace.find(Audience), key=lambda a: a.order or 0)
    for number, audience in enumerate(audiences, start=1):
        yield f"p{number}-{audience.name.lower()}", typeset(_composed(workspace, audience)).pdf
    pharmacy = next(unit for unit in workspace.find(Unit) if unit.name == "Pharmacy")
    for audience in audiences:
        page = unit_page(workspace, pharmacy.id, audience, NOW.date())
        yield f"p3-unit-{audience.name.lower()}", typeset(page).pdf
    yield "p4-prep", typeset(prep_sheet(workspace, pharmacy.id, NOW)).pdf
    draft = _composed(workspace, audiences[0])
    yield "p5-draft", typeset(attrs.evolve(draft, meta=attrs.evolve(draft.meta, draft=True))).pdf
    for audience in audiences:
        newest = next(issue for issue in issues(workspace) if issue.audience == audience.id)
        yield f"p6-issued-{audience.name.lower()}", files_of(workspace, newest.number)[1]


def _composed(workspace: Workspace, audience: Audience) -> Document:
    """The newest briefing of an audience, or all of it where none was composed."""
    drafts = workspace.find(Briefing, equals={"audience": audience.id})
    return compose(workspace, audience, briefing=drafts[-1] if drafts else None, as_of=NOW.date())
