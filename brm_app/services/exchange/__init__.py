"""Tables in and out: spreadsheets become records as one write, and records become spreadsheets."""

from brm_app.services.exchange.exporting import export
from brm_app.services.exchange.mapping import Mapping, likely_kind, remembered, suggested
from brm_app.services.exchange.planning import Plan, Reason, Row, plan
from brm_app.services.exchange.running import Counts, counts_of, run, save_refused
from brm_app.services.exchange.source import Source, read_table

__all__ = [
    "Counts",
    "Mapping",
    "Plan",
    "Reason",
    "Row",
    "Source",
    "counts_of",
    "export",
    "likely_kind",
    "plan",
    "read_table",
    "remembered",
    "run",
    "save_refused",
    "suggested",
]
