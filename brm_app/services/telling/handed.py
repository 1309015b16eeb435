"""Whom an issue told: who was given one was told the approved messages of the projects that it prints."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable

import attrs

from brm_app.domain.issues import Issue
from brm_app.domain.records import Message, Project, Telling
from brm_app.services.workspace import Workspace
from brm_app.storage import register


def handed_out(workspace: Workspace, messages: Iterable[Message], tellings: Iterable[Telling]) -> list[Telling]:
    """The tellings of issues as tellings of each message that stood approved when the issue was made."""
    given: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.issue and not telling.message:
            given[telling.issue].append(telling)
    if not given:
        return []
    told = [message for message in messages if message.state == "approved" and message.approved_at]
    made: list[Telling] = []
    with workspace.rows() as connection:
        for number, own in given.items():
            issue = register.one(connection, number)
            content, _ = register.files(connection, number)
            printed = _projects(content)
            meant = [message for message in told if issue and _printed(message, issue, printed)]
            made += [attrs.evolve(telling, message=message.id) for telling in own for message in meant]
    return made


def _printed(message: Message, issue: Issue, projects: frozenset[str]) -> bool:
    at = message.approved_at or dt.datetime.max.replace(tzinfo=dt.UTC)
    return message.audience == issue.audience and message.project in projects and at <= issue.issued_at


def _projects(content: bytes | None) -> frozenset[str]:
    """The projects that a frozen content has a section of; none where it is damaged, which the register says."""
    try:
        found = json.loads(content or b"{}")
        records = [str(section.get("record", "")) for section in found.get("sections", ())]
    except (ValueError, AttributeError, RecursionError):
        return frozenset()
    parted = (record.partition("/") for record in records)
    return frozenset(key for collection, _, key in parted if collection == Project.collection)
