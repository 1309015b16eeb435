"""A figure that was handed out and has changed since is recalled, with what it was, what it is and who was told."""

import datetime as dt
from decimal import Decimal

import attrs
import pytest

from brm_app.domain.errors import Refused
from brm_app.domain.ids import new_id
from brm_app.domain.records import Audience, Benefit, Briefing, Organisation, Project, Reading, Telling
from brm_app.services import recalling
from brm_app.services.briefs import compose, points
from brm_app.services.recalling import recalls, tell_again, write_correction
from brm_app.services.workspace import Workspace
from brm_app.storage import register
from brm_app.storage.driver import Rows
from tests.issued import issued
from tests.keeping import keep

AUGUST, NOVEMBER = dt.date(2026, 8, 20), dt.date(2026, 11, 19)
SIGN_ON = Project(name="One Sign-on")
LABELS = Project(name="Label Right")
LOG_IN = Benefit(
    project=SIGN_ON.id, statement="Time to log in", measure="s", baseline=Decimal(94), evidence="measured",
    occurrences_per_period=Decimal("11.5"), periods_per_year=Decimal(210), population=640,
)  # fmt: skip
JAMS = Benefit(project=LABELS.id, statement="Jams a month", measure="count", evidence="measured")
READ = Reading(benefit=LOG_IN.id, value=Decimal(21), as_of=dt.date(2026, 7, 31))
COUNTED = Reading(benefit=JAMS.id, value=Decimal(297), as_of=dt.date(2026, 7, 31))


@pytest.fixture
def book(workspace: Workspace) -> Workspace:
    keep(workspace, SIGN_ON, LABELS, LOG_IN, JAMS, READ, COUNTED)
    return workspace


def told(workspace: Workspace) -> list[tuple[str, str, str, str]]:
    return [(r.issue.number, r.label, r.was, r.now) for r in recalls(workspace)]


def dearer(workspace: Workspace) -> None:
    keep(workspace, attrs.evolve(workspace.find(Organisation)[0], hourly_rate=5000))


def test_another_rate_recalls_exactly_the_issues_that_printed_money(book: Workspace) -> None:
    issued(book, "Staff", AUGUST)
    first = issued(book, "Board", AUGUST)
    issued(book, "Board", NOVEMBER, projects=["Label Right"])
    second = issued(book, "Board", NOVEMBER)
    assert told(book) == []
    dearer(book)
    line = ("One Sign-on, Time to log in", "$1.44 m a year", "$1.57 m a year")
    assert told(book) == [(second.number, *line), (first.number, *line)]


def test_a_reading_changed_after_the_issue_is_recalled_and_a_later_one_is_not(book: Workspace) -> None:
    issued(book, "Board", AUGUST)
    keep(book, Reading(benefit=JAMS.id, value=Decimal(310), as_of=dt.date(2026, 10, 31)))
    assert told(book) == []
    keep(book, attrs.evolve(COUNTED, value=Decimal(301)))
    assert [line[1:] for line in told(book)] == [("Label Right, Jams a month", "297", "301")]


def test_a_reading_put_in_before_the_day_of_the_issue_is_recalled(book: Workspace) -> None:
    issued(book, "Board", AUGUST)
    keep(book, Reading(benefit=JAMS.id, value=Decimal(280), as_of=dt.date(2026, 8, 15)))
    assert [line[2:] for line in told(book)] == [("297", "280")]


@pytest.mark.parametrize("gone", [COUNTED, JAMS, LABELS])
def test_what_was_deleted_is_no_longer_stated(book: Workspace, gone: Reading | Benefit | Project) -> None:
    issued(book, "Board", AUGUST)
    with book.write("Delete") as batch:
        batch.delete(gone)
    assert [line[1:] for line in told(book)] == [("Label Right, Jams a month", "297", "no longer stated")]


def test_other_words_are_no_recall_and_another_strength_of_evidence_is(book: Workspace) -> None:
    issued(book, "Board", AUGUST)
    worded = attrs.evolve(JAMS, statement="Label jams in a month", source="Printer log")
    keep(book, worded, attrs.evolve(LABELS, name="Labels that stick"))
    assert told(book) == []
    keep(book, attrs.evolve(worded, evidence="told"))
    assert [line[2:] for line in told(book)] == [("297, measured", "297, told")]


