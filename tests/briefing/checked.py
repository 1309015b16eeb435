"""A PDF as the checker for PDF/UA-1 and PDF/A-3a, qpdf and a listener find it."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import page
import pikepdf
import pytest

_STREAM = re.compile(rb"\n\d+ 0 obj\n<<((?:[^>]|>(?!>\nstream\n))*)>>\nstream\n")


def failed_rules(pdf: bytes) -> list[str]:
    """What of PDF/UA-1 and PDF/A-3a is not kept."""
    found = []
    for profile in ("ua1", "3a"):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        found += [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    # The checker takes a last byte of 13 in compressed data for a line end, and the length for wrong.
    return [text for text in found if "STREAM-LENGTH" not in text or not lengths_are_right(pdf)]


def lengths_are_right(pdf: bytes) -> bool:
    """True when every stream is followed by a line end and `endstream`, as its length says."""
    for match in _STREAM.finditer(pdf):
        length = re.search(rb"/Length (\d+)", match[1])
        if length is None or pdf[match.end() + int(length[1]) :][:10] != b"\nendstream":
            return False
    return True


def faults(pdf: bytes, tmp_path: Path) -> str:
    """What `qpdf --check` says against the file; nothing where all is well."""
    command = shutil.which("qpdf")
    if command is None:
        pytest.skip("qpdf is not installed")
    path = tmp_path / "checked.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([command, "--check", str(path)], capture_output=True, text=True, timeout=120, check=False)
    return "" if done.returncode == 0 and "WARNING" not in done.stdout + done.stderr else done.stdout + done.stderr


def heard(pdf: bytes, tmp_path: Path) -> str:
    """The tree with its texts, as `pdfinfo -struct-text` reads it."""
    command = shutil.which("pdfinfo")
    if command is None:
        pytest.skip("pdfinfo is not installed")
    path = tmp_path / "heard.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([command, "-struct-text", str(path)], capture_output=True, timeout=120, check=True)
    return done.stdout.decode()


@attrs.frozen
class Element:
    """One element of the tree: its kind, what it says of itself, the kinds of its kids and the pages it stands on."""

    kind: str
    said: dict[str, str]
    kids: tuple[str, ...]
    pages: int


def elements(pdf: bytes, kind: str = "") -> list[Element]:
    """The elements of the tree, or those of a kind, in reading order."""
    with pikepdf.open(BytesIO(pdf)) as document:
        found, todo = [], [document.Root.StructTreeRoot.K]
        while todo:
            item: Any = todo.pop()
            kids = _kids(item)
            todo += reversed([kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid])
            if not kind or f"/{kind}" == item.S:
                found.append(_element(item, kids))
        return found


def _kids(item: Any) -> list[Any]:
    kids = item.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array | list) else [kids]


def _element(item: Any, kids: list[Any]) -> Element:
    own, table = ("/Alt", "/ActualText", "/Lang"), ("/Summary", "/Scope", "/ColSpan", "/BBox")
    said = {key[1:]: str(item[key]) for key in own if key in item}
    said |= {key[1:]: str(item.A[key]) for key in table if "/A" in item and key in item.A}
    kinds = tuple(str(kid.S)[1:] for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid)
    pages = {item.Pg.objgen} if "/Pg" in item else set()
    pages |= {kid.Pg.objgen for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/Pg" in kid}
    return Element(str(item.S)[1:], said, kinds, len(pages))


def alts(pdf: bytes) -> list[str]:
    """The words for each figure, in reading order."""
    return [item.said["Alt"] for item in elements(pdf, "Figure")]
