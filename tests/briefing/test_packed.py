"""The file that objects are packed into can be read again, whatever is in it, and is always the same."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from pathlib import Path

import pikepdf
import pytest

from brm_app.briefing.packed import PackedFile, stream
from tests.briefing.checked import faults


def written(texts: int) -> bytes:
    """A file with that many texts, in packs and out of order, and a page that shows nothing."""
    numbers: Iterator[int] = count(1)
    file = PackedFile(lambda: next(numbers))
    root, info, tree, page = (next(numbers) for _ in range(4))
    held = [next(numbers) for _ in range(texts)]
    for number in reversed(held):
        file.add(number, b"(Text %d)" % number)
    shown = next(numbers)
    file.add_alone(shown, stream(b"", b"q Q\r"))
    file.add(page, b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents %d 0 R>>" % (tree, shown))
    file.add(tree, b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % page)
    named = b" ".join(b"%d 0 R" % number for number in held)
    file.add(root, b"<</Type/Catalog/Pages %d 0 R/Texts[%s]>>" % (tree, named))
    file.add(info, b"<</Title(Packed)>>")
    return file.finish(root, info)


@pytest.mark.parametrize("texts", [0, 1, 193, 194, 195, 1000, 70_000])
def test_every_object_is_found_again(texts: int, tmp_path: Path) -> None:
    made = written(texts)
    with pikepdf.open(BytesIO(made)) as document:
        found = [str(text) for text in document.Root.Texts.as_list()]
        assert document.pages[0].Contents.read_raw_bytes() == b"q Q\r"
        assert str(document.docinfo["/Title"]) == "Packed"
    assert found == [f"Text {number}" for number in range(5, 5 + texts)]
    assert faults(made, tmp_path) == ""


def test_the_same_objects_are_the_same_file_and_others_another() -> None:
    assert written(300) == written(300)
    names = [pikepdf.open(BytesIO(written(texts))).trailer.ID for texts in (300, 301)]
    assert bytes(names[0][0]) != bytes(names[1][0])
