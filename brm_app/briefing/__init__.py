"""Typesetting: a briefing's content in, PDF bytes out; nothing here can reach a record.

The names are imported when they are first used, so that a window opens without the PDF libraries.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brm_app.briefing.appendices import look_at, pages_of
    from brm_app.briefing.engine import typeset
    from brm_app.briefing.finish import append_appendices, protect
    from brm_app.briefing.pages import page_image, page_sizes, page_text
    from brm_app.briefing.printer import Printer, locked_apart, typeset_apart
    from brm_app.briefing.process import Typesetter
    from brm_app.briefing.result import Appendix, Place, Typeset
    from brm_app.briefing.saving import save_pdf

__all__ = [
    "Appendix",
    "Place",
    "Printer",
    "Typeset",
    "Typesetter",
    "append_appendices",
    "locked_apart",
    "look_at",
    "page_image",
    "page_sizes",
    "page_text",
    "pages_of",
    "protect",
    "save_pdf",
    "typeset",
    "typeset_apart",
]

_HOMES = {
    "Appendix": "result",
    "Place": "result",
    "Printer": "printer",
    "Typeset": "result",
    "Typesetter": "process",
    "append_appendices": "finish",
    "locked_apart": "printer",
    "look_at": "appendices",
    "page_image": "pages",
    "page_sizes": "pages",
    "page_text": "pages",
    "pages_of": "appendices",
    "protect": "finish",
    "save_pdf": "saving",
    "typeset": "engine",
    "typeset_apart": "printer",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
