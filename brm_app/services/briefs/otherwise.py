"""What a briefing says otherwise than the last one beside the changes that are listed: those are left out of both."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from brm_app.domain.changes import FIGURE, MESSAGE, PROJECT, Difference
from brm_app.domain.content import Answered, BigCards, Document, EvidenceBar, Section
from brm_app.domain.freezing import as_plain
from brm_app.services.briefs.proofs import shortened
from brm_app.services.briefs.retold import Naming
from brm_app.services.briefs.shared import counted, one_line

Key = tuple[str, str, str]
COVER, CONTACTS = "the cover", "the contacts"
_NUMBER = re.compile(r'"F\d+"')
_UNSAID = {"alt", "caption", "changed", "level", "value", "before", "now"}  # what other words of the same part say too
_ROWS = {"Table": "rows", "Bars": "bars", "BigCards": "cards", "EvidenceBar": "segments"}
_PROSE = {"Paragraph", "Heading", "Columns"}
_QUESTIONS = "Questions"
_ALSO = "We also count. "
_NOUNS = {"project": "project", "decision": "decision", "journey": "journey"}  # sections called by a record


class _Side:
    """One of the two briefings, by what is looked up in it; `listed` are the keys of the listed figures."""

    def __init__(self, document: Document, listed: set[Key]) -> None:
        self.document = document
        self.keys = {point.key for point in document.points}
        self.projects = {p.record: p for p in document.points if p.kind == PROJECT}
        self.figures = {p.number: p for p in document.points if p.kind == FIGURE}
        self.sections = {place(section): section for section in document.sections if section.kind != "changes"}
        self.listed = {number for number, point in self.figures.items() if point.key in listed}
        self.names = {
            p.title.removeprefix(f"{self.projects[p.project].title}, " if p.project in self.projects else "")
            for p in self.figures.values()
            if p.key in listed and not p.facet
        }
        """How the listed figures are called where they have no number."""


class Otherwise:
    """Two briefings for one audience, `before` with the points as they were told, and what is `found` between them."""

    def __init__(self, before: Document, content: Document, found: Sequence[Difference]) -> None:
        listed = {each.point.key for each in found if each.point.kind == FIGURE}
        self._then, self._now = then, now = _Side(before, listed), _Side(content, listed)
        self._some = {*then.projects, *now.projects} - (then.projects.keys() & now.projects.keys())
        """Projects of only one of the two."""
        self._counted = bool(listed or self._some)  # totals are others, and a line says why
        self._worded = {each.point.project for each in found if each.point.kind == MESSAGE}
        self._withdrawn = {p.project for p in before.points if p.kind == MESSAGE and p.key not in now.keys}
        titles = {p.title for side in (then, now) for p in side.projects.values() if p.record in self._some}
        self._names = then.names | now.names | titles
        years = "|".join(sorted({before.meta.as_of[:4], content.meta.as_of[:4]}))
        self._year = re.compile(rf",? ?(de )?\b({years})\b")

    def named(self) -> Iterator[str]:
        """The names of what reads otherwise for another reason than a listed change."""
        if _parts(self._then, Answered) != _parts(self._now, Answered):
            yield "You said, we did"  # it stands on the cover, where no bar can be
        if not self._same_cover():
            yield COVER
        yield from (s.kicker or s.title for s in self._now.document.sections if self.differs(s))
        if self._now.document.contact != self._then.document.contact:
            yield CONTACTS

    def differs(self, section: Section) -> bool:
        """True where the section reads otherwise for another reason than a listed change."""
        if section.kind == "projects" or section.record in self._some:
            return False  # the pages of the projects say all of the first; a line says the other
        then = self._then.sections.get(place(section))
        if then is None:
            return section.kind != "sources" or not self._counted
        if section.kind == "sources" and self._passports(self._then) != self._passports(self._now):
            return True
        if section.kind == "project" and section.record in self._withdrawn:
            return True
        return self._bare(then, self._then) != self._bare(section, self._now)

    def reads_as_before(self, section: Section) -> bool:
        """True where not even a listed change is seen in the section."""
        then = self._then.sections.get(place(section))
        return then is not None and self._whole(then) == self._whole(section)

    def left(self, naming: Naming | None) -> Iterator[str]:
        """What is in the new briefing no more, by names that may be printed."""
        gone = [p for p in self._then.projects.values() if p.record not in self._now.projects]
        names = [naming(project) if naming else "" for project in gone]
        yield from (name for name in names if name)
        if unnamed := names.count(""):
            yield counted(unnamed, "project")
        lost = [s for key, s in self._then.sections.items() if key not in self._now.sections]
        for kind, noun in _NOUNS.items():
            if number := sum(s.kind == kind and s.record not in self._some for s in lost):
                yield counted(number, noun)
        ours = [s for s in lost if s.kind not in _NOUNS and not (s.kind == "sources" and self._counted)]
        yield from (f"“{s.kicker or s.title}”" for s in ours)

    # The cover

    def _same_cover(self) -> bool:
        then, now = self._then, self._now
        metas = [(side.document.meta.title, side.document.meta.intro) for side in (then, now)]
        if metas[0] != metas[1] or not self._same_cards():
            return False
        return self._counted or _parts(then, EvidenceBar) == _parts(now, EvidenceBar)

    def _same_cards(self) -> bool:
        """Whether the large statements are the same; which of them find room may be due to a listed change."""
        then, now = self._cards(self._then), self._cards(self._now)
        return all(then[n] == now[n] for n in then.keys() & now.keys()) and (self._counted or len(then) == len(now))

    def _cards(self, side: _Side) -> dict[str, str]:
        explained = {p.title for record, p in side.projects.items() if record in self._worded}
        cards = [card for part in side.document.cover if isinstance(part, BigCards) for card in part.cards]
        free = [card for card in cards if card.figure not in side.listed and card.name not in explained]
        return {card.name: self._text(as_plain(card)) for card in free}

    # A section

    def _whole(self, section: Section) -> str:
        return self._text([section.kicker, section.title, _stripped(as_plain(section.parts), set(), set())])

    def _bare(self, section: Section, side: _Side) -> str:
        """The section without what listed changes explain."""
        worded = section.record in self._worded
        summary = self._counted and section.kind in ("benefits", "sources")
        parts = [p for p in _without(as_plain(section)["parts"], side.listed, self._names) if p["@"] != "EvidenceKey"]
        if section.kind == "sources":  # an issue has a box on copies, and a draft has none
            parts = [pair for part in parts if part["@"] == "Box" for pair in part["blocks"] if pair[0] == _QUESTIONS]
        elif worded or (self._counted and section.kind == "benefits"):
            parts = [part for part in parts if part["@"] not in _PROSE]
        title = "" if worded or summary else section.title
        kicker = "" if section.kind == "decision" else section.kicker  # it says how many decisions there are
        return self._text([kicker, title, self._rest(section, side) if worded else "", parts])

    def _rest(self, section: Section, side: _Side) -> str:
        """The fingerprint of what a project's page says beside its messages; never the same where it is not known."""
        about = side.projects.get(section.record)
        return (about.state if about else "") or str(side is self._now)

    def _passports(self, side: _Side) -> dict[Key, str]:
        """What the sources say of each figure of both briefings that is not listed."""
        both = self._then.keys & self._now.keys
        told = {number: point.key for number, point in side.figures.items() if point.key in both}
        return {
            told[f.number]: self._text([f.label, f.as_of, f.owner, f.source, f.derivation])
            for f in side.document.figures
            if f.number in told and f.number not in side.listed
        }

    def _text(self, plain: Any) -> str:
        """Without numbers of figures, and without the years that are left out in one and said in the other."""
        text = json.dumps(plain, sort_keys=True, ensure_ascii=False)
        return self._year.sub("", _NUMBER.sub('"F"', text))


