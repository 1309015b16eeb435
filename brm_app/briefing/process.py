"""Typesetting in a process of its own, so that a window stays quick, and a cancel or a crash takes nothing along."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from brm_app.briefing.result import Typeset
from brm_app.domain.content import Document
from brm_app.domain.errors import Cancelled, Refused

_POLL = 0.04  # seconds between looking for news and asking whether to stop


def _work(pipe: Connection, content: Document) -> None:
    """The child: typesets and reports each page, then the result."""
    from brm_app.briefing.engine import typeset

    pipe.send(typeset(content, lambda page: pipe.send(page)))
    pipe.close()


def typeset_in_process(
    content: Document,
    on_page: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Typeset:
    """`typeset` in a spawned process; both callbacks are called in the caller's thread.

    Raises Cancelled within a moment of the wish, and Refused when the process ends without a result.
    """
    context: Any = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(theirs, content), name="typesetting", daemon=True)
    child.start()
    theirs.close()
    try:
        return _result(ours, on_page, cancelled)
    finally:
        child.terminate()
        child.join()
        child.close()
        ours.close()


def _result(pipe: Connection, on_page: Callable[[int], None] | None, cancelled: Callable[[], bool] | None) -> Typeset:
    while True:
        if cancelled and cancelled():
            raise Cancelled("Typesetting was cancelled. Nothing was saved.")
        if not pipe.poll(_POLL):
            continue
        try:
            news = pipe.recv()
        except EOFError as error:
            raise Refused("The briefing could not be typeset. Nothing was saved. Try again.") from error
        if isinstance(news, Typeset):
            return news
        if on_page:
            on_page(news)
