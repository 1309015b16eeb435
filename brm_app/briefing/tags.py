"""Tags: what is drawn on the pages as a tree of headings, paragraphs, tables and figures, for those who hear a page.

A page design hardly has to think about it. Text from `desk.text` and `desk.runs` is a paragraph, whatever is not text
is decoration, and these say what is more than that:

- `desk.heading(text, style)` is a heading of the level that the desk stands at;
- `tagged(strips, group("Sect"))` puts strips into a group: Sect, Div, BlockQuote, L, LI, LBody, TOC, Table, TR …;
- `tagged(strips, figure(alt))` makes one figure of all that the strips draw, text and shapes;
- `with pen.tag(group("TD")):` does the same inside of a strip's own drawing;
- `tagged(strips, ARTIFACT)` and `with pen.tag(ARTIFACT):` keep from a listener what stands elsewhere already.

Drawing order is reading order. A tag is one element of the tree however often it is entered: the lines of a paragraph
that goes on over a page share theirs. So make a tag where a part is set, never where it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

# Elements that hold others and no text; text drawn right in one of them becomes a paragraph of its own.
_HOLDERS = frozenset("Document Sect Div BlockQuote L LI TOC TOCI Reference Table THead TBody TR".split())


@attrs.frozen(eq=False)
class Tag:
    """What a part of a page is. `kind` is a structure type of ISO 32000-1, or Artifact with where it stands."""

    kind: str
    alt: str = ""  # what a figure shows, in words
    level: int = 0  # of a heading, from 1
    about: str = ""  # what a table holds, for the reader who hears it
    scope: str = ""  # Column or Row, for a header cell
    span: int = 1  # columns that a cell fills
    actual: str = ""  # what is read in place of what is drawn
    language: str = ""  # where it differs from the document's
    place: str = ""  # of an artifact: Header, Footer or Watermark


ARTIFACT = Tag("Artifact")
PAGE_HEAD = Tag("Artifact", place="Header")
PAGE_FOOT = Tag("Artifact", place="Footer")
WATERMARK = Tag("Artifact", place="Watermark")


def group(kind: str) -> Tag:
    """A plain element."""
    return Tag(kind)


def figure(alt: str) -> Tag:
    """A picture or chart, with what it shows in words."""
    return Tag("Figure", alt=alt)


def heading(level: int) -> Tag:
    """A heading; the tree takes care that no level is skipped."""
    return Tag("H", level=level)


@attrs.define(eq=False)
class Node:
    """An element of the tree; its kids are nodes, (page, number of marked content) and names of annotations."""

    kind: str
    tag: Tag
    parent: Node | None
    kids: list[Any] = attrs.field(factory=list)
    box: tuple[float, float, float, float] | None = None  # left, bottom, right, top, on the page `page`
    page: int = -1
    number: int = 0

    def hold(self, x: float, y: float, right: float, top: float) -> None:
        """Make the box large enough for that rectangle."""
        if self.box is not None:
            a, b, c, d = self.box
            x, y, right, top = min(a, x), min(b, y), max(c, right), max(d, top)
        self.box = (x, y, right, top)


_DECORATION = Node("Artifact", ARTIFACT, None)


class Tags:
    """The tree as it grows, and the marks in the content of the page being drawn."""

    def __init__(self) -> None:
        self.root = Node("Document", Tag("Document"), None)
        self.parents: list[list[Node] | Node] = []  # of each page's marks, and of each link
        self.loose = 0  # texts that nothing was said of
        self._nodes: dict[Tag, Node] = {ARTIFACT: _DECORATION}
        self._stack: list[Node] = [self.root]
        self._open: Node | None = None
        self._marks: list[Node] = []
        self._page = 0

    def _key(self, value: list[Node] | Node) -> int:
        self.parents.append(value)
        return len(self.parents) - 1

    def forget(self) -> None:
        """Lets go of the tree, whose nodes know one another and would wait for the search for garbage."""
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            waiting += [kid for kid in node.kids if isinstance(kid, Node)]
            node.kids.clear()
        self.parents.clear()

    @property
    def current(self) -> Node:
        """The element that is being drawn."""
        return self._stack[-1]

    def enter(self, tags: Iterable[Tag]) -> int:
        """Go into those elements, the outermost first; what it gives back leads out again."""
        depth, stack = len(self._stack), self._stack
        for tag in tags:
            top = stack[-1]
            if top.kind not in ("Figure", "Artifact"):  # what is in one of these is part of it
                stack.append(self._nodes.get(tag) or self._made(tag, top))
        return depth

    def leave(self, depth: int) -> None:
        """Go back to where `enter` was called."""
        del self._stack[depth:]

    def _made(self, tag: Tag, parent: Node) -> Node:
        kind = tag.kind
        if kind == "Span" and parent.kind in _HOLDERS:
            parent = self._paragraph(parent)
        if kind == "H":
            kind = f"H{min(tag.level, 6)}"
        node = self._nodes[tag] = Node(kind, tag, parent)
        if kind != "Artifact":
            parent.kids.append(node)
        return node

    def text(self, code: list[Any]) -> None:
        """Text follows in the content stream `code`."""
        node = self._stack[-1]
        if node.kind in _HOLDERS:
            node = self._paragraph(node)
        if node is not self._open:
            self._mark(code, node)

    def _paragraph(self, holder: Node) -> Node:
        last = holder.kids[-1] if holder.kids else None
        if isinstance(last, Node) and last is self._open:
            return last
        self.loose += 1
        node = Node("P", Tag("P"), holder)
        holder.kids.append(node)
        return node

    def shape(self, code: list[Any]) -> Node | None:
        """A shape follows: part of the figure that is being drawn, which is given back, or else decoration."""
        node = self._stack[-1]
        if node.kind != "Figure":
            node = node if node.kind == "Artifact" else _DECORATION
        if node is not self._open:
            self._mark(code, node)
        return node if node.kind == "Figure" else None

    def _mark(self, code: list[Any], node: Node) -> None:
        self.close(code)
        self._open = node
        if node.kind == "Artifact":
            place = node.tag.place
            code.append(f"/Artifact<</Type/Pagination/Subtype/{place}>>BDC" if place else "/Artifact BMC")
            return
        number = len(self._marks)
        self._marks.append(node)
        node.kids.append((self._page, number))
        node.page = self._page if node.page < 0 else node.page
        code.append(f"/{node.kind}<</MCID {number}>>BDC")

    def close(self, code: list[Any]) -> None:
        """End the mark that is open."""
        if self._open is not None:
            code.append("EMC")
            self._open = None

    def linking(self, key: str) -> tuple[Tag]:
        """The tag of a link there: that of the link just drawn, when it leads to the same place."""
        last = self.current.kids[-1] if self.current.kids else None
        if not (isinstance(last, Node) and last.kind == "Link" and last.tag.about == key):
            return (Tag("Link", about=key),)
        return (last.tag,)

    def link(self, name: str) -> int:
        """A link annotation of that name belongs to the element being drawn; gives back its key for the annotation."""
        node = self.current
        if node.kind != "Link":
            node = Node("Link", Tag("Link"), node)
            self.current.kids.append(node)
        node.page = self._page if node.page < 0 else node.page
        node.kids.append((self._page, name))
        return self._key(node)

    def end_page(self, code: list[Any]) -> int:
        """Finish the page; gives back its key for the page's dictionary."""
        self.close(code)
        key = self._key(self._marks)
        self._marks = []
        self._page += 1
        return key
