"""The form of ui/forms/composer.ui, compiled."""

# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'composer.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QProgressBar, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget, QToolButton, QVBoxLayout, QWidget)

from brm_app.ui.composer.lists import OutlineList
from brm_app.ui.composer.preview import Preview
from brm_app.ui.composer.titles import TitleEdit
from brm_app.ui.editing.inputs import Choice
class Ui_ComposerForm(object):
    def setupUi(self, ComposerForm):
        if not ComposerForm.objectName():
            ComposerForm.setObjectName(u"ComposerForm")
        ComposerForm.resize(1232, 800)
        self.panes = QHBoxLayout(ComposerForm)
        self.panes.setSpacing(0)
        self.panes.setObjectName(u"panes")
        self.panes.setContentsMargins(0, 0, 0, 0)
        self.outline = QFrame(ComposerForm)
        self.outline.setObjectName(u"outline")
        self.outline.setProperty(u"role", u"pane")
        self.outline.setMinimumSize(QSize(292, 0))
        self.outline.setMaximumSize(QSize(292, 16777215))
        self.outlineLayout = QVBoxLayout(self.outline)
        self.outlineLayout.setSpacing(8)
        self.outlineLayout.setObjectName(u"outlineLayout")
        self.outlineLayout.setContentsMargins(0, 16, 0, 0)
        self.outlineHead = QVBoxLayout()
        self.outlineHead.setSpacing(8)
        self.outlineHead.setObjectName(u"outlineHead")
        self.outlineHead.setContentsMargins(16, 0, 16, 0)
        self.briefingTitle = TitleEdit(self.outline)
        self.briefingTitle.setObjectName(u"briefingTitle")
        self.briefingTitle.setProperty(u"role", u"title-edit")

        self.outlineHead.addWidget(self.briefingTitle)

        self.savedRow = QHBoxLayout()
        self.savedRow.setSpacing(4)
        self.savedRow.setObjectName(u"savedRow")
        self.savedRow.setContentsMargins(0, 0, 0, 0)
        self.saved = QLabel(self.outline)
        self.saved.setObjectName(u"saved")
        self.saved.setTextFormat(Qt.PlainText)
        self.saved.setProperty(u"role", u"secondary")
        self.saved.setWordWrap(True)

        self.savedRow.addWidget(self.saved)

        self.drafts = QToolButton(self.outline)
        self.drafts.setObjectName(u"drafts")
        self.drafts.setPopupMode(QToolButton.InstantPopup)
        self.drafts.setToolButtonStyle(Qt.ToolButtonTextBesideIcon)
        self.drafts.setProperty(u"role", u"link")

        self.savedRow.addWidget(self.drafts)

        self.savedRow.setStretch(0, 1)

        self.outlineHead.addLayout(self.savedRow)

        self.audienceSwitch = QWidget(self.outline)
        self.audienceSwitch.setObjectName(u"audienceSwitch")
        self.audienceLayout = QHBoxLayout(self.audienceSwitch)
        self.audienceLayout.setSpacing(0)
        self.audienceLayout.setObjectName(u"audienceLayout")
        self.audienceLayout.setContentsMargins(0, 0, 0, 0)

        self.outlineHead.addWidget(self.audienceSwitch)


        self.outlineLayout.addLayout(self.outlineHead)

        self.outlineArea = QScrollArea(self.outline)
        self.outlineArea.setObjectName(u"outlineArea")
        self.outlineArea.setFrameShape(QFrame.NoFrame)
        self.outlineArea.setWidgetResizable(True)
        self.outlineArea.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
        self.outlineArea.setFocusPolicy(Qt.NoFocus)
        self.outlineBody = QWidget()
        self.outlineBody.setObjectName(u"outlineBody")
        self.outlineBodyLayout = QVBoxLayout(self.outlineBody)
        self.outlineBodyLayout.setSpacing(8)
        self.outlineBodyLayout.setObjectName(u"outlineBodyLayout")
        self.outlineBodyLayout.setContentsMargins(0, 0, 0, 8)
        self.notShownEdge = QHBoxLayout()
        self.notShownEdge.setObjectName(u"notShownEdge")
        self.notShownEdge.setContentsMargins(16, 0, 16, 0)
        self.notShown = QLabel(self.outlineBody)
        self.notShown.setObjectName(u"notShown")
        self.notShown.setTextFormat(Qt.PlainText)
        self.notShown.setProperty(u"role", u"note")
        self.notShown.setWordWrap(True)
        self.notShown.setVisible(False)

        self.notShownEdge.addWidget(self.notShown)


        self.outlineBodyLayout.addLayout(self.notShownEdge)

        self.introEdge = QHBoxLayout()
        self.introEdge.setObjectName(u"introEdge")
        self.introEdge.setContentsMargins(16, 0, 16, 0)
        self.intro = QPlainTextEdit(self.outlineBody)
        self.intro.setObjectName(u"intro")
        self.intro.setTabChangesFocus(True)
        self.intro.setMaximumSize(QSize(16777215, 54))

        self.introEdge.addWidget(self.intro)


        self.outlineBodyLayout.addLayout(self.introEdge)

        self.sectionsHead = QHBoxLayout()
        self.sectionsHead.setSpacing(0)
        self.sectionsHead.setObjectName(u"sectionsHead")
        self.sectionsHead.setContentsMargins(16, 0, 16, 0)
        self.sectionsLabel = QLabel(self.outlineBody)
        self.sectionsLabel.setObjectName(u"sectionsLabel")
        self.sectionsLabel.setTextFormat(Qt.PlainText)
        self.sectionsLabel.setProperty(u"role", u"caption")

        self.sectionsHead.addWidget(self.sectionsLabel)

        self.pagesLabel = QLabel(self.outlineBody)
        self.pagesLabel.setObjectName(u"pagesLabel")
        self.pagesLabel.setTextFormat(Qt.PlainText)
        self.pagesLabel.setProperty(u"role", u"caption")

        self.sectionsHead.addWidget(self.pagesLabel)

        self.sectionsHead.setStretch(0, 1)

        self.outlineBodyLayout.addLayout(self.sectionsHead)

        self.sections = OutlineList(self.outlineBody)
        self.sections.setObjectName(u"sections")
        self.sections.setProperty(u"role", u"outline")

        self.outlineBodyLayout.addWidget(self.sections)

        self.scopeHead = QHBoxLayout()
        self.scopeHead.setSpacing(0)
        self.scopeHead.setObjectName(u"scopeHead")
        self.scopeHead.setContentsMargins(16, 4, 16, 0)
        self.scopeBox = QHBoxLayout()
        self.scopeBox.setObjectName(u"scopeBox")

        self.scopeHead.addLayout(self.scopeBox)

        self.scopeSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.scopeHead.addItem(self.scopeSpace)

        self.scopeNote = QLabel(self.outlineBody)
        self.scopeNote.setObjectName(u"scopeNote")
        self.scopeNote.setTextFormat(Qt.PlainText)
        self.scopeNote.setProperty(u"role", u"secondary")

        self.scopeHead.addWidget(self.scopeNote)


        self.outlineBodyLayout.addLayout(self.scopeHead)

        self.scope = QStackedWidget(self.outlineBody)
        self.scope.setObjectName(u"scope")
        self.projects = OutlineList()
        self.projects.setObjectName(u"projects")
        self.projects.setProperty(u"role", u"outline")
        self.scope.addWidget(self.projects)
        self.units = OutlineList()
        self.units.setObjectName(u"units")
        self.units.setProperty(u"role", u"outline")
        self.scope.addWidget(self.units)

        self.outlineBodyLayout.addWidget(self.scope)

        self.outlineBodyLayout.setStretch(5, 1)
        self.outlineArea.setWidget(self.outlineBody)

        self.outlineLayout.addWidget(self.outlineArea)

        self.checksBox = QVBoxLayout()
        self.checksBox.setSpacing(0)
        self.checksBox.setObjectName(u"checksBox")

        self.outlineLayout.addLayout(self.checksBox)

        self.outlineLayout.setStretch(1, 1)

        self.panes.addWidget(self.outline)

        self.previewDesk = QFrame(ComposerForm)
        self.previewDesk.setObjectName(u"previewDesk")
        self.previewDesk.setProperty(u"role", u"desk")
        self.deskLayout = QVBoxLayout(self.previewDesk)
        self.deskLayout.setSpacing(0)
        self.deskLayout.setObjectName(u"deskLayout")
        self.deskLayout.setContentsMargins(0, 0, 0, 0)
        self.previewBar = QFrame(self.previewDesk)
        self.previewBar.setObjectName(u"previewBar")
        self.previewBar.setProperty(u"role", u"bar")
        self.previewBarLayout = QHBoxLayout(self.previewBar)
        self.previewBarLayout.setSpacing(8)
        self.previewBarLayout.setObjectName(u"previewBarLayout")
        self.previewBarLayout.setContentsMargins(8, 6, 16, 6)
        self.previousPage = QToolButton(self.previewBar)
        self.previousPage.setObjectName(u"previousPage")
        self.previousPage.setProperty(u"role", u"flat")

        self.previewBarLayout.addWidget(self.previousPage)

        self.pageNumber = QLabel(self.previewBar)
        self.pageNumber.setObjectName(u"pageNumber")
        self.pageNumber.setTextFormat(Qt.PlainText)
        self.pageNumber.setProperty(u"role", u"strong")

        self.previewBarLayout.addWidget(self.pageNumber)

        self.nextPage = QToolButton(self.previewBar)
        self.nextPage.setObjectName(u"nextPage")
        self.nextPage.setProperty(u"role", u"flat")

        self.previewBarLayout.addWidget(self.nextPage)

        self.barSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.previewBarLayout.addItem(self.barSpace)

        self.working = QLabel(self.previewBar)
        self.working.setObjectName(u"working")
        self.working.setTextFormat(Qt.PlainText)
        self.working.setProperty(u"role", u"secondary")

        self.previewBarLayout.addWidget(self.working)

        self.viewBox = QHBoxLayout()
        self.viewBox.setObjectName(u"viewBox")

        self.previewBarLayout.addLayout(self.viewBox)

        self.zoom = Choice(self.previewBar)
        self.zoom.setObjectName(u"zoom")
        self.zoom.setMinimumSize(QSize(84, 28))

        self.previewBarLayout.addWidget(self.zoom)


        self.deskLayout.addWidget(self.previewBar)

        self.empty = QFrame(self.previewDesk)
        self.empty.setObjectName(u"empty")
        self.empty.setVisible(False)
        self.emptyLayout = QVBoxLayout(self.empty)
        self.emptyLayout.setSpacing(12)
        self.emptyLayout.setObjectName(u"emptyLayout")
        self.emptyLayout.setContentsMargins(40, 40, 40, 40)
        self.emptyTop = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emptyLayout.addItem(self.emptyTop)

        self.emptyText = QLabel(self.empty)
        self.emptyText.setObjectName(u"emptyText")
        self.emptyText.setTextFormat(Qt.PlainText)
        self.emptyText.setWordWrap(True)
        self.emptyText.setAlignment(Qt.AlignCenter)

        self.emptyLayout.addWidget(self.emptyText)

        self.emptyRow = QHBoxLayout()
        self.emptyRow.setSpacing(0)
        self.emptyRow.setObjectName(u"emptyRow")
        self.emptyRow.setContentsMargins(0, 0, 0, 0)
        self.emptyLeft = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.emptyRow.addItem(self.emptyLeft)

        self.emptyGo = QPushButton(self.empty)
        self.emptyGo.setObjectName(u"emptyGo")

        self.emptyRow.addWidget(self.emptyGo)

        self.emptyRight = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.emptyRow.addItem(self.emptyRight)


        self.emptyLayout.addLayout(self.emptyRow)

        self.emptyBottom = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emptyLayout.addItem(self.emptyBottom)


        self.deskLayout.addWidget(self.empty)

        self.preview = Preview(self.previewDesk)
        self.preview.setObjectName(u"preview")

        self.deskLayout.addWidget(self.preview)

        self.pageText = QPlainTextEdit(self.previewDesk)
        self.pageText.setObjectName(u"pageText")
        self.pageText.setVisible(False)
        self.pageText.setReadOnly(True)
        self.pageText.setTabChangesFocus(True)
        self.pageText.setProperty(u"role", u"page-text")

        self.deskLayout.addWidget(self.pageText)

        self.issueBox = QVBoxLayout()
        self.issueBox.setObjectName(u"issueBox")

        self.deskLayout.addLayout(self.issueBox)

        self.exportBar = QFrame(self.previewDesk)
        self.exportBar.setObjectName(u"exportBar")
        self.exportBar.setProperty(u"role", u"footbar")
        self.exportBar.setVisible(False)
        self.exportLayout = QHBoxLayout(self.exportBar)
        self.exportLayout.setSpacing(12)
        self.exportLayout.setObjectName(u"exportLayout")
        self.exportLayout.setContentsMargins(16, 6, 16, 6)
        self.exportText = QLabel(self.exportBar)
        self.exportText.setObjectName(u"exportText")
        self.exportText.setTextFormat(Qt.PlainText)

        self.exportLayout.addWidget(self.exportText)

        self.exportProgress = QProgressBar(self.exportBar)
        self.exportProgress.setObjectName(u"exportProgress")
        self.exportProgress.setTextVisible(False)
        self.exportProgress.setMaximumSize(QSize(16777215, 6))

        self.exportLayout.addWidget(self.exportProgress)

        self.exportLeft = QLabel(self.exportBar)
        self.exportLeft.setObjectName(u"exportLeft")
        self.exportLeft.setTextFormat(Qt.PlainText)
        self.exportLeft.setProperty(u"role", u"secondary")

        self.exportLayout.addWidget(self.exportLeft)

        self.exportSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.exportLayout.addItem(self.exportSpace)

        self.saveIssued = QPushButton(self.exportBar)
        self.saveIssued.setObjectName(u"saveIssued")
        self.saveIssued.setVisible(False)
        self.saveIssued.setProperty(u"role", u"small")

        self.exportLayout.addWidget(self.saveIssued)

        self.openPdf = QPushButton(self.exportBar)
        self.openPdf.setObjectName(u"openPdf")
        self.openPdf.setProperty(u"role", u"small")

        self.exportLayout.addWidget(self.openPdf)

        self.showInFolder = QPushButton(self.exportBar)
        self.showInFolder.setObjectName(u"showInFolder")
        self.showInFolder.setProperty(u"role", u"small")

        self.exportLayout.addWidget(self.showInFolder)

        self.cancelExport = QPushButton(self.exportBar)
        self.cancelExport.setObjectName(u"cancelExport")
        self.cancelExport.setProperty(u"role", u"small")

        self.exportLayout.addWidget(self.cancelExport)

        self.cancelKey = QLabel(self.exportBar)
        self.cancelKey.setObjectName(u"cancelKey")
        self.cancelKey.setTextFormat(Qt.PlainText)
        self.cancelKey.setProperty(u"tag", u"key")

        self.exportLayout.addWidget(self.cancelKey)

        self.exportLayout.setStretch(1, 1)

        self.deskLayout.addWidget(self.exportBar)

        self.deskLayout.setStretch(1, 1)
        self.deskLayout.setStretch(2, 1)
        self.deskLayout.setStretch(3, 1)

        self.panes.addWidget(self.previewDesk)

        self.inspector = QScrollArea(ComposerForm)
        self.inspector.setObjectName(u"inspector")
        self.inspector.setProperty(u"role", u"inspector")
        self.inspector.setMinimumSize(QSize(304, 0))
        self.inspector.setMaximumSize(QSize(304, 16777215))
        self.inspector.setFrameShape(QFrame.NoFrame)
        self.inspector.setWidgetResizable(True)
        self.inspector.setHorizontalScrollBarPolicy(Qt.ScrollBarAlwaysOff)
        self.inspector.setFocusPolicy(Qt.NoFocus)
        self.inspectorBody = QWidget()
        self.inspectorBody.setObjectName(u"inspectorBody")
        self.inspectorLayout = QVBoxLayout(self.inspectorBody)
        self.inspectorLayout.setSpacing(10)
        self.inspectorLayout.setObjectName(u"inspectorLayout")
        self.inspectorLayout.setContentsMargins(16, 16, 16, 16)
        self.selectedCaption = QLabel(self.inspectorBody)
        self.selectedCaption.setObjectName(u"selectedCaption")
        self.selectedCaption.setTextFormat(Qt.PlainText)
        self.selectedCaption.setProperty(u"role", u"caption")

        self.inspectorLayout.addWidget(self.selectedCaption)

        self.selectedName = QLabel(self.inspectorBody)
        self.selectedName.setObjectName(u"selectedName")
        self.selectedName.setTextFormat(Qt.PlainText)
        self.selectedName.setProperty(u"role", u"heading")
        self.selectedName.setWordWrap(True)

        self.inspectorLayout.addWidget(self.selectedName)

        self.selectHint = QLabel(self.inspectorBody)
        self.selectHint.setObjectName(u"selectHint")
        self.selectHint.setTextFormat(Qt.PlainText)
        self.selectHint.setProperty(u"role", u"secondary")
        self.selectHint.setWordWrap(True)

        self.inspectorLayout.addWidget(self.selectHint)

        self.passport = QWidget(self.inspectorBody)
        self.passport.setObjectName(u"passport")
        self.passportLayout = QVBoxLayout(self.passport)
        self.passportLayout.setSpacing(12)
        self.passportLayout.setObjectName(u"passportLayout")
        self.passportLayout.setContentsMargins(0, 0, 0, 0)
        self.figureTextRow = QVBoxLayout()
        self.figureTextRow.setSpacing(4)
        self.figureTextRow.setObjectName(u"figureTextRow")
        self.figureTextRow.setContentsMargins(0, 0, 0, 0)
        self.figureTextLabel = QLabel(self.passport)
        self.figureTextLabel.setObjectName(u"figureTextLabel")
        self.figureTextLabel.setTextFormat(Qt.PlainText)
        self.figureTextLabel.setProperty(u"role", u"field")

        self.figureTextRow.addWidget(self.figureTextLabel)

        self.figureLine = QHBoxLayout()
        self.figureLine.setSpacing(8)
        self.figureLine.setObjectName(u"figureLine")
        self.figureText = QLabel(self.passport)
        self.figureText.setObjectName(u"figureText")
        self.figureText.setTextFormat(Qt.PlainText)
        self.figureText.setProperty(u"role", u"value")
        self.figureText.setWordWrap(True)
        self.figureText.setTextInteractionFlags(Qt.TextSelectableByMouse)

        self.figureLine.addWidget(self.figureText)

        self.figureNumber = QLabel(self.passport)
        self.figureNumber.setObjectName(u"figureNumber")
        self.figureNumber.setTextFormat(Qt.PlainText)
        self.figureNumber.setProperty(u"role", u"muted")

        self.figureLine.addWidget(self.figureNumber)

        self.figureLine.setStretch(0, 1)

        self.figureTextRow.addLayout(self.figureLine)


        self.passportLayout.addLayout(self.figureTextRow)

        self.fieldsBox = QVBoxLayout()
        self.fieldsBox.setSpacing(12)
        self.fieldsBox.setObjectName(u"fieldsBox")

        self.passportLayout.addLayout(self.fieldsBox)

        self.derivationRow = QVBoxLayout()
        self.derivationRow.setSpacing(4)
        self.derivationRow.setObjectName(u"derivationRow")
        self.derivationRow.setContentsMargins(0, 0, 0, 0)
        self.derivationLabel = QLabel(self.passport)
        self.derivationLabel.setObjectName(u"derivationLabel")
        self.derivationLabel.setTextFormat(Qt.PlainText)
        self.derivationLabel.setProperty(u"role", u"field")

        self.derivationRow.addWidget(self.derivationLabel)

        self.derivation = QLabel(self.passport)
        self.derivation.setObjectName(u"derivation")
        self.derivation.setTextFormat(Qt.PlainText)
        self.derivation.setProperty(u"role", u"value")
        self.derivation.setWordWrap(True)
        self.derivation.setTextInteractionFlags(Qt.TextSelectableByMouse)

        self.derivationRow.addWidget(self.derivation)


        self.passportLayout.addLayout(self.derivationRow)

        self.factorsBox = QVBoxLayout()
        self.factorsBox.setObjectName(u"factorsBox")

        self.passportLayout.addLayout(self.factorsBox)

        self.ownerRow = QVBoxLayout()
        self.ownerRow.setSpacing(4)
        self.ownerRow.setObjectName(u"ownerRow")
        self.ownerRow.setContentsMargins(0, 0, 0, 0)
        self.ownerLabel = QLabel(self.passport)
        self.ownerLabel.setObjectName(u"ownerLabel")
        self.ownerLabel.setTextFormat(Qt.PlainText)
        self.ownerLabel.setProperty(u"role", u"field")

        self.ownerRow.addWidget(self.ownerLabel)

        self.owner = QLabel(self.passport)
        self.owner.setObjectName(u"owner")
        self.owner.setTextFormat(Qt.PlainText)
        self.owner.setProperty(u"role", u"value")
        self.owner.setWordWrap(True)
        self.owner.setTextInteractionFlags(Qt.TextSelectableByMouse)

        self.ownerRow.addWidget(self.owner)


        self.passportLayout.addLayout(self.ownerRow)


        self.inspectorLayout.addWidget(self.passport)

        self.mendBox = QVBoxLayout()
        self.mendBox.setObjectName(u"mendBox")

        self.inspectorLayout.addLayout(self.mendBox)

        self.openRecord = QPushButton(self.inspectorBody)
        self.openRecord.setObjectName(u"openRecord")

        self.inspectorLayout.addWidget(self.openRecord)

        self.wordsBox = QVBoxLayout()
        self.wordsBox.setObjectName(u"wordsBox")

        self.inspectorLayout.addLayout(self.wordsBox)

        self.inspectorSpace = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.inspectorLayout.addItem(self.inspectorSpace)

        self.never = QLabel(self.inspectorBody)
        self.never.setObjectName(u"never")
        self.never.setTextFormat(Qt.PlainText)
        self.never.setProperty(u"role", u"secondary")
        self.never.setWordWrap(True)

        self.inspectorLayout.addWidget(self.never)

        self.inspector.setWidget(self.inspectorBody)

        self.panes.addWidget(self.inspector)

        self.panes.setStretch(1, 1)

        self.retranslateUi(ComposerForm)

        QMetaObject.connectSlotsByName(ComposerForm)
    # setupUi

    def retranslateUi(self, ComposerForm):
