"""The tree of tags written behind the pages, as an update of the file that the canvas made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from brm_app.briefing.tags import Node, Tags

_TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$", re.S)
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


class _Writer:
    def __init__(self, tags: Tags, pages: list[int], number_of: Reference) -> None:
        self._tags, self._pages, self._number_of = tags, pages, number_of

    def objects(self, first: int) -> Iterator[tuple[int, str]]:
        """(number, text) of each object, the root of the tree first."""
        nodes = _nodes(self._tags.root)
        for number, node in enumerate(nodes, first + 2):
            node.number = number
        lists, entries, arrays = first + 2 + len(nodes), list[str](), list[str]()
        for key, value in enumerate(self._tags.parents):
            if isinstance(value, Node):
                entries.append(f"{key} {value.number} 0 R")
            else:
                entries.append(f"{key} {lists + len(arrays)} 0 R")
                arrays.append("[" + " ".join(f"{node.number} 0 R" for node in value) + "]")
        root = f"/K {first + 2} 0 R/ParentTree {first + 1} 0 R/ParentTreeNextKey {len(entries)}"
        yield first, f"<</Type/StructTreeRoot{root}>>"
        yield first + 1, f"<</Nums[{' '.join(entries)}]>>"
        for node in nodes:
            yield node.number, self._element(node, first)
        yield from enumerate(arrays, lists)

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


def with_tree(pdf: bytes, tags: Tags, pages: list[int], catalogue: tuple[int, bytes], number_of: Reference) -> bytes:
    """The file with the tree behind it.

    `pages` are the object numbers of the pages, `catalogue` is the number and the text of the document's catalogue.
    """
    trailer = _TRAILER.match(pdf, pdf.rindex(b"trailer"))
    size = re.search(rb"/Size (\d+)", trailer[1]) if trailer else None
    if trailer is None or size is None:
        raise ValueError("The canvas made no PDF with a trailer.")
    first = int(size[1])
    number, text = catalogue
    tree = f"/StructTreeRoot {first} 0 R >>".encode()
    out, entries = bytearray(pdf), [b"xref\n%d 1\n%010d 00000 n \n" % (number, len(pdf))]
    out += b"%d 0 obj\n%s%s\nendobj\n" % (number, text.rstrip().removesuffix(b">>"), tree)
    entries.append(b"")
    for own, said in _Writer(tags, pages, number_of).objects(first):
        entries.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (own, said.encode("latin-1"))
    entries[1] = b"%d %d\n" % (first, len(entries) - 2)
    kept = re.sub(rb"/Size \d+", b"/Size %d" % (first + len(entries) - 2), trailer[1])
    entries.append(b"trailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (kept, trailer[2], len(out)))
    return bytes(out + b"".join(entries))
