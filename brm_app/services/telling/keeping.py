"""The matrix of an open workspace, of which after a write only those rows are made again that it concerned."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable

import attrs

from brm_app.domain.records import Message, Project, Rollout, Telling
from brm_app.services.proving import states_of
from brm_app.services.telling.handed import handed_out
from brm_app.services.telling.matrix import Coverage, Facts, columns_of, cover, read
from brm_app.services.workspace import Workspace

SMALL = frozenset({Message.collection, Telling.collection})
"""What is written in the cells; each of these concerns the row of one project."""


class KeptCoverage:
    """Works out the matrix, and remembers what it was made from."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._facts: Facts | None = None
        self._stops: defaultdict[str, list[Rollout]] = defaultdict(list)
        self._projects: dict[str, str] = {}
        self._told: dict[str, str] = {}
        self._of_issue: list[Telling] = []
        self.coverage: Coverage | None = None

    def read(self, today: dt.date, everything: bool) -> Coverage:
        """Reads everything."""
        facts = self._facts = read(self._workspace, everything)
        self._stops.clear()
        for rollout in facts.rollouts:
            self._stops[rollout.project or ""].append(rollout)
        self._projects, self._told = {}, {}
        self._of_issue = [telling for telling in facts.tellings if telling.issue and not telling.message]
        self._remember(facts)
        self.coverage = cover(facts, today)
        return self.coverage

    def read_again(self, touched: Collection[tuple[str, str]], today: dt.date, everything: bool) -> Coverage:
        """Reads what a write touched, which may be everything."""
        coverage = self.coverage
        if self._facts is None or coverage is None or coverage.today != today or {k for k, _ in touched} - SMALL:
            return self.read(today, everything)
        messages = {key for kind, key in touched if kind == Message.collection}
        told = {key for kind, key in touched if kind == Telling.collection}
        if self._of_issues(told):
            return self.read(today, everything)
        messages |= {t.message for t in self._workspace.get_many(Telling, told) if t.message}
        messages |= {self._told[key] for key in told if key in self._told}  # also of those that were taken back
        projects = {self._projects.get(key, "") for key in messages}
        projects |= {m.project or "" for m in self._workspace.get_many(Message, messages)}
        return self._renew(coverage, self._facts, projects, today)

    def _of_issues(self, tellings: Collection[str]) -> bool:
        """Whether any of these, which may be gone, tells of an issue and so of many projects."""
        now = {telling.id: telling for telling in self._workspace.get_many(Telling, tellings)}
        return any(not now[key].message if key in now else key not in self._told for key in tellings)

    def _renew(self, coverage: Coverage, facts: Facts, projects: Iterable[str], today: dt.date) -> Coverage:
        wanted = set(projects)
        again = [row.project for row in coverage.rows if row.project.id in wanted]
        fresh = cover(self._part(facts, again), today)
        rows = {row.project.id: row for row in fresh.rows}
        renewed = [rows.get(row.project.id, row) for row in coverage.rows]
        self.coverage = attrs.evolve(coverage, rows=renewed, columns=columns_of(facts, renewed))
        return self.coverage

    def _part(self, facts: Facts, projects: Iterable[Project]) -> Facts:
        """The facts of some projects, read anew as far as cells change them."""
        chosen = list(projects)
        find = self._workspace.find
        messages = [m for project in chosen for m in find(Message, equals={"project": project.id})]
        tellings = [t for m in messages for t in find(Telling, equals={"message": m.id}, sort="id")]
        part = attrs.evolve(
            facts,
            projects=chosen,
            rollouts=[stop for project in chosen for stop in self._stops.get(project.id, ())],
            messages=messages,
            tellings=[*tellings, *handed_out(self._workspace, messages, self._of_issue)],
            states=states_of(self._workspace, messages),
        )
        self._remember(part)
        return part

    def _remember(self, facts: Facts) -> None:
        """To which project a message belongs and to which message a telling, for when they are gone."""
        self._projects |= {message.id: message.project or "" for message in facts.messages}
        self._told |= {
            telling.id: telling.message for telling in facts.tellings if telling.message and not telling.issue
        }
