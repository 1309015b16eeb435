"""A briefing is data that freezes."""

import json

import attrs

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
from brm_app.domain.freezing import fingerprint, freeze, thaw


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
