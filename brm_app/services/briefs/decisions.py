"""Decision pages: what happens today, what waiting costs, the ways to decide, and what is asked to be recorded."""

from __future__ import annotations

from decimal import Decimal

from brm_app.domain.asking import Asked, Choice, Choices, CostOfWaiting, Situation
from brm_app.domain.content import Heading, Paragraph, Section, plain
from brm_app.domain.currency import digits
from brm_app.domain.records import Option
from brm_app.services.briefs.material import Asking, Material
from brm_app.services.briefs.shared import Parts, number_word, one_line, prose, quote, sentence
from brm_app.services.briefs.wording import Words


def decision_sections(material: Material) -> tuple[Section, ...]:
    """A page for each decision."""
    every = len(material.askings)
    return tuple(_section(material, asking, n + 1, every) for n, asking in enumerate(material.askings))


def _section(material: Material, asking: Asking, number: int, every: int) -> Section:
    about = f": {one_line(asking.project)}" if asking.project else ""
    lead = one_line(asking.decision.lead)
    return Section(
        kind="decision",
        kicker=f"Decision {number} of {every}{about}",
        title=one_line(asking.decision.ask),
        record=asking.record,
        parts=(
            *((Paragraph(runs=plain(lead), role="lead"),) if lead else ()),
            *_situation(material.words, asking),
            *_choices(material, asking),
            *_asked(material.words, asking),
        ),
    )


def _situation(words: Words, asking: Asking) -> Parts:
    cost = _cost(words, asking)
    waiting = () if cost else prose(asking.decision.waiting)
    said = (quote(asking.quote),) if asking.quote else ()
    parts = (*prose(asking.decision.today), *waiting, *said)
    return (Situation(heading="What happens today", parts=parts, cost=cost),) if parts or cost else ()


def _cost(words: Words, asking: Asking) -> CostOfWaiting | None:
    lost = asking.lost
    if lost is None:
        return None
    if lost.money is not None:
        big, text = words.money(lost.money), "each year until it is decided"
    else:
        big = words.time(lost.time or Decimal(0))
        text = f"for each person, every {lost.standing.benefit.period or 'period'}, until it is decided"
    note = one_line(asking.decision.waiting)
    return CostOfWaiting(title="Cost of not deciding", big=big, text=text, note=note, figure=lost.number)


def _choices(material: Material, asking: Asking) -> Parts:
    if not asking.options:
        return ()
    heading = sentence(f"{number_word(len(asking.options))} option{'' if len(asking.options) == 1 else 's'}")
    cards = tuple(_choice(material, option, n) for n, option in enumerate(asking.options))
    return (Heading(text=heading), Choices(choices=cards), *_sources(cards, asking.options))


def _sources(cards: tuple[Choice, ...], options: tuple[Option, ...]) -> Parts:
    """Where the costs come from; no figure of a benefit, and so not among the sources of figures."""
    said = [
        f"{card.label}: {one_line(option.source)}"
        for card, option in zip(cards, options, strict=True)
        if option.source.strip()
    ]
    return (Paragraph(runs=plain(f"Where the costs come from. {'; '.join(said)}."), role="note"),) if said else ()


def _choice(material: Material, option: Option, number: int) -> Choice:
    label = chr(ord("A") + number) if number < 26 else str(number + 1)
    cost = "" if option.cost is None else _money(material, option.cost)
    return Choice(
        label=f"Option {label}",
        name=one_line(option.name),
        big=" ".join(part for part in (cost, one_line(option.cost_words)) if part),
        text=one_line(option.words),
        effect=one_line(option.effect),
        recommended=option.recommended,
    )


def _money(material: Material, minor: int) -> str:
    return material.words.money(Decimal(minor).scaleb(-digits(material.organisation.currency)))


def _asked(words: Words, asking: Asking) -> Parts:
    decision = asking.decision
    by = words.spoken_day(decision.decide_by) if decision.decide_by else ""
    when = ", or ".join(part for part in (by, one_line(decision.consequence)) if part)
    evidence = sentence(asking.lost.evidence) if asking.lost else ""
    facts = (("Decide by", when), *asking.owners, ("Evidence", evidence))
    kept = tuple((label, one_line(value)) for label, value in facts if value)
    text = one_line(decision.asked)
    return (Heading(text="What we ask you to record"), Asked(text=text, facts=kept)) if text else ()
