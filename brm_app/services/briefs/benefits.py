"""What the projects bring, for the board: money by strength of evidence, readings, and what was never measured."""

from __future__ import annotations

from decimal import Decimal

import attrs

from brm_app.domain.content import (
    Bar,
    Bars,
    Cell,
    Column,
    EvidenceBar,
    EvidenceKey,
    Paragraph,
    Run,
    Section,
    Table,
    plain,
)
from brm_app.services.briefs.material import Material, Proof
from brm_app.services.briefs.proofs import shortened
from brm_app.services.briefs.shared import EVIDENCE, Parts, counted, listed, one_line, sentence, unmeasured
from brm_app.services.briefs.wording import Words

_METHOD = {
    "measured": "Counted, each with its source",
    "estimated": "Modelled, method in the sources",
    "told": "Told to us, not checked",
}
_SAID = {"measured": "is measured", "estimated": "is estimated", "told": "was told to us and is not checked"}


def totals(material: Material) -> dict[str, Decimal]:
    """Money a year for each class of evidence that has any; the classes are never added to one another."""
    found: dict[str, Decimal] = {}
    for proof in material.proofs:
        if proof.money is not None and proof.known:
            found[proof.evidence] = found.get(proof.evidence, Decimal(0)) + proof.money
    return {name: found[name] for name in EVIDENCE if name in found}


def evidence_bar(material: Material) -> EvidenceBar | None:
    """The totals as one bar in segments; None where there are none, or where a loss has no place in such a bar."""
    sums = totals(material)
    if not sums or min(sums.values()) < 0 or not any(sums.values()):
        return None
    segments = tuple(
        Bar(
            label=sentence(name),
            sublabel=_METHOD[name],
            value=float(value),
            text=f"{material.words.money(value)} {name}",
            evidence=name,
        )
        for name, value in sums.items()
    )
    alt = f"Benefit a year: {listed(segment.text for segment in segments)}."
    return EvidenceBar(caption="Benefit a year by strength of evidence", segments=segments, alt=alt)


def money_facts(material: Material) -> tuple[tuple[str, str], ...]:
    """The totals as facts, for a cover without an evidence bar."""
    sums = totals(material)
    return tuple((f"{sentence(name)}, a year", material.words.money(value)) for name, value in sums.items())


def benefits_sections(material: Material) -> tuple[Section, ...]:
    """Benefits in money, or as readings for an audience without that lens."""
    known = [proof for proof in material.proofs if proof.known]
    listed_here = _listed_here(material, known)
    key = EvidenceKey(
        measured="Measured", estimated="Estimated, method in the sources", told="Told to us, not checked"
    )  # fmt: skip
    section = Section(
        kind="benefits",
        kicker="Benefits in money" if material.wall.has("money") else "Benefits",
        title=_title(material),
        parts=(
            *_bars(material, known),
            *((_readings(material, listed_here), key) if listed_here else ()),
            *_elsewhere(len(known) - len(listed_here)),
            *_not_measured(material),
        ),
    )
    return (section,)


def _listed_here(material: Material, known: list[Proof]) -> list[Proof]:
    """Those with money; all of them where none has, or where no project page would show the others."""
    valued = [proof for proof in known if proof.money is not None]
    return valued if valued and "projects" not in material.off else known


def _elsewhere(number: int) -> Parts:
    if not number:
        return ()
    where = "it stands under its project" if number == 1 else "they stand under their projects"
    has = "has" if number == 1 else "have"
    said = f"{counted(number, 'other benefit')} {has} a reading but no worth in money; {where}."
    return (Paragraph(runs=plain(sentence(said)), role="note"),)


def _title(material: Material) -> str:
    sums = totals(material)
    if sums:
        return _money_title(material.words, sums)
    known = [proof for proof in material.proofs if proof.known]
    if known:
        classes = [(name, sum(proof.evidence == name for proof in known)) for name in EVIDENCE]
        said = listed(f"{counted(number, 'benefit')} {name}" for name, number in classes if number)
        return sentence(f"{said}, each with its newest reading")
    if not material.proofs:
        return "No benefit is on record yet"
    number = len(material.proofs)
    return sentence(
        f"{counted(number, 'benefit')} {'is' if number == 1 else 'are'} on record, and none is measured yet"
    )


