"""The preview keeps pictures within bounds."""

from __future__ import annotations

from brm_app.ui.composer.press import PagePicture
from brm_app.ui.composer.shelf import HIDDEN, KEPT, Shelf


def picture(page: int, side: int, scale: float = 1.0) -> PagePicture:
    return PagePicture(page, scale, side, side, bytes(side * side * 4))


def test_many_small_pictures_are_kept_and_of_large_ones_the_newest() -> None:
    shelf = Shelf()
    for page in range(6):
        shelf.put(picture(page, 100))
    shelf.thin(())
    assert all(shelf.has(page, 1.0) for page in range(6))
    half = int((KEPT / 2 / 4) ** 0.5)
    for page in range(6):
        shelf.put(picture(page, half))
        shelf.thin(())
    assert [page for page in range(6) if shelf.has(page, 1.0)] == [4, 5]


def test_pictures_in_view_are_kept_whatever_their_size() -> None:
    shelf, large = Shelf(), int((KEPT / 4) ** 0.5) + 10
    shelf.put(picture(0, large))
    shelf.put(picture(1, large))
    shelf.thin((0, 1))
    assert shelf.has(0, 1.0)
    assert shelf.has(1, 1.0)
    shelf.thin((1,))
    assert shelf.image(0) is None
    assert shelf.has(1, 1.0)


def test_a_picture_of_the_proof_before_is_shown_until_the_new_one_is_drawn() -> None:
    shelf = Shelf()
    shelf.put(picture(0, 10))
    shelf.age()
    assert shelf.image(0) is not None
    assert not shelf.has(0, 1.0)
    shelf.put(picture(0, 10, 2.0))
    assert shelf.has(0, 2.0)
    assert not shelf.has(0, 1.0)


def test_while_nobody_looks_only_what_was_in_view_is_kept_and_nothing_large() -> None:
    shelf = Shelf()
    for page in range(3):
        shelf.put(picture(page, 100))
    shelf.put_away((1,))
    assert [page for page in range(3) if shelf.has(page, 1.0)] == [1]
    shelf.put(picture(1, int((HIDDEN / 4) ** 0.5) + 10))
    shelf.put_away((1,))
    assert shelf.image(1) is None
