"""The command `brief`: composes, typesets and saves one briefing."""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
from typing import Any

import attrs

from brm_app.domain.errors import Refused
from brm_app.domain.freezing import fingerprint
from brm_app.services.workspace import Workspace


def write_briefing(workspace: Workspace, args: argparse.Namespace) -> dict[str, Any]:
    """Writes the PDF and returns what is worth knowing of it. Raises `Refused`."""
    from brm_app.briefing import save_pdf, typeset
    from brm_app.services.briefs import compose

    workspace.keep_off(args.output)
    as_of = args.as_of or dt.date.today()
    try:
        content = compose(workspace, args.audience, units=args.unit, projects=args.project, as_of=as_of)
    except Refused as refused:  # a name that none or several are called
        raise Refused(f"{refused} Nothing was written. The command list shows what there is.") from None
    made = typeset(content)
    save_pdf(made.pdf, args.output)
    return {
        "file": str(args.output),
        "title": content.meta.title,
        "audience": content.meta.audience or args.audience,
        "as_of": content.meta.as_of,
        "pages": made.pages,
        "minutes": made.minutes,
        "sections": [{"title": title, "page": index + 1} for title, index in made.sections],
        "figures": [attrs.asdict(figure) for figure in content.figures],
        "missing": made.missing,
        "sha256": hashlib.sha256(made.pdf).hexdigest(),
        "content_sha256": fingerprint(content),
    }
