"""The names that a typed line may hold: units, people and projects, found by whole names and by their beginnings."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs

from brm_app.domain.text import words_of

PREFER = ("units", "people", "projects")  # where one word names several things equally well
FILLERS = frozenset(
    "a about after an and are as at by did for from had has have her him his how in is it its not of on our said says "
    "she the their them there they this to was were what when who why will with you your".split()
)
_PREFIX = 3  # letters from which the beginning of a word names something


@attrs.frozen
class Named:
    """A record under one of its names; `unit` is where a person belongs."""

    kind: str
    id: str
    words: tuple[str, ...]
    unit: str | None = None


@attrs.frozen(order=True)
class Fit:
    """How well words fit a name, the better the greater."""

    count: int
    last_whole: bool
    all_of_it: bool
    from_start: bool


@attrs.frozen
class Match:
    """So many words name one of these records; more than one where they fit equally well."""

    fit: Fit
    kind: str
    ids: tuple[str, ...]


class Names:
    """An index of names; built once and read for every key typed."""

    def __init__(self, known: Iterable[Named] = ()) -> None:
        self._at: defaultdict[str, list[tuple[Named, int]]] = defaultdict(list)
        self.unit_of: dict[str, str | None] = {}
        for named in known:
            if named.kind == "people":
                self.unit_of[named.id] = named.unit
            for place, word in enumerate(named.words):
                if word not in FILLERS:
                    self._at[word].append((named, place))
        self._words = sorted(self._at)

    def best(self, words: Sequence[str], loosely: bool) -> Match | None:
        """What the first of `words` name; only whole names unless `loosely`."""
        if not words or words[0] in FILLERS:
            return None
        found: list[tuple[Fit, Named]] = []
        for named, place in self._beginning(words[0], loosely):
            fit = _fit(named, place, words, loosely)
            if fit and (loosely or (fit.all_of_it and fit.last_whole)):
                found.append((fit, named))
        if not found:
            return None
        top = max(fit for fit, _ in found)
        equal = [named for fit, named in found if fit == top]
        kind = next(kind for kind in PREFER if any(named.kind == kind for named in equal))
        return Match(top, kind, tuple(dict.fromkeys(named.id for named in equal if named.kind == kind)))

    def _beginning(self, word: str, loosely: bool) -> Iterator[tuple[Named, int]]:
        if not loosely or len(word) < _PREFIX:
            yield from self._at.get(word, ())
            return
        place = bisect_left(self._words, word)
        while place < len(self._words) and self._words[place].startswith(word):
            yield from self._at[self._words[place]]
            place += 1


def _fit(named: Named, place: int, words: Sequence[str], loosely: bool) -> Fit | None:
    count = whole = 0
    for own, said in zip(named.words[place:], words, strict=False):
        if own == said:
            count += 1
            whole = count
            continue
        if loosely and said not in FILLERS and own.startswith(said):
            count += 1
        break
    if not count:
        return None
    return Fit(count, whole == count, place == 0 and whole == len(named.words), place == 0)


def named(kind: str, record_id: str, name: str, unit: str | None = None) -> Iterator[Named]:
    """The entry of a name, unless it has no words."""
    words = tuple(words_of(name))
    if words:
        yield Named(kind, record_id, words, unit)
