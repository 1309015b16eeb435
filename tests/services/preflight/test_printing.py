"""Logos and colours come out well on paper."""

import io

import pytest
from PIL import Image

from brm_app.domain.records import Attachment
from tests.services.preflight.conftest import Desk


def logo(side: int, kind: str = "PNG") -> Attachment:
    made = io.BytesIO()
    Image.new("RGB", (side, side // 2)).save(made, kind)
    return Attachment(name="logo", media_type=f"image/{kind.lower()}", data=made.getvalue())


@pytest.mark.parametrize(("side", "told"), [(99, ["148 pixels an inch, where 150 look smooth"]), (100, [])])
def test_a_logo_needs_150_pixels_to_the_printed_inch(desk: Desk, side: int, told: list[str]) -> None:
    desk.put(logo=logo(side))
    desk.change("project", logo=desk.held["logo"].id)
    assert [detail for _, _, detail in desk.told("image")] == told


def test_the_organisation_s_own_logo_is_looked_at_too(desk: Desk) -> None:
    desk.put(logo=logo(20, "JPEG"))
    desk.held["organisation"] = desk.workspace.organisation
    desk.change("organisation", logo=desk.held["logo"].id)
    assert desk.told("image")[0][:2] == ("warning", "The logo of Meridian is coarse in print")


def test_a_drawing_is_as_fine_as_paper_and_a_broken_picture_no_reason_to_fail(desk: Desk) -> None:
    for name, data in (("drawing", b"<svg/>"), ("broken", b"\x89PNG\r\n\x1a\nbroken")):
        desk.put(**{name: Attachment(name=name, media_type="image/png", data=data)})
        desk.change("project", logo=desk.held[name].id)
        assert desk.told("image") == []


@pytest.mark.parametrize(
    ("colour", "told"),
    [("#F4C14F", ["#F4C14F on white is 1.7 to 1, and needs 3"]), ("#35357F", []), ("", [])],
)
def test_a_brand_colour_can_be_told_from_paper(desk: Desk, colour: str, told: list[str]) -> None:
    desk.change("project", colour=colour)
    assert [detail for _, _, detail in desk.told("contrast")] == told
