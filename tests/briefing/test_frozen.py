"""A typesetting that gives other bytes has another number, so that an older issue is told as made by an earlier one."""

from __future__ import annotations

import pytest

from brm_app.domain.makers import TYPESETTING, makers
from tests.briefing.frozen import hashes, kept

_OTHER = (
    "The same content gives other bytes than before. Run `python -m tools.freeze_typesetting` and commit both files."
)


def test_the_same_number_of_the_typesetting_gives_the_same_bytes() -> None:
    then = kept()
    assert then["makers"]["typesetting"] == str(TYPESETTING), _OTHER
    if then["makers"] != {**dict(makers()), "Liaison": then["makers"]["Liaison"]}:
        pytest.skip("the libraries here are not those whose bytes were frozen")
    assert hashes() == then["sha256"], _OTHER
