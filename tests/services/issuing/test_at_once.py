"""What is issued while others write is what stands when it is kept, under a number of its own."""

import threading
from collections.abc import Callable, Iterable, Iterator

import attrs
import pytest

from brm_app.briefing import typeset
from brm_app.briefing.pages import page_texts
from brm_app.briefing.press import Press
from brm_app.domain.content import Document
from brm_app.domain.errors import Refused
from brm_app.domain.freezing import thaw
from brm_app.domain.issues import Behind, Issue, Printed, Proved
from brm_app.domain.records import Message, Project, Unit
from brm_app.services.issuing import NotIssued, files_of, issues
from brm_app.services.workspace import Workspace
from tests.keeping import keep
from tests.services.issuing.ready import audience, issued


@pytest.fixture
def other(ready: Workspace) -> Iterator[Workspace]:
    """The same workspace, opened by somebody else."""
    made = Workspace.open(ready.path, who="other")
    yield made
    made.close()


def test_two_who_issue_at_once_never_get_one_number(ready: Workspace, other: Workspace) -> None:
    """The number is given to another while ours is being typeset, twice; then ours is typeset with the next one."""
    printed = []

    @attrs.frozen
    class Slow(Press):
        def printed(self, content: Document) -> Printed:
            printed.append(content.meta.number)
            if len(printed) < 3:
                issued(other)
            return super().printed(content)

    mine = issued(ready, press=Slow(typeset))
    assert printed == ["MER-S-2026-001", "MER-S-2026-002", "MER-S-2026-003"]
    assert mine.number == "MER-S-2026-003"
    assert [(each.number, each.issued_by) for each in sorted(issues(ready), key=lambda i: i.counted)] == [
        ("MER-S-2026-001", "other"), ("MER-S-2026-002", "other"), ("MER-S-2026-003", ready.who)]  # fmt: skip
    assert thaw(files_of(ready, mine.number)[0]).meta.number == mine.number


def while_typesetting(*acts: Callable[[], object]) -> Press:
    """Does these things, one each time when all is checked and nothing is kept yet."""
    todo = list(acts)

    @attrs.frozen
    class Slow(Press):
        def prove(self, pdf: bytes, behind: Iterable[Behind], content: Document) -> Proved:
            found = super().prove(pdf, behind, content)
            if todo:
                todo.pop()()
            return found

    return Slow(typeset)


def test_what_is_withdrawn_while_it_is_typeset_is_not_issued(ready: Workspace, other: Workspace) -> None:
    message = next(m for m in ready.find(Message) if m.audience == audience(ready, "Staff").id)
    press = while_typesetting(lambda: keep(other, attrs.evolve(message, state="draft")))
    with pytest.raises(NotIssued, match=r"Nothing was issued\. 1 thing stands in the way: One Sign-on"):
        issued(ready, press=press)
    assert issues(ready) == []


def test_what_is_put_behind_the_wall_while_it_is_typeset_is_not_issued(ready: Workspace, other: Workspace) -> None:
    (project,) = ready.find(Project)
    press = while_typesetting(lambda: keep(other, attrs.evolve(project, internal=True)))
    with pytest.raises(Refused, match="Nothing was issued"):
        issued(ready, press=press)
    assert issues(ready) == []


def test_what_changes_while_it_is_typeset_is_issued_as_it_is_then(ready: Workspace, other: Workspace) -> None:
    (project,) = ready.find(Project)
    press = while_typesetting(lambda: keep(other, attrs.evolve(project, name="One Tap")))
    mine = issued(ready, press=press)
    frozen, pdf = files_of(ready, mine.number)
    assert "One Tap" in " ".join(page_texts(pdf))
    assert "One Sign-on" not in frozen


def test_who_issues_second_says_what_was_told_in_the_first(ready: Workspace, other: Workspace) -> None:
    issued(ready)
    mine = issued(ready, press=while_typesetting(lambda: issued(other)))
    assert mine.number == "MER-S-2026-003"
    frozen = files_of(ready, mine.number)[0]
    assert "MER-S-2026-002" in frozen
    assert "MER-S-2026-001" not in frozen


def test_what_never_comes_to_rest_is_not_issued(ready: Workspace, other: Workspace) -> None:
    press = while_typesetting(*[lambda: keep(other, Unit(name="Laundry"))] * 20)
    with pytest.raises(Refused, match="Others wrote in the workspace meanwhile"):
        issued(ready, press=press)
    assert issues(ready) == []


def test_many_who_issue_at_once_get_numbers_of_their_own(ready: Workspace) -> None:
    made: list[Issue] = []
    failed: list[Exception] = []

    def work() -> None:
        own = Workspace.open(ready.path)
        try:
            made.extend(issued(own) for _ in range(2))
        except Exception as error:  # noqa: BLE001 - looked at below
            failed.append(error)
        own.close()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert sorted(each.counted for each in made) == [1, 2, 3, 4, 5, 6]
