"""What changed is told to an audience without a word that it may not read, nor is such a word kept for later."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from brm_app.briefing import typeset
from brm_app.domain.fields import specs
from brm_app.domain.freezing import as_plain, freeze
from brm_app.domain.records import Audience, Record
from brm_app.services.briefs import compose
from brm_app.services.workspace import Workspace
from tests.acceptance.marked import AS_OF, Marked
from tests.acceptance.test_wall import MARKER, found_in
from tests.issued import issued

_EARLIER = AS_OF - dt.timedelta(days=45)


def test_no_list_of_changes_holds_a_text_that_its_audience_may_not_read(
    tmp_path: Path, counted: Callable[[int, int], int]
) -> None:
    told = 0
    for seed in range(counted(6, 100)):
        marked = Marked(seed)
        marked.make()
        # An issue puts right none that was never issued.
        marked.records["briefings"] = [attrs.evolve(each, corrects="") for each in marked.records["briefings"]]
        workspace = marked.save(tmp_path / f"{seed}.brm")
        audiences: list[Audience] = marked.records["audiences"]
        for audience in audiences:
            issued(workspace, audience.name, _EARLIER)
        allowed = {audience.id: marked.allowed(audience) for audience in audiences}
        change(workspace, marked)
        for audience in audiences:
            content = compose(workspace, audience, as_of=AS_OF)
            made = typeset(content)
            seen = set(MARKER.findall(freeze(content))) | found_in(made.pdf, made.pages)
            # What it was told before it may be told again as what was.
            assert seen <= marked.allowed(audience) | allowed[audience.id], (seed, audience.lenses)
            told += len(MARKER.findall(str(as_plain(content.sections[0])))) if content.sections else 0
        workspace.close()
        (tmp_path / f"{seed}.brm").unlink()
    assert told  # there was something to tell


def change(workspace: Workspace, marked: Marked) -> None:
    """Gives every third record that tells of something the texts of the next one, and turns its state."""
    for collection in ("messages", "promises", "concerns", "benefits", "projects"):
        records: list[Record] = marked.records[collection]
        for number, record in enumerate(records[:-1]):
            if number % 3 == 0:
                new = turned(record, records[number + 1])
                records[number] = new
                with workspace.write("Change") as batch:
                    batch.save(new, base=record)


def turned(record: Record, other: Record) -> Record:
    texts = {s.attr: getattr(other, s.attr) for s in specs(type(record)) if s.textual}
    states: dict[str, dict[str, Any]] = {
        "promises": {"state": "broken"},
        "concerns": {"state": "closed", "closed_on": AS_OF},
    }
    return attrs.evolve(record, **texts, **states.get(record.collection, {}))
