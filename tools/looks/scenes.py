"""What is shown in each picture of the window, named like the kit that the window is built to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from brm_app.domain.records import Journey, Person, Project, Record, Unit
from brm_app.services.issuing import files_of, issues
from tools.looks.stage import Stage

Scene = Callable[[Stage], None]
PEOPLE = Path(__file__).resolve().parent / "people-november.csv"


def unit(stage: Stage) -> None:
    """One business unit."""
    stage.go("units", _find(stage, Unit, "Pharmacy"))


def project(stage: Stage) -> None:
    """One project with its two messages."""
    stage.go("projects", _find(stage, Project, "One Sign-on"))


def messages(stage: Stage) -> None:
    """Who was told what, with the pane open where somebody was not told."""
    stage.go("messages")
    stage.press("Ctrl+Home", "H", "Return")


def quick_log(stage: Stage) -> None:
    """The quick log over a page."""
    stage.go("units", _find(stage, Unit, "Pharmacy"))
    stage.press("Ctrl+L")
    stage.press("Ctrl+A")
    stage.type("Call Cordelia Nakamura-Frost in Pharmacy: labels jam, trial date @fri")
    stage.click("mood-2")


def journey(stage: Stage) -> None:
    """One journey."""
    stage.go("journeys", _find(stage, Journey, "New nurse"))
    stage.press("Right", "Right")


def composer(stage: Stage) -> None:
    """The composer with the board pack, at the last of the blockers that stand in the way of its issue."""
    stage.go("composer")
    stage.press("F9", "F8", "F8", "F8")


def issue_sheet(stage: Stage) -> None:
    """What is asked before a briefing is issued."""
    stage.go("composer")
    stage.press("F9", "Ctrl+Return")


def issued(stage: Stage) -> None:
    """The register of what was issued, and a file that is the issue of which a figure was recalled."""
    _drop(stage, "pack-final-v2 (3).pdf", _recalled(stage))


def genuine(stage: Stage) -> None:
    """A file that is as it was issued."""
    newest = next(issue for issue in issues(stage.workspace) if issue.look == "staff")
    _drop(stage, "for the wards.pdf", files_of(stage.workspace, newest.number)[1])


def altered(stage: Stage) -> None:
    """A file in which one byte of an issue is another."""
    pdf = _recalled(stage)
    middle = len(pdf) // 2
    _drop(stage, "IT_board_pack.pdf", pdf[:middle] + bytes([pdf[middle] ^ 1]) + pdf[middle + 1 :])


def unknown(stage: Stage) -> None:
    """A file that was never issued here."""
    _drop(stage, "minutes.pdf", b"%PDF-1.7 minutes of a meeting")


def _recalled(stage: Stage) -> bytes:
    """The newest issue of the board, of which a figure was recalled."""
    newest = next(issue for issue in issues(stage.workspace) if issue.look == "board")
    return files_of(stage.workspace, newest.number)[1]


def _drop(stage: Stage, name: str, pdf: bytes) -> None:
    path = stage.workspace.path.parent / name
    path.write_bytes(pdf)
    stage.go("issued")
    stage.go("issued", f"file:{path}")


def concerns(stage: Stage) -> None:
    """What troubles people."""
    stage.go("concerns")


def decisions(stage: Stage) -> None:
    """What is asked, with its options."""
    stage.go("decisions")


def importing(stage: Stage) -> None:
    """The import dialog at its check."""
    stage.go("people")
    stage.window.commands.import_table("people", PEOPLE)


def first_run(stage: Stage) -> None:
    """The first page, nothing open."""
    stage.window.files.close()


def people(stage: Stage) -> None:
    """One person."""
    stage.go("people", _find(stage, Person, "Cordelia"))


def touchpoints(stage: Stage) -> None:
    """What happened."""
    stage.go("touchpoints")


def promises(stage: Stage) -> None:
    """What was promised."""
    stage.go("promises")


def projects(stage: Stage) -> None:
    """All projects."""
    stage.go("projects")


def searching(stage: Stage) -> None:
    """Search everything."""
    stage.go("units")
    stage.press("Ctrl+K")
    stage.type("pharm")


def settings(stage: Stage) -> None:
    """The organisation and its audiences."""
    stage.go("settings")


SCENES: tuple[tuple[str, Scene], ...] = (
    ("02-business-unit", unit),
    ("03-project", project),
    ("04-message-coverage", messages),
    ("05-quick-log", quick_log),
    ("06-journey-map", journey),
    ("13-people", people),
    ("14-touchpoints", touchpoints),
    ("15-promises", promises),
    ("16-projects", projects),
    ("17-search", searching),
    ("18-settings", settings),
    ("09-issued-register", issued),
    ("21-identified-genuine", genuine),
    ("22-identified-altered", altered),
    ("23-identified-unknown", unknown),
    ("19-concerns", concerns),
    ("20-decisions", decisions),
    ("10-import", importing),
    ("07-composer", composer),
    ("24-issue-sheet", issue_sheet),
    ("11-first-run", first_run),
)


def _find(stage: Stage, cls: type[Record], words: str) -> str:
    return next(record.id for record in stage.workspace.find(cls) if words in record.title)