AMOUNTS = Benefit(
    project=LABELS.id, statement="Lost labels", measure="percent", direction="higher", baseline=Decimal(40),
    target=Decimal(85), evidence="measured",
)  # fmt: skip
SHARE = Reading(benefit=AMOUNTS.id, value=Decimal(58), as_of=dt.date(2026, 7, 31))


@pytest.mark.parametrize(
    ("changed", "was", "now"),
    [
        (attrs.evolve(AMOUNTS, baseline=Decimal(45)), "was 40\xa0%", "was 45\xa0%"),
        (attrs.evolve(AMOUNTS, baseline=None), "was 40\xa0%", "no earlier value"),
        (attrs.evolve(AMOUNTS, target=Decimal(90)), "against a target of 85\xa0%", "against a target of 90\xa0%"),
        (attrs.evolve(AMOUNTS, target=None), "against a target of 85\xa0%", "no target"),
    ],
)
def test_another_baseline_or_target_is_recalled_as_it_was_printed(
    book: Workspace, changed: Benefit, was: str, now: str
) -> None:
    keep(book, AMOUNTS, SHARE)
    issued(book, "Board", AUGUST)
    assert told(book) == []
    keep(book, changed)
    assert [line[1:] for line in told(book)] == [("Label Right, Lost labels", was, now)]


def test_an_input_that_only_the_derivation_shows_is_recalled(book: Workspace) -> None:
    issued(book, "Board", AUGUST)
    keep(book, attrs.evolve(LOG_IN, population=641, population_name="nurses", occurrence_name="log-ins"))
    assert [line[2:] for line in told(book)] == [
        (
            "73 s × 11.5 times × 210 shifts × 640 people × $46 an hour",
            "73 s × 11.5 log-ins × 210 shifts × 641 nurses × $46 an hour",
        )
    ]
    keep(book, attrs.evolve(LOG_IN, population_name="nurses"))
    assert told(book) == []  # other words


def test_the_derivation_of_an_older_issue_is_known_from_its_figures(
    book: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        points, "_as_printed", lambda point, *_: attrs.evolve(point, baseline="", target="", derivation="")
    )
    issued(book, "Board", AUGUST)
    monkeypatch.undo()
    keep(book, attrs.evolve(LOG_IN, population=641))
    assert [line[3] for line in told(book)] == ["73 s × 11.5 times × 210 shifts × 641 people × $46 an hour"]


def test_staff_are_not_recalled_what_was_not_printed_for_them(book: Workspace) -> None:
    keep(book, AMOUNTS, SHARE)
    issued(book, "Staff", AUGUST)
    keep(book, attrs.evolve(AMOUNTS, target=Decimal(90)), attrs.evolve(LOG_IN, population=641))
    assert told(book) == []
    keep(book, attrs.evolve(AMOUNTS, baseline=Decimal(45)))
    assert [line[2:] for line in told(book)] == [("was 40\xa0%", "was 45\xa0%")]


def test_a_total_is_recalled_where_no_figure_of_it_is(book: Workspace) -> None:
    priced = attrs.evolve(JAMS, periods_per_year=Decimal(1), unit_value=100, evidence="estimated")
    first = attrs.evolve(priced, baseline=Decimal(10697))
    second = attrs.evolve(priced, id=new_id(), statement="Other jams", baseline=Decimal(10347))
    keep(book, first, second, attrs.evolve(COUNTED, id=new_id(), benefit=second.id))
    issued(book, "Board", AUGUST)
    keep(book, attrs.evolve(first, baseline=Decimal(10757)))
    assert [line[1:] for line in told(book)] == [
        ("Label Right, Jams a month", "was 10,697", "was 10,757"),
        ("Benefit a year, estimated", "$20 k", "$21 k"),
    ]
    keep(book, attrs.evolve(first, baseline=Decimal(20757)))
    assert [line[1:] for line in told(book)] == [("Label Right, Jams a month", "$10 k a year", "$20 k a year")]


