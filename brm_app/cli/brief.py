"""The command `brief`: composes, typesets and saves one briefing."""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
from typing import Any

import attrs

from brm_app.domain.content import fingerprint
from brm_app.domain.records import Audience, Project, Unit
from brm_app.services.exchange.naming import Names
from brm_app.services.workspace import Workspace


def write_briefing(workspace: Workspace, args: argparse.Namespace) -> dict[str, Any]:
    """Writes the PDF and returns what is worth knowing of it. Raises `Refused`."""
    from brm_app.briefing import save_pdf, typeset
    from brm_app.services.briefs import compose

    audience = workspace.need(Audience, Names.load(workspace, "audiences").find(args.audience))
    content = compose(
        workspace,
        audience,
        units=tuple(Names.load(workspace, Unit.collection).find(name) for name in args.unit),
        projects=tuple(Names.load(workspace, Project.collection).find(name) for name in args.project),
        as_of=args.as_of or dt.date.today(),
    )
    made = typeset(content)
    save_pdf(made.pdf, args.output)
    return {
        "file": str(args.output),
        "audience": audience.name,
        "as_of": content.meta.as_of,
        "pages": made.pages,
        "sections": [{"title": title, "page": page} for title, page in made.sections],
        "figures": [attrs.asdict(figure) for figure in content.figures],
        "missing": made.missing,
        "sha256": hashlib.sha256(made.pdf).hexdigest(),
        "content_sha256": fingerprint(content),
    }
