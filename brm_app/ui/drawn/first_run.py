"""The form of ui/forms/first_run.ui, compiled."""

# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'first_run.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_FirstRun(object):
    def setupUi(self, FirstRun):
        if not FirstRun.objectName():
            FirstRun.setObjectName(u"FirstRun")
        self.outer = QVBoxLayout(FirstRun)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(24, 16, 24, 16)
        self.above = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.outer.addItem(self.above)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(0)
        self.middle.setObjectName(u"middle")
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.left = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.left)

        self.column = QWidget(FirstRun)
        self.column.setObjectName(u"column")
        self.column.setMinimumSize(QSize(620, 0))
        self.column.setMaximumSize(QSize(620, 16777215))
        self.columnLayout = QVBoxLayout(self.column)
        self.columnLayout.setSpacing(12)
        self.columnLayout.setObjectName(u"columnLayout")
        self.columnLayout.setContentsMargins(0, 0, 0, 0)
        self.mark = QLabel(self.column)
        self.mark.setObjectName(u"mark")
        self.mark.setTextFormat(Qt.TextFormat.PlainText)
        self.mark.setMinimumSize(QSize(64, 64))
        self.mark.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.columnLayout.addWidget(self.mark)

        self.heading = QLabel(self.column)
        self.heading.setObjectName(u"heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty(u"role", u"figure")
        self.heading.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.columnLayout.addWidget(self.heading)

        self.promise = QLabel(self.column)
        self.promise.setObjectName(u"promise")
        self.promise.setWordWrap(True)
        self.promise.setTextFormat(Qt.TextFormat.PlainText)
        self.promise.setProperty(u"role", u"about")
        self.promise.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.columnLayout.addWidget(self.promise)

        self.gap = QSpacerItem(8, 16, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.columnLayout.addItem(self.gap)

        self.sampleRow = QFrame(self.column)
        self.sampleRow.setObjectName(u"sampleRow")
        self.sampleRow.setProperty(u"role", u"way")
        self.sampleLayout = QHBoxLayout(self.sampleRow)
        self.sampleLayout.setSpacing(16)
        self.sampleLayout.setObjectName(u"sampleLayout")
        self.sampleLayout.setContentsMargins(20, 16, 20, 16)
        self.sampleIcon = QLabel(self.sampleRow)
        self.sampleIcon.setObjectName(u"sampleIcon")
        self.sampleIcon.setTextFormat(Qt.TextFormat.PlainText)
        self.sampleIcon.setProperty(u"role", u"tile")
        self.sampleIcon.setMinimumSize(QSize(44, 44))
        self.sampleIcon.setMaximumSize(QSize(44, 44))
        self.sampleIcon.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.sampleLayout.addWidget(self.sampleIcon)

        self.sampleWords = QVBoxLayout()
        self.sampleWords.setSpacing(4)
        self.sampleWords.setObjectName(u"sampleWords")
        self.sampleWords.setContentsMargins(0, 0, 0, 0)
        self.sampleTitle = QLabel(self.sampleRow)
        self.sampleTitle.setObjectName(u"sampleTitle")
        self.sampleTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.sampleTitle.setProperty(u"role", u"subheading")

        self.sampleWords.addWidget(self.sampleTitle)

        self.sampleAbout = QLabel(self.sampleRow)
        self.sampleAbout.setObjectName(u"sampleAbout")
        self.sampleAbout.setTextFormat(Qt.TextFormat.PlainText)
        self.sampleAbout.setProperty(u"role", u"about")
        self.sampleAbout.setWordWrap(True)

        self.sampleWords.addWidget(self.sampleAbout)


        self.sampleLayout.addLayout(self.sampleWords)

        self.sample = QPushButton(self.sampleRow)
        self.sample.setObjectName(u"sample")
        self.sample.setProperty(u"primary", u"true")

        self.sampleLayout.addWidget(self.sample)

        self.sampleLayout.setStretch(1, 1)

        self.columnLayout.addWidget(self.sampleRow)

        self.newRow = QFrame(self.column)
        self.newRow.setObjectName(u"newRow")
        self.newRow.setProperty(u"role", u"way")
        self.newLayout = QHBoxLayout(self.newRow)
        self.newLayout.setSpacing(16)
        self.newLayout.setObjectName(u"newLayout")
        self.newLayout.setContentsMargins(20, 16, 20, 16)
        self.newIcon = QLabel(self.newRow)
        self.newIcon.setObjectName(u"newIcon")
        self.newIcon.setTextFormat(Qt.TextFormat.PlainText)
        self.newIcon.setProperty(u"role", u"tile")
        self.newIcon.setMinimumSize(QSize(44, 44))
        self.newIcon.setMaximumSize(QSize(44, 44))
        self.newIcon.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.newLayout.addWidget(self.newIcon)

        self.newWords = QVBoxLayout()
        self.newWords.setSpacing(4)
        self.newWords.setObjectName(u"newWords")
        self.newWords.setContentsMargins(0, 0, 0, 0)
        self.newTitle = QLabel(self.newRow)
        self.newTitle.setObjectName(u"newTitle")
        self.newTitle.setTextFormat(Qt.TextFormat.PlainText)
        self.newTitle.setProperty(u"role", u"subheading")

        self.newWords.addWidget(self.newTitle)

        self.newAbout = QLabel(self.newRow)
        self.newAbout.setObjectName(u"newAbout")
        self.newAbout.setTextFormat(Qt.TextFormat.PlainText)
        self.newAbout.setProperty(u"role", u"about")
        self.newAbout.setWordWrap(True)

        self.newWords.addWidget(self.newAbout)


        self.newLayout.addLayout(self.newWords)

        self.new = QPushButton(self.newRow)
        self.new.setObjectName(u"new")

        self.newLayout.addWidget(self.new)

        self.newLayout.setStretch(1, 1)

        self.columnLayout.addWidget(self.newRow)

        self.newForm = QFrame(self.column)
        self.newForm.setObjectName(u"newForm")
        self.newForm.setProperty(u"role", u"panel")
        self.newFormLayout = QVBoxLayout(self.newForm)
        self.newFormLayout.setSpacing(10)
        self.newFormLayout.setObjectName(u"newFormLayout")
        self.newFormLayout.setContentsMargins(20, 16, 20, 16)
        self.newFields = QHBoxLayout()
        self.newFields.setSpacing(12)
        self.newFields.setObjectName(u"newFields")
        self.newFields.setContentsMargins(0, 0, 0, 0)
        self.nameCell = QVBoxLayout()
        self.nameCell.setSpacing(4)
        self.nameCell.setObjectName(u"nameCell")
        self.nameCell.setContentsMargins(0, 0, 0, 0)
        self.nameLabel = QLabel(self.newForm)
        self.nameLabel.setObjectName(u"nameLabel")
        self.nameLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.nameLabel.setProperty(u"role", u"field")

        self.nameCell.addWidget(self.nameLabel)

        self.organisationName = QLineEdit(self.newForm)
        self.organisationName.setObjectName(u"organisationName")

        self.nameCell.addWidget(self.organisationName)


        self.newFields.addLayout(self.nameCell)

        self.currencyCell = QVBoxLayout()
        self.currencyCell.setSpacing(4)
        self.currencyCell.setObjectName(u"currencyCell")
        self.currencyCell.setContentsMargins(0, 0, 0, 0)
        self.currencyLabel = QLabel(self.newForm)
        self.currencyLabel.setObjectName(u"currencyLabel")
        self.currencyLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.currencyLabel.setProperty(u"role", u"field")

        self.currencyCell.addWidget(self.currencyLabel)

        self.currency = QLineEdit(self.newForm)
        self.currency.setObjectName(u"currency")
        self.currency.setMaximumSize(QSize(90, 16777215))

        self.currencyCell.addWidget(self.currency)


        self.newFields.addLayout(self.currencyCell)

        self.rateCell = QVBoxLayout()
        self.rateCell.setSpacing(4)
        self.rateCell.setObjectName(u"rateCell")
        self.rateCell.setContentsMargins(0, 0, 0, 0)
        self.rateLabel = QLabel(self.newForm)
        self.rateLabel.setObjectName(u"rateLabel")
        self.rateLabel.setTextFormat(Qt.TextFormat.PlainText)
        self.rateLabel.setProperty(u"role", u"field")

        self.rateCell.addWidget(self.rateLabel)

        self.rate = QLineEdit(self.newForm)
        self.rate.setObjectName(u"rate")
        self.rate.setMaximumSize(QSize(120, 16777215))

        self.rateCell.addWidget(self.rate)


        self.newFields.addLayout(self.rateCell)

        self.newFields.setStretch(0, 1)

        self.newFormLayout.addLayout(self.newFields)

        self.newError = QLabel(self.newForm)
        self.newError.setObjectName(u"newError")
        self.newError.setTextFormat(Qt.TextFormat.PlainText)
        self.newError.setProperty(u"role", u"error")
        self.newError.setWordWrap(True)

        self.newFormLayout.addWidget(self.newError)

        self.newButtons = QHBoxLayout()
        self.newButtons.setSpacing(8)
        self.newButtons.setObjectName(u"newButtons")
        self.newButtons.setContentsMargins(0, 0, 0, 0)
        self.create = QPushButton(self.newForm)
        self.create.setObjectName(u"create")
        self.create.setProperty(u"primary", u"true")

        self.newButtons.addWidget(self.create)

        self.cancelNew = QPushButton(self.newForm)
        self.cancelNew.setObjectName(u"cancelNew")

        self.newButtons.addWidget(self.cancelNew)

        self.newSpace = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.newButtons.addItem(self.newSpace)


        self.newFormLayout.addLayout(self.newButtons)


        self.columnLayout.addWidget(self.newForm)

        self.import_Row = QFrame(self.column)
        self.import_Row.setObjectName(u"import_Row")
        self.import_Row.setProperty(u"role", u"way")
        self.import_Layout = QHBoxLayout(self.import_Row)
        self.import_Layout.setSpacing(16)
        self.import_Layout.setObjectName(u"import_Layout")
        self.import_Layout.setContentsMargins(20, 16, 20, 16)
        self.import_Icon = QLabel(self.import_Row)
        self.import_Icon.setObjectName(u"import_Icon")
        self.import_Icon.setTextFormat(Qt.TextFormat.PlainText)
        self.import_Icon.setProperty(u"role", u"tile")
        self.import_Icon.setMinimumSize(QSize(44, 44))
        self.import_Icon.setMaximumSize(QSize(44, 44))
        self.import_Icon.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.import_Layout.addWidget(self.import_Icon)

        self.import_Words = QVBoxLayout()
        self.import_Words.setSpacing(4)
        self.import_Words.setObjectName(u"import_Words")
        self.import_Words.setContentsMargins(0, 0, 0, 0)
        self.import_Title = QLabel(self.import_Row)
        self.import_Title.setObjectName(u"import_Title")
        self.import_Title.setTextFormat(Qt.TextFormat.PlainText)
        self.import_Title.setProperty(u"role", u"subheading")

        self.import_Words.addWidget(self.import_Title)

        self.import_About = QLabel(self.import_Row)
        self.import_About.setObjectName(u"import_About")
        self.import_About.setTextFormat(Qt.TextFormat.PlainText)
        self.import_About.setProperty(u"role", u"about")
        self.import_About.setWordWrap(True)

        self.import_Words.addWidget(self.import_About)


        self.import_Layout.addLayout(self.import_Words)

        self.import_ = QPushButton(self.import_Row)
        self.import_.setObjectName(u"import_")

        self.import_Layout.addWidget(self.import_)

        self.import_Layout.setStretch(1, 1)

        self.columnLayout.addWidget(self.import_Row)

        self.openLine = QHBoxLayout()
        self.openLine.setSpacing(0)
        self.openLine.setObjectName(u"openLine")
        self.openLine.setContentsMargins(0, 14, 0, 0)
        self.openLeft = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.openLine.addItem(self.openLeft)

        self.openWords = QLabel(self.column)
        self.openWords.setObjectName(u"openWords")
        self.openWords.setTextFormat(Qt.TextFormat.PlainText)
        self.openWords.setProperty(u"role", u"about")

        self.openLine.addWidget(self.openWords)

        self.open = QPushButton(self.column)
        self.open.setObjectName(u"open")
        self.open.setProperty(u"role", u"link")

        self.openLine.addWidget(self.open)

        self.openRight = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.openLine.addItem(self.openRight)


        self.columnLayout.addLayout(self.openLine)

        self.working = QLabel(self.column)
        self.working.setObjectName(u"working")
        self.working.setTextFormat(Qt.TextFormat.PlainText)
        self.working.setProperty(u"role", u"about")
        self.working.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.columnLayout.addWidget(self.working)


        self.middle.addWidget(self.column)

        self.right = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.middle.addItem(self.right)


        self.outer.addLayout(self.middle)

        self.below = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.outer.addItem(self.below)


        self.retranslateUi(FirstRun)

        QMetaObject.connectSlotsByName(FirstRun)
    # setupUi

    def retranslateUi(self, FirstRun):
        self.mark.setText("")
        self.heading.setText(QCoreApplication.translate("FirstRun", u"Start with the people you serve", None))
        self.promise.setText(QCoreApplication.translate("FirstRun", u"Liaison keeps what you asked, what you promised and what you told them.", None))
        self.sampleIcon.setText("")
        self.sampleTitle.setText(QCoreApplication.translate("FirstRun", u"Look around a sample workspace", None))
        self.sampleAbout.setText(QCoreApplication.translate("FirstRun", u"Meridian Health, a hospital group. Opens as a copy you can change.", None))
        self.sample.setText(QCoreApplication.translate("FirstRun", u"Open sample", None))
#if QT_CONFIG(accessibility)
        self.sample.setAccessibleName(QCoreApplication.translate("FirstRun", u"Look around a sample workspace", None))
#endif // QT_CONFIG(accessibility)
        self.newIcon.setText("")
        self.newTitle.setText(QCoreApplication.translate("FirstRun", u"New workspace", None))
        self.newAbout.setText(QCoreApplication.translate("FirstRun", u"One file on this computer. Nothing is sent anywhere.", None))
        self.new.setText(QCoreApplication.translate("FirstRun", u"New", None))
#if QT_CONFIG(accessibility)
        self.new.setAccessibleName(QCoreApplication.translate("FirstRun", u"New workspace", None))
#endif // QT_CONFIG(accessibility)
        self.nameLabel.setText(QCoreApplication.translate("FirstRun", u"Organisation", None))
#if QT_CONFIG(accessibility)
        self.organisationName.setAccessibleName(QCoreApplication.translate("FirstRun", u"Organisation", None))
#endif // QT_CONFIG(accessibility)
        self.currencyLabel.setText(QCoreApplication.translate("FirstRun", u"Currency", None))
#if QT_CONFIG(accessibility)
        self.currency.setAccessibleName(QCoreApplication.translate("FirstRun", u"Currency", None))
#endif // QT_CONFIG(accessibility)
        self.currency.setText(QCoreApplication.translate("FirstRun", u"USD", None))
        self.rateLabel.setText(QCoreApplication.translate("FirstRun", u"Loaded hourly rate", None))
#if QT_CONFIG(accessibility)
        self.rate.setAccessibleName(QCoreApplication.translate("FirstRun", u"Loaded hourly rate", None))
#endif // QT_CONFIG(accessibility)
        self.newError.setText("")
        self.create.setText(QCoreApplication.translate("FirstRun", u"Choose where to keep it\u2026", None))
#if QT_CONFIG(accessibility)
        self.create.setAccessibleName(QCoreApplication.translate("FirstRun", u"Choose where to keep it", None))
#endif // QT_CONFIG(accessibility)
        self.cancelNew.setText(QCoreApplication.translate("FirstRun", u"Cancel", None))
#if QT_CONFIG(accessibility)
        self.cancelNew.setAccessibleName(QCoreApplication.translate("FirstRun", u"Cancel", None))
#endif // QT_CONFIG(accessibility)
        self.import_Icon.setText("")
        self.import_Title.setText(QCoreApplication.translate("FirstRun", u"Import units and people", None))
        self.import_About.setText(QCoreApplication.translate("FirstRun", u"From CSV or Excel. You see every row before it goes in.", None))
        self.import_.setText(QCoreApplication.translate("FirstRun", u"Import", None))
#if QT_CONFIG(accessibility)
        self.import_.setAccessibleName(QCoreApplication.translate("FirstRun", u"Import units and people", None))
#endif // QT_CONFIG(accessibility)
        self.openWords.setText(QCoreApplication.translate("FirstRun", u"Already have one?", None))
        self.open.setText(QCoreApplication.translate("FirstRun", u"Open a workspace file", None))
#if QT_CONFIG(accessibility)
        self.open.setAccessibleName(QCoreApplication.translate("FirstRun", u"Open a workspace file", None))
#endif // QT_CONFIG(accessibility)
        self.working.setText("")
        pass
    # retranslateUi
