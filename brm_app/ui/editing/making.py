"""Chooses the editor for a field."""

from __future__ import annotations

from collections.abc import Callable

from brm_app.domain.currency import digits
from brm_app.domain.fields import Kind, Spec
from brm_app.ui.desk import Desk
from brm_app.ui.editing.dates import DateEditor, MomentEditor
from brm_app.ui.editing.editors import (
    ChoiceEditor,
    ChoicesEditor,
    ColourEditor,
    Editor,
    FlagEditor,
    NoteEditor,
    ScaleEditor,
    TextEditor,
)
from brm_app.ui.editing.links import LinkEditor, LinksEditor, PictureEditor


def make_editor(spec: Spec, desk: Desk, currency: str) -> Editor:
    """The editor for a field."""
    special: dict[Kind, Callable[[], Editor]] = {
        Kind.NOTE: lambda: NoteEditor(spec),
        Kind.CHOICE: lambda: ChoiceEditor(spec),
        Kind.CHOICES: lambda: ChoicesEditor(spec),
        Kind.FLAG: lambda: FlagEditor(spec),
        Kind.DATE: lambda: DateEditor(spec, desk),
        Kind.MOMENT: lambda: MomentEditor(spec, desk),
        Kind.COLOUR: lambda: ColourEditor(spec),
        Kind.LINK: lambda: PictureEditor(spec, desk) if spec.target == "attachments" else LinkEditor(spec, desk),
        Kind.LINKS: lambda: LinksEditor(spec, desk),
    }
    if spec.kind is Kind.WHOLE and spec.least is not None and spec.most is not None and spec.most - spec.least < 5:
        return ScaleEditor(spec, spec.least, spec.most)
    if spec.kind in special:
        return special[spec.kind]()
    return TextEditor(spec, digits(currency), currency)
