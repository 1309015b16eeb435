"""Search finds what a scan of all texts finds, whatever was typed, written, undone or redone."""

from __future__ import annotations

import datetime as dt
import itertools
import random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brm_app.domain.fields import specs
from brm_app.domain.marking import END, START
from brm_app.domain.records import RECORDS, Journey, Person, Project, Promise, Record, Touchpoint, Unit
from brm_app.domain.text import words_of
from brm_app.services.workspace import Workspace
from brm_app.storage.found import Order
from brm_app.storage.fulltext import KINDS
from tests.keeping import keep
from tests.storage.clients import Client

ODD = (
    "-",
    "*",
    '"',
    "NEAR",
    "NEAR(a b)",
    "a AND",
    "OR",
    "NOT b",
    "title:a",
    "{title} : a",
    "^a",
    "a*",
    "%",
    "_",
    "'",
    "\\",
)

DAY = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)


def found(workspace: Workspace, words: str, *kinds: str) -> list[str]:
    return [hit.title for hit in workspace.search(words, kinds)]


def test_a_word_finds_by_its_beginning_whatever_its_case_and_accents(workspace: Workspace) -> None:
    keep(workspace, Unit(name="Élan Nord"), Unit(name="Finance"), Person(name="Elana Ito"))
    assert sorted(found(workspace, "ELÁN")) == ["Elana Ito", "Élan Nord"]
    assert found(workspace, "nor ela") == ["Élan Nord"]
    assert found(workspace, "ance") == []


def test_a_title_comes_before_a_text(workspace: Workspace) -> None:
    talk = [Touchpoint(happened_at=NOW, summary="pharmacy pharmacy pharmacy: labels") for _ in range(20)]
    keep(workspace, *talk, Project(name="Labels", summary="for the pharmacy"), Unit(name="Pharmacy", note="x " * 400))
    assert found(workspace, "pharmacy")[0] == "Pharmacy"


def test_all_words_must_be_held_but_not_in_one_text(workspace: Workspace) -> None:
    keep(workspace, Unit(name="Pharmacy", note="third floor"), Unit(name="Theatre", note="third floor"))
    assert found(workspace, "floor pharm") == ["Pharmacy"]


def test_only_the_wanted_kinds_are_found(workspace: Workspace) -> None:
    keep(workspace, Unit(name="Meridian"), Project(name="Meridian two"), Journey(name="Meridian three"))
    assert found(workspace, "meridian", "projects") == ["Meridian two"]
    assert sorted(found(workspace, "meridian", "projects", "journeys")) == ["Meridian three", "Meridian two"]
    assert found(workspace, "meridian units") == [], "a kind is not a word"


def test_scripts_without_spaces_are_found_in_their_middle(workspace: Workspace) -> None:
    keep(workspace, Unit(name="明日の会議"), Unit(name="会社"), Unit(name="議会"))
    assert found(workspace, "会議") == ["明日の会議"]


@pytest.mark.parametrize("words", ODD)
def test_signs_of_a_query_language_are_only_typed_characters(workspace: Workspace, words: str) -> None:
    keep(workspace, Unit(name="A and b"), Unit(name="near"))
    assert {r.title for r in scan(workspace, words)} == set(found(workspace, words))


def test_a_long_pasted_text_is_no_fault(workspace: Workspace) -> None:
    keep(workspace, Unit(name="A"))
    assert found(workspace, "a-" * 5_000 + " b" * 5_000) == []


def test_a_snippet_marks_the_words_where_they_are(workspace: Workspace) -> None:
    long = "Nothing to see here. " * 20 + "The Étiquettes jam on every second box, " + "and so on " * 30
    keep(workspace, Touchpoint(happened_at=NOW, summary=long))
    (hit,) = workspace.search("etiq jam")
    assert f"The {START}Étiq{END}uettes {START}jam{END} on" in hit.snippet
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) < 200


def test_what_was_changed_is_found_by_its_new_words_only_and_undo_brings_the_old_ones_back(
    workspace: Workspace,
) -> None:
    unit = Unit(name="Pharmacy")
    keep(workspace, unit)
    with workspace.write("Rename") as batch:
        batch.save(attrs.evolve(unit, name="Dispensary"), base=unit)
    assert (found(workspace, "pharm"), found(workspace, "disp")) == ([], ["Dispensary"])
    workspace.undo()
    assert (found(workspace, "pharm"), found(workspace, "disp")) == (["Pharmacy"], [])
    workspace.undo()
    assert found(workspace, "pharm") == []
    workspace.redo()
    assert found(workspace, "pharm") == ["Pharmacy"]


