"""Programs that people make such a briefing with, run on the same content: WeasyPrint and LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

from platformdirs import user_cache_path

_WEASYPRINT = """
import sys, time
from pathlib import Path
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

source, target, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
fonts = FontConfiguration()
times = []
for _ in range(rounds + 1):
    start = time.process_time()
    target.write_bytes(HTML(filename=str(source)).write_pdf(pdf_variant="pdf/ua-1", font_config=fonts))
    times.append(time.process_time() - start)
print(*times[1:])
"""


class Missing(Exception):
    """A program that is not here; the table says so."""


def environment() -> Path:
    """The Python of an environment with WeasyPrint, made when it is first needed. Raises `Missing`."""
    folder = user_cache_path("liaison-peers", ensure_exists=True) / "environment"
    python = folder / "bin" / "python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
        if subprocess.run([str(python), "-c", "import weasyprint"], capture_output=True, check=False).returncode:
            install = [str(python), "-m", "pip", "install", "-q", "weasyprint>=70"]
            subprocess.run(install, check=True, capture_output=True)
        subprocess.run([str(python), "-c", "import weasyprint"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Missing("WeasyPrint and its libraries (Pango, HarfBuzz) can’t be had here") from error
    return python


def weasyprint(source: Path, target: Path, rounds: int) -> list[float]:
    """Processor seconds of each round in one warm process. Raises `Missing`."""
    command = [str(environment()), "-c", _WEASYPRINT, str(source), str(target), str(rounds)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(word) for word in done.stdout.split()]


def libreoffice(source: Path, folder: Path) -> float:
    """Seconds of one conversion by a cold command. Raises `Missing`."""
    office = shutil.which("soffice")
    if office is None:
        raise Missing("LibreOffice (soffice) is not installed")
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    what = 'pdf:writer_web_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
    command = [office, home, "--headless", "--convert-to", what, "--outdir", str(folder / "converted"), str(source)]
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start
