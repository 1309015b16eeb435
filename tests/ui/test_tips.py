"""What people typed stands in a tooltip as they typed it."""

import pytest
from PySide6.QtGui import Qt, QTextDocument

from brm_app.ui.tips import plain_tip

TYPED = (
    "Ward 3",
    "a < b & c",
    "<b>bold</b> &amp;",
    '<img src="file:///none.png">',
    "one\n<i>two</i>",
    "x" * 5_000,
)


def shown(tip: str) -> str:
    """What Qt paints."""
    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


@pytest.mark.parametrize("typed", TYPED)
def test_typed_words_are_shown_to_the_letter_and_never_endlessly(typed: str) -> None:
    said = shown(plain_tip(typed))
    assert said == typed or (said.endswith("…") and typed.startswith(said[:-1]) and len(said) == 1_000)


def test_a_long_line_is_broken_into_lines() -> None:
    assert Qt.mightBeRichText(plain_tip("word " * 60))
