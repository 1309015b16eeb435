"""The form of ui/forms/shell.ui, compiled."""

# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'shell.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QStackedWidget, QStatusBar, QToolButton, QVBoxLayout, QWidget)

from brm_app.ui.widgets import Elided

class Ui_Shell(object):
    def setupUi(self, Shell):
        if not Shell.objectName():
            Shell.setObjectName(u"Shell")
        Shell.setMinimumSize(QSize(960, 640))
        self.desk = QWidget(Shell)
        self.desk.setObjectName(u"desk")
        self.deskLayout = QHBoxLayout(self.desk)
        self.deskLayout.setSpacing(0)
        self.deskLayout.setObjectName(u"deskLayout")
        self.deskLayout.setContentsMargins(0, 0, 0, 0)
        self.sidebar = QWidget(self.desk)
        self.sidebar.setObjectName(u"sidebar")
        self.sidebar.setProperty(u"role", u"sidebar")
        self.sidebarLayout = QVBoxLayout(self.sidebar)
        self.sidebarLayout.setSpacing(0)
        self.sidebarLayout.setObjectName(u"sidebarLayout")
        self.sidebarLayout.setContentsMargins(8, 8, 8, 10)
        self.brandLayout = QHBoxLayout()
        self.brandLayout.setSpacing(10)
        self.brandLayout.setObjectName(u"brandLayout")
        self.brandLayout.setContentsMargins(8, 6, 8, 10)
        self.logo = QLabel(self.sidebar)
        self.logo.setObjectName(u"logo")
        self.logo.setTextFormat(Qt.TextFormat.PlainText)

        self.brandLayout.addWidget(self.logo)

        self.brandWords = QVBoxLayout()
        self.brandWords.setSpacing(0)
        self.brandWords.setObjectName(u"brandWords")
        self.brandWords.setContentsMargins(0, 0, 0, 0)
        self.organisation = Elided(self.sidebar)
        self.organisation.setObjectName(u"organisation")
        self.organisation.setTextFormat(Qt.TextFormat.PlainText)
        self.organisation.setProperty(u"role", u"name")

        self.brandWords.addWidget(self.organisation)

        self.file = Elided(self.sidebar)
        self.file.setObjectName(u"file")
        self.file.setTextFormat(Qt.TextFormat.PlainText)
        self.file.setProperty(u"role", u"caption")

        self.brandWords.addWidget(self.file)


        self.brandLayout.addLayout(self.brandWords)

        self.brandLayout.setStretch(1, 1)

        self.sidebarLayout.addLayout(self.brandLayout)

        self.placesLayout = QVBoxLayout()
        self.placesLayout.setSpacing(0)
        self.placesLayout.setObjectName(u"placesLayout")
        self.placesLayout.setContentsMargins(0, 0, 0, 0)

        self.sidebarLayout.addLayout(self.placesLayout)

        self.sideSpace = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.sidebarLayout.addItem(self.sideSpace)

        self.footLayout = QVBoxLayout()
        self.footLayout.setSpacing(0)
        self.footLayout.setObjectName(u"footLayout")
        self.footLayout.setContentsMargins(0, 0, 0, 0)

        self.sidebarLayout.addLayout(self.footLayout)


        self.deskLayout.addWidget(self.sidebar)

        self.mainLayout = QVBoxLayout()
        self.mainLayout.setSpacing(0)
        self.mainLayout.setObjectName(u"mainLayout")
        self.mainLayout.setContentsMargins(0, 0, 0, 0)
        self.commandBar = QWidget(self.desk)
        self.commandBar.setObjectName(u"commandBar")
        self.commandBar.setProperty(u"role", u"bar")
        self.commandLayout = QHBoxLayout(self.commandBar)
        self.commandLayout.setSpacing(4)
        self.commandLayout.setObjectName(u"commandLayout")
        self.commandLayout.setContentsMargins(12, 0, 16, 0)
        self.back = QToolButton(self.commandBar)
        self.back.setObjectName(u"back")
        self.back.setMinimumSize(QSize(28, 28))

        self.commandLayout.addWidget(self.back)

        self.forward = QToolButton(self.commandBar)
        self.forward.setObjectName(u"forward")
        self.forward.setMinimumSize(QSize(28, 28))

        self.commandLayout.addWidget(self.forward)

        self.crumbsLayout = QHBoxLayout()
        self.crumbsLayout.setSpacing(4)
        self.crumbsLayout.setObjectName(u"crumbsLayout")
        self.crumbsLayout.setContentsMargins(8, 0, 0, 0)

        self.commandLayout.addLayout(self.crumbsLayout)

        self.barSpace = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.commandLayout.addItem(self.barSpace)

        self.toolsLayout = QHBoxLayout()
        self.toolsLayout.setSpacing(8)
        self.toolsLayout.setObjectName(u"toolsLayout")
        self.toolsLayout.setContentsMargins(0, 0, 0, 0)

        self.commandLayout.addLayout(self.toolsLayout)

        self.everywhereLayout = QHBoxLayout()
        self.everywhereLayout.setSpacing(8)
        self.everywhereLayout.setObjectName(u"everywhereLayout")
        self.everywhereLayout.setContentsMargins(8, 0, 0, 0)

        self.commandLayout.addLayout(self.everywhereLayout)


        self.mainLayout.addWidget(self.commandBar)

        self.pages = QStackedWidget(self.desk)
        self.pages.setObjectName(u"pages")

        self.mainLayout.addWidget(self.pages)

        self.mainLayout.setStretch(1, 1)

        self.deskLayout.addLayout(self.mainLayout)

        self.deskLayout.setStretch(1, 1)
        Shell.setCentralWidget(self.desk)
        self.statusBar = QStatusBar(Shell)
        self.statusBar.setObjectName(u"statusBar")
        self.statusBar.setSizeGripEnabled(False)
        Shell.setStatusBar(self.statusBar)

        self.retranslateUi(Shell)

        QMetaObject.connectSlotsByName(Shell)
    # setupUi

    def retranslateUi(self, Shell):
        Shell.setWindowTitle(QCoreApplication.translate("Shell", u"Liaison", None))
        self.logo.setText("")
        self.organisation.setText(QCoreApplication.translate("Shell", u"No workspace", None))
        self.file.setText(QCoreApplication.translate("Shell", u"Nothing open yet", None))
#if QT_CONFIG(accessibility)
        self.back.setAccessibleName(QCoreApplication.translate("Shell", u"Back", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.back.setToolTip(QCoreApplication.translate("Shell", u"Back (Alt+Left)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.forward.setAccessibleName(QCoreApplication.translate("Shell", u"Forward", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.forward.setToolTip(QCoreApplication.translate("Shell", u"Forward (Alt+Right)", None))
#endif // QT_CONFIG(tooltip)
    # retranslateUi
