"""The command `sheet`: one page on a unit, for an audience to read or for oneself before a meeting."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from brm_app.domain.content import Document
from brm_app.domain.errors import Refused
from brm_app.domain.records import Unit
from brm_app.services.workspace import Workspace


def write_sheet(workspace: Workspace, args: argparse.Namespace) -> dict[str, Any]:
    """Writes the PDF and returns what is worth knowing of it. Raises `Refused`."""
    from brm_app.briefing import save_pdf, typeset

    workspace.keep_off(args.output)
    content = _content(workspace, args)
    made = typeset(content)
    save_pdf(made.pdf, args.output)
    return {
        "file": str(args.output),
        "title": content.meta.title,
        "audience": "" if args.prep else content.meta.audience,
        "as_of": content.meta.as_of,
        "pages": made.pages,
        "missing": made.missing,
    }


def _content(workspace: Workspace, args: argparse.Namespace) -> Document:
    from brm_app.services.briefs.prepsheet import prep_sheet
    from brm_app.services.briefs.unitpage import unit_page
    from brm_app.services.exchange.naming import Names

    day = args.as_of or dt.date.today()
    try:
        unit = Names.load(workspace, Unit.collection).find(args.unit)
        if args.prep:
            return prep_sheet(workspace, unit, dt.datetime.combine(day, dt.time(23, 59), dt.UTC))
        return unit_page(workspace, unit, args.audience, day)
    except Refused as refused:
        raise Refused(f"{refused} Nothing was written. The command list shows what there is.") from None
