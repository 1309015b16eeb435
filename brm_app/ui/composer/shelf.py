"""The page pictures that the preview keeps, bounded by their size."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtGui import QImage

from brm_app.ui.composer.press import PagePicture

KEPT = 12 << 20
"""Bytes of pictures beside those of the pages in view: half a dozen pages that fit the view."""
HIDDEN = 4 << 20
"""Bytes of pictures while the preview is not to be seen."""


class Shelf:
    """Pictures of pages by number, the oldest first; stale ones are still of the proof before."""

    def __init__(self) -> None:
        self._pictures: dict[int, tuple[QImage, PagePicture]] = {}  # the image shows the bytes of the picture
        self._stale: set[int] = set()

    def put(self, picture: PagePicture) -> None:
        """Takes one in."""
        image = QImage(picture.data, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32)
        self._pictures.pop(picture.index, None)
        self._stale.discard(picture.index)
        self._pictures[picture.index] = (image, picture)

    def image(self, page: int) -> QImage | None:
        """The picture of a page, of whatever scale and proof, or None."""
        return self._pictures[page][0] if page in self._pictures else None

    def has(self, page: int, scale: float) -> bool:
        """True where the page is here as it is now, at this scale."""
        return page in self._pictures and page not in self._stale and self._pictures[page][1].scale == scale

    def age(self) -> None:
        """There is another proof: all pictures are stale, and stay until the new ones are drawn."""
        self._stale = set(self._pictures)

    def clear(self) -> None:
        """Lets go of all."""
        self._pictures.clear()

    def thin(self, shown: Collection[int], most: int = KEPT) -> None:
        """Lets go of the oldest beside those shown, as far as they are too large to be kept."""
        spare = [page for page in self._pictures if page not in shown]
        held = sum(len(self._pictures[page][1].data) for page in spare)
        for page in spare:
            if held > most:
                held -= len(self._pictures.pop(page)[1].data)

    def put_away(self, shown: Collection[int]) -> None:
        """Nobody looks any more: keeps what was shown, unless it is large, and nothing else."""
        self.thin(shown, 0)
        self.thin((), HIDDEN)