def _money_title(words: Words, sums: dict[str, Decimal]) -> str:
    """`$1.07 m a year is measured. $1.36 m is estimated, and $240 k was told to us and is not checked`."""
    said = [f"{_money(words, value)} a year {_SAID[name]}" for name, value in sums.items()]
    first, rest = said[0], [text.replace(" a year", "", 1) for text in said[1:]]
    return ". ".join(sentence(text) for text in (first, ", and ".join(rest)) if text)


def _money(words: Words, value: Decimal) -> str:
    return words.money(value) if value >= 0 else f"a loss of {words.money(-value)}"


def _bars(material: Material, known: list[Proof]) -> Parts:
    valued = [(proof, proof.money) for proof in known if proof.money is not None]
    valued.sort(key=lambda pair: -pair[1])
    if not valued:
        return ()
    bars = tuple(
        Bar(
            label=one_line(proof.project),
            sublabel=shortened(proof.statement),
            value=float(money),
            text=material.words.money(money),
            evidence=proof.evidence,
            figure=proof.number,
        )
        for proof, money in valued
    )
    said = "; ".join(f"{bar.label}, {bar.sublabel}: {bar.text}, {bar.evidence}" for bar in bars)
    return (Bars(bars=bars, alt=f"Benefit a year. {said}."),)


_COLUMNS = (
    Column(title="Project and benefit", width=0.375),
    Column(title="Was", width=0.105),
    Column(title="Target", width=0.105),
    Column(title="Now", width=0.105),
    Column(title="Evidence", width=0.145),
    Column(title="As of", width=0.09),
    Column(title="Figure", width=0.075, align="right"),
)


def _readings(material: Material, known: list[Proof]) -> Table:
    rows = tuple(reading_row(material, proof, f"{one_line(proof.project)}, ") for proof in known)
    return Table(columns=_COLUMNS, rows=rows, caption="Benefits with their newest readings")


def reading_row(material: Material, proof: Proof, before: str = "") -> tuple[Cell, ...]:
    """Statement, was, target, now, evidence, day and figure of a benefit with a reading."""
    words, benefit, now = material.words, proof.standing.benefit, proof.standing.now
    values = (benefit.baseline, benefit.target, now)
    return (
        Cell(runs=(Run(text=before + proof.statement),)),
        *(Cell(runs=plain("–" if v is None else words.amount(v, benefit.measure))) for v in values),
        Cell(runs=plain(sentence(proof.evidence)), evidence=proof.evidence),
        Cell(runs=plain(words.day(proof.read_on))),
        Cell(runs=plain(proof.number), figure=proof.number),
    )


def reading_table(material: Material, proofs: list[Proof]) -> Table:
    """The same for the benefits of one project."""
    rows = tuple(reading_row(material, proof) for proof in proofs)
    columns = (attrs.evolve(_COLUMNS[0], title="Benefit"), *_COLUMNS[1:])
    return Table(columns=columns, rows=rows, caption="Benefits with their newest readings")


def _not_measured(material: Material) -> Parts:
    """Those without a reading: named under their projects, or here when there are no project pages."""
    open_ = [proof for proof in material.proofs if not proof.known]
    if not open_:
        return ()
    if "projects" in material.off:
        return unmeasured(material, open_, project=True)
    number, verb = len(open_), "is" if len(open_) == 1 else "are"
    said = f"{sentence(counted(number, 'benefit'))} {verb} not measured yet. "
    if number == len(material.proofs):
        said = ""  # the title says so
    named = "It is named" if number == 1 and said else "Each is named"
    return (Paragraph(runs=plain(f"{said}{named} under its project, without a number."), role="note"),)