def scan(workspace: Workspace, words: str) -> list[Record]:
    """What search should find, by reading every record."""
    phrases = [f" {' '.join(words_of(word))}" for word in words.split() if words_of(word)]
    return [r for kind in KINDS for r in workspace.find(RECORDS[kind]) if phrases and _holds(r, phrases)]


def _holds(record: Record, phrases: list[str]) -> bool:
    texts = [getattr(record, spec.attr) for spec in specs(type(record)) if spec.textual]
    return all(any(p in f" {' '.join(words_of(t))}" for t in texts) for p in phrases)


@given(seed=st.integers(0, 2**32), steps=st.integers(1, 25))
def test_after_any_writes_undos_and_redos_search_and_scan_agree(
    seed: int, steps: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    workspace = Workspace.create(tmp_path_factory.mktemp("search") / "w.brm", "Meridian")
    chance = random.Random(seed)
    client = Client(workspace, chance)
    for _ in range(steps):
        chance.choice((client.act, client.act, workspace.undo, workspace.redo))()
    for words in (workspace.who, *map(str, range(client.typed + 1))):
        assert {h.id for h in workspace.search(words, limit=1000)} == {r.id for r in scan(workspace, words)}
    workspace.check()
    workspace.close()


TEXTS = st.text(st.sampled_from('aAáßİﬁ会議ก่ن_-."*𝄞1²\u0301 \n'), max_size=12)


@given(titles=st.lists(TEXTS, min_size=1, max_size=8), words=TEXTS)
def test_any_letters_are_found_as_a_scan_finds_them(
    titles: list[str], words: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    workspace = Workspace.create(tmp_path_factory.mktemp("search") / "w.brm", "Meridian")
    keep(workspace, *(Unit(name=f"x{n} {title}") for n, title in enumerate(titles)))
    keep(workspace, *(Promise(words=f"x{n} {title}", due=DAY) for n, title in enumerate(titles)))
    assert {h.id for h in workspace.search(words)} == {r.id for r in scan(workspace, words)}
    workspace.close()


def talk(workspace: Workspace, count: int) -> None:
    units = [Unit(name=name) for name in ("Theatre", "Pharmacy", "Finance")]
    keep(workspace, *units)
    moods = (None, 1, 2, 3, 4, 5)
    keep(
        workspace,
        *(
            Touchpoint(
                happened_at=NOW,
                summary=f"Talk {n} {'late' if n % 3 else 'soon'}",
                mood=moods[n % 6],
                unit=units[n % 3].id,
            )
            for n in range(count)
        ),
    )


@pytest.mark.parametrize(("few", "some"), [(2_000, 25), (10, 25), (10, 0)])
def test_the_first_rows_are_the_beginning_of_all_in_any_order_with_any_words(
    workspace: Workspace, few: int, some: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk(workspace, 90)
    keep(workspace, *(Person(name=f"Late Talk {n}") for n in range(30)))  # what is found and is not of this list
    monkeypatch.setattr("brm_app.storage.fulltext.FEW", few)
    monkeypatch.setattr("brm_app.storage.fulltext.SOME", some)
    fields, all_words = ("", "happened_at", "kind", "unit", "mood"), ("", "talk", "late", "talk 7")
    for field, descending, words in itertools.product(fields, (False, True), all_words):
        order = Order(field, descending)
        everything, first = workspace.listed(Touchpoint, words, order), workspace.listed(Touchpoint, words, order, 20)
        assert everything.whole
        assert len(everything.ids) == {"": 90, "talk": 90, "late": 60, "talk 7": 11}[words]
        assert everything.ids[: len(first.ids)] == first.ids
        assert first.whole == (len(first.ids) == len(everything.ids))
        assert len(first.ids) >= min(20, len(everything.ids))
        records = workspace.get_many(Touchpoint, everything.ids)
        if field == "unit":
            names = {u.id: u.name for u in workspace.find(Unit)}
            ranked = [names[r.unit or ""] for r in records]
            assert ranked == sorted(ranked, reverse=descending)
        if field == "mood":
            moods = [r.mood or 0 for r in records]
            assert moods == sorted(moods, reverse=descending)
