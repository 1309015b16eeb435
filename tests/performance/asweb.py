"""The same content as a web page, for programs that make PDF of those: headings, texts, tables and charts, no less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from html import escape
from pathlib import Path
from typing import Any

import attrs

from brm_app.domain import asking
from brm_app.domain import content as c
from brm_app.resources import resource

_FONTS = (
    ("Inter", 400, "normal", "InterTabular_400Regular.ttf"),
    ("Inter", 600, "normal", "InterTabular_600SemiBold.ttf"),
    ("Source Serif 4", 400, "normal", "SourceSerif4_400Regular.ttf"),
    ("Source Serif 4", 600, "normal", "SourceSerif4_600SemiBold.ttf"),
    ("Source Serif 4", 400, "italic", "SourceSerif4_400Regular_Italic.ttf"),
)
_STYLE = """
@page { size: A4; margin: 22mm 19mm; @bottom-right { content: counter(page) " of " counter(pages); font: 8pt Inter } }
body { font: 9.4pt/1.45 Inter, sans-serif; color: #1E2024 }
h1, h2 { font-family: "Source Serif 4", serif; font-weight: 600 }
h1 { font-size: 20pt; break-before: page; bookmark-level: 1 }
h3 { font-size: 9.75pt; border-bottom: 1pt solid #1E2024 }
blockquote { font: italic 12pt/1.45 "Source Serif 4"; border-left: 2pt solid #7A3688; padding-left: 12pt }
table { width: 100%; border-collapse: collapse; font-size: 8.65pt }
th { text-align: left; font-weight: 600 } td, th { border-bottom: .5pt solid #D9D8D2; padding: 4pt 6pt 4pt 0 }
thead { display: table-header-group } tr { break-inside: avoid }
"""


def page(document: c.Document) -> str:
    """A whole page of HTML; its fonts are ours."""
    faces = "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; '
        f'font-style: {style}; src: url("{_uri(file)}") }}'
        for family, weight, style, file in _FONTS
    )
    body = "".join(_section(section) for section in document.sections)
    head = f"<title>{escape(document.meta.title)}</title><style>{faces}{_STYLE}</style>"
    cover = f"<h2>{escape(document.meta.title)}</h2><p>{escape(document.meta.intro)}</p>{_parts(document.cover)}"
    sources = _table(
        ("Figure", "What", "Value", "As of", "Evidence", "Source", "Worked out"),
        ((f.number, f.label, f.text, f.as_of, f.evidence, f.source, f.derivation) for f in document.figures),
    )
    top = f'<html lang="{document.meta.language}"><head><meta charset="utf-8">{head}</head>'
    return f"<!doctype html>{top}<body>{cover}{body}{sources}</body></html>"


def _uri(file: str) -> str:
    found: Path = resource("fonts", file)
    return found.absolute().as_uri()


def _section(section: c.Section) -> str:
    return f"<section><p>{escape(section.kicker)}</p><h1>{escape(section.title)}</h1>{_parts(section.parts)}</section>"


def _parts(parts: Iterable[Any]) -> str:
    return "".join(_part(part) for part in parts)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    top = "".join(f"<th>{escape(text)}</th>" for text in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _said(runs: c.Runs) -> str:
    return "".join(run.text for run in runs)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)


@singledispatch
def _part(part: Any) -> str:
    """What has no better form is a paragraph of its texts."""
    texts = (text for field in attrs.fields(type(part)) for text in _strings(getattr(part, field.name)))
    return f"<p>{escape(' '.join(texts))}</p>"


@_part.register
def _(part: c.Brand) -> str:
    return f"<h2>{escape(part.name)}</h2><p>{escape(part.tagline)}</p>"


@_part.register
def _(part: c.Heading) -> str:
    return f"<h3>{escape(part.text)}</h3>"


@_part.register
def _(part: c.Paragraph) -> str:
    return f"<p>{escape(_said(part.runs))}</p>"


@_part.register
def _(part: c.Quote) -> str:
    return f"<blockquote>{escape(part.text)}<br>{escape(part.speaker)}</blockquote>"


@_part.register
def _(part: c.Table) -> str:
    rows = ([_said(cell.runs) for cell in row] for row in part.rows)
    return _table((column.title for column in part.columns), rows)


@_part.register
def _(part: c.Answered) -> str:
    return _table(("You said", "We did"), part.pairs)


@_part.register
def _(part: c.Facts) -> str:
    return _table((label for label, _ in part.facts), [[value for _, value in part.facts]])


@_part.register
def _(part: c.Columns) -> str:
    return f"{_parts(part.left)}{_parts(part.right)}"


@_part.register
def _(part: c.Bars) -> str:
    most = max((abs(bar.value) for bar in part.bars), default=1.0) or 1.0
    bars = "".join(
        f'<text x="0" y="{n * 18 + 12}" font-size="9">{escape(bar.label)} {escape(bar.text)}</text>'
        f'<rect x="220" y="{n * 18 + 2}" width="{abs(bar.value) / most * 260:.1f}" height="13" fill="#7A3688"/>'
        for n, bar in enumerate(part.bars)
    )
    return _drawing(bars, len(part.bars) * 18, part.alt)


@_part.register
def _(part: c.Curve) -> str:
    points = " ".join(f"{n * 60},{60 - (mood or 0) * 20:.1f}" for n, mood in enumerate(part.expected))
    return _drawing(f'<polyline points="{points}" fill="none" stroke="#7A3688"/>', 120, part.alt)


def _drawing(inside: str, height: int, alt: str) -> str:
    return f'<svg role="img" aria-label="{escape(alt)}" viewBox="0 0 500 {height}" width="500">{inside}</svg>'


@_part.register
def _(part: asking.Choices) -> str:
    return _table(("Option", "Name", "Cost", "What it means", "Effect"), (
        (choice.label, choice.name, choice.big, choice.text, choice.effect) for choice in part.choices
    ))  # fmt: skip
