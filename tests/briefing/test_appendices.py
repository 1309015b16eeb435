"""Pages of others stand behind a pack, labelled and tamed; a password locks it; what can't be taken is refused."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from brm_app.briefing import Appendix, append_appendices, page_image, page_text, pages_of, protect, typeset
from brm_app.domain.errors import Refused
from tests.briefing.board_sample import board
from tests.briefing.checked import elements, failed_rules
from tests.briefing.staff_sample import staff


def _saved(document: pikepdf.Pdf, **how: Any) -> bytes:
    out = BytesIO()
    document.save(out, **how)
    return out.getvalue()


def plain_pages(count: int = 1, text: str = "Foreign") -> pikepdf.Pdf:
    """Pages as another program makes them."""
    document = pikepdf.new()
    font = document.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for number in range(count):
        document.add_blank_page(page_size=(400, 300))
        page = document.pages[-1]
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        page.obj.Contents = document.make_stream(f"BT /F1 20 Tf 50 50 Td ({text} {number + 1}) Tj ET".encode())
    return document


def pack(*appendices: Appendix) -> bytes:
    made = typeset(board(), following=pages_of(appendices))
    return append_appendices(made.pdf, appendices, board())


@pytest.fixture(scope="module")
def bound() -> bytes:
    with plain_pages(2, "Letter") as letter, plain_pages(3, "Plan") as plan:
        return pack(Appendix("The auditor’s letter", _saved(letter)), Appendix("Plan", _saved(plan)))


def test_appendices_follow_with_labels_and_bookmarks_of_their_own(bound: bytes) -> None:
    own = typeset(board()).pages
    with pikepdf.open(BytesIO(bound)) as document:
        assert document.check_pdf_syntax() == []
        labels: list[Any] = [page.label for page in document.pages]
        assert labels == [
            *map(str, range(1, own + 1)),
            "A-1",
            "A-2",
            "B-1",
            "B-2",
            "B-3",
        ]
        with document.open_outline() as outline:
            assert [item.title for item in outline.root][-2:] == [
                "Appendix A: The auditor’s letter",
                "Appendix B: Plan",
            ]
    assert "Letter 1" in page_text(bound, own)
    assert "Plan 3" in page_text(bound, own + 4)


def test_our_own_pages_count_those_that_follow(bound: bytes) -> None:
    own = typeset(board()).pages
    for index in range(1, own):
        assert f"{index + 1} of {own + 5}" in page_text(bound, index)
    assert "and 5 pages of appendices" in " ".join(page_text(bound, 0).split())


def test_a_pack_with_pages_of_others_claims_nothing_for_them_and_keeps_its_own_tags(bound: bytes) -> None:
    with pikepdf.open(BytesIO(bound)) as document:
        packet = bytes(document.Root.Metadata.read_bytes())
    assert b"pdfuaid:part" not in packet
    assert b"pdfaid:part" not in packet
    alone = typeset(board(), following=5).pdf
    assert [item.kind for item in elements(bound)] == [item.kind for item in elements(alone)]


def test_the_same_appendices_give_the_same_bytes(bound: bytes) -> None:
    with plain_pages(2, "Letter") as letter, plain_pages(3, "Plan") as plan:
        again = [Appendix("The auditor’s letter", _saved(letter)), Appendix("Plan", _saved(plan))]
    assert pack(*again) == bound


def test_without_appendices_a_pack_stays_as_it_is() -> None:
    made = typeset(board()).pdf
    assert append_appendices(made, (), board()) == made


def hostile() -> bytes:
    """A page with everything that could act."""
    with plain_pages() as document:
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        launch = Dictionary(S=Name.Launch, F=String("calc.exe"))
        held = document.make_stream(b"MZ secret", Type=Name.EmbeddedFile)
        file = document.make_indirect(Dictionary(Type=Name.Filespec, F=String("x.exe"), EF=Dictionary(F=held)))
        document.Root.OpenAction = script
        document.Root.Names = Dictionary(
            JavaScript=Dictionary(Names=Array([String("a"), script])),
            EmbeddedFiles=Dictionary(Names=Array([String("x.exe"), file])),
        )
        page = document.pages[0].obj
        page.AA = Dictionary(O=script)
        page.AF = Array([file])
        page.Metadata = document.make_stream(b"secret of its maker")
        page.PieceInfo = Dictionary(Maker=String("secret"))
        boxed = [10, 10, 90, 30]
        shown = document.make_stream(b"BT /F1 12 Tf (Filled in) Tj ET", Type=Name.XObject, Subtype=Name.Form)
        shown.BBox, shown.Resources = Array([0, 0, 80, 20]), page.Resources
        marks = [
            Dictionary(Subtype=Name.Link, Rect=boxed, A=launch),
            Dictionary(Subtype=Name.Link, Rect=boxed, A=Dictionary(S=Name.URI, URI=String("javascript:alert(1)"))),
            Dictionary(Subtype=Name.Link, Rect=boxed, A=Dictionary(S=Name.URI, URI=String("https://example.org/a"))),
            Dictionary(Subtype=Name.Link, Rect=boxed, A=Dictionary(S=Name.GoToR, F=String("other.pdf"))),
            Dictionary(Subtype=Name.FileAttachment, Rect=boxed, FS=file),
            Dictionary(Subtype=Name.Widget, FT=Name.Tx, T=String("a"), Rect=boxed, AA=Dictionary(K=script), F=4),
        ]
        marks[-1].AP = Dictionary(N=shown)
        page.Annots = Array([document.make_indirect(mark) for mark in marks])
        document.Root.AcroForm = Dictionary(Fields=Array([page.Annots[-1]]))
        page.Resources.XObject = Dictionary(
            X=document.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, OPI=launch)
        )
        return _saved(document, compress_streams=False)


def test_nothing_in_an_appendix_can_act_and_nothing_unseen_comes_along() -> None:
    made = pack(Appendix("Form", hostile()))
    with pikepdf.open(BytesIO(made)) as document:
        whole = _saved(document, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        links: list[Any] = list(document.pages[-1].Annots)
        assert [str(link.A.URI) for link in links] == ["https://example.org/a"]
    for word in (
        b"JavaScript",
        b"Launch",
        b"GoToR",
        b"EmbeddedFile",
        b"calc",
        b"secret",
        b"AcroForm",
        b"OPI",
        b"alert",
    ):
        assert word not in whole
    assert "Filled in" in page_text(made, typeset(board()).pages), "what was filled in can still be seen"


@pytest.mark.parametrize("base", ["ON", "OFF"])
def test_a_layer_that_is_switched_off_stays_so(base: str) -> None:
    with plain_pages() as document:
        layers = [document.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("Dark", "Text")]
        shown = Dictionary(OFF=Array(layers[:1])) if base == "ON" else Dictionary(ON=Array(layers[1:]))
        shown.BaseState = Name(f"/{base}")
        document.Root.OCProperties = Dictionary(OCGs=Array(layers), D=shown)
        page = document.pages[0].obj
        page.Resources.Properties = Dictionary(A=layers[0], B=layers[1])
        page.Contents = document.make_stream(
            b"/OC /A BDC 0 g 0 0 400 300 re f EMC /OC /B BDC 1 0 0 rg 0 150 400 150 re f EMC"
        )
        made = pack(Appendix("Plan", _saved(document)), Appendix("Again", _saved(document)))
    for index in (-2, -1):
        with pikepdf.open(BytesIO(made)) as document:
            place = len(document.pages) + index
        width, _, data = page_image(made, place, 0.2)
        reds, greens = data[2::4], data[1::4]
        assert (reds[width * 10], greens[width * 10]) == (255, 0), "the layer that is seen"
        assert greens[-width * 20] == 255, "the layer that is not"


def _encrypted() -> bytes:
    with plain_pages() as document:
        return _saved(document, encryption=pikepdf.Encryption(owner="o", user="u", R=6))


def _restricted() -> bytes:
    with plain_pages() as document:
        return _saved(document, encryption=pikepdf.Encryption(owner="o", user="", R=6))


def _many() -> bytes:
    document = pikepdf.new()
    page = document.make_indirect(Dictionary(Type=Name.Page, MediaBox=[0, 0, 9, 9], Parent=document.Root.Pages))
    document.Root.Pages.Kids = Array([document.make_indirect(Dictionary(dict(page))) for _ in range(10_000)])
    document.Root.Pages.Count = 10_000
    return _saved(document)


def _endless() -> bytes:
    return (
        _saved(plain_pages())
        .replace(b"/Kids [ 3 0 R ]", b"/Kids [ 2 0 R ]")
        .replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")
    )


def _bomb() -> bytes:
    """Two megabytes that unpack into two thousand."""
    squeezed = zlib.compressobj(9)
    inside = squeezed.compress(b"5 0 << /Type /Pages /Kids [6 0 R] /Count 1 >> ")
    inside += b"".join(squeezed.compress(bytes(1 << 20)) for _ in range(300)) + squeezed.flush()
    out, at = b"%PDF-1.7\n", {}
    for number, body in (
        (1, b"<< /Type /Catalog /Pages 5 0 R >>"),
        (6, b"<< /Type /Page /Parent 5 0 R /MediaBox [0 0 9 9] >>"),
        (
            3,
            b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
            % (len(inside), inside),
        ),
    ):
        at[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = ((0, 0), (1, at[1]), (1, len(out)), (1, at[3]), (0, 0), (2, 3), (1, at[6]))
    table = b"".join(bytes([kind]) + value.to_bytes(4, "big") + b"\0" for kind, value in rows)
    head = b"2 0 obj\n<< /Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R /Length %d >>\nstream\n" % len(table)
    return out + head + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(out)


def _with(**root: Any) -> bytes:
    with plain_pages() as document:
        for key, value in root.items():
            document.Root[f"/{key}"] = value
        return _saved(document)


def _pageless() -> bytes:
    return _saved(pikepdf.new())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "damaged"),
        (b"not a PDF at all", "damaged"),
        (b"%PDF-1.7\n%%EOF", "damaged"),
        (_encrypted(), "password"),
        (_restricted(), "password"),
        (_many(), "10000 pages"),
        (_endless(), "damaged"),
        (_bomb(), "damaged"),
        (_pageless(), "no pages"),
        (_with(Collection=Dictionary(View=Name.D)), "folder of other files"),
        (_with(NeedsRendering=True), "only when it is opened"),
    ],
    ids=["empty", "text", "hollow", "locked", "restricted", "many", "endless", "bomb", "pageless", "folder", "form"],
)
def test_what_cannot_be_taken_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said) as refused:
        append_appendices(typeset(board()).pdf, [Appendix("Odd", data)], board())
    assert "Odd" in str(refused.value)
    assert "Nothing was saved." in str(refused.value)


def test_no_more_appendices_than_letters() -> None:
    with plain_pages() as page, pytest.raises(Refused, match="at most 26"):
        pages_of([Appendix(f"{n}", _saved(page)) for n in range(27)])


def test_one_of_our_own_packs_can_be_an_appendix() -> None:
    own, other = typeset(board()).pages, typeset(staff())
    made = pack(Appendix("Staff", other.pdf))
    with pikepdf.open(BytesIO(made)) as document:
        assert document.check_pdf_syntax() == []
        assert len(document.pages) == own + other.pages


def test_a_password_locks_the_pages_with_aes_256() -> None:
    locked = protect(typeset(board()).pdf, "Schlüssel")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(locked))
    with pikepdf.open(BytesIO(locked), password="Schlüssel") as document:
        assert document.encryption.R == 6
        assert document.encryption.bits == 256
        packet = bytes(document.Root.Metadata.read_bytes())
    assert b"pdfuaid:part" in packet
    assert b"pdfaid:part" not in packet, "what is locked is not for an archive"


def test_a_locked_pack_is_still_one_that_can_be_heard() -> None:
    locked = protect(typeset(board()).pdf, "x")
    with pikepdf.open(BytesIO(locked), password="x") as document:
        assert [text for text in failed_rules(_saved(document)) if text.startswith("PDFUA1")] == []


@pytest.mark.parametrize(("password", "said"), [("", "empty"), ("  ", "only spaces"), ("x" * 128, "too long")])
def test_a_password_that_would_not_protect_is_refused(password: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        protect(typeset(board()).pdf, password)
