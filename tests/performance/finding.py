"""Searching everything in a big workspace: the whole first page of answers, beside one raw query of the index."""

from __future__ import annotations

import datetime as dt
import itertools
import random
import statistics
from collections.abc import Iterator
from pathlib import Path

from brm_app.domain.records import Assignment, Person, Project, Promise, Touchpoint, Unit
from brm_app.services.finding import Finder
from brm_app.services.workspace import Workspace
from tests.performance.stopwatch import seconds

TODAY = dt.date(2026, 11, 19)
QUERIES = 200
AIM = 0.050  # seconds within which 19 of 20 are answered
WORDS = (
    "printer badge label phone screen ward night shift login queue lift robot tablet letter bed roster order supplier "
    "network fault meeting nurse doctor porter clerk trial delay answer quiet fixed broken slow fast lost found"
).split()
FIRST = "Niamh Hugo Rosa Omar Ingrid Tevita Lucian Amara Cosima Pavel Mei Arash".split()
LAST = "Castellanos Mbatha Quist Farouk Lindqvist Aderonke Amadi Reddy Nolan Hollis Varga Okafor".split()


def fill(path: Path, touchpoints: int) -> Workspace:
    """A workspace with so many touchpoints, and units, people and projects as a large organisation has them."""
    chance = random.Random(7)
    workspace = Workspace.create(path, "Meridian")
    units = [
        Unit(name=f"{word.capitalize()} unit {number}") for number, word in zip(range(200), _endless(), strict=False)
    ]
    people = [
        Person(name=f"{chance.choice(FIRST)} {chance.choice(LAST)} {number}", unit=chance.choice(units).id)
        for number in range(2_000)
    ]
    areas = [
        Assignment(person=people[n].id, unit=unit.id, service_area=WORDS[n % len(WORDS)])
        for n, unit in enumerate(units)
    ]
    projects = [Project(name=f"Project {word}", summary=_sentence(chance)) for word in WORDS]
    start = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    happened = [
        Touchpoint(
            happened_at=start + dt.timedelta(minutes=30 * number),
            unit=chance.choice(units).id,
            people=(chance.choice(people).id,),
            summary=_sentence(chance),
        )
        for number in range(touchpoints)
    ]
    owed = [
        Promise(words=_sentence(chance), touchpoint=happened[n % touchpoints].id, due=TODAY)
        for n in range(touchpoints // 10)
    ]
    with workspace.write("Fill") as batch:
        for record in itertools.chain(units, people, areas, projects, happened, owed):
            batch.add(record)
    return workspace


def _endless() -> Iterator[str]:
    return itertools.cycle(WORDS)


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=12)).capitalize() + f" {chance.randrange(1000)}."


def typed(number: int = QUERIES) -> list[str]:
    """What people type: the beginnings of words and names, several words, and questions."""
    chance = random.Random(11)
    made = []
    for _ in range(number):
        word, other = chance.sample(WORDS, 2)
        last = chance.choice(LAST)
        made.append(
            chance.choice(
                (word[:1], word[:2], word[:3], word, f"{word} {other}", last[:3], last.lower(), f"{word} {other[:3]}",
                 f"who handles {word} for {other}")
            )
        )  # fmt: skip
    return made


def answer_times(workspace: Workspace, queries: list[str]) -> list[float]:
    """Seconds that each of the queries takes, after one that reads what is held."""
    finder = Finder(workspace)
    finder.find("warm", TODAY)
    return [seconds(lambda words=words: finder.find(words, TODAY)) for words in queries]  # type: ignore[misc]


def report(folder: Path, touchpoints: int = 100_000) -> str:
    """The median and the 95th percentile of the queries, beside the aim."""
    workspace = fill(folder / "finding.brm", touchpoints)
    try:
        times = answer_times(workspace, typed())
    finally:
        workspace.close()
    middle, late = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    return (
        f"search everything, {touchpoints:,} touchpoints, {len(times)} queries: "
        f"median {1000 * middle:.0f} ms, p95 {1000 * late:.0f} ms  (aim ≤ {1000 * AIM:.0f} ms)"
    )
