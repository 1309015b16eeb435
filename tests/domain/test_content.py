"""A briefing is data that freezes and thaws."""

from brm_app.domain.content import (
    Cell,
    Column,
    Document,
    Meta,
    Paragraph,
    Section,
    Table,
    fingerprint,
    freeze,
    plain,
    thaw,
)


def _document() -> Document:
    meta = Meta(
        look="staff", organisation="Meridian", audience="Staff", title="Less typing", kicker="k", short_kicker="s",
        intro="", marking="", as_of="2026-11-19", as_of_text="19 November 2026", page_size="A4", language="en-US",
    )  # fmt: skip
    table = Table(columns=(Column(title="Was", width=1.0),), rows=((Cell(runs=plain("94 s")),),), caption="c")
    section = Section(kind="project", kicker="One", title="One.", parts=(Paragraph(runs=plain("<b>é𝄞</b>")), table))
    return Document(meta=meta, cover=(), sections=(section,), figures=())


def test_a_thawed_briefing_equals_the_one_that_was_frozen() -> None:
    assert thaw(freeze(_document())) == _document()


def test_the_fingerprint_is_that_of_the_frozen_text() -> None:
    assert fingerprint(_document()) == fingerprint(thaw(freeze(_document())))
    assert len(fingerprint(_document())) == 64
