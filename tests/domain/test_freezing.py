"""A briefing is data that freezes."""

import json
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from brm_app.domain.changes import Point
from brm_app.domain.content import (
    Cell,
    Column,
    Document,
    Meta,
    Paragraph,
    Section,
    Table,
    plain,
)
from brm_app.domain.errors import Refused
from brm_app.domain.freezing import fingerprint, freeze, thaw
from tests.briefing.board_sample import board
from tests.briefing.staff_sample import staff


def _document() -> Document:
    meta = Meta(
        look="staff", organisation="Meridian", audience="Staff", title="Less typing", kicker="k", short_kicker="s",
        intro="", marking="", as_of="2026-11-19", as_of_text="19 November 2026", page_size="A4", language="en-US",
    )  # fmt: skip
    table = Table(columns=(Column(title="Was", width=1.0),), rows=((Cell(runs=plain("94 s")),),), caption="c")
    section = Section(kind="project", kicker="One", title="One.", parts=(Paragraph(runs=plain("<b>é𝄞</b>")), table))
    return Document(meta=meta, cover=(), sections=(section,), figures=())


def test_the_same_content_freezes_to_the_same_text() -> None:
    assert freeze(_document()) == freeze(_document())
    assert json.loads(freeze(_document()))["@"] == "Document"


def test_the_fingerprint_tells_contents_apart() -> None:
    assert fingerprint(_document()) == fingerprint(_document())
    assert fingerprint(_document()) != fingerprint(attrs.evolve(_document(), alone=True))


def test_a_number_that_is_not_known_thaws_again() -> None:
    known = Point(kind="figure", record="benefits/1", title="Log-in", value=21.0)
    content = attrs.evolve(_document(), points=(known, attrs.evolve(known, value=None)))
    assert thaw(freeze(content)) == content


def _every_part() -> Document:
    parts = tuple(part for content in (staff(), board()) for section in content.sections for part in section.parts)
    section = Section(kind="project", kicker="One", title="One.", parts=parts, changed=True)
    return attrs.evolve(board(), sections=(section,), cover=(*staff().cover, *board().cover), contact=staff().contact)


@pytest.mark.parametrize("content", [_document(), staff(), board(), _every_part()])
def test_what_was_frozen_thaws_to_the_same_content(content: Document) -> None:
    assert thaw(freeze(content)) == content
    assert freeze(thaw(freeze(content))) == freeze(content)


def test_what_an_older_version_wrote_without_newer_fields_is_read() -> None:
    plain_one = json.loads(freeze(_document()))
    del plain_one["alone"], plain_one["meta"]["draft"], plain_one["sections"][0]["parts"][0]["role"]
    assert thaw(json.dumps(plain_one)) == _document()


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "7", '"Document"', "NaN", "[" * 100_000, '{"@":"Document"}', '{"@":"Run","text":"x"}',
        '{"@":"os.system","text":"x"}', "9" * 5_000, "\ud800", "1e999",
    ],
)  # fmt: skip
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="frozen content is not as Liaison wrote it"):
        thaw(text)


def test_whatever_is_put_in_the_place_of_a_value_is_read_or_refused() -> None:
    values: tuple[object, ...] = (
        None,
        True,
        7,
        7.5,
        "x",
        [],
        {},
        ["x"],
        {"@": "Run"},
        {"@": "Section"},
        [[[[]]]],
        10**40,
    )
    frozen = json.loads(freeze(_every_part()))
    for holder, key in _places(frozen):
        was = holder[key]
        for value in values:
            holder[key] = value
            try:
                assert isinstance(thaw(json.dumps(frozen)), Document)
            except Refused as refused:
                assert "is not as Liaison wrote it" in str(refused)  # noqa: PT017 - either of the two will do
        holder[key] = was


def test_what_could_not_be_drawn_is_refused() -> None:
    whole = json.loads(freeze(_every_part()))
    odd = [("language", text) for text in ("\ud800", "en US", "(en)")]
    for key, value in (("width", 1e31), ("width", 10**400), ("stages", []), ("counts", [1]), *odd):
        spoilt = json.dumps(_replaced(whole, key, value))
        with pytest.raises(Refused):
            thaw(spoilt)
    with pytest.raises(Refused):
        thaw(json.dumps(_replaced(whole, "width", 7e7)).replace("70000000.0", "1e999"))


def _replaced(value: Any, key: str, by: Any) -> Any:
    """The same with another value under a key, wherever that stands."""
    if isinstance(value, dict):
        return {name: by if name == key else _replaced(held, key, by) for name, held in value.items()}
    return [_replaced(held, key, by) for held in value] if isinstance(value, list) else value


def _places(plain_one: Any) -> Iterator[tuple[Any, Any]]:
    """Every hundredth place of the content in which a value stands, and all those near its top."""
    todo, count = [(plain_one, 0)], 0
    while todo:
        holder, depth = todo.pop()
        for key, value in holder.items() if isinstance(holder, dict) else enumerate(holder):
            count += 1
            if depth < 2 or count % 100 == 0:
                yield holder, key
            if isinstance(value, dict | list):
                todo.append((value, depth + 1))


def test_what_older_points_do_not_say_is_not_frozen_unless_it_says_something() -> None:
    older = Point(kind="figure", record="benefits/1", title="Log-in")
    content = attrs.evolve(_document(), points=(older, attrs.evolve(older, baseline="94 s")))
    first, second = json.loads(freeze(content))["points"]
    assert not {"baseline", "target", "derivation"} & first.keys()
    assert second["baseline"] == "94 s"
    assert thaw(freeze(content)) == content