#if QT_CONFIG(accessibility)
        self.briefingTitle.setAccessibleName(QCoreApplication.translate("ComposerForm", u"Title of the briefing", None))
#endif // QT_CONFIG(accessibility)
        self.drafts.setText(QCoreApplication.translate("ComposerForm", u"Drafts", None))
#if QT_CONFIG(tooltip)
        self.drafts.setToolTip(QCoreApplication.translate("ComposerForm", u"Choose, add, copy or delete a draft", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.drafts.setAccessibleName(QCoreApplication.translate("ComposerForm", u"Drafts of this audience", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.audienceSwitch.setAccessibleName(QCoreApplication.translate("ComposerForm", u"Audience", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.intro.setAccessibleName(QCoreApplication.translate("ComposerForm", u"Intro under the title", None))
#endif // QT_CONFIG(accessibility)
        self.intro.setPlaceholderText(QCoreApplication.translate("ComposerForm", u"Intro under the title", None))
        self.sectionsLabel.setText(QCoreApplication.translate("ComposerForm", u"Sections", None))
        self.pagesLabel.setText(QCoreApplication.translate("ComposerForm", u"Pages", None))
#if QT_CONFIG(accessibility)
        self.sections.setAccessibleName(QCoreApplication.translate("ComposerForm", u"Sections", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.projects.setAccessibleName(QCoreApplication.translate("ComposerForm", u"Projects in their order", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.units.setAccessibleName(QCoreApplication.translate("ComposerForm", u"Units", None))
#endif // QT_CONFIG(accessibility)
        self.previousPage.setText("")
#if QT_CONFIG(tooltip)
        self.previousPage.setToolTip(QCoreApplication.translate("ComposerForm", u"Previous page", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.previousPage.setAccessibleName(QCoreApplication.translate("ComposerForm", u"Previous page", None))
#endif // QT_CONFIG(accessibility)
        self.nextPage.setText("")
#if QT_CONFIG(tooltip)
        self.nextPage.setToolTip(QCoreApplication.translate("ComposerForm", u"Next page", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.nextPage.setAccessibleName(QCoreApplication.translate("ComposerForm", u"Next page", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.zoom.setAccessibleName(QCoreApplication.translate("ComposerForm", u"Zoom", None))
#endif // QT_CONFIG(accessibility)
        self.emptyText.setText(QCoreApplication.translate("ComposerForm", u"There is no project to write about yet. When you add or import projects, their pages show here.", None))
        self.emptyGo.setText(QCoreApplication.translate("ComposerForm", u"Go to projects", None))
#if QT_CONFIG(accessibility)
        self.preview.setAccessibleName(QCoreApplication.translate("ComposerForm", u"Pages of the briefing", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.pageText.setAccessibleName(QCoreApplication.translate("ComposerForm", u"Text of the page", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.exportProgress.setAccessibleName(QCoreApplication.translate("ComposerForm", u"Export progress", None))
#endif // QT_CONFIG(accessibility)
        self.saveIssued.setText(QCoreApplication.translate("ComposerForm", u"Save its file\u2026", None))
        self.openPdf.setText(QCoreApplication.translate("ComposerForm", u"Open PDF", None))
        self.showInFolder.setText(QCoreApplication.translate("ComposerForm", u"Show in folder", None))
        self.cancelExport.setText(QCoreApplication.translate("ComposerForm", u"Cancel", None))
#if QT_CONFIG(tooltip)
        self.cancelExport.setToolTip(QCoreApplication.translate("ComposerForm", u"Esc", None))
#endif // QT_CONFIG(tooltip)
        self.cancelKey.setText(QCoreApplication.translate("ComposerForm", u"Esc", None))
        self.selectedCaption.setText(QCoreApplication.translate("ComposerForm", u"Selected figure", None))
        self.selectHint.setText(QCoreApplication.translate("ComposerForm", u"Click a figure on the page to see where it comes from. With the keyboard: Up and Down on the page.", None))
        self.figureTextLabel.setText(QCoreApplication.translate("ComposerForm", u"Figure on the page", None))
        self.derivationLabel.setText(QCoreApplication.translate("ComposerForm", u"Worked out from", None))
        self.ownerLabel.setText(QCoreApplication.translate("ComposerForm", u"Owner", None))
        self.openRecord.setText(QCoreApplication.translate("ComposerForm", u"Open the benefit", None))
        pass
    # retranslateUi
