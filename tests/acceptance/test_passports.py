"""Every figure carries its passport, the sources name them all, and no total adds one class of evidence to another."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from brm_app.briefing import page_text, typeset
from brm_app.domain.content import Document, Figure
from brm_app.domain.fields import by_name
from brm_app.domain.freezing import freeze
from brm_app.domain.records import RECORDS, Audience, Benefit, Person, Project, Reading, Unit
from brm_app.services import samples
from brm_app.services.briefs import compose
from brm_app.services.briefs.compose import wall_for
from brm_app.services.briefs.shelf import load
from brm_app.services.briefs.unitpage import unit_page
from brm_app.services.briefs.wording import Words, locale_of
from brm_app.services.workspace import Workspace
from tests.acceptance.marked import AS_OF, Marked
from tests.keeping import keep

TODAY = dt.date(2026, 11, 19)
CLASSES = ("measured", "estimated", "told")
_RUNS = (6, 100)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = samples.create(tmp_path_factory.mktemp("sample") / "sample.brm", TODAY)
    yield made
    made.close()


def lacking(workspace: Workspace, audience: Audience, content: Document) -> list[tuple[str, str]]:
    """Number and part of each passport of the content that is not complete."""
    wall = wall_for(load(workspace, dt.date.fromisoformat(content.meta.as_of)), audience)
    found = []
    for figure in content.figures:
        collection, _, key = figure.record.partition("/")
        record = workspace.get(RECORDS[collection], key)
        complete = {
            "record": record is not None,
            "as_of": bool(figure.as_of) and dt.date.fromisoformat(figure.as_of) <= wall_day(content),
            "evidence": figure.evidence in CLASSES,
            "derivation": bool(figure.derivation),
            "value": figure.value is not None and bool(figure.text) and bool(figure.label),
        }
        for part in ("owner", "source"):
            if isinstance(record, Benefit) and wall.may_read(record, by_name(Benefit)[part]):
                held = record.source if part == "source" else owner(workspace, record)
                complete[part] = bool(getattr(figure, part)) == bool(held)
        found += [(figure.number, part) for part, there in complete.items() if not there]
    return found


def wall_day(content: Document) -> dt.date:
    return dt.date.fromisoformat(content.meta.as_of)


def owner(workspace: Workspace, benefit: Benefit) -> str:
    """What is printed of the owner: the job title, which everybody may be told, or the name of who consents."""
    person = workspace.get(Person, benefit.owner or "")
    if person is None or person.internal:
        return ""
    return person.job_title or (person.name if person.name_consent else "")


@pytest.mark.parametrize("name", ["Staff", "Board"])
def test_every_figure_of_the_sample_carries_its_passport(sample: Workspace, name: str) -> None:
    audience = next(a for a in sample.find(Audience) if a.name == name)
    content = compose(sample, audience, as_of=TODAY)
    assert len(content.figures) > 10
    assert lacking(sample, audience, content) == []
    assert [figure.number for figure in content.figures] == [f"F{n}" for n in range(1, len(content.figures) + 1)]


def test_every_figure_of_generated_workspaces_carries_its_passport(
    tmp_path: Path, counted: Callable[[int, int], int]
) -> None:
    figures = 0
    for seed in range(counted(*_RUNS)):
        marked = Marked(seed)
        marked.make()
        workspace = marked.save(tmp_path / f"{seed}.brm")
        for audience in workspace.find(Audience):
            content = compose(workspace, audience, as_of=AS_OF)
            assert lacking(workspace, audience, content) == [], (seed, audience.name)
            figures += len(content.figures)
        workspace.close()
    assert figures


def test_the_sources_page_names_every_figure_with_its_source_and_owner(sample: Workspace) -> None:
    content = compose(sample, "Board", as_of=TODAY)
    made = typeset(content)
    start = next(page for kicker, page in made.sections if kicker == "Where every figure comes from")
    printed = squeezed("".join(page_text(made.pdf, page) for page in range(start, made.pages)))
    for figure in content.figures:
        for words in (figure.number, figure.text, figure.source, figure.owner, figure.derivation, figure.evidence):
            assert squeezed(words) in printed, (figure.number, words)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text).casefold()


def money_of(figures: tuple[Figure, ...]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for figure in figures:
        sums[figure.evidence] += Decimal(str(figure.value))
    return sums


@pytest.mark.parametrize("seed", range(8))
def test_measured_estimated_and_told_money_is_never_added_into_one_total(tmp_path: Path, seed: int) -> None:
    workspace = Workspace.create(tmp_path / "w.brm", "Meridian")
    unit, union = Unit(name="Pharmacy"), Audience(name="Union", lenses=("money", "time"))
    project = Project(name="One Sign-on", unit=unit.id)
    worth = [100_000 + 37_000 * (seed + 1) * (number + 3) ** 2 for number in range(6)]
    benefits = [
        Benefit(project=project.id, statement=f"Money {n}", measure="money", direction="higher", baseline=Decimal(0),
                periods_per_year=Decimal(1), evidence=CLASSES[(n + seed) % 3])
        for n in range(6)
    ]  # fmt: skip
    readings = [Reading(benefit=b.id, value=Decimal(w), as_of=TODAY) for b, w in zip(benefits, worth, strict=True)]
    keep(workspace, unit, union, project, *benefits, *readings)
    content = compose(workspace, "Board", as_of=TODAY)
    others = [compose(workspace, name, as_of=TODAY) for name in ("Staff", "Union")]
    others += [unit_page(workspace, unit.id, audience, TODAY) for audience in workspace.find(Audience)]
    workspace.close()
    words = Words(locale_of("en_US"), "USD", TODAY)
    sums = money_of(content.figures)
    said = "".join(map(freeze, (content, *others)))
    assert set(sums) == set(CLASSES)
    for name, value in sums.items():
        assert f"{words.money(value)} {name}" in said
    parts = list(sums.values())
    for mixed in (sum(parts), parts[0] + parts[1], parts[0] + parts[2], parts[1] + parts[2]):
        assert words.money(Decimal(mixed)) not in said
