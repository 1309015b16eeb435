"""“Who handles printing for Pharmacy?”: the question as it is typed, and the liaison who answers on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from brm_app.domain.records import Assignment, Unit
from brm_app.domain.text import words_of
from brm_app.services.coverage import holds

_ASKING = frozenset(
    "answer answers contact cover covers deal deals handle handles handling liaison liaisons look looks responsible "
    "speak speaks".split()
)
_FILLING = frozenset(
    "a about after all an and any anyone are ask at by can could do does from i in is it me my of on our please should "
    "the to us we what which who whom whos whose with for backup".split()
)
_SHORTEST = 3  # letters of the beginning of a name that name it


@attrs.frozen
class Liaison:
    """One answer: the assignment that says who, and the unit that was asked for; `assignment` None is a hole."""

    unit: Unit | None
    area: str
    assignment: Assignment | None = None


@attrs.frozen
class Question:
    """What was typed: `asks` where it is a question for a liaison, and the words that name something."""

    asks: bool
    words: tuple[str, ...]


def question(typed: str) -> Question:
    """Reads what was typed; the words are all that was typed where it asks nothing."""
    said = words_of(typed)
    asks = any(word in _ASKING for word in said)
    naming = tuple(word for word in said if word not in _FILLING and word not in _ASKING)
    return Question(asks, naming if asks else tuple(said))


def who_answers(typed: str, units: Sequence[Unit], assignments: Sequence[Assignment], day: dt.date) -> list[Liaison]:
    """The liaisons that answer what was typed, or the hole; nothing where it does not ask for one."""
    asked = question(typed)
    valid = [a for a in assignments if holds(a, day)]
    unit, rest = _named_unit([w for w in asked.words if w not in _FILLING], units)
    area = " ".join(rest)
    if unit is None:
        return _by_area(rest, valid) if asked.asks else []
    known = any(_covers(a, rest) for a in assignments)
    if not asked.asks and not (rest and known):
        return []
    found = _speakers(unit, rest, units, valid)
    if found:
        return [Liaison(unit, area, a) for a in found]
    others = _speakers(unit, [], units, valid) if rest else []
    return [Liaison(unit, area), *(Liaison(unit, "", a) for a in others)]


def _by_area(rest: Sequence[str], valid: Sequence[Assignment]) -> list[Liaison]:
    return [Liaison(None, "", a) for a in valid if rest and _covers(a, rest)]


def _speakers(unit: Unit, rest: Sequence[str], units: Sequence[Unit], valid: Sequence[Assignment]) -> list[Assignment]:
    """Those who answer in the unit, or where it has nobody, in the nearest unit above that has."""
    for each in _upwards(unit, units):
        here = [a for a in valid if a.unit == each.id]
        exact = [a for a in here if _covers(a, rest)]
        found = exact or [a for a in here if not a.service_area]
        if found:
            return found
    return []


def _upwards(unit: Unit, units: Sequence[Unit]) -> Iterator[Unit]:
    by_id = {each.id: each for each in units}
    seen: set[str] = set()
    above: Unit | None = unit
    while above is not None and above.id not in seen:
        seen.add(above.id)
        yield above
        above = by_id.get(above.part_of or "")


def _covers(assignment: Assignment, words: Sequence[str]) -> bool:
    """Whether each word begins a word of the service area or of the role; the service area may be the longer."""
    known = words_of(f"{assignment.service_area} {assignment.role}")
    return all(any(_begins(word, other) for other in known) for word in words)


def _begins(typed: str, name: str) -> bool:
    return typed == name or (len(typed) >= _SHORTEST and name.startswith(typed))


def _named_unit(words: Sequence[str], units: Sequence[Unit]) -> tuple[Unit | None, list[str]]:
    """The unit that the words name best, and the words that are left."""
    best: tuple[tuple[float, int, int], Unit, list[str]] | None = None
    for unit in units:
        left, rank = _named(words, unit)
        if rank is not None and (best is None or rank > best[0]):
            best = (rank, unit, left)
    return (best[1], best[2]) if best else (None, list(words))


def _named(words: Sequence[str], unit: Unit) -> tuple[list[str], tuple[float, int, int] | None]:
    """What is left of the words without the unit's name, and how well it is named: in full before in part."""
    at = _place_of(words_of(unit.code), words)
    if at is not None:
        return [*words[: at.start], *words[at.stop :]], (2.0, at.stop - at.start, 0)
    name = [word for word in words_of(unit.name) if word not in _FILLING]
    left, met, letters = [], set(), 0
    for word in words:
        hit = next((other for other in name if other not in met and _begins(word, other)), None)
        if hit is None:
            left.append(word)
        else:
            met.add(hit)
            letters += len(word) if word != hit else len(word) + 1
    return left, (len(met) / len(name), len(met), letters) if met else None


def _place_of(code: Sequence[str], words: Sequence[str]) -> slice | None:
    places = (slice(n, n + len(code)) for n in range(len(words)) if code)
    return next((place for place in places if list(words[place]) == list(code)), None)
