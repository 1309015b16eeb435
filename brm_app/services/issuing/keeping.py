"""The register of a workspace: adding an issue, reading them, and whether their files are as they were."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

import attrs

from brm_app import __version__
from brm_app.domain.content import Document
from brm_app.domain.errors import Refused
from brm_app.domain.freezing import fingerprint, freeze
from brm_app.domain.issues import Certificate, Chosen, Issue, Printed
from brm_app.domain.records import Audience
from brm_app.services.issuing.numbering import Number, next_count, next_number
from brm_app.services.workspace import Workspace
from brm_app.storage import history, register
from brm_app.storage.driver import Rows

ACTION = "issue"
"""What the history calls the write of an issue; undo takes back only what it calls `do`."""
VERIFIED, DAMAGED, MISSING = "verified", "damaged", "missing"
_FROM_CONTENT = ("number", "look", "title", "as_of", "corrects")


class Overtaken(Refused):
    """Somebody wrote meanwhile: what was checked may be otherwise, and the printed number given to another issue."""


def issue(
    workspace: Workspace,
    content: Document,
    printed: Printed,
    certificate: Certificate,
    audience: Audience,
    day: dt.date,
    *,
    briefing: str = "",
    scope: Chosen | None = None,
    at: dt.datetime | None = None,
    seen: int | None = None,
    origin: object = None,
) -> Issue:
    """Keeps a briefing that has its number in it, with its bytes and its certificate. It never changes again.

    Raises `Overtaken` where the number was given to another or, with `seen`, anything was written since that write;
    and `Refused`. Then nothing was written.
    """
    number = next_number(workspace, audience, day)
    new = attrs.evolve(
        _line(content, printed, audience, number),
        briefing=briefing,
        scope=scope or Chosen(),
        issued_at=at or dt.datetime.now(dt.UTC),
        issued_by=workspace.who,
        certificate=certificate,
    )
    with workspace.act(ACTION, f"Issue {new.number}", origin) as connection:
        # Looked at again under the transaction: two people may have been given the same number to print.
        last = next_count(connection, audience, day)
        if number.text != new.number or last != new.counted or register.one(connection, new.number):
            raise Overtaken(f"{new.number} was given to another issue meanwhile. Nothing was issued. Issue it again.")
        if seen is not None and seen != _newest(connection):
            raise Overtaken("Others wrote in the workspace meanwhile. Nothing was issued. Issue it again.")
        register.add(connection, new, freeze(content).encode(), printed.pdf, printed.enclosed)
    return new


def newest_write(workspace: Workspace) -> int:
    """The number of the last write of anybody."""
    with workspace.rows() as connection:
        return _newest(connection)


def _newest(connection: Rows) -> int:
    return next((write.number for write in history.recent(connection, 1)), 0)


def keep_copy(workspace: Workspace, issue: Issue, copy: bytes, origin: object = None) -> None:
    """Keeps the hash of a copy that was locked with a password, so that it is known again. Raises `Refused`."""
    with workspace.act(ACTION, f"Lock a copy of {issue.number}", origin) as connection:
        register.add_copy(connection, issue.number, hashlib.sha256(copy).hexdigest())


def _line(content: Document, printed: Printed, audience: Audience, number: Number) -> Issue:
    """What the content and its pages say of an issue."""
    meta = content.meta
    return Issue(
        number=meta.number,
        audience=audience.id,
        audience_name=audience.name,
        look=meta.look,
        year=number.year,
        counted=number.counted,
        title=meta.title,
        as_of=meta.as_of,
        issued_at=dt.datetime.now(dt.UTC),
        issued_by="",
        pages=printed.pages,
        minutes=printed.minutes,
        content_sha256=fingerprint(content),
        sha256=hashlib.sha256(printed.pdf).hexdigest(),
        version=__version__,
        corrects=meta.corrects,
        certificate=None,
    )


def issues(workspace: Workspace) -> list[Issue]:
    """The register, newest first. Raises `Refused` where it can't be read."""
    with workspace.rows() as connection:
        return register.newest_first(connection)


def issue_of(workspace: Workspace, number: str) -> Issue:
    """One issue by its number, in any case. Raises `Refused`."""
    wanted = number.strip().casefold()
    found = next((each for each in issues(workspace) if each.number.casefold() == wanted), None)
    if found is None:
        raise Refused(
            f"There is no issue {number.strip()} here. Nothing was changed. The register shows what there is."
        )
    return found


def put_right_by(workspace: Workspace, number: str) -> tuple[str, ...]:
    """The numbers of the issues that put this one right, in the order in which they were issued."""
    return tuple(each.number for each in reversed(issues(workspace)) if each.corrects == number)


def files_of(workspace: Workspace, number: str) -> tuple[str, bytes]:
    """The frozen content and the exact bytes of an issue. Raises `Refused` where they are not what was issued."""
    found = issue_of(workspace, number)
    with workspace.rows() as connection:
        content, pdf = register.files(connection, found.number)
    if content is None or hashlib.sha256(content).hexdigest() != found.content_sha256:
        raise Refused(f"The frozen content of {found.number} is damaged. Nothing was changed. Restore a backup.")
    if pdf is None or hashlib.sha256(pdf).hexdigest() != found.sha256:
        raise Refused(f"The file of {found.number} is damaged. Nothing was changed. Restore a backup.")
    return _text(found.number, content), pdf


def enclosures_of(workspace: Workspace, issue: Issue) -> list[tuple[str, bytes]]:
    """Names and bytes of the appendices of an issue, as they came. Raises `Refused` where they are not those."""
    found = []
    with workspace.rows() as connection:
        for each in issue.certificate.appendices if issue.certificate else ():
            data = register.enclosure(connection, each.sha256)
            if data is None:
                named = f"The appendix “{each.name}” of {issue.number} that is kept here is damaged."
                raise Refused(f"{named} Nothing was changed. Restore a backup.")
            found.append((each.name, data))
    return found


def _text(number: str, content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise Refused(f"The frozen content of {number} is damaged. Nothing was changed. Restore a backup.") from None


def state_of(workspace: Workspace, issue: Issue) -> str:
    """Whether the kept bytes and the frozen content are those that were issued: verified, damaged or missing."""
    with workspace.rows() as connection:
        content, pdf = register.files(connection, issue.number)
    if pdf is None:
        return MISSING
    hashes = tuple(hashlib.sha256(kept or b"").hexdigest() for kept in (content, pdf))
    whole = hashes == (issue.content_sha256, issue.sha256)
    return VERIFIED if whole and not is_contradicted(issue, content) else DAMAGED


def is_contradicted(issue: Issue, content: bytes | None) -> bool:
    """True where its number, its certificate or its frozen content say otherwise than a line of the register.

    No lock: who can write to the workspace can change all of them. But whoever changes one of them is found out.
    """
    held = issue.certificate
    if held and (held.content_sha256, held.sha256) != (issue.content_sha256, issue.sha256):
        return True
    if not issue.number.endswith(f"-{issue.year}-{issue.counted:03}"):
        return True
    if hashlib.sha256(content or b"").hexdigest() != issue.content_sha256:
        return False  # damaged, which contradicts nothing
    try:
        meta = json.loads(content or b"")["meta"]
        return any(meta.get(name, "") != getattr(issue, name) for name in _FROM_CONTENT)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return True
