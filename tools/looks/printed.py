"""Every page of the sample's briefings as a picture at 110 dots an inch."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from brm_app.briefing import page_image, page_sizes, typeset
from brm_app.domain.records import Audience, Briefing
from brm_app.services.briefs import compose
from brm_app.services.workspace import Workspace
from tools.looks.stage import NOW

DOTS = 110
POINTS = 72


def save_pages(workspace: Workspace, folder: Path) -> None:
    """Saves p1-staff-1.png and so on: each audience's newest briefing, or all of it where none was composed."""
    for number, audience in enumerate(sorted(workspace.find(Audience), key=lambda a: a.order or 0), start=1):
        drafts = workspace.find(Briefing, equals={"audience": audience.id})
        document = compose(workspace, audience, briefing=drafts[-1] if drafts else None, as_of=NOW.date())
        pdf = typeset(document).pdf
        (folder / f"p{number}-{audience.name.lower()}.pdf").write_bytes(pdf)
        for page in range(len(page_sizes(pdf))):
            width, height, data = page_image(pdf, page, DOTS / POINTS)
            image = QImage(data, width, height, width * 4, QImage.Format.Format_RGB32)
            image.save(str(folder / f"p{number}-{audience.name.lower()}-{page + 1}.png"))
