"""How quick and how small a tagged board pack is, beside the programs that people make one with."""

from __future__ import annotations

import datetime as dt
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import attrs

from brm_app.briefing import typeset
from brm_app.domain.content import Document
from brm_app.domain.freezing import freeze
from brm_app.domain.records import Project
from brm_app.services.briefs import compose
from brm_app.services.samples import create
from tests.performance.asweb import page
from tests.performance.peers import Missing, libreoffice, weasyprint
from tests.performance.stopwatch import seconds

ROUNDS = 5
DAY = dt.date(2026, 11, 19)
_LONG = """
import resource, sys
from pathlib import Path
from brm_app.briefing import typeset
from brm_app.domain.freezing import thaw
import attrs
content = thaw(Path(sys.argv[1]).read_text("utf-8"))
made = typeset(attrs.evolve(content, sections=content.sections * int(sys.argv[2])))
print(made.pages, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def report(folder: Path) -> str:
    """All figures of printing as lines."""
    workspace = create(folder / "sample.brm", DAY)
    projects = [project.name for project in workspace.find(Project, sort="id")]  # all nine, for twenty pages and more
    content = compose(workspace, "Board", projects=projects, as_of=DAY)
    workspace.close()
    source = folder / "pack.html"
    source.write_text(page(content), "utf-8")
    made = typeset(content)
    return "\n".join(
        [
            f"one pack: {made.pages} pages, {len(made.pdf) / 1024:.0f} KB (aim ≤ 120)",
            _warm(content, source, folder),
            _cold(folder, source, projects),
            _tenfold(content),
            _long(content, folder),
        ]
    )


def _processor(content: Document) -> float:
    start = time.process_time()
    typeset(content)
    return time.process_time() - start


def _warm(content: Document, source: Path, folder: Path) -> str:
    typeset(content)
    ours = statistics.median(_processor(content) for _ in range(ROUNDS))
    try:
        theirs = statistics.median(weasyprint(source, folder / "weasyprint.pdf", ROUNDS))
    except Missing as missing:
        return f"warm, tagged: {ours:.3f} s of processor; {missing}"
    size = (folder / "weasyprint.pdf").stat().st_size / 1024
    return (
        f"warm, tagged: {ours:.3f} s of processor; WeasyPrint with PDF/UA {theirs:.3f} s, {size:.0f} KB: "
        f"{theirs / ours:.1f} times as long (aim ≥ 6)"
    )


def _cold(folder: Path, source: Path, projects: Sequence[str]) -> str:
    # Without byte code imports would take several times as long; run.py takes this setting away as well.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    brief = [sys.executable, "-m", "brm_app", "brief", str(folder / "sample.brm"), "--audience", "Board"]
    brief += ["--as-of", DAY.isoformat(), "-o", str(folder / "pack.pdf")]
    brief += [word for name in projects for word in ("--project", name)]

    def ours() -> float:
        return seconds(lambda: subprocess.run(brief, check=True, capture_output=True, env=environment))

    try:
        ours(), libreoffice(source, folder)
        pairs = [(ours(), libreoffice(source, folder)) for _ in range(ROUNDS)]
    except Missing as missing:
        return f"cold command: {statistics.median(ours() for _ in range(ROUNDS)):.2f} s; {missing}"
    mine, theirs = (statistics.median(each) for each in zip(*pairs, strict=True))
    return f"cold command, composing included: {mine:.2f} s; LibreOffice converts in {theirs:.2f} s (aim: sooner)"


def _tenfold(content: Document) -> str:
    many = attrs.evolve(content, sections=content.sections * 10)
    pairs = [(_processor(content), _processor(many)) for _ in range(ROUNDS)]
    once, ten = (statistics.median(each) for each in zip(*pairs, strict=True))
    return f"ten times the content: {ten:.2f} s beside {once:.3f} s, {ten / once:.1f} times (aim ≤ 11)"


def _long(content: Document, folder: Path) -> str:

    frozen = folder / "content.json"
    frozen.write_text(freeze(content), "utf-8")
    times = -(-1800 // (typeset(content).pages - 2))
    command = [sys.executable, "-c", _LONG, str(frozen), str(times)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    pages, kilobytes = (int(word) for word in done.stdout.split())
    return f"{pages:,} pages: {kilobytes / 1024:.0f} MB at most (aim < 500)"
