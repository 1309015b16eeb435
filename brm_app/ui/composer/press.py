"""The composer's work off the GUI thread: composing, typesetting, page pictures, and the saved PDF."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from brm_app.briefing.result import Typeset
from brm_app.domain.content import Document
from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.findings import Finding, ordered
from brm_app.domain.issues import Looked
from brm_app.domain.records import Attachment, Audience, Briefing
from brm_app.ui.clock import Clock
from brm_app.ui.composer.standing import states
from brm_app.ui.lane import Job

if TYPE_CHECKING:  # the services must not be imported before the first paint
    from brm_app.briefing import Printer, Typesetter
    from brm_app.services.issuing import Wish
    from brm_app.services.preflight import Enclosed
    from brm_app.services.workspace import Workspace

_MOST_KEPT = 50 << 20  # bytes of an appendix that the workspace and its history take in
_READABLE = 0.1  # seconds between two page numbers told


@attrs.frozen
class Proof:
    """A composed and typeset briefing, as the preview shows it.

    `sizes` are pages in points; `findings` is what is to be seen to before it is issued; `enclosed` are its appendices;
    `states` how its parts stand.
    """

    document: Document
    typeset: Typeset
    sizes: tuple[tuple[float, float], ...]
    findings: tuple[Finding, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    states: Mapping[str, str] = attrs.field(init=False)

    @states.default
    def _stand(self) -> Mapping[str, str]:
        return states(self.document, self.findings)

    @property
    def pages(self) -> int:
        """How many pages it has with its appendices."""
        return self.typeset.pages + sum(each.looked.pages for each in self.enclosed)


@attrs.frozen
class PagePicture:
    """One page as pixels: `scale` in pixels a point, `data` as rows of BGRA."""

    index: int
    scale: float
    width: int
    height: int
    data: bytes = attrs.field(repr=False)


class Press:
    """Makes proofs, pictures and files of one workspace's briefings; its methods run in a lane."""

    def __init__(self, workspace: Workspace, clock: Clock | None = None) -> None:
        self.workspace = workspace
        self._clock = clock or Clock()
        self._typesetter: Typesetter | None = None
        self._looked: dict[str, Enclosed] = {}  # the appendices that were looked at, by their ids

    @property
    def typesetter(self) -> Typesetter:
        """The process that typesets, one for the life of the composer."""
        from brm_app.briefing import Typesetter

        if self._typesetter is None:
            self._typesetter = Typesetter()
        return self._typesetter

    def close(self) -> None:
        """Ends the process; no job may be running."""
        if self._typesetter:
            self._typesetter.close()

    def compose(self, audience: Audience, briefing: Briefing) -> Document:
        """The content for an audience, as of the briefing's day or today."""
        from brm_app.services.briefs import compose

        as_of = briefing.as_of or self._clock.today()
        return compose(self.workspace, audience, briefing=briefing, as_of=as_of)

    def proof(self, job: Job, audience: Audience, briefing: Briefing) -> Proof:
        """Composes and typesets; tells the job each finished page."""
        from brm_app.briefing import page_sizes
        from brm_app.services.preflight import pages_behind, unfit

        self.typesetter.warm()  # it gets ready while the content is gathered
        document = self._as_issued(self.compose(audience, briefing), audience)
        behind = self._enclosed(job, briefing)
        typeset = self.typesetter.typeset(document, _seldom(job.tell), job.cancelled, pages_behind(behind))
        found = (*unfit(behind, briefing), *self.look_over(document, typeset, audience, briefing))
        return Proof(document, typeset, tuple(page_sizes(typeset.pdf)), ordered(found), behind)

    def _enclosed(self, job: Job, briefing: Briefing) -> tuple[Enclosed, ...]:
        """The appendices; each file is read and looked at once."""
        from brm_app.briefing import Appendix
        from brm_app.services.preflight import enclosed

        def look(name: str, data: bytes) -> Looked:
            return self.typesetter.look_at(Appendix(name, data), job.cancelled)

        found = enclosed(self.workspace, briefing, look, self._looked)
        self._looked.update((each.id, each) for each in found)
        return found

    def forget(self) -> None:
        """Looks at all appendices again: a file may have changed."""
        self._looked.clear()

    def appendix(self, job: Job, path: Path) -> Attachment:
        """A file as an appendix. Raises `Refused` for one that can't stand behind a briefing."""
        from brm_app.briefing import Appendix

        try:
            with open(path, "rb") as file:
                data = file.read(_MOST_KEPT + 1)
        except OSError as error:
            raise Refused(f"{path.name} can’t be read: {error.strerror}. Nothing was added.") from error
        if len(data) > _MOST_KEPT:
            raise Refused(f"“{path.stem}” is larger than 50 MB. Nothing was added. Choose a smaller one.")
        looked = self.typesetter.look_at(Appendix(path.stem, data), job.cancelled)
        if looked.fault:
            raise Refused(f"“{path.stem}” {looked.fault}. Nothing was added. {looked.way_out}")
        return Attachment(name=path.stem, media_type="application/pdf", data=data)

    def look_over(
        self, document: Document, typeset: Typeset, audience: Audience, briefing: Briefing
    ) -> tuple[Finding, ...]:
        """What is to be seen to before it is issued, with pages."""
        from brm_app.services.preflight import looked_over

        return looked_over(self.workspace, document, audience, briefing, self._clock.today(), typeset)

    def search(self, job: Job, proof: Proof, audience: Audience) -> tuple[Finding, ...]:
        """What a search of the pages for what is behind the wall comes to."""
        from brm_app.services.issuing import Hidden
        from brm_app.services.preflight import searched

        def heed() -> None:
            if job.cancelled():
                raise Cancelled

        as_of = dt.date.fromisoformat(proof.document.meta.as_of)
        hidden = Hidden(self.workspace, audience, as_of, heed)
        proved = self.typesetter.prove(proof.typeset.pdf, hidden.texts(), proof.document, job.cancelled)
        return searched(hidden.leaks(proved.hits), proved.strings)

    def texts(self, job: Job, pdf: bytes, pages: Sequence[int]) -> str:
        """The words of some pages, as a reader copies them."""
        from brm_app.briefing import page_text

        return "\n\n".join(page_text(pdf, page).replace("\r\n", "\n").strip() for page in pages)

    def pictures(self, job: Job, pdf: bytes, pages: Sequence[int], scale: float) -> None:
        """Draws pages in the given order and tells the job each `PagePicture`."""
        from brm_app.briefing import page_image

        for index in pages:
            if job.cancelled():
                raise Cancelled
            width, height, data = page_image(pdf, index, scale)
            job.tell(PagePicture(index, scale, width, height, data))

    def save(self, job: Job, audience: Audience, briefing: Briefing, path: Path, password: str = "") -> Path:
        """Writes the PDF, which says on each page that it is a draft; a cancelled job leaves no file."""
        from brm_app.briefing import save_pdf

        self.workspace.keep_off(path)
        self.typesetter.warm()
        document = self.compose(audience, briefing)
        document = attrs.evolve(document, meta=attrs.evolve(document.meta, draft=True))
        pdf = self._printer(job, briefing).printed(document).pdf
        pdf = self.typesetter.locked(pdf, password, job.cancelled) if password else pdf
        if job.cancelled():
            raise Cancelled
        save_pdf(pdf, path)
        return path

    # Issuing

    def _wish(self, audience: Audience, briefing: Briefing | None = None) -> Wish:
        from brm_app.domain.issues import Chosen
        from brm_app.services.issuing import Wish

        chosen = Chosen(units=briefing.units, projects=briefing.projects) if briefing else Chosen()
        return Wish(
            audience=audience, day=self._clock.today(), briefing=briefing, scope=chosen, at=self._clock.now_utc()
        )

    def _as_issued(self, document: Document, audience: Audience) -> Document:
        """The content with the number that it would have if it were issued now."""
        from brm_app.services.issuing import numbered

        return numbered(self.workspace, document, self._wish(audience))

    def issue(self, job: Job, audience: Audience, briefing: Briefing, names: Sequence[str]) -> str:
        """Issues the briefing as it is now, notes who is told, and gives back its number."""
        from brm_app.services.issuing import Asked, make_issue, tell

        def ask() -> Asked:  # again and again, where others change it meanwhile
            who, what = self.workspace.need(Audience, audience.id), self.workspace.need(Briefing, briefing.id)
            press, wish = self._printer(job, what), self._wish(who, what)
            return Asked(content=self.compose(who, what), wish=wish, press=press)

        made = make_issue(self.workspace, ask, self)
        tell(self.workspace, made.number, names, self._clock.today(), origin=self)
        return made.number

    def issued_file(self, number: str) -> bytes:
        """The bytes of an issue."""
        from brm_app.services.issuing import files_of

        return files_of(self.workspace, number)[1]

    def told_last(self, audience: Audience) -> list[str]:
        """Who was told of the last issue for an audience."""
        from brm_app.services.issuing import issues, told

        last = next((issue for issue in issues(self.workspace) if issue.audience == audience.id), None)
        return [each.whom for each in told(self.workspace, last.number)] if last else []

    def _printer(self, job: Job, briefing: Briefing) -> Printer:
        """Typesets in the process, with the briefing's appendices behind its pages."""
        from brm_app.briefing import Appendix, Printer
        from brm_app.services.issuing import appendices_of

        behind = tuple(Appendix(name, data) for name, data in appendices_of(self.workspace, briefing))
        return Printer(self.typesetter, behind, _seldom(job.tell), job.cancelled)


def _seldom(tell: Callable[[int], None]) -> Callable[[int], None]:
    """Tells of pages no more often than a person can read, so that the window has time for other things."""
    told = 0.0

    def page(number: int) -> None:
        nonlocal told
        if time.monotonic() - told >= _READABLE:
            told = time.monotonic()
            tell(number)

    return page
