"""From records to an issue: composed, checked, numbered, typeset, searched for what is behind the wall, and kept."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from typing import Protocol

import attrs

from brm_app.domain.content import Document
from brm_app.domain.errors import Refused
from brm_app.domain.fields import by_name
from brm_app.domain.findings import Finding, blockers
from brm_app.domain.freezing import fingerprint
from brm_app.domain.issues import Behind, Certificate, Hit, Issue, Printed, Proved
from brm_app.domain.records import RECORDS
from brm_app.domain.text import plural
from brm_app.services.issuing.behind import Hidden
from brm_app.services.issuing.keeping import Overtaken, issue, newest_write
from brm_app.services.issuing.marking import Wish, numbered
from brm_app.services.preflight import preflight, unprintable, walled
from brm_app.services.workspace import Workspace

_TRIES = 12  # others who write while ours is being typeset
_NAMED = 3
_NOT_SEARCHED = (
    "Texts shorter than 12 characters, and numbers such as amounts of money, were not searched for: "
    "they stand anywhere by chance."
)
_PASSWORD = "A copy with a password is not the issued file: this certificate and its SHA-256 are of the open one."
_FOREIGN = "The pages of the appendices are as others made them: searched, but neither tagged nor made to a standard."


class Press(Protocol):
    """What typesets and searches; whoever asks for an issue brings it along."""

    def printed(self, content: Document) -> Printed:
        """The content on paper, its appendices behind it."""

    def prove(self, pdf: bytes, behind: Iterable[Behind], content: Document) -> Proved:
        """What a search of the file, and of the content in it, finds."""


@attrs.frozen(kw_only=True)
class Asked:
    """What is to be issued as it stands now, and what typesets it."""

    content: Document
    wish: Wish
    press: Press


class NotIssued(Refused):
    """Something stands in the way of an issue; `findings` are all that was found, blockers first."""

    def __init__(self, sentence: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(sentence)
        self.findings = findings


def make_issue(workspace: Workspace, ask: Callable[[], Asked], origin: object = None) -> Issue:
    """Issues what `ask` composes. Raises `NotIssued` with what stands in the way, or `Refused`; then nothing was kept.

    It asks and checks again where anybody wrote meanwhile: what was withdrawn while it was typeset is not issued.
    """
    for _ in range(_TRIES):
        seen = newest_write(workspace)
        try:
            return _issued(workspace, ask(), seen, origin)
        except (Overtaken, NotIssued) as refused:
            if newest_write(workspace) == seen:
                raise
            last = refused
    raise last


def _issued(workspace: Workspace, asked: Asked, seen: int, origin: object) -> Issue:
    """Checks, typesets, searches and keeps it, where nothing was written since `seen`."""
    content, wish, press = asked.content, asked.wish, asked.press
    found = preflight(workspace, content, wish.audience, wish.briefing, wish.day)
    _refuse(workspace, blockers(found), found)
    final = numbered(workspace, content, wish)
    printed = press.printed(final)
    _refuse(workspace, unprintable(final, printed.missing), found)
    hidden = Hidden(workspace, wish.audience, dt.date.fromisoformat(content.meta.as_of))
    proved = press.prove(printed.pdf, hidden.texts(), final)
    leaks = hidden.leaks(proved.hits)
    if leaks:
        raise NotIssued(_leaked(workspace, leaks), (*walled(leaks), *found))
    return issue(
        workspace,
        final,
        printed,
        certified(final, printed, proved),
        wish.audience,
        wish.day,
        briefing=wish.briefing.id if wish.briefing else "",
        scope=wish.scope,
        at=wish.at,
        seen=seen,
        origin=origin,
    )


def certified(content: Document, printed: Printed, proved: Proved) -> Certificate:
    """The certificate of a search that found nothing."""
    return Certificate(
        strings=proved.strings,
        places=proved.places,
        tools=proved.tools,
        standards=proved.standards,
        exempt=(_NOT_SEARCHED, _PASSWORD, *((_FOREIGN,) if printed.appendices else ())),
        content_sha256=fingerprint(content),
        typeset_sha256=printed.typeset_sha256,
        sha256=hashlib.sha256(printed.pdf).hexdigest(),
        appendices=printed.appendices,
    )


def _refuse(workspace: Workspace, standing: tuple[Finding, ...], found: tuple[Finding, ...]) -> None:
    if not standing:
        return
    named = "; ".join(f"{each.title} ({each.detail})" if each.detail else each.title for each in standing[:_NAMED])
    more = len(standing) - _NAMED
    rest = f"; and {more} more" if more > 0 else ""
    what = f"{plural(len(standing), 'thing stands', 'things stand')} in the way: {named}{rest}."
    new = tuple(each for each in standing if each not in found)
    raise NotIssued(f"Nothing was issued. {what} Mend this and issue it again.", (*new, *found))


def _leaked(workspace: Workspace, leaks: tuple[Hit, ...]) -> str:
    first: dict[tuple[str, str], Hit] = {}  # a text is found by each piece of it
    for hit in leaks:
        first.setdefault((hit.record, hit.field), hit)
    named = "; ".join(_place(workspace, hit) for hit in list(first.values())[:_NAMED])
    more = len(first) - _NAMED
    rest = f"; and {more} more" if more > 0 else ""
    return (
        f"Nothing was issued. The finished file holds what this audience may not read: {named}{rest}. "
        "Change the record or what was written from it, and issue it again. "
        "Where the words are only the same by chance, such as those that every briefing says, reword the record."
    )


def _place(workspace: Workspace, hit: Hit) -> str:
    """`Note of touchpoint “Rounds on Ward 3”, on page 4`."""
    collection, _, key = hit.record.partition("/")
    cls = RECORDS[collection]
    record = workspace.get(cls, key)
    field = by_name(cls)[hit.field]
    title = " ".join(record.title.split())[:60] if record else key
    where = "" if hit.page is None else f", on page {hit.page + 1}"
    kind = "" if hit.place == "page text" else f" ({hit.place})"
    return f"{field.label} of {cls.noun} “{title}”{where}{kind}"
