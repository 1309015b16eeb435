"""The form of ui/forms/import_dialog.ui, compiled."""

# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'import_dialog.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, QSize, Qt)
from PySide6.QtWidgets import (QAbstractItemView, QComboBox, QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget, QTableView, QVBoxLayout, QWidget)

from brm_app.ui.editing.inputs import Choice
from brm_app.ui.importing.pieces import (DropZone, Tile)
class Ui_ImportForm(object):
    def setupUi(self, ImportForm):
        if not ImportForm.objectName():
            ImportForm.setObjectName(u"ImportForm")
        ImportForm.resize(1000, 735)
        ImportForm.setMinimumSize(QSize(760, 520))
        self.outer = QVBoxLayout(ImportForm)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.body = QHBoxLayout()
        self.body.setSpacing(0)
        self.body.setObjectName(u"body")
        self.stepsFrame = QFrame(ImportForm)
        self.stepsFrame.setObjectName(u"stepsFrame")
        self.stepsFrame.setProperty(u"role", u"pane")
        self.stepsFrame.setMinimumSize(QSize(176, 0))
        self.stepsFrame.setMaximumSize(QSize(176, 16777215))
        self.stepsLayout = QVBoxLayout(self.stepsFrame)
        self.stepsLayout.setSpacing(2)
        self.stepsLayout.setObjectName(u"stepsLayout")
        self.stepsLayout.setContentsMargins(10, 16, 10, 16)
        self.stepFile = QLabel(self.stepsFrame)
        self.stepFile.setObjectName(u"stepFile")

        self.stepsLayout.addWidget(self.stepFile)

        self.stepColumns = QLabel(self.stepsFrame)
        self.stepColumns.setObjectName(u"stepColumns")

        self.stepsLayout.addWidget(self.stepColumns)

        self.stepCheck = QLabel(self.stepsFrame)
        self.stepCheck.setObjectName(u"stepCheck")

        self.stepsLayout.addWidget(self.stepCheck)

        self.stepImport = QLabel(self.stepsFrame)
        self.stepImport.setObjectName(u"stepImport")

        self.stepsLayout.addWidget(self.stepImport)

        self.about = QLabel(self.stepsFrame)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"role", u"secondary")
        self.about.setTextFormat(Qt.PlainText)
        self.about.setWordWrap(True)
        self.about.setMargin(10)

        self.stepsLayout.addWidget(self.about)

        self.stepsSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.stepsLayout.addItem(self.stepsSpace)


        self.body.addWidget(self.stepsFrame)

        self.pages = QStackedWidget(ImportForm)
        self.pages.setObjectName(u"pages")
        self.filePage = QWidget()
        self.filePage.setObjectName(u"filePage")
        self.fileLayout = QVBoxLayout(self.filePage)
        self.fileLayout.setSpacing(12)
        self.fileLayout.setObjectName(u"fileLayout")
        self.fileLayout.setContentsMargins(20, 16, 20, 16)
        self.kindRow = QHBoxLayout()
        self.kindRow.setSpacing(12)
        self.kindRow.setObjectName(u"kindRow")
        self.kindLabel = QLabel(self.filePage)
        self.kindLabel.setObjectName(u"kindLabel")

        self.kindRow.addWidget(self.kindLabel)

        self.kind = Choice(self.filePage)
        self.kind.setObjectName(u"kind")
        self.kind.setMinimumSize(QSize(220, 32))

        self.kindRow.addWidget(self.kind)

        self.kindSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.kindRow.addItem(self.kindSpace)

        self.kindRow.setStretch(2, 1)

        self.fileLayout.addLayout(self.kindRow)

        self.drop = DropZone(self.filePage)
        self.drop.setObjectName(u"drop")

        self.fileLayout.addWidget(self.drop)

        self.fileError = QLabel(self.filePage)
        self.fileError.setObjectName(u"fileError")
        self.fileError.setProperty(u"role", u"error")
        self.fileError.setTextFormat(Qt.PlainText)
        self.fileError.setWordWrap(True)
        self.fileError.setVisible(False)

        self.fileLayout.addWidget(self.fileError)

        self.pages.addWidget(self.filePage)
        self.checkPage = QWidget()
        self.checkPage.setObjectName(u"checkPage")
        self.checkLayout = QVBoxLayout(self.checkPage)
        self.checkLayout.setSpacing(12)
        self.checkLayout.setObjectName(u"checkLayout")
        self.checkLayout.setContentsMargins(20, 16, 20, 16)
        self.columnsPanel = QFrame(self.checkPage)
        self.columnsPanel.setObjectName(u"columnsPanel")
        self.columnsPanel.setProperty(u"role", u"panel")
        self.columnsLayout = QVBoxLayout(self.columnsPanel)
        self.columnsLayout.setSpacing(0)
        self.columnsLayout.setObjectName(u"columnsLayout")
        self.columnsLayout.setContentsMargins(1, 1, 1, 1)
        self.columnsHead = QHBoxLayout()
        self.columnsHead.setSpacing(8)
        self.columnsHead.setObjectName(u"columnsHead")
        self.columnsHead.setContentsMargins(15, 6, 15, 6)
        self.columnsTitle = QLabel(self.columnsPanel)
        self.columnsTitle.setObjectName(u"columnsTitle")
        self.columnsTitle.setProperty(u"role", u"heading")

        self.columnsHead.addWidget(self.columnsTitle)

        self.columnsNote = QLabel(self.columnsPanel)
        self.columnsNote.setObjectName(u"columnsNote")
        self.columnsNote.setProperty(u"role", u"secondary")
        self.columnsNote.setWordWrap(True)

        self.columnsHead.addWidget(self.columnsNote)

        self.sheetLabel = QLabel(self.columnsPanel)
        self.sheetLabel.setObjectName(u"sheetLabel")
        self.sheetLabel.setProperty(u"role", u"secondary")

        self.columnsHead.addWidget(self.sheetLabel)

        self.sheet = Choice(self.columnsPanel)
        self.sheet.setObjectName(u"sheet")
        self.sheet.setMinimumSize(QSize(120, 28))

        self.columnsHead.addWidget(self.sheet)

        self.keyLabel = QLabel(self.columnsPanel)
        self.keyLabel.setObjectName(u"keyLabel")
        self.keyLabel.setProperty(u"role", u"secondary")

        self.columnsHead.addWidget(self.keyLabel)

        self.key = Choice(self.columnsPanel)
        self.key.setObjectName(u"key")
        self.key.setMinimumSize(QSize(160, 28))
        self.key.setSizeAdjustPolicy(QComboBox.AdjustToContents)

        self.columnsHead.addWidget(self.key)

        self.columnsHead.setStretch(1, 1)

        self.columnsLayout.addLayout(self.columnsHead)

        self.columnsScroll = QScrollArea(self.columnsPanel)
        self.columnsScroll.setObjectName(u"columnsScroll")
        self.columnsScroll.setFrameShape(QFrame.NoFrame)
        self.columnsScroll.setWidgetResizable(True)
        self.columnsScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
        self.columnsScroll.setFocusPolicy(Qt.NoFocus)
        self.columnRows = QWidget()
        self.columnRows.setObjectName(u"columnRows")
        self.columnsScroll.setWidget(self.columnRows)

        self.columnsLayout.addWidget(self.columnsScroll)


        self.checkLayout.addWidget(self.columnsPanel)

        self.warnPanel = QFrame(self.checkPage)
        self.warnPanel.setObjectName(u"warnPanel")
        self.warnPanel.setProperty(u"role", u"note")
        self.warnPanel.setVisible(False)
        self.warnLayout = QHBoxLayout(self.warnPanel)
        self.warnLayout.setSpacing(8)
        self.warnLayout.setObjectName(u"warnLayout")
        self.warnLayout.setContentsMargins(12, 4, 8, 4)
        self.warnIcon = QLabel(self.warnPanel)
        self.warnIcon.setObjectName(u"warnIcon")

        self.warnLayout.addWidget(self.warnIcon)

        self.warnText = QLabel(self.warnPanel)
        self.warnText.setObjectName(u"warnText")
        self.warnText.setTextFormat(Qt.PlainText)
        self.warnText.setWordWrap(True)
        self.warnText.setProperty(u"role", u"warning")

        self.warnLayout.addWidget(self.warnText)

        self.matchOn = QPushButton(self.warnPanel)
        self.matchOn.setObjectName(u"matchOn")
        self.matchOn.setProperty(u"role", u"link")
        self.matchOn.setAutoDefault(False)

        self.warnLayout.addWidget(self.matchOn)

        self.warnLayout.setStretch(1, 1)

        self.checkLayout.addWidget(self.warnPanel)

        self.tiles = QHBoxLayout()
        self.tiles.setSpacing(12)
        self.tiles.setObjectName(u"tiles")
        self.ready = Tile(self.checkPage)
        self.ready.setObjectName(u"ready")

        self.tiles.addWidget(self.ready)

        self.mended = Tile(self.checkPage)
        self.mended.setObjectName(u"mended")

        self.tiles.addWidget(self.mended)

        self.leftOut = Tile(self.checkPage)
        self.leftOut.setObjectName(u"leftOut")

        self.tiles.addWidget(self.leftOut)

        self.tiles.setStretch(0, 1)
        self.tiles.setStretch(1, 1)
        self.tiles.setStretch(2, 1)

        self.checkLayout.addLayout(self.tiles)

        self.checkError = QLabel(self.checkPage)
        self.checkError.setObjectName(u"checkError")
        self.checkError.setProperty(u"role", u"error")
        self.checkError.setTextFormat(Qt.PlainText)
        self.checkError.setWordWrap(True)
        self.checkError.setVisible(False)

        self.checkLayout.addWidget(self.checkError)

        self.everyPanel = QFrame(self.checkPage)
        self.everyPanel.setObjectName(u"everyPanel")
        self.everyPanel.setProperty(u"role", u"panel")
        self.everyPanel.setVisible(False)
        self.everyLayout = QHBoxLayout(self.everyPanel)
        self.everyLayout.setSpacing(10)
        self.everyLayout.setObjectName(u"everyLayout")
        self.everyLayout.setContentsMargins(15, 12, 15, 12)
        self.everyIcon = QLabel(self.everyPanel)
        self.everyIcon.setObjectName(u"everyIcon")

        self.everyLayout.addWidget(self.everyIcon)

        self.everyText = QLabel(self.everyPanel)
        self.everyText.setObjectName(u"everyText")
        self.everyText.setProperty(u"role", u"strong")

        self.everyLayout.addWidget(self.everyText)

        self.everyLayout.setStretch(1, 1)

        self.checkLayout.addWidget(self.everyPanel)

        self.refusedPanel = QFrame(self.checkPage)
        self.refusedPanel.setObjectName(u"refusedPanel")
        self.refusedPanel.setVisible(False)
        self.refusedPanel.setProperty(u"role", u"panel")
        self.refusedLayout = QVBoxLayout(self.refusedPanel)
        self.refusedLayout.setSpacing(0)
        self.refusedLayout.setObjectName(u"refusedLayout")
        self.refusedLayout.setContentsMargins(1, 1, 1, 8)
        self.refusedHead = QHBoxLayout()
        self.refusedHead.setObjectName(u"refusedHead")
        self.refusedHead.setContentsMargins(15, 6, 15, 6)
        self.refusedTitle = QLabel(self.refusedPanel)
        self.refusedTitle.setObjectName(u"refusedTitle")
        self.refusedTitle.setProperty(u"role", u"heading")

        self.refusedHead.addWidget(self.refusedTitle)

        self.saveRefused = QPushButton(self.refusedPanel)
        self.saveRefused.setObjectName(u"saveRefused")
        self.saveRefused.setProperty(u"role", u"small")
        self.saveRefused.setAutoDefault(False)

        self.refusedHead.addWidget(self.saveRefused)

        self.refusedHead.setStretch(0, 1)

        self.refusedLayout.addLayout(self.refusedHead)

        self.refused = QTableView(self.refusedPanel)
        self.refused.setObjectName(u"refused")
        self.refused.setProperty(u"role", u"inner")
        self.refused.setFrameShape(QFrame.NoFrame)
        self.refused.setSelectionBehavior(QAbstractItemView.SelectRows)
        self.refused.setShowGrid(False)
        self.refused.setWordWrap(False)

        self.refusedLayout.addWidget(self.refused)

        self.refusedLayout.setStretch(1, 1)

        self.checkLayout.addWidget(self.refusedPanel)

        self.checkSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.checkLayout.addItem(self.checkSpace)

        self.checkLayout.setStretch(5, 1)
        self.pages.addWidget(self.checkPage)
        self.runPage = QWidget()
        self.runPage.setObjectName(u"runPage")
        self.runLayout = QVBoxLayout(self.runPage)
        self.runLayout.setSpacing(12)
        self.runLayout.setObjectName(u"runLayout")
        self.runLayout.setContentsMargins(20, 16, 20, 16)
        self.runTitle = QLabel(self.runPage)
        self.runTitle.setObjectName(u"runTitle")
        self.runTitle.setProperty(u"role", u"title")
        self.runTitle.setTextFormat(Qt.PlainText)
        self.runTitle.setWordWrap(True)

        self.runLayout.addWidget(self.runTitle)

        self.progress = QProgressBar(self.runPage)
        self.progress.setObjectName(u"progress")
        self.progress.setTextVisible(False)
        self.progress.setMaximumSize(QSize(16777215, 6))

        self.runLayout.addWidget(self.progress)

        self.runNote = QLabel(self.runPage)
        self.runNote.setObjectName(u"runNote")
        self.runNote.setProperty(u"role", u"secondary")
        self.runNote.setTextFormat(Qt.PlainText)
        self.runNote.setWordWrap(True)

        self.runLayout.addWidget(self.runNote)

        self.runSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.runLayout.addItem(self.runSpace)

        self.pages.addWidget(self.runPage)

        self.body.addWidget(self.pages)

        self.body.setStretch(1, 1)

        self.outer.addLayout(self.body)

        self.footer = QFrame(ImportForm)
        self.footer.setObjectName(u"footer")
        self.footer.setProperty(u"role", u"footer")
        self.footerLayout = QHBoxLayout(self.footer)
        self.footerLayout.setSpacing(8)
        self.footerLayout.setObjectName(u"footerLayout")
        self.footerLayout.setContentsMargins(20, 14, 20, 14)
        self.promiseIcon = QLabel(self.footer)
        self.promiseIcon.setObjectName(u"promiseIcon")

        self.footerLayout.addWidget(self.promiseIcon)

        self.promise = QLabel(self.footer)
        self.promise.setObjectName(u"promise")
        self.promise.setProperty(u"role", u"secondary")

        self.footerLayout.addWidget(self.promise)

        self.back = QPushButton(self.footer)
        self.back.setObjectName(u"back")
        self.back.setAutoDefault(False)

        self.footerLayout.addWidget(self.back)

        self.cancel = QPushButton(self.footer)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.footerLayout.addWidget(self.cancel)

        self.go = QPushButton(self.footer)
        self.go.setObjectName(u"go")
        self.go.setProperty(u"primary", True)

        self.footerLayout.addWidget(self.go)

        self.footerLayout.setStretch(1, 1)

        self.outer.addWidget(self.footer)

