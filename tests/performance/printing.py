"""How quick and how small a tagged board pack is, beside the programs that people make one with."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import attrs
import pikepdf

from brm_app.briefing import typeset
from brm_app.domain.content import Document
from brm_app.domain.freezing import freeze
from tests.performance.asweb import page
from tests.performance.pack import DAY, twenty_pages
from tests.performance.peers import Missing, libreoffice, weasyprint
from tests.performance.stopwatch import seconds

ROUNDS = 5
_LONG = """
import resource, sys
from pathlib import Path
from brm_app.briefing import typeset
from brm_app.domain.freezing import thaw
import attrs
import pikepdf
content = thaw(Path(sys.argv[1]).read_text("utf-8"))
made = typeset(attrs.evolve(content, sections=content.sections * int(sys.argv[2])))
print(made.pages, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def report(folder: Path) -> str:
    """All figures of printing as lines."""
    content, projects = twenty_pages(folder / "sample.brm")
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


def _warmed(content: Document) -> float:
    typeset(content)  # as the peer does before each of its rounds
    return _processor(content)


def _warm(content: Document, source: Path, folder: Path) -> str:
    target = folder / "weasyprint.pdf"
    try:
        pairs = [(_warmed(content), *weasyprint(source, target, 1)) for _ in range(ROUNDS)]
    except Missing as missing:
        alone = statistics.median(_warmed(content) for _ in range(ROUNDS))
        return f"warm, tagged: {alone:.3f} s of processor; {missing}"
    ours, theirs = (statistics.median(each) for each in zip(*pairs, strict=True))
    with pikepdf.open(target) as pdf:
        size = f"{len(pdf.pages)} pages, {target.stat().st_size / 1024:.0f} KB"
    return (
        f"warm, tagged: {ours:.3f} s of processor; WeasyPrint with PDF/UA {theirs:.3f} s, {size}: "
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
