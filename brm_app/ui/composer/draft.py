"""The draft on the desk: whose briefing it is, what it says, and what of the workspace goes in (no Qt here)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import attrs

from brm_app.domain.errors import Refused
from brm_app.domain.ids import new_id
from brm_app.domain.records import RECORDS, Attachment, Audience, Benefit, Briefing, Option, Project, Unit

if TYPE_CHECKING:  # the services must not be imported before the first paint
    from brm_app.services.workspace import Workspace

_PLACES = ("units", "people", "projects", "touchpoints", "journeys", "promises", "concerns", "decisions")
_PARTS = {"benefits": "benefit", "messages": "message"}
_SETTINGS = ("organisation", "audiences", "terms")


@attrs.frozen
class Choice:
    """One line of a list that can be ticked; `depth` is how far below the top of its tree it stands."""

    id: str
    name: str
    on: bool
    depth: int = 0


NO_PROJECTS = "There is no project to write about yet. When you add or import projects, their pages show here."
NOBODY = "There is no audience to brief. Add one in Settings."


class Draft:
    """The newest briefing of the chosen audience, or a suggested one that is kept at its first change."""

    def __init__(self, workspace: Workspace, origin: object = None) -> None:
        self.workspace = workspace
        self._origin = origin
        self.audiences: tuple[Audience, ...] = ()
        self.audience: Audience | None = None
        self.briefing = Briefing(title="Briefing")
        self.saved = False
        self.drafts: tuple[Briefing, ...] = ()
        self._projects: tuple[Project, ...] = ()
        self._units: tuple[Unit, ...] = ()

    def load(self) -> None:
        """Reads audiences, scope and the briefing again; keeps the chosen audience where it still exists."""
        found = self.workspace.find(Audience)
        self.audiences = tuple(sorted(found, key=lambda a: (a.order is None, a.order or 0, a.name)))
        self._projects = tuple(p for p in self.workspace.find(Project) if not p.internal)
        self._units = tuple(u for u in self.workspace.find(Unit) if not u.internal)
        chosen = self.audience.id if self.audience else ""
        self.choose(next((a.id for a in self.audiences if a.id == chosen), ""))

    def choose(self, audience_id: str) -> None:
        """Takes up the briefing of an audience; the first audience for an unknown id."""
        if not self.audiences:
            raise Refused(NOBODY)
        self.audience = next((a for a in self.audiences if a.id == audience_id), self.audiences[0])
        # Ids grow with time: the last is the newest.
        found = self.workspace.find(Briefing, equals={"audience": self.audience.id})
        self.drafts = tuple(sorted(found, key=lambda b: b.id))
        self.saved = bool(self.drafts)
        kept = {b.id: b for b in self.drafts}
        newest = self.drafts[-1] if self.drafts else self._suggested()
        self.briefing = kept.get(self.briefing.id, newest)

    def take(self, briefing_id: str) -> bool:
        """Puts a draft on the desk, with its audience; False where there is none of this id."""
        wanted = self.workspace.get(Briefing, briefing_id)
        if wanted is None or wanted.audience is None:
            return False
        self.briefing = wanted
        self.choose(wanted.audience)
        return True

    def add(self) -> None:
        """Adds a draft of everything for the audience, and puts it on the desk."""
        self._keep_new(self._suggested())

    def copy(self) -> None:
        """Adds a draft that says the same, and puts it on the desk."""
        self._keep_new(attrs.evolve(self.briefing, id=new_id(), title=f"{self.briefing.title} (copy)"))

    def _keep_new(self, briefing: Briefing) -> None:
        with self.workspace.write(f"Add {briefing.title}", origin=self._origin) as batch:
            batch.add(briefing)
        self.take(briefing.id)

    def delete(self) -> None:
        """Deletes the draft; the newest other one of the audience takes its place."""
        if self.audience is None:
            raise Refused(NOBODY)
        with self.workspace.write(f"Delete {self.briefing.title}", origin=self._origin) as batch:
            batch.delete(self.briefing)
        self.choose(self.audience.id)

    def _suggested(self) -> Briefing:
        from brm_app.services.briefs import suggested_briefing

        if self.audience is None:
            raise Refused(NOBODY)
        return suggested_briefing(self.workspace, self.audience)

    @property
    def empty(self) -> bool:
        """True while there is no project to write about."""
        return not self._projects

    def change(self, label: str, **fields: Any) -> bool:
        """Writes changed fields of the briefing as one undo step; False where nothing differs."""
        changed = attrs.evolve(self.briefing, **fields)
        if changed == self.briefing:
            return False
        with self.workspace.write(f"{label} of {self.briefing.title}", origin=self._origin) as batch:
            batch.save(changed, base=self.briefing if self.saved else None)
        self._took(changed)
        return True

    def _took(self, changed: Briefing) -> None:
        self.briefing, self.saved = changed, True
        others = (b for b in self.drafts if b.id != changed.id)
        self.drafts = tuple(sorted((*others, changed), key=lambda b: b.id))

    def keep(self) -> None:
        """Keeps a suggested briefing, so that an issue can name what it was composed from."""
        if not self.saved:
            self._keep_new(self.briefing)

    def rename(self, title: str) -> bool:
        """Gives the briefing a title. Raises `Refused` for an empty one."""
        if not title.strip():
            raise Refused("A briefing needs a title. The old one was kept.")
        return self.change("Change title", title=title.strip())

    def introduce(self, intro: str) -> bool:
        """Sets the text under the title."""
        return self.change("Change intro", intro=intro)

    def switch_section(self, name: str, on: bool) -> bool:
        """Puts a part of the briefing in, or leaves it out."""
        off = tuple(s for s in self.briefing.sections_off if s != name)
        return self.change("Change sections", sections_off=off if on else (*off, name))

    # What stands behind it

    def add_appendix(self, file: Attachment) -> bool:
        """Keeps a PDF and puts it behind the others, as one undo step."""
        changed = attrs.evolve(self.briefing, appendices=(*self.briefing.appendices, file.id))
        with self.workspace.write(f"Add {file.name} to {self.briefing.title}", origin=self._origin) as batch:
            batch.add(file)
            batch.save(changed, base=self.briefing if self.saved else None)
        self._took(changed)
        return True

    def take_out_appendix(self, key: str) -> bool:
        """Leaves an appendix out; the file stays kept, so that this can be undone."""
        return self.order_appendices([each for each in self.briefing.appendices if each != key])

    def order_appendices(self, keys: Sequence[str]) -> bool:
        """Puts exactly these behind it, in this order."""
        return self.change("Change appendices", appendices=tuple(keys))

    def move_appendix(self, key: str, by: int) -> bool:
        """Moves an appendix up (negative) or down."""
        ids = list(self.briefing.appendices)
        if key not in ids:
            return False
        there = min(max(ids.index(key) + by, 0), len(ids) - 1)
        ids.remove(key)
        ids.insert(there, key)
        return self.order_appendices(ids)

    # What goes in: chosen project by project, or by unit

    def projects(self) -> tuple[Choice, ...]:
        """All projects: those that go in first, in their order, then the others by name."""
        inside = self._inside()
        names = {p.id: p.name for p in self._projects}
        rest = [p.id for p in self._projects if p.id not in set(inside)]
        return tuple(Choice(i, names[i], True) for i in inside) + tuple(Choice(i, names[i], False) for i in rest)

    def _inside(self) -> list[str]:
        held = {p.id for p in self._projects}
        chosen = [i for i in self.briefing.projects if i in held]
        if self.briefing.units:
            units = self._with_those_below(self.briefing.units)
            return list(dict.fromkeys([*chosen, *(p.id for p in self._projects if p.unit in units)]))
        return chosen or [p.id for p in self._projects]

    def _with_those_below(self, units: Sequence[str]) -> set[str]:
        found = set(units)
        while more := {u.id for u in self._units if u.part_of in found} - found:
            found |= more
        return found

    def switch_project(self, project_id: str, on: bool) -> bool:
        """Puts a project in at the end, or takes it out; from then on the projects are chosen one by one."""
        inside = [i for i in self._inside() if i != project_id]
        return self.order([*inside, project_id] if on else inside)

    def order(self, project_ids: Sequence[str]) -> bool:
        """Puts exactly these projects in, in this order. Raises `Refused` when none is left."""
        if not project_ids:
            raise Refused("A briefing needs at least one project. The last one was kept.")
        return self.change("Change projects", projects=tuple(project_ids), units=())

    def move(self, project_id: str, by: int) -> bool:
        """Moves a project that goes in up (negative) or down."""
        inside = self._inside()
        if project_id not in inside:
            return False
        here = inside.index(project_id)
        there = min(max(here + by, 0), len(inside) - 1)
        inside.insert(there, inside.pop(here))
        return there != here and self.order(inside)

    def units(self) -> tuple[Choice, ...]:
        """All units as a tree; none ticked means that every unit is in."""
        below: dict[str | None, list[Unit]] = {}
        known = {u.id for u in self._units}
        for unit in self._units:
            below.setdefault(unit.part_of if unit.part_of in known else None, []).append(unit)
        return tuple(self._branch(below, None, 0))

    def _branch(self, below: dict[str | None, list[Unit]], top: str | None, depth: int) -> list[Choice]:
        found = []
        for unit in below.get(top, []):
            found.append(Choice(unit.id, unit.name, unit.id in self.briefing.units, depth))
            found += self._branch(below, unit.id, depth + 1)
        return found

    def switch_unit(self, unit_id: str, on: bool) -> bool:
        """Limits the briefing to the ticked units and those below them; with none ticked, all projects go in."""
        units = tuple(u for u in self.briefing.units if u != unit_id)
        return self.change("Change units", units=(*units, unit_id) if on else units, projects=())

    def benefit(self, record: str) -> Benefit | None:
        """The benefit of a record such as `benefits/0197…`."""
        collection, _, record_id = record.partition("/")
        return self.workspace.get(Benefit, record_id) if collection == "benefits" else None

    def place_of(self, record: str) -> tuple[str, str] | None:
        """The place of the window, and the id there, that show a record such as `benefits/0197…`; None for no place."""
        collection, _, record_id = record.partition("/")
        found = self.workspace.get(RECORDS[collection], record_id) if collection in RECORDS else None
        if found and collection in _PLACES:
            return (collection, record_id)
        if isinstance(found, Option):
            return ("decisions", found.decision or "")
        project = getattr(found, "project", None)
        if isinstance(project, str):
            part = _PARTS.get(collection, "")
            return ("projects", f"{part}:{record_id}" if part else project)
        if found and collection in _SETTINGS:
            return ("settings", record_id)
        return None
