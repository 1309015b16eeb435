"""The page of one project: the brand strip and its panels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from brm_app.domain.records import Project
from brm_app.ui.desk import Desk
from brm_app.ui.drawn.project import Ui_ProjectView
from brm_app.ui.projects.benefits import Benefits
from brm_app.ui.projects.events import Rollouts, Touchpoints
from brm_app.ui.projects.facts import BRAND, DETAILS, WHY, Facts
from brm_app.ui.projects.header import BrandStrip
from brm_app.ui.projects.messages import Messages
from brm_app.ui.projects.section import Section

ROOM = 960  # the width from which two columns stand beside each other


class ProjectView(QWidget):
    """Shows one project; each panel edits its part in place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.project: Project | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.form = Ui_ProjectView()
        self.form.setupUi(self)
        self.setObjectName("projectView")
        self.setAccessibleName("Project")
        self.strip = BrandStrip(desk)
        self.why = Facts(desk, "why", "Why", WHY, lead="why")
        self.brand = Facts(desk, "brand", "Brand", BRAND)
        self.details = Facts(desk, "details", "Details", DETAILS)
        self.benefits, self.messages = Benefits(desk), Messages(desk)
        self.touchpoints, self.rollouts = Touchpoints(desk), Rollouts(desk)
        self.form.stripPlace.addWidget(self.strip)
        self._place(self.form.topPlace, self.messages)
        self._place(self.form.middlePlace, self.benefits)
        self._place(self.form.leftPlace, self.why, self.touchpoints)
        self._place(self.form.rightPlace, self.brand, self.rollouts, self.details)

    def _place(self, layout: QVBoxLayout, *sections: Section) -> None:
        for section in sections:
            layout.addWidget(section)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is no room for two; owners are then in the details only."""
        super().resizeEvent(event)
        wide = self.width() >= ROOM
        self.form.columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        if wide != self.messages.wide:
            self.messages.wide = self.strip.wide = wide
            if self.project:
                self.strip.show_project(self.project)
                self.messages.rebuild()

    @property
    def sections(self) -> tuple[Section, ...]:
        """The panels from the top down."""
        return (self.messages, self.benefits, self.why, self.touchpoints, self.brand, self.rollouts, self.details)

    def show_project(self, project: Project) -> None:
        """Shows a project in all panels."""
        if self.project is None or project.id != self.project.id:
            self.form.area.verticalScrollBar().setValue(0)
        self.project = project
        self.strip.show_project(project)
        for section in self.sections:
            section.show_project(project)

    def settle(self) -> bool:
        """Saves or asks in each panel; False where the person stays."""
        return all(section.settle() for section in self.sections)

    def save(self) -> None:
        """Saves the open form that has the focus, or else the first with something typed."""
        forms = [section.form for section in self.sections if section.form]
        forms.sort(key=lambda form: (not form.isAncestorOf(form.focusWidget() or form), not form.dirty))
        if forms:
            forms[0].save()

    def cancel(self) -> bool:
        """Closes an open form in which nothing was typed; False where none is open."""
        for section in self.sections:
            if section.form and not section.form.dirty:
                section.close_form()
                return True
        return False
