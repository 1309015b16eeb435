"""Typesetting in a process of its own, so that a window stays quick, and a cancel or a crash takes nothing along."""

from __future__ import annotations

import multiprocessing
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from multiprocessing.connection import Connection
from typing import Any

import attrs

from brm_app.briefing.passwords import usable
from brm_app.briefing.result import Appendix, Typeset
from brm_app.domain.content import Document
from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.issues import Behind, Looked, Printed, Proved

_POLL = 0.02  # seconds between looking for news and asking whether to stop
_GRACE = 0.25  # seconds that a stopped job has to end by itself, before its process is ended
_MOST_JOBS = 200  # after so many a fresh process takes over, whatever the libraries may have piled up
_MOST_MEMORY = 2 << 30
_KEPT = "Nothing was saved."


@attrs.frozen
class Sought:
    """A finished file, the texts that it is searched for, and what was typeset in it."""

    pdf: bytes = attrs.field(repr=False)
    behind: tuple[Behind, ...] = attrs.field(repr=False)
    content: Document = attrs.field(repr=False)


@attrs.frozen
class Bound:
    """Content to be printed, with these appendices behind it."""

    content: Document
    appendices: tuple[Appendix, ...]


@attrs.frozen
class Locking:
    """A finished file, and the password that is to lock a copy of it."""

    pdf: bytes = attrs.field(repr=False)
    password: str = attrs.field(repr=False)


Work = tuple[Document, int] | Sought | Bound | Locking | Appendix


class Typesetter:
    """One process that typesets job after job, started before it is needed and ended by `close`.

    It is for any number of threads, one job at a time. When the program dies the pipe ends, and with it the process.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._child: Any = None
        self._pipe: Any = None
        self._jobs = 0

    def warm(self) -> None:
        """Starts the process where none is ready; returns at once."""
        if self._turn.acquire(blocking=False):
            try:
                self._start()
            finally:
                self._turn.release()

    def typeset(
        self,
        content: Document,
        on_page: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        following: int = 0,
    ) -> Typeset:
        """`typeset` in the process; both callbacks are called in the caller's thread.

        Raises Cancelled within a moment of the wish, and Refused when the process ends without a result.
        """
        made: Typeset = self._worked((content, following), on_page or _ignore, cancelled or (lambda: False))
        return made

    def printed(
        self,
        content: Document,
        appendices: Sequence[Appendix] = (),
        on_page: Callable[[int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Printed:
        """The content on paper with its appendices; raises as `typeset` does, and `Refused` for an appendix."""
        job = Bound(content, tuple(appendices))
        made: Printed = self._worked(job, on_page or _ignore, cancelled or (lambda: False))
        return made

    def prove(self, pdf: bytes, behind: Iterable[Behind], content: Document, cancelled: Callable[[], bool]) -> Proved:
        """`prove` in the process; raises as `typeset` does."""
        proved: Proved = self._worked(Sought(pdf, tuple(behind), content), _ignore, cancelled)
        return proved

    def locked(self, pdf: bytes, password: str, cancelled: Callable[[], bool] = lambda: False) -> bytes:
        """`protect` in the process; raises as `typeset` does, and `Refused` for a password that can't lock it."""
        made: bytes = self._worked(Locking(pdf, usable(password)), _ignore, cancelled)
        return made

    def look_at(self, appendix: Appendix, cancelled: Callable[[], bool] = lambda: False) -> Looked:
        """`look_at` in the process; raises as `typeset` does."""
        looked: Looked = self._worked(appendix, _ignore, cancelled)
        return looked

    def _worked(self, job: Work, on_page: Callable[[int], None], asked: Callable[[], bool]) -> Any:
        """What a job gives back, in its turn. Raises the refusal that it ended with."""
        made = self._in_turn(job, on_page, asked)
        if isinstance(made, Refused):
            raise made
        return made

    def _in_turn(self, job: Work, on_page: Callable[[int], None], asked: Callable[[], bool]) -> Any:
        while not self._turn.acquire(timeout=_POLL):
            _check(asked)
        try:
            return self._done(job, on_page, asked)
        except (EOFError, OSError) as error:
            self._end()
            raise Refused(f"The briefing could not be typeset. {_KEPT} Try again.") from error
        except BaseException:
            self._stop_job()
            raise
        finally:
            if self._jobs >= _MOST_JOBS:
                self._end()
                self._start()
            self._turn.release()

    def close(self) -> None:
        """Ends the process; a later job starts another."""
        with self._turn:
            self._end()

    def _done(self, job: Work, on_page: Callable[[int], None], asked: Callable[[], bool]) -> Any:
        self._start()
        self._jobs += 1
        self._pipe.send(job)
        while True:
            _check(asked)
            if self._pipe.poll(_POLL):
                news = self._pipe.recv()
                if not isinstance(news, int):
                    return news
                on_page(news)

    def _stop_job(self) -> None:
        """Asks the process to drop its job; ends it where it doesn't in time, and starts the next."""
        try:
            self._pipe.send(None)
            limit = time.monotonic() + _GRACE
            while (left := limit - time.monotonic()) > 0:
                if self._pipe.poll(left) and not isinstance(self._pipe.recv(), int):
                    return
        except (EOFError, OSError):
            pass  # it is dead already
        self._end()
        self._start()

    def _start(self) -> None:
        if self._child and self._child.is_alive():
            return
        self._end()
        context: Any = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        child = context.Process(target=_serve, args=(theirs,), name="typesetting", daemon=True)
        child.start()  # may fail, and then there is none to end
        self._child = child
        theirs.close()

    def _end(self) -> None:
        if self._child:
            self._child.terminate()
            self._child.join()
            self._child.close()
            self._pipe.close()
        self._child, self._pipe, self._jobs = None, None, 0


def _ignore(_page: int) -> None:
    return None


def _check(asked: Callable[[], bool]) -> None:
    if asked():
        raise Cancelled(f"Typesetting was cancelled. {_KEPT}")


def _serve(pipe: Connection) -> None:
    """The child: typesets what comes, reports each page and then the result, until the pipe ends."""
    _limit()
    import brm_app.briefing.engine
    import brm_app.briefing.press  # noqa: F401 - while nothing is asked for yet

    try:
        while True:
            job = pipe.recv()
            if job is None:
                continue  # a wish to stop that came after the result
            try:
                pipe.send(_made(job, pipe))
            except Cancelled:
                pipe.send(None)
            except Refused as refused:
                pipe.send(refused)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the program that asked is gone


def _made(job: Work, pipe: Connection) -> Typeset | Printed | Proved | Looked | bytes:
    """Does a job. Whatever arrives meanwhile means stop, and so does the end of the pipe."""
    from brm_app.briefing.appendices import look_at
    from brm_app.briefing.engine import typeset
    from brm_app.briefing.finish import protect
    from brm_app.briefing.press import Press
    from brm_app.briefing.proof import prove

    def pages(content: Document, following: int = 0) -> Typeset:
        return typeset(content, pipe.send, pipe.poll, following)

    if isinstance(job, Sought):
        return prove(job.pdf, job.behind, job.content, pipe.poll)
    if isinstance(job, Appendix):
        return look_at(job)
    if isinstance(job, Locking):
        return protect(job.pdf, job.password)
    if isinstance(job, Bound):
        return Press(pages, job.appendices).printed(job.content)
    return pages(*job)


def _limit() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
