"""The form of ui/forms/project.ui, compiled."""

# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'project.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QMetaObject, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_ProjectView(object):
    def setupUi(self, ProjectView):
        if not ProjectView.objectName():
            ProjectView.setObjectName(u"ProjectView")
        self.outer = QVBoxLayout(ProjectView)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.area = QScrollArea(ProjectView)
        self.area.setObjectName(u"area")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.inside.setObjectName(u"inside")
        self.inside.setProperty(u"role", u"page")
        self.insideLayout = QVBoxLayout(self.inside)
        self.insideLayout.setSpacing(12)
        self.insideLayout.setObjectName(u"insideLayout")
        self.insideLayout.setContentsMargins(24, 16, 24, 24)
        self.stripPlace = QVBoxLayout()
        self.stripPlace.setSpacing(0)
        self.stripPlace.setObjectName(u"stripPlace")
        self.stripPlace.setContentsMargins(0, 0, 0, 0)

        self.insideLayout.addLayout(self.stripPlace)

        self.tabsPlace = QVBoxLayout()
        self.tabsPlace.setSpacing(12)
        self.tabsPlace.setObjectName(u"tabsPlace")
        self.tabsPlace.setContentsMargins(0, 0, 0, 0)

        self.insideLayout.addLayout(self.tabsPlace)

        self.bodyPlace = QVBoxLayout()
        self.bodyPlace.setSpacing(12)
        self.bodyPlace.setObjectName(u"bodyPlace")
        self.bodyPlace.setContentsMargins(0, 0, 0, 0)

        self.insideLayout.addLayout(self.bodyPlace)

        self.columns = QHBoxLayout()
        self.columns.setSpacing(12)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.leftColumn = QVBoxLayout()
        self.leftColumn.setSpacing(0)
        self.leftColumn.setObjectName(u"leftColumn")
        self.leftColumn.setContentsMargins(0, 0, 0, 0)
        self.leftPlace = QVBoxLayout()
        self.leftPlace.setSpacing(12)
        self.leftPlace.setObjectName(u"leftPlace")
        self.leftPlace.setContentsMargins(0, 0, 0, 0)

        self.leftColumn.addLayout(self.leftPlace)


        self.columns.addLayout(self.leftColumn)

        self.rightColumn = QVBoxLayout()
        self.rightColumn.setSpacing(0)
        self.rightColumn.setObjectName(u"rightColumn")
        self.rightColumn.setContentsMargins(0, 0, 0, 0)
        self.rightPlace = QVBoxLayout()
        self.rightPlace.setSpacing(12)
        self.rightPlace.setObjectName(u"rightPlace")
        self.rightPlace.setContentsMargins(0, 0, 0, 0)

        self.rightColumn.addLayout(self.rightPlace)


        self.columns.addLayout(self.rightColumn)

        self.columns.setStretch(0, 1)
        self.columns.setStretch(1, 2)

        self.insideLayout.addLayout(self.columns)

        self.end = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.insideLayout.addItem(self.end)

        self.insideLayout.setStretch(4, 1)
        self.area.setWidget(self.inside)

        self.outer.addWidget(self.area)


        self.retranslateUi(ProjectView)

        QMetaObject.connectSlotsByName(ProjectView)
    # setupUi

    def retranslateUi(self, ProjectView):
        pass
    # retranslateUi
