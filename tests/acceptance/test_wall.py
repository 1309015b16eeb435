"""An audience finds in its briefing only what the product's table of readers allows it."""

import contextlib
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pikepdf

from brm_app.briefing import page_text, typeset
from brm_app.briefing.proof import texts_in
from brm_app.domain.content import Document
from brm_app.domain.errors import Refused
from brm_app.domain.fields import specs
from brm_app.domain.freezing import freeze
from brm_app.domain.records import RECORDS
from brm_app.services.briefs import compose
from brm_app.services.briefs.onejourney import journey_document
from brm_app.services.briefs.unitpage import unit_page
from brm_app.services.issuing import Wish, numbered
from brm_app.services.workspace import Workspace
from tests.acceptance.marked import AS_OF, READERS, Marked

MARKER = re.compile(r"Zq[0-9a-f]{8}x")
_RUNS = (8, 500)


def found_in(pdf: bytes, pages: int) -> set[str]:
    """Every marker in the text of the pages, and in every string and stream of the file."""
    text = "\n".join(page_text(pdf, index) for index in range(pages))
    with pikepdf.open(BytesIO(pdf)) as document:
        pieces = [text, re.sub(r"\s", "", text), *(piece for thing in document.objects for piece in strings(thing))]
        with document.open_metadata() as metadata:
            pieces.append(str(metadata))
    pieces += [text.words for text in texts_in(pdf)]
    return {marker for piece in pieces for marker in MARKER.findall(piece)}


def strings(thing: pikepdf.Object, deep: int = 0) -> list[str]:
    """The strings in an object: titles of the outline, links, document information, streams as they decode."""
    if deep and thing.is_indirect:
        return []
    if isinstance(thing, pikepdf.String):
        return [str(thing)]
    if isinstance(thing, pikepdf.Array):
        return [text for item in thing.as_list() if isinstance(item, pikepdf.Object) for text in strings(item, 1)]
    own = []
    if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/Image":
        own.append(thing.read_bytes().decode("latin-1"))
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        values = [thing.get(key) for key in thing.keys()]  # noqa: SIM118
        own += [text for item in values if isinstance(item, pikepdf.Object) for text in strings(item, 1)]
    return own


def test_the_table_of_readers_names_every_text_of_every_record() -> None:
    settings = {"currency", "locale", "media_type"}
    declared = {c: {s.attr for s in specs(cls) if s.textual} - settings for c, cls in RECORDS.items()}
    assert {collection: set(fields) for collection, fields in READERS.items()} == declared


def test_no_briefing_holds_a_text_that_its_audience_may_not_read(
    tmp_path: Path, counted: Callable[[int, int], int]
) -> None:
    shown: set[str] = set()
    for seed in range(counted(*_RUNS)):
        marked = Marked(seed)
        marked.make()
        workspace = marked.save(tmp_path / f"{seed}.brm")
        for audience in marked.records["audiences"]:
            seen: set[str] = set()
            for content in templates(workspace, marked, audience):
                made = typeset(content)
                seen |= set(MARKER.findall(freeze(content))) | found_in(made.pdf, made.pages)
            assert seen <= marked.allowed(audience), (seed, audience.lenses, _where(marked, seen, audience))
            if not marked.narrow:
                assert {p.name for p in marked.records["projects"] if not p.internal} <= seen
            shown |= _where(marked, seen)
        workspace.close()
        (tmp_path / f"{seed}.brm").unlink()
    # The wall lets through what is meant to pass. Codes are for matching, and everybody here has a job title.
    readable = {f"{c}.{field}" for c, fields in READERS.items() for field, readers in fields.items() if readers}
    codes = {"organisation.short_code", "audiences.short_code", "units.code"}
    assert readable - shown == {*codes, "people.name"}


def templates(workspace: Workspace, marked: Marked, audience: Any) -> Iterator[Document]:
    """All that can be handed to an audience: its briefing as issued, a page on each unit, a map of each journey."""
    briefing = compose(workspace, audience, as_of=AS_OF)
    briefing = attrs.evolve(briefing, meta=attrs.evolve(briefing.meta, corrects=""))  # a marker, and no issue
    yield numbered(workspace, briefing, Wish(audience=audience, day=AS_OF))
    for unit in marked.records["units"]:
        if not unit.internal:
            yield unit_page(workspace, unit.id, audience, AS_OF)
    for journey in marked.records["journeys"]:
        with contextlib.suppress(Refused):  # none of its stages may be seen
            yield journey_document(workspace, journey.id, AS_OF, audience)


def _where(marked: Marked, seen: set[str], audience: object = None) -> set[str]:
    """The fields whose marker was seen; with an audience only those that it may not read."""
    wrong = seen - (marked.allowed(audience) if audience else set())
    return {
        f"{record.collection}.{spec.attr}"
        for record in marked.all()
        for spec in specs(type(record))
        if spec.textual and getattr(record, spec.attr) in wrong
    }
