"""The command `brief`: composes, typesets and saves one briefing."""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from brm_app.domain.errors import Refused
from brm_app.domain.freezing import fingerprint
from brm_app.services.workspace import Workspace

if TYPE_CHECKING:
    from brm_app.briefing.press import Press
    from brm_app.services.issuing import Composed

_MOST = 200_000_000  # bytes of an appendix


def write_briefing(workspace: Workspace, args: argparse.Namespace) -> dict[str, Any]:
    """Writes the PDF and returns what is worth knowing of it. Raises `Refused`."""
    workspace.keep_off(args.output)
    check_output(args)
    composed = composed_for(workspace, args)
    content = composed.content
    if args.draft:
        content = attrs.evolve(content, meta=attrs.evolve(content.meta, draft=True))
    press = press_for(composed, args.appendix)
    made = press.own_pages(content)
    pdf = locked(press.bound(made.pdf, content), args.password)
    save(pdf, args.output)
    return {
        "file": str(args.output),
        "title": content.meta.title,
        "audience": content.meta.audience or args.audience,
        "as_of": content.meta.as_of,
        "pages": made.pages + press.following,
        "minutes": made.minutes,
        "sections": [{"title": title, "page": index + 1} for title, index in made.sections],
        "figures": [attrs.asdict(figure) for figure in content.figures],
        "missing": made.missing,
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "content_sha256": fingerprint(content),
    }


def composed_for(workspace: Workspace, args: argparse.Namespace) -> Composed:
    """The content that the arguments ask for. Raises `Refused` for a name that none or several are called."""
    from brm_app.services.issuing import composed

    as_of = args.as_of or dt.date.today()
    try:
        return composed(workspace, args.audience, args.unit, args.project, as_of)
    except Refused as refused:
        raise Refused(f"{refused} Nothing was written. The command list shows what there is.") from None


def press_for(composed: Composed, files: list[Path]) -> Press:
    """What typesets it, with the appendices of the briefing and then these files behind it. Raises `Refused`."""
    from brm_app.briefing import typeset
    from brm_app.briefing.press import Press
    from brm_app.briefing.result import Appendix

    own = [Appendix(name, data) for name, data in composed.appendices]
    return Press(typeset, (*own, *(Appendix(path.stem, _read(path)) for path in files)))


def _read(path: Path) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read(_MOST + 1)
    except OSError as error:
        raise Refused(f"{path} can’t be read: {error.strerror}. Nothing was written. Check the name.") from error


def check_output(args: argparse.Namespace) -> None:
    """Raises `Refused` for a password that can't lock, and for a file that is an appendix and would be written over."""
    from brm_app.briefing.passwords import usable

    if args.password is not None:
        usable(args.password)
    place = os.path.realpath(args.output)
    if any(os.path.realpath(path) == place for path in args.appendix):
        raise Refused(f"{args.output} is one of the appendices. Nothing was written. Give the file another name.")


def locked(pdf: bytes, password: str | None) -> bytes:
    """The same behind a password, where there is one."""
    from brm_app.briefing.finish import protect

    return pdf if password is None else protect(pdf, password)


def save(pdf: bytes, path: Path) -> None:
    """Writes the file, whole or not at all. Raises `Refused`."""
    from brm_app.briefing import save_pdf

    save_pdf(pdf, path)
