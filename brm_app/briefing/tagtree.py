"""The tree of tags written behind the pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from brm_app.briefing.packed import PackedFile
from brm_app.briefing.tags import Node, Tags

_PLAIN = re.compile(r"[ -'*-\[\]-~]*")

Reference = Callable[[str], int]  # the number of the object with that name in the canvas


def pdf_text(text: str) -> str:
    """A text as PDF writes it."""
    if _PLAIN.fullmatch(text):
        return f"({text})"
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"


def _nodes(root: Node) -> list[Node]:
    """The elements, each before its kids, without those in which nothing was drawn; only a cell may be empty."""
    found, todo = [], [root]
    while todo:
        node = todo.pop()
        found.append(node)
        todo += [kid for kid in reversed(node.kids) if isinstance(kid, Node)]
    for node in reversed(found):
        if not node.kids and node.parent is not None and node.kind not in ("TH", "TD"):
            node.parent.kids.remove(node)
            node.number = -1
    return _levelled([node for node in found if node.number == 0])


def _levelled(nodes: list[Node]) -> list[Node]:
    """The elements, none of their headings more than one level below the heading before it."""
    level = 0
    for node in nodes:
        if node.tag.level:
            level = min(node.tag.level, level + 1, 6)
            node.kind = f"H{level}"
    return nodes


def _attributes(node: Node) -> str:
    tag = node.tag
    said = ""
    if node.box is not None and len({kid[0] for kid in node.kids if isinstance(kid, tuple)}) == 1:
        corners = " ".join(f"{number:.2f}" for number in node.box)
        said = f"/O/Layout/Placement/Block/BBox[{corners}]"
    elif tag.scope or tag.span > 1:
        said = "/O/Table" + (f"/Scope/{tag.scope}" if tag.scope else "")
        said += f"/ColSpan {tag.span}" if tag.span > 1 else ""
    elif tag.about and node.kind == "Table":
        said = f"/O/Table/Summary{pdf_text(tag.about)}"
    return f"/A<<{said}>>" if said else ""


def write_tree(file: PackedFile, tags: Tags, pages: list[int], number_of: Reference) -> int:
    """Write the tree into the file and give back the number of its root; `pages` are the numbers of the pages."""
    return _Writer(file, pages, number_of).write(tags)


class _Writer:
    def __init__(self, file: PackedFile, pages: list[int], number_of: Reference) -> None:
        self._file, self._pages, self._number_of = file, pages, number_of

    def write(self, tags: Tags) -> int:
        """Writes all elements and the table that leads to them from what is drawn."""
        nodes = _nodes(tags.root)
        root, table = self._file.new_number(), self._file.new_number()
        for node in nodes:
            node.number = self._file.new_number()
        for node in nodes:
            self._file.add(node.number, self._element(node, root).encode("latin-1"))
        entries = [self._entry(key, value) for key, value in enumerate(tags.parents)]
        self._file.add(table, f"<</Nums[{' '.join(entries)}]>>".encode())
        said = f"/K {nodes[0].number} 0 R/ParentTree {table} 0 R/ParentTreeNextKey {len(entries)}"
        self._file.add(root, f"<</Type/StructTreeRoot{said}>>".encode())
        return root

    def _entry(self, key: int, value: list[Node] | Node) -> str:
        """The element of a link, or a list of those of a page's marks."""
        if isinstance(value, Node):
            return f"{key} {value.number} 0 R"
        number = self._file.new_number()
        self._file.add(number, f"[{' '.join(f'{node.number} 0 R' for node in value)}]".encode())
        return f"{key} {number} 0 R"

    def _element(self, node: Node, root: int) -> str:
        parent = node.parent.number if node.parent else root
        page = f"/Pg {self._pages[node.page]} 0 R" if node.page >= 0 else ""
        kids = " ".join(self._kid(node, kid) for kid in node.kids)
        held = f"/K[{kids}]" if len(node.kids) > 1 else f"/K {kids}" if kids else ""
        said = f"/Alt{pdf_text(node.tag.alt)}" if node.tag.alt else ""
        said += f"/ActualText{pdf_text(node.tag.actual)}" if node.tag.actual else ""
        said += f"/Lang({node.tag.language})" if node.tag.language else ""
        return f"<</Type/StructElem/S/{node.kind}/P {parent} 0 R{page}{held}{said}{_attributes(node)}>>"

    def _kid(self, node: Node, kid: Any) -> str:
        if isinstance(kid, Node):
            return f"{kid.number} 0 R"
        page, what = kid
        elsewhere = f"/Pg {self._pages[page]} 0 R" if page != node.page else ""
        if isinstance(what, str):
            return f"<</Type/OBJR{elsewhere}/Obj {self._number_of(what)} 0 R>>"
        return f"<</Type/MCR{elsewhere}/MCID {what}>>" if elsewhere else str(what)
