"""What is issued is checked, numbered, proved and kept for good, or nothing is."""

import datetime as dt
import hashlib
import io
from collections.abc import Callable

import attrs
import pikepdf
import pytest

from brm_app.briefing import Appendix, typeset
from brm_app.briefing.pages import page_texts
from brm_app.briefing.press import Press
from brm_app.domain.content import Paragraph, plain
from brm_app.domain.errors import Refused
from brm_app.domain.freezing import thaw
from brm_app.domain.records import Attachment, Briefing, Message, Project, Touchpoint, Unit
from brm_app.services.briefs import staff
from brm_app.services.issuing import (
    VERIFIED,
    Asked,
    NotIssued,
    Wish,
    composed,
    files_of,
    issues,
    make_issue,
    state_of,
)
from brm_app.services.workspace import Notice, Workspace
from tests.briefing.staff_sample import staff as letter_to_staff
from tests.keeping import keep
from tests.services.issuing.ready import DAY, SECRET, audience, issued


def test_an_issue_has_its_number_its_content_its_bytes_and_its_certificate(ready: Workspace) -> None:
    issue = issued(ready)
    assert (issue.number, issue.year, issue.counted) == ("MER-S-2026-001", 2026, 1)
    assert (issue.audience_name, issue.issued_by, issue.as_of) == ("Staff", ready.who, DAY.isoformat())
    frozen, pdf = files_of(ready, issue.number)
    assert hashlib.sha256(pdf).hexdigest() == issue.sha256
    assert hashlib.sha256(frozen.encode()).hexdigest() == issue.content_sha256
    meta = thaw(frozen).meta
    assert (meta.number, meta.issued_text, meta.draft) == (issue.number, "November 22, 2026", False)
    assert state_of(ready, issue) == VERIFIED
    assert issues(ready) == [issue]
    certificate = issue.certificate
    assert certificate is not None
    assert certificate.strings > 5
    assert dict(certificate.places)["page text"] == issue.pages
    assert certificate.sha256 == certificate.typeset_sha256 == issue.sha256
    assert certificate.standards == ("PDF/UA-1", "PDF/A-3a")


def test_numbers_count_on_for_each_audience_and_begin_again_with_the_year(ready: Workspace) -> None:
    given = [issued(ready).number, issued(ready).number, issued(ready, "Board").number]
    given.append(issued(ready, day=dt.date(2027, 1, 1)).number)
    assert given == ["MER-S-2026-001", "MER-S-2026-002", "MER-B-2026-001", "MER-S-2027-001"]
    assert [each.number for each in issues(ready)][-1] == "MER-S-2026-001"


def test_undo_passes_over_an_issue(ready: Workspace) -> None:
    keep(ready, Unit(name="Laundry"), label="Add laundry")
    issue = issued(ready)
    assert ready.undo_label() == "Add laundry"
    newest, changes = ready.history(1)[0]
    assert (newest.label, newest.action, changes) == (f"Issue {issue.number}", "issue", [])
    ready.undo()
    assert not [unit for unit in ready.find(Unit) if unit.name == "Laundry"]
    ready.redo()
    while ready.undo():
        pass
    assert issues(ready) == [issue]
    assert state_of(ready, issue) == VERIFIED


def test_those_who_listen_are_told_once(ready: Workspace) -> None:
    heard: list[Notice] = []
    ready.listen(heard.append)
    issue = issued(ready)
    assert [(each.label, each.action, each.touched) for each in heard] == [
        (f"Issue {issue.number}", "issue", frozenset())
    ]


def test_the_number_stands_on_every_page_and_the_board_is_told_how_to_check_a_copy(ready: Workspace) -> None:
    for name in ("Staff", "Board"):
        issue = issued(ready, name)
        pages = page_texts(files_of(ready, issue.number)[1])
        assert [issue.number in text for text in pages] == [True] * issue.pages
    assert all(words in pages[0] for words in ("Issue number", "November 22, 2026"))
    assert "Is this copy genuine?" in pages[-1]


def test_a_correction_names_the_issue_that_it_puts_right(ready: Workspace) -> None:
    wrong = issued(ready)
    right = issued(ready, corrects=" mer-s-2026-001 ")
    assert right.corrects == wrong.number
    assert thaw(files_of(ready, right.number)[0]).meta.corrects == wrong.number
    with pytest.raises(Refused, match="no issue MER-S-1999-001"):
        issued(ready, corrects="MER-S-1999-001")
    assert len(issues(ready)) == 2


def test_a_correction_is_for_the_same_audience(ready: Workspace) -> None:
    wrong = issued(ready, "Board")
    with pytest.raises(Refused, match=f"{wrong.number} was issued for Board. Nothing was issued."):
        issued(ready, corrects=wrong.number)
    assert issues(ready) == [wrong]


def test_what_stands_in_the_way_is_named_and_nothing_is_kept(ready: Workspace) -> None:
    message = next(m for m in ready.find(Message) if m.audience == audience(ready, "Staff").id)
    keep(ready, attrs.evolve(message, state="draft"))
    with pytest.raises(NotIssued, match=r"Nothing was issued\. 1 thing stands in the way: One Sign-on") as refused:
        issued(ready)
    assert refused.value.findings[0].kind == "unapproved"
    assert refused.value.findings[0].record.startswith("messages/")
    assert issues(ready) == []


