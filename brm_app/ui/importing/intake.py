"""What the import dialog knows: the table, which column fills which field, and what a dry run found (no Qt here)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs

from brm_app.domain.fields import Kind, by_name
from brm_app.domain.records import COMMAND_KINDS, Record, record_class
from brm_app.domain.text import fold, plural
from brm_app.services import exchange
from brm_app.services.exchange import Counts, Mapping, Plan, Reason, Source
from brm_app.services.exchange.mapping import ID, importable
from brm_app.services.workspace import Workspace
from brm_app.ui.importing.mending import Fix, fix_of, mended

Progress = Callable[[int, int], None]
_NO_KEY = (Kind.BYTES, Kind.LINKS, Kind.CHOICES)
_SAMPLE = 60


@attrs.frozen
class Use:
    """A column that fills a field, or none (`field` empty); `rank` counts the columns of that field from 1."""

    column: str
    field: str
    rank: int = 0
    before: str = ""


@attrs.frozen
class Refusal:
    """A row that will not go in."""

    row: int
    held: str
    why: str
    fix: Fix | None = None


class Intake:
    """The state of one import; `read` and `check` may run in another thread, the rest is quick."""

    def __init__(self, workspace: Workspace, collection: str = "units") -> None:
        self.workspace = workspace
        self.cls: type[Record] = record_class(collection)
        self.source: Source | None = None
        self.plan: Plan | None = None
        self.key = ""
        self._refusals: tuple[Refusal, ...] = ()
        self.doubles = 0  # new rows that are called as a record already here
        self._fields: dict[str, tuple[str, ...]] = {}
        self._offered = ""

    @staticmethod
    def kinds() -> tuple[tuple[str, str], ...]:
        """The kinds that a table can be read into, each with its words."""
        # The organisation is one record with a page of its own.
        return tuple((kind, record_class(kind).nouns.capitalize()) for kind in COMMAND_KINDS if kind != "organisation")

    # The table

    @staticmethod
    def read(path: Path, sheet: str = "") -> Source:
        """Reads a table file. Raises `Refused`."""
        return exchange.read_table(path, sheet)

    def guess_kind(self, source: Source) -> None:
        """Reads the rows as what the names in the file say they are."""
        self.cls = record_class(exchange.likely_kind(source.path.stem, source.columns, self.cls.collection))

    def take(self, source: Source) -> None:
        """Takes up a table that was read, matched as the last time or by names."""
        self.source = source
        self._match()

    def choose_kind(self, collection: str) -> None:
        """Reads the rows as records of another kind."""
        self.cls = record_class(collection)
        if self.source:
            self._match()

    def _match(self) -> None:
        assert self.source is not None
        self.plan, self._offered = None, ""
        kept = exchange.remembered(self.workspace, self.cls, self.source.columns)
        mapping, self.key = kept or (exchange.suggested(self.cls, self.source.columns), "")
        self._fields = dict(mapping.fields)
        if not kept:
            self.key = next((name for name in (ID, self.cls.code_field) if name and name in self._fields), "")

    @property
    def about(self) -> tuple[str, ...]:
        """The lines that say which table this is."""
        if self.source is None:
            return ()
        sheet = (f"Sheet “{self.source.sheet}”",) if self.source.sheet else ()
        return (self.source.path.name, *sheet, plural(len(self.source.rows), "row"))

    # Columns and fields

    def fields(self) -> tuple[tuple[str, str], ...]:
        """The fields a column may fill, each with its label; required ones say so."""
        named = [(s.name, f"{s.label} (needed)" if s.required else s.label) for s in importable(self.cls)]
        return (*named, (ID, "Id"))

    def label(self, field: str) -> str:
        """How a field is called on the screen."""
        spec = by_name(self.cls).get(field)
        return spec.label if spec else "Id"

    def uses(self) -> tuple[Use, ...]:
        """Every column in its order, once for each field that it fills."""
        return tuple(use for column in (self.source.columns if self.source else ()) for use in self._uses_of(column))

    def _uses_of(self, column: str) -> tuple[Use, ...]:
        found = []
        for field, columns in self._fields.items():
            if column in columns:
                rank = columns.index(column)
                found.append(Use(column, field, rank + 1, columns[rank - 1] if rank else ""))
        if not found or column == self._offered:
            found.append(Use(column, ""))
        return tuple(found)

    def offer(self, column: str) -> None:
        """Lists a column once more, so that it can fill one more field."""
        self._offered = column

    def assign(self, column: str, old: str, new: str) -> None:
        """Lets a column fill the field `new` instead of `old`; behind other columns it fills where they are empty.

        An empty `old` adds a field to those that the column fills; an empty `new` takes one away.
        """
        if old:
            left = tuple(c for c in self._fields[old] if c != column)
            self._fields = {name: left if name == old else used for name, used in self._fields.items()}
        if new and column not in self._fields.get(new, ()):
            self._fields[new] = (*self._fields.get(new, ()), column)
        self._fields = {name: columns for name, columns in self._fields.items() if columns}
        self.plan, self._offered = None, ""
        if self.key not in self._fields:
            self.key = ""

    def sample(self, column: str) -> str:
        """The first cell of a column that is not empty, on one short line."""
        assert self.source is not None
        place = self.source.columns.index(column)
        cells = (" ".join(row.cells[place].split()) for row in self.source.rows if place < len(row.cells))
        found = next((cell for cell in cells if cell), "")
        return found if len(found) <= _SAMPLE else found[: _SAMPLE - 1] + "…"

    def key_choices(self) -> tuple[tuple[str, str], ...]:
        """The fields that can match a row with a record, after the choice to match none."""
        known = by_name(self.cls)
        fit = [f for f in self._fields if f == ID or (known[f].kind not in _NO_KEY and not known[f].target)]
        return (("", "Nothing: every row is new"), *((field, self.label(field)) for field in fit))

    def choose_key(self, field: str) -> None:
        """Matches rows on a field."""
        self.key, self.plan = field, None

    @property
    def lacking(self) -> str:
        """Says which needed field no column fills; empty when none lacks."""
        if self.key:  # rows that match a record need nothing else; the dry run refuses the others one by one
            return ""
        lack = [s.label for s in importable(self.cls) if s.required and not s.default and s.name not in self._fields]
        return f"No column fills {' or '.join(f'“{label}”' for label in lack)} yet" if lack else ""

    # The dry run and the import

    @property
    def mapping(self) -> Mapping:
        """Which columns fill each field."""
        return Mapping(dict(self._fields))

    def check(self, progress: Progress, cancelled: Callable[[], bool]) -> Plan:
        """A dry run; writes nothing. Raises `Refused` or `Cancelled`."""
        assert self.source is not None
        made = exchange.plan(self.workspace, self.cls, self.source, self.mapping, self.key, progress, cancelled)
        self.doubles = 0 if self.key else self._doubles(made)
        self._refusals = self._refused(made)
        return made

    def _doubles(self, made: Plan) -> int:
        new = [fold(row.record.title) for row in made.rows if row.action == "create" and row.record]
        here = {fold(record.title) for record in self.workspace.find(self.cls)} if new else set()
        return sum(title in here for title in new)

    def warning(self) -> tuple[str, str]:
        """Says when the file can be brought in twice, with the field that could tell its rows apart."""
        fields = [field for field, _label in self.key_choices() if field]
        if self.key or not fields or not self.counts.created:
            return "", ""
        first = next((f for f in (self.cls.code_field, self.cls.title_field) if f in fields), fields[0])
        if self.doubles:
            named = plural(self.doubles, "row has the name", "rows have the names")
            here = f"a {self.cls.noun}" if self.doubles == 1 else self.cls.nouns
            return f"{named} of {here} already here and would add {'it' if self.doubles == 1 else 'them'} again.", first
        return "No code tells these rows apart, so importing this file again would add them again.", first

    def choices(self, fix: Fix) -> tuple[tuple[str, str], ...]:
        """What a fix offers to choose from, as value and words; empty where it is to be typed."""
        if fix.target:
            found = self.workspace.find(record_class(fix.target))
            return tuple((record.id, record.title) for record in found)
        return tuple((choice, choice.capitalize()) for choice in fix.choices)

    def mend(self, refusal: Refusal, value: str) -> None:
        """Takes a value in place of what a row holds; a choice holds for every row that says the same."""
        assert self.source is not None
        assert refusal.fix is not None
        self.source, self.plan = mended(self.source, refusal.row, refusal.fix, value), None

    @property
    def counts(self) -> Counts:
        """The counts of the dry run; all are nought before it."""
        return exchange.counts_of(self.plan) if self.plan else Counts(0, 0, 0, 0, 0)

    @property
    def doing(self) -> str:
        """What the accepted rows will do: `40 new, 3 changed`."""
        return _tally(self.counts)

    @staticmethod
    def done_words(counts: Counts) -> str:
        """What became of the rows of an import."""
        left = f", {counts.refused:,} left out" if counts.refused else ""
        return f"{_tally(counts) or 'Nothing new'}{left}."

    def run(self, progress: Progress, cancelled: Callable[[], bool], origin: object = None) -> Counts:
        """Brings the accepted rows in as one undo step. Raises `Refused` or `Cancelled`; then nothing was written."""
        assert self.plan is not None
        return exchange.run(self.workspace, self.plan, progress, cancelled, origin)

    def save_refused(self, path: Path) -> int:
        """Saves the rows that stay out, each with its reason; returns how many."""
        assert self.plan is not None
        self.workspace.keep_off(path)
        return exchange.save_refused(self.plan, path)

    def refusals(self) -> tuple[Refusal, ...]:
        """The rows that will not go in, each once with all its reasons."""
        return self._refusals if self.plan else ()

    def _refused(self, made: Plan) -> tuple[Refusal, ...]:
        found = []
        for row in (row for row in made.rows if row.reasons):
            fix = fix_of(row, made.cls, made.source, made.mapping)
            why = " ".join(_sentence(reason, fix) for reason in row.reasons)
            found.append(Refusal(row.line.number, _held(row.line.cells), why, fix))
        return tuple(found)


def _tally(counts: Counts) -> str:
    named = ((counts.created, "new"), (counts.updated, "changed"), (counts.unchanged, "already here"))
    return ", ".join(f"{count:,} {word}" for count, word in named if count)


def _held(cells: tuple[str, ...]) -> str:
    shown = [" ".join(cell.split()) for cell in cells if cell.strip()][:3]
    return ", ".join(text if len(text) <= _SAMPLE else text[: _SAMPLE - 1] + "…" for text in shown)


def _sentence(reason: Reason, fix: Fix | None) -> str:
    """The reason, after its column where neither the reason nor what can be done names it."""
    named = not reason.column or (fix is not None and fix.column == reason.column)
    return reason.reason if named else f"{reason.column}: {reason.reason}"