def place(section: Section) -> tuple[str, str]:
    """By what the same section is known in another briefing."""
    return section.kind, section.record or ("" if section.kind == "benefits" else section.kicker)


def _parts(side: _Side, cls: type) -> list[Any]:
    return [_stripped(as_plain(part), set(), set()) for part in side.document.cover if isinstance(part, cls)]


def _without(parts: list[Any], listed: set[str], names: set[str]) -> list[Any]:
    """Frozen parts without what states a listed figure, and without the headings over nothing."""
    kept: list[Any] = []
    for part in parts:
        bare = _stripped(part, listed, names)
        rows = _ROWS.get(part["@"], "")
        if bare is None or (rows and part[rows] and not bare[rows]):
            if kept and kept[-1]["@"] == "Heading":
                kept.pop()
        else:
            kept.append(bare)
    return kept


def _stripped(plain: Any, listed: set[str], names: set[str]) -> Any:
    if isinstance(plain, list):
        rest = [item for item in plain if not _states(item, listed, names)]
        return [_stripped(item, listed, names) for item in rest]
    if isinstance(plain, dict):
        if plain.get("figure") in listed:
            return None
        if plain.get("@") == "Paragraph" and plain["runs"] and plain["runs"][0]["text"] == _ALSO:
            begins = tuple(name.rstrip("…") for name in names)
            items = plain["runs"][1]["text"].rstrip(".").split("; ")
            return {"@": "Paragraph", "also": [item for item in items if not item.startswith(begins)]}
        return {name: _stripped(value, listed, names) for name, value in plain.items() if name not in _UNSAID}
    return plain


def _states(item: Any, listed: set[str], names: set[str]) -> bool:
    """Whether an item of a row, or a row of a table, is about a listed figure."""
    if isinstance(item, dict):
        return item.get("figure") in listed
    if not isinstance(item, list) or not all(isinstance(cell, dict) and cell.get("@") == "Cell" for cell in item):
        return False
    first = {shortened(one_line("".join(run["text"] for run in cell["runs"]))) for cell in item[:2]}
    return any(cell["figure"] in listed for cell in item) or bool(first & names)
