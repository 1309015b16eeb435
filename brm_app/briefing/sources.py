"""Where every figure comes from: the passports of all figures as a table that F-numbers lead to."""

from __future__ import annotations

from datetime import date

from brm_app.briefing.desk import Desk
from brm_app.briefing.looks import sans
from brm_app.briefing.strips import Strip
from brm_app.briefing.tables import table_strips
from brm_app.domain.content import Cell, Column, Figure, Run, Table, plain

_COLUMNS = (
    Column(title="No.", width=0.056),
    Column(title="Figure", width=0.187),
    Column(title="How it was worked out", width=0.285),
    Column(title="Source", width=0.172),
    Column(title="Owner", width=0.155),
    Column(title="Evidence, as of", width=0.145),
)
_WORDS = {"measured": "Measured", "estimated": "Estimated", "told": "Told"}


def day(iso: str, language: str) -> str:
    """An ISO date as people of that language write it, "31 Oct 2026"; any other text as it is."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        locale = Locale.parse(language.replace("-", "_"))
        return str(format_date(date.fromisoformat(iso), "d MMM y", locale=locale))
    except (ValueError, UnknownLocaleError):
        return iso


def _row(figure: Figure, language: str) -> tuple[Cell, ...]:
    evidence = _WORDS.get(figure.evidence, figure.evidence)
    as_of = f"\n{day(figure.as_of, language)}" if figure.as_of else ""
    return (
        Cell(runs=plain(figure.number), figure=figure.number),
        Cell(runs=(Run(text=figure.text), Run(text=f"\n{figure.label}" if figure.label else "", style="quiet"))),
        Cell(runs=plain(figure.derivation)),
        Cell(runs=plain(figure.source or ("" if figure.evidence == "told" else "No source yet"))),
        Cell(runs=plain(figure.owner)),
        Cell(runs=(Run(text=evidence), Run(text=as_of, style="quiet")), evidence=figure.evidence),
    )


def sources_strips(desk: Desk) -> list[Strip]:
    """One row for each figure; the row is where its F-number leads."""
    if not desk.figures:
        return []
    rows = tuple(_row(figure, desk.language) for figure in desk.figures)
    table = Table(columns=_COLUMNS, rows=rows, caption="Where every figure comes from")
    keys = [f"figure-{figure.number}" for figure in desk.figures]
    return table_strips(desk, table, sans(8, 10.7), 5.4, keys)
