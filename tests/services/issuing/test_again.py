"""What was issued can be made again from its frozen content: the same bytes, or it is said who made them."""

import os
import subprocess
import sys
from collections.abc import Iterator

import attrs
import pytest

from brm_app.briefing import Appendix, typeset
from brm_app.briefing.pages import page_texts
from brm_app.briefing.press import Press
from brm_app.domain.errors import Refused
from brm_app.domain.makers import makers
from brm_app.domain.records import Project
from brm_app.services import samples
from brm_app.services.issuing import VERIFIED, enclosures_of, files_of, issue_of, reissue, state_of
from brm_app.services.issuing import again as making_again
from brm_app.services.workspace import Workspace
from brm_app.storage.driver import column
from tests.briefing.staff_sample import staff
from tests.keeping import keep
from tests.services.issuing.ready import DAY, issued, printed_again

_AGAIN = """
import hashlib, sys
from pathlib import Path
from brm_app.services.issuing import issues, reissue
from brm_app.services.workspace import Workspace
from tests.services.issuing.ready import printed_again
workspace = Workspace.open(Path(sys.argv[1]))
for issue in issues(workspace):
    again = reissue(workspace, issue.number, printed_again)
    print(issue.number, again.same, hashlib.sha256(again.pdf).hexdigest() == issue.sha256)
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = samples.create(tmp_path_factory.mktemp("sample") / "w.brm", DAY)
    yield made
    made.close()


def test_other_processes_hash_seeds_zones_and_locales_give_the_same_bytes(ready: Workspace) -> None:
    press = Press(typeset, (Appendix("Floor plan", typeset(staff()).pdf),))
    numbers = [issued(ready, name, press=press).number for name in ("Staff", "Board")]
    for seed, zone, locale in (("1", "Pacific/Apia", "C"), ("7", "America/Lima", "de_DE.UTF-8")):
        there = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale}
        command = [sys.executable, "-c", _AGAIN, str(ready.path)]
        said = subprocess.run(command, env=there, check=True, capture_output=True, text=True).stdout
        assert sorted(said.splitlines()) == sorted(f"{number} True True" for number in numbers)


def test_the_sample_s_issue_is_made_again(sample: Workspace) -> None:
    number = issued(sample).number
    again = reissue(sample, number.lower(), printed_again)
    assert again.same
    assert again.pdf == files_of(sample, number)[1]
    assert again.sentence == "Its frozen content gives the same bytes again."


def test_pages_of_others_behind_it_are_made_again_with_it(ready: Workspace) -> None:
    press = Press(typeset, (Appendix("Floor plan", typeset(staff()).pdf), Appendix("Again", typeset(staff()).pdf)))
    issue = issued(ready, press=press)
    certificate = issue.certificate
    assert certificate is not None
    assert [(each.name, each.pages) for each in certificate.appendices] == [("Floor plan", 3), ("Again", 3)]
    assert issue.pages == len(page_texts(files_of(ready, issue.number)[1])) == 2 + 6
    assert certificate.typeset_sha256 != certificate.sha256 == issue.sha256
    assert certificate.standards == ()
    assert "appendices are as others made them" in " ".join(certificate.exempt)
    again = reissue(ready, issue.number, printed_again)
    assert again.same
    assert again.pdf == files_of(ready, issue.number)[1]
    texts = page_texts(again.pdf)
    assert all(issue.number in text for text in texts[2:])
    assert [f"{page} of 8" in text for page, text in enumerate(texts, 1)] == [False, *[True] * 7]


def test_an_appendix_is_kept_once_and_one_that_was_meddled_with_is_refused(ready: Workspace) -> None:
    data = typeset(staff()).pdf
    numbers = [issued(ready, press=Press(typeset, (Appendix("Plan", data),))).number for _ in range(2)]
    with ready.rows() as connection:
        assert column(connection, "SELECT count(*) FROM issue_enclosures") == [1]
    assert enclosures_of(ready, issue_of(ready, numbers[1])) == [("Plan", data)]
    for statement in ("UPDATE issue_enclosures SET data = x'25'", "DELETE FROM issue_enclosures"):
        with ready.act("tamper", "Tamper") as connection:
            connection.exec_driver_sql(statement)
        with pytest.raises(Refused, match=f"The appendix “Plan” of {numbers[0]} that is kept here is damaged"):
            reissue(ready, numbers[0], printed_again)


def test_what_changed_in_the_workspace_since_changes_nothing(ready: Workspace) -> None:
    issue = issued(ready)
    keep(ready, *(attrs.evolve(project, name="Renamed") for project in ready.find(Project)))
    assert reissue(ready, issue.number, printed_again).same


def test_where_the_bytes_differ_it_says_which_version_made_them(
    ready: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = issued(ready)
    here = reissue(ready, issue.number, lambda content, enclosed: b"other")
    assert (here.same, here.made_by) == (False, issue.version)
    assert here.sentence.endswith("though this version made it. Please tell us.")
    older = attrs.evolve(issue, version="0.0.9")
    monkeypatch.setattr(making_again, "issue_of", lambda workspace, number: older)
    there = reissue(ready, issue.number, lambda content, enclosed: b"other")
    assert there.sentence == f"It was made by Liaison 0.0.9; this is Liaison {issue.version}, which sets it otherwise."
    assert issue_of(ready, issue.number) == issue


def test_what_an_earlier_typesetting_of_the_same_version_made_is_said_to_be_its(
    ready: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue = issued(ready)
    certificate = issue.certificate
    assert certificate is not None
    now = dict(makers())
    first = tuple((name, version) for name, version in certificate.tools if name in ("Liaison", "reportlab"))
    older = tuple((name, "1.2.3" if name == "zlib" else version) for name, version in certificate.tools)
    for tools, was, is_now in (
        (first, "typesetting 1", f"typesetting {now['typesetting']}"),
        (older, "zlib 1.2.3", f"zlib {now['zlib']}"),
    ):
        before = attrs.evolve(issue, certificate=attrs.evolve(certificate, tools=tools))
        monkeypatch.setattr(making_again, "issue_of", lambda workspace, number, before=before: before)
        said = reissue(ready, issue.number, lambda content, enclosed: b"other").sentence
        version = issue.version
        assert said == (
            f"It was made by Liaison {version} ({was}); this is Liaison {version} ({is_now}), which sets it otherwise."
        )
        assert reissue(ready, issue.number, printed_again).same
    assert state_of(ready, issue) == VERIFIED