def test_other_lenses_of_the_audience_are_no_recall(book: Workspace) -> None:
    issued(book, "Board", AUGUST)
    board = next(a for a in book.find(Audience) if a.name == "Board")
    keep(book, attrs.evolve(board, lenses=("time",)))
    assert told(book) == []
    dearer(book)
    assert [line[2:] for line in told(book)] == [("$1.44 m a year", "$1.57 m a year")]


def test_a_correction_does_not_say_what_those_who_were_told_may_not_be_shown(book: Workspace) -> None:
    number = issued(book, "Board", AUGUST).number
    dearer(book)
    board = next(a for a in book.find(Audience) if a.name == "Board")
    keep(book, attrs.evolve(board, lenses=("time",)), attrs.evolve(JAMS, internal=True))
    assert write_correction(book, number).correction.splitlines() == [
        "A figure of Label Right is no longer stated.",
        "One Sign-on, Time to log in is not as it was stated.",
    ]


def test_those_who_were_told_are_ticked_when_told_again(book: Workspace) -> None:
    number = issued(book, "Board", AUGUST).number
    given = [Telling(issue=number, whom=name, on=AUGUST) for name in ("Ada", "Ben")]
    keep(book, *given, Telling(issue="MH-B-2020-001", whom="Cy", on=AUGUST))
    keep(book, attrs.evolve(COUNTED, value=Decimal(301)))
    (recall,) = recalls(book)
    assert [telling.whom for telling in recall.told] == ["Ada", "Ben"]
    assert not recall.told_again
    tell_again(book, recall.told, NOVEMBER)
    (recall,) = recalls(book)
    assert recall.told_again
    assert {telling.told_again for telling in recall.told} == {NOVEMBER}
    assert book.undo_label() == "Tell 2 people again"
    book.undo()
    assert not recalls(book)[0].told_again


def test_a_correction_says_what_was_wrong_to_the_same_people_in_the_same_scope(book: Workspace) -> None:
    number = issued(book, "Board", AUGUST, projects=["Label Right"]).number
    keep(book, attrs.evolve(COUNTED, value=Decimal(301)))
    made = write_correction(book, number)
    board = next(a for a in book.find(Audience) if a.name == "Board")
    assert book.get(Briefing, made.id) == made
    assert (made.audience, made.corrects) == (board.id, number)
    assert made.correction == "Label Right, Jams a month: was 297, is 301."
    content = compose(book, board, made, as_of=NOVEMBER)
    assert content.meta.corrects == number
    assert [part.runs[0].text for part in content.cover[:2]] == [f"This pack puts right {number}.", made.correction]
    assert [change.word for change in content.sections[0].parts[1].items] == ["Corrected"]


def test_once_the_correction_is_issued_the_briefing_puts_nothing_right_any_more(book: Workspace) -> None:
    number = issued(book, "Board", AUGUST).number
    keep(book, attrs.evolve(COUNTED, value=Decimal(301)))
    write_correction(book, number)
    second = issued(book, "Board", NOVEMBER)
    assert second.corrects == number
    assert issued(book, "Board", NOVEMBER).corrects == ""
    assert [recall.issue.number for recall in recalls(book)] == [number]


def test_there_is_no_correction_of_what_was_never_issued(book: Workspace) -> None:
    with pytest.raises(Refused, match="no issue MH-B-2026-001"):
        write_correction(book, "MH-B-2026-001")


def test_the_content_of_an_issue_is_read_once_for_all_looks(book: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = issued(book, "Board", AUGUST), issued(book, "Board", NOVEMBER)
    dearer(book)
    read: list[str] = []
    files = register.files

    def counted(connection: Rows, number: str) -> tuple[bytes | None, bytes | None]:
        read.append(number)
        return files(connection, number)

    monkeypatch.setattr(register, "files", counted)
    monkeypatch.setattr(recalling, "_HELD", {})  # other tests have issues of the same content
    found = recalls(book)
    assert sorted(read) == sorted([first.number, second.number])
    assert recalls(book) == found
    assert len(read) == 2
