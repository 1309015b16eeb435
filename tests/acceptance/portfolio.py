"""A real portfolio where it is at hand, else an excerpt of it."""

from __future__ import annotations

from pathlib import Path

from brm_app.domain.records import RECORDS
from brm_app.services import exchange
from brm_app.services.workspace import Workspace

ROOT = Path(__file__).parents[2]
EXCERPT = ROOT / "tests" / "data" / "portfolio"
WHOLE = ROOT.parent / "shared" / "data" / "hhs-it-portfolio"
PORTFOLIO = WHOLE if WHOLE.is_dir() else EXCERPT
TABLES = (
    ("units", "business_units.csv", ("name=Name", "code=Code")),
    (
        "projects",
        "investments.csv",
        ("code=Identifier", "name=Name|Identifier", "unit=Bureau", "summary=Summary", "why=Performance gap"),
    ),
    ("benefits", "metrics.csv", ("project=Investment", "code=Metric ID", "statement=Description")),
)


def make_portfolio(path: Path, rate: int | None = None) -> None:
    """Makes a workspace that holds the portfolio."""
    made = Workspace.create(path, "Health department", rate=rate)
    for kind, file, pairs in TABLES:
        source = exchange.read_table(PORTFOLIO / file)
        mapping = exchange.Mapping.parse(RECORDS[kind], source.columns, pairs)
        exchange.run(made, exchange.plan(made, RECORDS[kind], source, mapping, "code"))
    made.close()
