"""Who was told: the people to whom an issue was handed out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from brm_app.domain.errors import Refused
from brm_app.domain.issues import Issue
from brm_app.domain.records import Person, Telling, Unit
from brm_app.domain.text import fold, plural
from brm_app.services.exchange.naming import Names
from brm_app.services.issuing.keeping import issue_of, issues
from brm_app.services.workspace import Workspace


def tell(
    workspace: Workspace, number: str, names: Iterable[str], day: dt.date, channel: str = "", origin: object = None
) -> tuple[Telling, ...]:
    """Keeps in one write that these people were given an issue; a known name is linked. Raises `Refused`.

    Those who were given what it puts right were told again with it.
    """
    issue = issue_of(workspace, number)
    wanted = list(dict.fromkeys(clean for name in names if (clean := " ".join(name.split()))))
    if not wanted:
        return ()
    people, units = (Names.load(workspace, cls.collection) for cls in (Person, Unit))
    made = tuple(
        Telling(issue=issue.number, whom=name, on=day, channel=channel, person=_known(people, name),
                unit=_known(units, name))
        for name in wanted
    )  # fmt: skip
    whom = made[0].whom if len(made) == 1 else plural(len(made), "person", "people")
    with workspace.write(f"Tell {whom} of {issue.number}", origin) as batch:
        for telling in made:
            batch.add(telling)
        for before in _given_what_was_wrong(workspace, issue, made):
            batch.save(attrs.evolve(before, told_again=day), base=before)
    return made


def told(workspace: Workspace, number: str) -> list[Telling]:
    """Who was given an issue, in the order in which it was noted."""
    return sorted(workspace.find(Telling, equals={"issue": number}), key=lambda telling: telling.id)


def _given_what_was_wrong(workspace: Workspace, issue: Issue, made: Iterable[Telling]) -> list[Telling]:
    """The tellings of the issues that this one puts right, directly or by another, to people who are now told of it."""
    register = {each.number: each for each in issues(workspace)}
    wrong: list[str] = []
    while issue.corrects in register and issue.corrects not in wrong:
        issue = register[issue.corrects]
        wrong.append(issue.number)
    names, people = {fold(each.whom) for each in made}, {each.person for each in made if each.person}
    return [
        each
        for number in wrong
        for each in told(workspace, number)
        if each.told_again is None and (fold(each.whom) in names or each.person in people)
    ]


def _known(names: Names, name: str) -> str | None:
    try:
        return names.find(name)
    except Refused:  # nobody here is called so, or several are: the name alone is kept
        return None
