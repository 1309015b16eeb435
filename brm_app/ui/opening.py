"""Opening, making and filling workspaces in the background, and importing SQLAlchemy there once a page is seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from brm_app.domain.errors import Refused

if TYPE_CHECKING:
    from brm_app.services.workspace import Workspace

Opening = Callable[[], "Workspace"]


def existing(path: Path) -> Opening:
    """A job that opens a workspace file."""

    def job() -> Workspace:
        from brm_app.services.workspace import Workspace

        workspace = Workspace.open(path)
        _import_first_page()
        return workspace

    return job


def _import_first_page() -> None:
    """While nobody waits for the thread: the window would stand for as long."""
    from brm_app.ui.places import FIRST, page_class

    page_class(FIRST)


def empty(path: Path, name: str, currency: str, rate: int | None) -> Opening:
    """A job that makes a workspace. `rate`: minor units an hour."""

    def job() -> Workspace:
        from brm_app.services.workspace import Workspace

        return Workspace.create(path, name, currency, rate)

    return job


def sample(path: Path) -> Opening:
    """A job that makes a workspace with the sample in it."""

    def job() -> Workspace:
        from brm_app.briefing import Printer, Typesetter
        from brm_app.services.samples import create

        typesetter = Typesetter()
        try:
            return create(path, dt.date.today(), Printer(typesetter))
        finally:
            typesetter.close()

    return job


def warm(locale: str = "") -> None:
    """Imports what is not needed to read the first page, while the person does: what writes, and the other pages.

    With a locale, the way it writes numbers is read too.
    """
    from PySide6.QtGui import QGradient

    import brm_app.services.ready  # noqa: F401
    from brm_app.services.briefs.wording import locale_of
    from brm_app.ui.places import import_pages

    import_pages()
    _ = QGradient.Preset  # with its 180 names, which Python makes one by one when a page first fills a rectangle
    if locale:
        _ = locale_of(locale).number_symbols


def checked(name: str, currency: str, rate: str) -> tuple[int | None, dict[str, str]]:
    """The rate of a new workspace in minor units, and what is wrong with each of the three answers."""
    import attrs

    from brm_app.domain.currency import digits
    from brm_app.domain.fields import by_name
    from brm_app.domain.records import Organisation
    from brm_app.domain.values import fault, parse

    known = by_name(Organisation)
    called = attrs.evolve(known["name"], label="Organisation")
    faults = {"organisationName": fault(called, name), "currency": fault(known["currency"], currency)}
    value: int | None = None
    try:
        value = parse(known["hourly_rate"], rate, digits(currency))
        faults["rate"] = fault(known["hourly_rate"], value)
    except Refused as refused:
        faults["rate"] = str(refused)
    return value, {field: sentence for field, sentence in faults.items() if sentence}
