"""The value of a field as it is read on the screen."""

from __future__ import annotations

from typing import Any

from brm_app.domain.days import day
from brm_app.domain.fields import Kind, Spec
from brm_app.domain.values import to_text
from brm_app.services.briefs.wording import Words, locale_of
from brm_app.ui.desk import Desk
from brm_app.ui.editing.editors import spoken
from brm_app.ui.words import number


def field_words(desk: Desk, spec: Spec, value: Any) -> str:
    """The words of a value; nothing for an empty one."""
    if value in (None, "", (), False):
        return ""
    match spec.kind:
        case Kind.LINK:
            return desk.title_of(spec.target, value) or "something deleted"
        case Kind.LINKS:
            return ", ".join(filter(None, (desk.title_of(spec.target, key) for key in value)))
        case Kind.DATE | Kind.MOMENT:
            return day(value)
        case Kind.FLAG:
            return "Yes"
        case Kind.CHOICE:
            return spoken(value)
        case Kind.NUMBER | Kind.WHOLE:
            return number(value)
        case Kind.MONEY:
            organisation = desk.workspace.organisation
            words = Words(locale_of(organisation.locale), organisation.currency, desk.clock.today())
            return words.exact_money(value)
    return to_text(spec, value)
