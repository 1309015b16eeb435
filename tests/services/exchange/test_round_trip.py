"""Importing an export changes nothing, and an export into another workspace brings every record over to the letter."""

import csv
import datetime as dt
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brm_app.domain.errors import Refused
from brm_app.domain.fields import Kind, Spec, specs
from brm_app.domain.records import COMMAND_KINDS, RECORDS, Organisation, Person, Project, Record, Site, Touchpoint, Unit
from brm_app.domain.values import from_plain
from brm_app.services import samples
from brm_app.services.exchange import Counts, counts_of, export, plan, read_table, run, suggested
from brm_app.services.workspace import Workspace
from tests.keeping import keep

HOSTILE = [
    "=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "'=x", "''=x", "'quoted'", " lead", "trail ", "a;b", 'say "so"',
    "a,b\r\nc", "שלום", "𝄞", "e\u0301", "<b>&amp;</b>", "_x0041_", "x" * 40_000, "007", "1e5", "TRUE", "\x01\x7f", " ",
]  # fmt: skip
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufffe\uffff"), max_size=40)
NAMES = TEXT.filter(str.strip)


def strategy(spec: Spec) -> st.SearchStrategy[object]:
    """Values of a field without links."""
    match spec.kind:
        case Kind.TEXT | Kind.NOTE:
            held = (NAMES if spec.required else TEXT) | st.sampled_from(HOSTILE[:-1])
            return held.filter(lambda text: not spec.length or len(text) <= spec.length)
        case Kind.CHOICE:
            return st.sampled_from(spec.choices if spec.required else ("", *spec.choices))
        case Kind.CHOICES:
            least = 1 if spec.required else 0
            return st.lists(st.sampled_from(spec.choices), unique=True, min_size=least).map(tuple)
        case Kind.FLAG:
            return st.booleans()
        case Kind.WHOLE | Kind.MONEY:
            low, high = spec.least if spec.least is not None else -(2**63) + 1, spec.most or 2**63 - 1
            return _maybe(spec, st.integers(low, high))
        case Kind.NUMBER:
            return _maybe(spec, st.decimals(spec.least or -1000, spec.most or 10**6, places=4))
        case Kind.DATE:
            return _maybe(spec, st.dates())
        case Kind.MOMENT:
            return _maybe(spec, st.datetimes(timezones=st.timezones(no_cache=True), allow_imaginary=False))
        case Kind.COLOUR:
            return st.sampled_from(["", "#2A5BC7"])
    return st.just(() if spec.kind is Kind.LINKS else None)