def test_a_day_to_come_stands_in_the_way_of_an_issue(ready: Workspace) -> None:
    made = composed(ready, "Staff", as_of=dt.date(2030, 1, 1))
    asked = Asked(content=made.content, wish=Wish(audience=made.audience, day=DAY), press=Press(typeset))
    with pytest.raises(NotIssued, match="The figures are of a day to come") as refused:
        make_issue(ready, lambda: asked)
    assert refused.value.findings[0].kind == "ahead"
    assert issues(ready) == []


def test_a_character_that_no_font_has_stands_in_the_way(ready: Workspace) -> None:
    keep(ready, *(attrs.evolve(project, name="Tap \U0001d11e and go") for project in ready.find(Project)))
    with pytest.raises(NotIssued, match="No font here has"):
        issued(ready)


# A projection that is broken on purpose


@pytest.fixture
def leaky(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes the staff's briefing print a text that it was never handed."""

    def leak(text: str) -> None:
        whole = staff.sections

        def sections(material: object) -> object:
            first, *rest = whole(material)  # type: ignore[arg-type]
            return (attrs.evolve(first, parts=(*first.parts, Paragraph(runs=plain(f"We hear: {text}.")))), *rest)

        monkeypatch.setattr(staff, "sections", sections)

    return leak


def test_a_leaked_note_is_found_and_named_with_its_record_field_and_page(
    ready: Workspace, leaky: Callable[[str], None]
) -> None:
    leaky(SECRET.upper())
    with pytest.raises(NotIssued, match="Note of touchpoint “Rounds on Ward 3”, on page 2") as refused:
        issued(ready)
    found = refused.value.findings[0]
    note = next(t for t in ready.find(Touchpoint) if t.note == SECRET)
    assert (found.kind, found.record, found.field, found.page) == ("wall", f"touchpoints/{note.id}", "note", 1)
    assert SECRET not in str(refused.value)
    assert issues(ready) == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Wilhelmina Featherstone", "Name of person"),
        ("The manager means to leave before the summer comes", "Note of unit"),
        ("The supplier has missed two of its three dates", "Note of project"),
        ("Log-in records of the badge readers", "Source of benefit"),
        ("Log in with a tap, Board", "Headline of message"),
        ("Your badge opens the dispensary too", "Headline of message"),
        ("Letter of the supplier on the delay.pdf", "Name of attachment"),
    ],
)
def test_whatever_is_not_for_this_audience_is_found(
    ready: Workspace, leaky: Callable[[str], None], text: str, field: str
) -> None:
    leaky(text)
    with pytest.raises(NotIssued, match=field):
        issued(ready)


def test_of_several_leaks_each_field_is_named_once(ready: Workspace, leaky: Callable[[str], None]) -> None:
    note = "The manager means to leave before the summer comes, and takes two of the senior nurses along with her"
    keep(ready, *(attrs.evolve(unit, note=note) for unit in ready.find(Unit) if unit.note))
    leaky(f"{note}. {SECRET}. Log-in records of the badge readers")
    with pytest.raises(NotIssued) as refused:
        issued(ready)
    for words in ("Note of unit", "Note of touchpoint", "Source of benefit"):
        assert str(refused.value).count(words) == 1


def test_a_wall_with_a_hole_is_found_too(ready: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The search asks the wall as it should be; the briefing was made with one that lets notes through."""
    from tests.services.issuing.holes import with_hole

    with with_hole(monkeypatch, Project, "name", "note"), pytest.raises(NotIssued, match="Note of project"):
        issued(ready)


def test_what_everybody_may_read_elsewhere_is_no_secret(ready: Workspace, leaky: Callable[[str], None]) -> None:
    leaky("Tap your badge instead of typing")
    keep(
        ready, Touchpoint(kind="meeting", note="Tap your badge instead of typing.", happened_at=dt.datetime.now(dt.UTC))
    )
    assert issued(ready).number


def test_what_is_behind_the_wall_is_found_in_an_appendix_and_named(ready: Workspace) -> None:
    letter = letter_to_staff()
    letter = attrs.evolve(letter, meta=attrs.evolve(letter.meta, intro=f"As you know: {SECRET}."))
    press = Press(typeset, (Appendix("Letter", typeset(letter).pdf),))
    with pytest.raises(NotIssued, match="Note of touchpoint “Rounds on Ward 3”, on page 3"):
        issued(ready, press=press)
    assert issues(ready) == []


def test_the_name_of_an_appendix_is_no_secret_to_those_who_are_given_it(ready: Workspace) -> None:
    blank = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(blank)
    file = Attachment(name="Figures of the year 2026.pdf", media_type="application/pdf", data=blank.getvalue())
    keep(ready, file)
    keep(ready, Briefing(title="News", audience=audience(ready, "Staff").id, appendices=(file.id,)))
    press = Press(typeset, (Appendix(file.name, file.data),))
    assert issued(ready, press=press).pages == 3
    with pytest.raises(NotIssued, match="Name of attachment"):
        issued(ready, "Board", press=press)
