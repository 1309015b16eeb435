"""Makes the page of a place; each page is imported when it is first shown."""

from __future__ import annotations

from brm_app.ui.desk import Desk
from brm_app.ui.page import Page


def make_page(name: str, desk: Desk) -> Page:
    """The page of a place of the sidebar."""
    match name:
        case "units":
            from brm_app.ui.units.page import UnitsPage

            return UnitsPage(desk)
        case "people":
            from brm_app.ui.people.page import PeoplePage

            return PeoplePage(desk)
        case "journeys":
            from brm_app.ui.journeys.page import JourneysPage

            return JourneysPage(desk)
        case "touchpoints":
            from brm_app.ui.touchpoints import TouchpointsPage

            return TouchpointsPage(desk)
        case "promises":
            from brm_app.ui.promises.page import PromisesPage

            return PromisesPage(desk)
        case "projects":
            from brm_app.ui.projects.page import ProjectsPage

            return ProjectsPage(desk)
        case "messages":
            from brm_app.ui.messages.page import MessagesPage

            return MessagesPage(desk)
        case "composer":
            from brm_app.ui.composer.page import ComposerPage

            return ComposerPage(desk)
        case "settings":
            from brm_app.ui.settings import SettingsPage

            return SettingsPage(desk)
    raise ValueError(f"there is no place {name}")