#if QT_CONFIG(shortcut)
        self.kindLabel.setBuddy(self.kind)
        self.sheetLabel.setBuddy(self.sheet)
        self.keyLabel.setBuddy(self.key)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ImportForm)

        self.pages.setCurrentIndex(0)
        self.go.setDefault(True)


        QMetaObject.connectSlotsByName(ImportForm)
    # setupUi

    def retranslateUi(self, ImportForm):
        self.stepFile.setText(QCoreApplication.translate("ImportForm", u"File", None))
        self.stepColumns.setText(QCoreApplication.translate("ImportForm", u"Columns", None))
        self.stepCheck.setText(QCoreApplication.translate("ImportForm", u"Check", None))
        self.stepImport.setText(QCoreApplication.translate("ImportForm", u"Import", None))
        self.kindLabel.setText(QCoreApplication.translate("ImportForm", u"Each row is one of the", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("ImportForm", u"Kind of record", None))
#endif // QT_CONFIG(accessibility)
        self.columnsTitle.setText(QCoreApplication.translate("ImportForm", u"Columns", None))
        self.columnsNote.setText(QCoreApplication.translate("ImportForm", u"matched by name, change any of them", None))
        self.sheetLabel.setText(QCoreApplication.translate("ImportForm", u"Sheet", None))
#if QT_CONFIG(accessibility)
        self.sheet.setAccessibleName(QCoreApplication.translate("ImportForm", u"Sheet of the workbook", None))
#endif // QT_CONFIG(accessibility)
        self.keyLabel.setText(QCoreApplication.translate("ImportForm", u"Same record when equal in", None))
#if QT_CONFIG(accessibility)
        self.key.setAccessibleName(QCoreApplication.translate("ImportForm", u"Field that matches a row with a record", None))
#endif // QT_CONFIG(accessibility)
        self.everyText.setText(QCoreApplication.translate("ImportForm", u"Every row goes in", None))
        self.refusedTitle.setText(QCoreApplication.translate("ImportForm", u"Rows that will not go in", None))
        self.saveRefused.setText(QCoreApplication.translate("ImportForm", u"Save these rows\u2026", None))
#if QT_CONFIG(accessibility)
        self.refused.setAccessibleName(QCoreApplication.translate("ImportForm", u"Rows that will not go in", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.progress.setAccessibleName(QCoreApplication.translate("ImportForm", u"Import progress", None))
#endif // QT_CONFIG(accessibility)
        self.promise.setText(QCoreApplication.translate("ImportForm", u"Nothing is written yet. You can undo the whole import in one step.", None))
        self.back.setText(QCoreApplication.translate("ImportForm", u"Back", None))
        self.cancel.setText(QCoreApplication.translate("ImportForm", u"Cancel", None))
        self.go.setText(QCoreApplication.translate("ImportForm", u"Choose a file\u2026", None))
        pass
    # retranslateUi
