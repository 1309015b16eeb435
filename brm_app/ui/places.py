"""Makes the page of a place; each page is imported when it is first shown."""

from __future__ import annotations

from importlib import import_module

from brm_app.ui.desk import Desk
from brm_app.ui.page import Page

_PAGES = {
    "units": "units.page.UnitsPage",
    "people": "people.page.PeoplePage",
    "journeys": "journeys.page.JourneysPage",
    "touchpoints": "touchpoints.TouchpointsPage",
    "promises": "promises.page.PromisesPage",
    "concerns": "concerns.ConcernsPage",
    "projects": "projects.page.ProjectsPage",
    "decisions": "decisions.DecisionsPage",
    "messages": "messages.page.MessagesPage",
    "composer": "composer.page.ComposerPage",
    "issued": "issued.page.IssuedPage",
    "settings": "settings.SettingsPage",
}
"""By place the module below `ui` and the class in it."""


FIRST = "projects"


def page_class(name: str) -> type[Page]:
    """What the page of a place of the sidebar is made of."""
    module, _, cls = _PAGES[name].rpartition(".")
    found: type[Page] = getattr(import_module(f"brm_app.ui.{module}"), cls)
    return found


def import_pages() -> None:
    """Imports the pages of all places and that of a project, before somebody goes there."""
    for name in _PAGES:
        page_class(name)
    import_module("brm_app.ui.projects.view")


def make_page(name: str, desk: Desk) -> Page:
    """The page of a place."""
    return page_class(name)(desk)
