"""The proof finds a text from behind the wall wherever in a file it hides, and finds nothing where nothing is."""

import base64
import random
import zlib
from collections.abc import Callable
from importlib.metadata import version
from io import BytesIO
from typing import Any

import attrs
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from brm_app.briefing import typeset
from brm_app.briefing.pages import page_texts
from brm_app.briefing.proof import prove
from brm_app.domain.content import Cell, Column, Document, Paragraph, Run, Section, Table, plain
from brm_app.domain.errors import Refused
from brm_app.domain.issues import Behind, Proved
from brm_app.domain.makers import makers
from brm_app.domain.traces import trace
from tests.briefing.board_sample import board, with_part
from tests.briefing.staff_sample import staff

SECRET = "Ärztin Müller (ward 3) told us, off the record"
BEHIND = Behind(SECRET, "touchpoints/1", "note")


@pytest.fixture(scope="module")
def made() -> bytes:
    return typeset(staff()).pdf


def changed(pdf: bytes, hide: Callable[[Pdf], None], **how: Any) -> bytes:
    """The file with something hidden in it."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        hide(document)
        document.save(out, **how)
    return out.getvalue()


def found(pdf: bytes, *behind: Behind) -> Proved:
    return prove(pdf, behind or (BEHIND,))


def test_a_file_that_holds_nothing_of_it_is_clean(made: bytes) -> None:
    proved = found(made)
    assert proved.clean
    assert proved.strings == 1
    counts = dict(proved.places)
    assert counts["page text"] == len(pikepdf.open(BytesIO(made)).pages)
    assert counts["metadata"] > 3
    assert (counts["attachments"], counts["form fields"]) == (0, 0)
    assert dict(proved.tools) == {**dict(makers()), "pypdfium2": version("pypdfium2")}


def with_section(*parts: Any) -> bytes:
    section = Section(kind="project", kicker="One", title="One.", parts=parts)
    return typeset(attrs.evolve(staff(), sections=(*staff().sections, section))).pdf


def test_printed_text_is_found_in_whatever_lines_it_is_broken() -> None:
    note = "We were told in confidence that the anti-coagulation clinic closes in spring. "
    long = Behind(note * 4, "units/2", "note")
    narrow = Table(
        columns=(Column(title="A", width=0.2), Column(title="B", width=0.2), Column(title="C", width=0.6)),
        rows=((Cell(runs=plain("Other words " * 9)), Cell(runs=plain(long.text)), Cell(runs=plain("More " * 40))),),
        caption="c",
    )
    for part in (Paragraph(runs=plain(f"And {long.text}")), narrow):
        (hit, *_) = found(with_section(part), BEHIND, long).hits
        assert (hit.behind, hit.place) == (long, "page text")
        assert hit.page is not None


@pytest.mark.parametrize(("filled", "around"), [(board, 894), (staff, 787)])
def test_a_text_that_runs_on_to_the_next_page_is_found(filled: Callable[..., Document], around: int) -> None:
    text = "The supplier has missed two of its three dates in spring"
    apart = 0
    for words in range(around - 9, around + 9, 3):
        part = Paragraph(runs=plain("word " * words + text + " tail" * 300))
        section = Section(kind="words", kicker="Words", title="Words", parts=(part,))
        pdf = typeset(attrs.evolve(filled(), sections=(section,))).pdf
        assert found(pdf, Behind(text, "projects/1", "note")).hits
        apart += not any(trace(text) in trace(page) for page in page_texts(pdf))
    assert apart


def test_what_is_invisible_or_drawn_as_a_sign_of_it_hides_no_text() -> None:
    marks = "\x01\x07\x08\x1b\x7f\u034f\u061c\u200d\ufe0e\ufe0f\ufff9\U000e0041\U000e0100"
    texts = [f"The supplier{mark} has missed date {number}" for number, mark in enumerate(marks)]
    pdf = with_section(*(Paragraph(runs=plain(text)) for text in texts))
    hits = found(pdf, *(Behind(text, f"projects/{number}", "note") for number, text in enumerate(texts))).hits
    assert len(hits) == len(texts)


def test_styles_within_a_text_do_not_hide_it() -> None:
    runs = tuple(Run(text=word, style=style) for word, style in ((SECRET[:9], "strong"), (SECRET[9:], "emphasis")))
    assert found(with_section(Paragraph(runs=runs))).hits


def test_a_part_of_a_long_text_is_found_too() -> None:
    note = Behind(" ".join(f"word{n} is said here" for n in range(60)), "touchpoints/3", "note")
    assert found(with_section(Paragraph(runs=plain(note.text[200:330] + "…"))), note).hits


def test_an_apostrophe_drawn_otherwise_hides_no_text() -> None:
    typed, drawn = "The ward's team won't stay past spring", "The ward’s team won’t stay past spring"
    for kept, printed in ((typed, drawn), (drawn, typed)):
        assert found(with_section(Paragraph(runs=plain(f"He said “{printed}”."))), Behind(kept, "units/1", "note")).hits


def test_the_first_words_of_a_text_are_found_alone() -> None:
    note = Behind("The supplier has missed two of its three dates in spring, and knows it.", "projects/1", "note")
    assert found(with_section(Paragraph(runs=plain(f"{note.text[:44]} …"))), note).hits


@pytest.mark.parametrize(
    "script", ["מה שנאמר לנו בסוד על המחלקה", "ما قيل لنا سرا عن القسم الثالث", "Что нам сказали по секрету"]
)
def test_other_scripts_are_found(script: str) -> None:
    assert found(with_section(Paragraph(runs=plain(script))), Behind(script, "units/1", "note")).hits


def info(document: Pdf) -> None:
    document.docinfo["/Keywords"] = SECRET


def xmp(document: Pdf) -> None:
    with document.open_metadata() as metadata:
        metadata["dc:description"] = SECRET


def outline(document: Pdf) -> None:
    with document.open_outline() as entries:
        entries.root[0].title = SECRET


def link(document: Pdf) -> None:
    action = Dictionary(S=Name.URI, URI=String(f"https://example.org/?{SECRET}"))
    mark = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)
    document.pages[1].obj.Annots = Array([document.make_indirect(mark)])


def remark(document: Pdf) -> None:
    mark = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=String(SECRET))
    document.pages[1].obj.Annots = Array([mark])


def attachment(document: Pdf) -> None:
    document.attachments["notes.txt"] = f"\x01\x02 {SECRET}".encode()


def attachment_name(document: Pdf) -> None:
    document.attachments[SECRET] = b"."


def form_field(document: Pdf) -> None:
    field = Dictionary(FT=Name.Tx, T=String("a"), V=String(SECRET))
    document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(field)]))


def alternative(document: Pdf) -> None:
    document.Root.StructTreeRoot = Dictionary(K=Dictionary(S=Name.Figure, Alt=String(SECRET), Pg=document.pages[1].obj))


def spoken(document: Pdf) -> None:
    text = SECRET.encode("utf-16-be").hex().encode()
    document.pages[1].contents_add(b"/Span <</ActualText <FEFF" + text + b">>> BDC EMC")


def name(document: Pdf) -> None:
    document.Root["/" + SECRET.replace(" ", "")] = True


def thumbnail(document: Pdf) -> None:
    document.pages[1].obj.Thumb = document.make_stream(b"\xff\xd8" + SECRET.encode(), Subtype=Name.Image)


def private(document: Pdf) -> None:
    document.Root.PieceInfo = Dictionary(Private=Array([Dictionary(Was=String(SECRET))]))


HIDING = {
    "metadata": (info, xmp),
    "bookmarks": (outline,),
    "link targets": (link,),
    "annotations": (remark,),
    "attachments": (attachment, attachment_name),
    "form fields": (form_field,),
    "alternative texts": (alternative,),
    "page instructions": (spoken,),
    "pictures": (thumbnail,),
    "names": (name,),
    "other strings": (private,),
}


@pytest.mark.parametrize(("place", "hide"), [(place, hide) for place, ways in HIDING.items() for hide in ways])
@pytest.mark.parametrize("packed", [False, True])
def test_what_is_hidden_beside_the_pages_is_found(
    made: bytes, place: str, hide: Callable[[Pdf], None], packed: bool
) -> None:
    streams = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    pdf = changed(made, hide, object_stream_mode=streams, compress_streams=packed)
    assert place in {hit.place for hit in found(pdf).hits}


def test_it_says_on_which_page(made: bytes) -> None:
    for hide in (link, remark, alternative, spoken, thumbnail):
        assert [hit.page for hit in found(changed(made, hide)).hits] == [1]


def test_what_a_later_version_of_the_file_no_longer_shows_is_found(made: bytes) -> None:
    plainly = changed(made, lambda _: None, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    orphan = f"\n999 0 obj\n<</Was ({SECRET})>>\nendobj\n".encode("latin-1")
    assert [hit.place for hit in found(plainly + orphan).hits] == ["leftovers"]
    packed = zlib.compress(b"x" * 200 + SECRET.encode())
    orphan = b"\n998 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(packed), packed)
    assert [hit.place for hit in found(plainly + orphan).hits] == ["leftovers"]


def test_a_stream_that_begins_as_one_that_is_shown_is_read_to_its_end(made: bytes) -> None:
    begins = b"q BT /F1 12 Tf 1 0 0 1 72 720 Tm (The same words, and then) Tj "
    plainly = changed(made, in_stream(begins + b"ET Q"), compress_streams=False)
    body = begins + f"({SECRET}) Tj ET Q".encode("latin-1")
    orphan = b"\n998 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(body), body)
    assert found(plainly).clean
    assert "leftovers" in {hit.place for hit in found(plainly + orphan).hits}


def test_names_in_another_coding_are_read_and_break_nothing(made: bytes) -> None:
    said = SECRET.replace(" ", "#20").replace("(", "#28").replace(")", "#29").replace("Ä", "#c4").replace("ü", "#fc")
    for held in (f"<</Font /{said}>>", f"<</{said} 1>>", f"[/Caf#e9 <</#ff#fe <</{said} 1>>>>]"):

        def hide(document: Pdf, held: str = held) -> None:
            document.Root.Kept = pikepdf.Object.parse(held.encode("ascii"))

        assert [hit.place for hit in found(changed(made, hide)).hits] == ["names"]


def in_stream(data: bytes, *filters: Name) -> Callable[[Pdf], None]:
    def hide(document: Pdf) -> None:
        held = document.make_stream(data)
        held.Filter = Array(filters)
        document.Root.Kept = held

    return hide


def test_streams_are_read_through_whatever_they_were_packed_in(made: bytes) -> None:
    for size in (10, 200_000):
        text = SECRET.encode() + random.Random(size).randbytes(size)
        twice = zlib.compress(zlib.compress(text))
        written = base64.a85encode(zlib.compress(text), wrapcol=80) + b"~>"
        for hide in (
            in_stream(zlib.compress(text), Name.FlateDecode),
            in_stream(twice, Name.FlateDecode, Name.FlateDecode),
            in_stream(written, Name.ASCII85Decode, Name.FlateDecode),
        ):
            pdf = changed(made, hide, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
            assert "other streams" in {hit.place for hit in found(pdf).hits}


def test_a_stream_that_swells_beyond_all_bounds_is_left_in_time(made: bytes) -> None:
    bomb = zlib.compress(zlib.compress(bytes(1 << 27)))
    hide = in_stream(bomb, Name.FlateDecode, Name.FlateDecode)
    pdf = changed(made, hide, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert found(pdf).clean


def test_what_is_nested_beyond_all_sense_is_read_to_its_bottom(made: bytes) -> None:
    def hide(document: Pdf) -> None:
        nested: Any = String(SECRET)
        for _ in range(400):
            nested = Array([nested])
        document.Root.Kept = nested

    assert [hit.place for hit in found(changed(made, hide)).hits] == ["other strings"]


def test_short_texts_are_not_looked_for(made: bytes) -> None:
    assert found(made, Behind("One Sign-on", "projects/1", "name")).strings == 0


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(Refused):
        prove(b"no", ())


def test_ten_thousand_texts_are_looked_for_in_a_moment(made: bytes) -> None:
    many = (Behind(f"What was said on day {n} by somebody to nobody {n * 7}", "touchpoints/1", "note")
            for n in range(10_000))  # fmt: skip
    assert prove(made, many).strings == 10_000


@pytest.mark.parametrize("beside", [5, 80, 300])
def test_a_text_in_a_row_of_any_height_is_found_in_what_was_typeset(beside: int) -> None:
    secret = Behind("The supplier has missed two of its three dates and will miss the last", "projects/1", "note")
    long = Cell(runs=plain(" ".join(["reliable"] * beside)))
    columns = tuple(Column(title=name, width=wide) for name, wide in (("A", 0.3), ("B", 0.2), ("C", 0.5)))
    row = (long, Cell(runs=(Run(text=secret.text[:30], style="strong"), Run(text=secret.text[30:]))), long)
    content = with_part(Table(columns=columns, rows=(row,), caption="Rows"))
    proved = prove(typeset(content).pdf, (secret,), content)
    assert {hit.behind for hit in proved.hits} == {secret}
    assert dict(proved.places)["content before it was typeset"] > 3