def _maybe(spec: Spec, values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return values if spec.required else st.none() | values


def records(cls: type[Record]) -> st.SearchStrategy[Record]:
    return st.builds(cls, **{spec.attr: strategy(spec) for spec in specs(cls)})


@contextmanager
def workspace() -> Iterator[Workspace]:
    with tempfile.TemporaryDirectory() as folder:
        made = Workspace.create(Path(folder) / "w.brm", "Meridian")
        yield made
        made.close()


def brought_over(source: Workspace, target: Workspace, cls: type[Record], ending: str) -> Counts:
    path = source.path.with_name(f"{cls.collection}{ending}")
    export(source, cls, path)
    read = read_table(path)
    made = plan(target, cls, read, suggested(cls, read.columns))
    assert not made.reasons
    return run(target, made)


UNLINKED = [
    cls for cls in (RECORDS[kind] for kind in COMMAND_KINDS)
    if cls is not Organisation and not any(spec.target and spec.required for spec in specs(cls))
]  # fmt: skip


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_any_records_come_over_to_the_letter(ending: str, data: st.DataObject) -> None:
    cls = data.draw(st.sampled_from(UNLINKED))
    made = data.draw(st.lists(records(cls), min_size=1, max_size=3))
    with workspace() as source, workspace() as target:
        keep(source, *made)
        if ending == ".xlsx" and any(
            len(text) > 32_767 for r in made for text in attrs.astuple(r) if type(text) is str
        ):
            with pytest.raises(Refused, match="longer than 32,767"):
                brought_over(source, target, cls, ending)
            return
        assert brought_over(source, source, cls, ending).unchanged == source.count(cls)
        brought_over(source, target, cls, ending)
        for record in made:
            assert target.get(cls, record.id) == source.get(cls, record.id)


@pytest.mark.parametrize("text", HOSTILE[:-1])
def test_hostile_texts_come_over_as_csv_to_the_letter(text: str) -> None:
    with workspace() as source, workspace() as target:
        unit = Unit(name=text[:4000], note=text)
        keep(source, unit)
        brought_over(source, target, Unit, ".csv")
        assert target.get(Unit, unit.id) == unit


def test_links_are_written_as_codes_or_names_where_these_are_clear_and_else_as_ids() -> None:
    with workspace() as made:
        coded, named = Unit(name="Pharmacy", code="P-1"), Unit(name="Imaging")
        twins = Unit(name="Twin"), Unit(name="twin")
        odd = Unit(name="A; B")
        keep(made, coded, named, *twins, odd)
        owners = coded, named, twins[0], odd
        keep(made, *(Site(name=str(n), unit=unit.id) for n, unit in enumerate(owners)))
        export(made, Site, made.path.with_name("s.csv"))
        with open(made.path.with_name("s.csv"), encoding="utf-8", newline="") as file:
            assert [row["unit"] for row in csv.DictReader(file)] == ["P-1", "Imaging", twins[0].id, odd.id]
        assert brought_over(made, made, Site, ".csv").unchanged == 4


def test_links_to_other_kinds_and_to_the_same_kind_come_over_as_names() -> None:
    with workspace() as source, workspace() as target:
        acute = Unit(name="Acute")
        ward = Unit(name="Ward", part_of=acute.id)
        person, project = Person(name="Ann", unit=ward.id), Project(name="One; Sign-on", unit=ward.id)
        moment = attrs.evolve(Touchpoint(), people=(person.id,), projects=(project.id,))
        keep(source, acute, ward, person, project)
        for cls in (Unit, Person, Project):
            brought_over(source, target, cls, ".xlsx")
            assert target.find(cls) == source.find(cls)
        assert moment.people


def test_spreadsheets_see_text_where_a_formula_could_be() -> None:
    with workspace() as made:
        keep(made, Unit(name="=HYPERLINK(1)", note="+SUM(1)", they_say=Decimal(2)))
        export(made, Unit, made.path.with_name("u.csv"))
        text = made.path.with_name("u.csv").read_text(encoding="utf-8")
        assert "'=HYPERLINK(1)" in text
        assert "'+SUM(1)" in text


def test_json_holds_every_field_by_its_name() -> None:
    with workspace() as made:
        unit = Unit(name="𝄞 Pharmacy", they_say=Decimal("4.5"), customer_kinds=("patients",))
        keep(made, unit)
        export(made, Unit, made.path.with_name("u.json"))
        (plain,) = json.loads(made.path.with_name("u.json").read_text(encoding="utf-8"))
        assert Unit(id=plain.pop("id"), **{s.attr: from_plain(s, plain[s.name]) for s in specs(Unit)}) == unit


def test_a_text_too_long_for_a_workbook_is_refused_and_the_old_file_stays() -> None:
    with workspace() as made:
        keep(made, Unit(name="A", note="long " * 8000))
        path = made.path.with_name("u.xlsx")
        path.write_text("old")
        with pytest.raises(Refused, match="longer than 32,767 characters"):
            export(made, Unit, path)
        assert path.read_text() == "old"
        assert [p.name for p in path.parent.iterdir() if ".part" in p.name] == []


def test_an_unknown_ending_or_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with workspace() as made:
        with pytest.raises(Refused, match=r"ends in none of \.csv, \.xlsx, \.json"):
            export(made, Unit, tmp_path / "u.txt")
        for name in ("u.csv", "u.xlsx", "u.json"):
            with pytest.raises(Refused, match="could not be written"):
                export(made, Unit, tmp_path / "no" / name)


def test_the_counts_of_an_untouched_export_are_all_unchanged() -> None:
    with workspace() as made:
        keep(made, *(Unit(name=f"Unit {n}", note=" spaces ") for n in range(30)))
        export(made, Unit, made.path.with_name("u.csv"))
        read = read_table(made.path.with_name("u.csv"))
        planned = plan(made, Unit, read, suggested(Unit, read.columns))
        assert counts_of(planned) == Counts(created=0, updated=0, unchanged=30, refused=0, mended=0)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_every_kind_of_the_sample_comes_in_again_unchanged(ending: str, tmp_path: Path) -> None:
    made = samples.create(tmp_path / "w.brm", dt.date(2026, 11, 19))
    for kind in COMMAND_KINDS:
        cls = RECORDS[kind]
        assert brought_over(made, made, cls, ending) == Counts(0, 0, made.count(cls), 0, 0)
    made.close()
