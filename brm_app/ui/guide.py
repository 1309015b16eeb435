"""The user guide in a window of its own: the pages of docs/, as they are on the web."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QImage,
    QKeyEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from brm_app.resources import guide
from brm_app.ui.fieldmenu import give_menu_key
from brm_app.ui.theme import font, scaled

PAGES = (
    ("tour", "The tour"),
    ("ask", "Ask them"),
    ("keep", "Keep your word"),
    ("tell", "Tell them"),
    ("answer", "Answer for it"),
    ("brief", "Brief them"),
    ("desk", "At the desk"),
)
OF_PLACE = {
    "units": "ask",
    "people": "ask",
    "journeys": "ask",
    "touchpoints": "keep",
    "promises": "keep",
    "concerns": "keep",
    "projects": "tell",
    "messages": "tell",
    "decisions": "brief",
    "composer": "brief",
    "issued": "brief",
    "settings": "desk",
}
"""The page of the guide that is about a place of the window."""
ROOM = 72  # pixels beside a picture: the margins, the scroll bar, and a little


class _Text(QTextBrowser):
    """Shows Markdown from the folder of the guide, its pictures no wider than the text."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Reads a page or a picture; pictures are made as wide as there is room."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QImage(str(guide() / QUrl(name).path()))
        room = max(200, self.viewport().width() - scaled(ROOM))
        wide = min(room, picture.width())
        return picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation) if wide else picture


class Guide(QWidget):
    """A list of pages at the left, the chosen one at the right; the window behind it goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("guide")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Liaison: the user guide")
        self.resize(QSize(scaled(980), scaled(760)))
        self.pages = QListWidget()
        self.pages.setObjectName("guidePages")
        self.pages.setAccessibleName("Pages of the guide")
        self.pages.setFixedWidth(scaled(180))
        self.pages.setProperty("role", "navigation")
        for name, words in PAGES:
            item = QListWidgetItem(words, self.pages)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, scaled(30)))
        self.text = _Text()
        self.text.setObjectName("guideText")
        self.text.setAccessibleName("Guide")
        self.text.setOpenLinks(False)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QHBoxLayout(self)
        box.addWidget(self.pages)
        box.addWidget(self.text, 1)
        self.pages.currentRowChanged.connect(lambda row: self._show(PAGES[row][0]))
        self.text.anchorClicked.connect(self._follow)
        give_menu_key(self)

    def show_page(self, name: str) -> None:
        """Shows one page and comes to the front."""
        self.pages.setCurrentRow([page for page, _ in PAGES].index(name))
        self.show()
        self.raise_()
        self.activateWindow()
        self.pages.setFocus()

    def _show(self, name: str) -> None:
        self.text.setMarkdown((guide() / f"{name}.md").read_text("utf-8"))
        set_type(self.text.document())

    def _follow(self, link: QUrl) -> None:
        name = Path(link.path()).stem
        if link.isRelative() and name in dict(PAGES):
            self.show_page(name)
        elif not link.isRelative():
            QDesktopServices.openUrl(link)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)


def set_type(document: QTextDocument) -> None:
    """Sets a page in the sizes and weights of the window, with room between its paragraphs."""
    document.setDocumentMargin(scaled(24))
    cursor, block = QTextCursor(document), document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        cursor.setPosition(block.position())
        cursor.mergeBlockFormat(_paragraph(block, level))
        for start, length, bold in _pieces(block):
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            if level:
                cursor.setCharFormat(_heading(level))
            elif bold:
                cursor.mergeCharFormat(_strong())
        block = block.next()


def _paragraph(block: QTextBlock, level: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTopMargin(scaled(16) if level and block.position() else 0)
    made.setBottomMargin(scaled(4 if block.textList() else 8))
    if "\N{OBJECT REPLACEMENT CHARACTER}" not in block.text():  # a picture needs no air between lines
        made.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made


def _pieces(block: QTextBlock) -> list[tuple[int, int, bool]]:
    """Where each run of characters begins, how long it is, and whether it is bold."""
    found, runs = [], block.begin()
    while not runs.atEnd():
        run = runs.fragment()
        found.append((run.position(), run.length(), run.charFormat().fontWeight() > QFont.Weight.Medium))
        runs += 1
    return found


def _heading(level: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font("title" if level == 1 else "heading"))
    return made


def _strong() -> QTextCharFormat:
    """Inter comes in no heavier weight: Qt would smear it."""
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.DemiBold)
    return made
