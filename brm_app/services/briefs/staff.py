"""The staff briefing: the time people get back, what changes for them, what to do, and where to find us."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from decimal import Decimal

from brm_app.domain.content import (
    BeforeNow,
    BigCard,
    BigCards,
    Box,
    Cell,
    Column,
    Columns,
    Heading,
    Paragraph,
    Run,
    Section,
    Table,
    plain,
)
from brm_app.domain.records import Message, Site
from brm_app.services.briefs.material import Material, Proof, Story
from brm_app.services.briefs.shared import (
    EVIDENCE,
    Parts,
    answers,
    brand,
    cells,
    evidence_said,
    led,
    no_project,
    one_line,
    prose,
    quote,
    sentence,
    steps,
    unmeasured,
)
from brm_app.services.briefs.wording import Words

_CARDS = 3
_ANSWERS = 3
_QUOTES = 1
_PERIODS = ("shift", "day", "week", "month", "quarter", "year")
Lines = tuple[Paragraph, ...]
_DOUBT = {"estimated": "Our best estimate.", "told": "As we were told."}


def cover(material: Material) -> Parts:
    """The largest statements, and what people said with what we did about it."""
    cards = _cards(material)
    said = material.answered[:_ANSWERS] if "words" not in material.off else ()
    heard = (Heading(text="You said, we did"), answers(said)) if said else ()
    return (*((BigCards(cards=cards),) if cards else ()), *heard)


def sections(material: Material) -> tuple[Section, ...]:
    """One page for each project."""
    if "projects" in material.off:
        return ()
    if not material.stories:
        return (no_project("briefing"),)
    on_cover = {card.name for card in _cards(material)}
    return tuple(_project(material, story, on_cover) for story in material.stories)


def contact(material: Material) -> Box | None:
    """The band at the foot of the project pages."""
    return Box(blocks=material.contacts) if material.contacts else None


# The cover


def _cards(material: Material) -> tuple[BigCard, ...]:
    """Times won, the surest and then the largest first; days on which something reaches people fill the row."""
    best = [(story, proof) for story in material.stories if (proof := leading(story)) and (proof.time or 0) > 0]
    best.sort(key=lambda pair: _rank(pair[1]))
    timed = [_time_card(material, story, proof) for story, proof in best]
    shown = {story.project.id for story, _ in best}
    others = [story for story in material.stories if story.project.id not in shown]
    dated = [(day, story) for story in others if (day := _next(material, story))]
    dated.sort(key=lambda pair: pair[0])
    return (*timed, *(_date_card(material, story, day) for day, story in dated))[:_CARDS]


def _rank(proof: Proof) -> tuple[int, int, Decimal]:
    benefit = proof.standing.benefit
    period = _PERIODS.index(benefit.period) if benefit.period in _PERIODS else len(_PERIODS)
    return EVIDENCE.index(proof.evidence), period, -(proof.time or Decimal(0))


def leading(story: Story) -> Proof | None:
    """The time that a project's page begins with: the surest, then the largest."""
    timed = [proof for proof in story.proofs if proof.known and proof.time is not None]
    return min(timed, key=_rank) if timed else None


def _time_card(material: Material, story: Story, proof: Proof) -> BigCard:
    said = story.messages[0].headline if story.messages else f"{sentence(_caption(proof))}. {_closed(proof.statement)}"
    doubt = _DOUBT.get(proof.evidence, "")
    text = " ".join(part for part in (_closed(said), doubt) if part)
    big = material.words.time(proof.time) if proof.time is not None else ""
    return BigCard(big=big, name=one_line(story.project.name), text=text, figure=proof.number)


def _date_card(material: Material, story: Story, day: dt.date) -> BigCard:
    said = story.messages[0].headline if story.messages else story.project.tagline
    return BigCard(big=material.words.day(day), name=one_line(story.project.name), text=one_line(said))


def _next(material: Material, story: Story) -> dt.date | None:
    """The next day on which the project reaches somebody."""
    today = material.words.as_of
    days = [stop.first for stop in story.stops if stop.first and stop.first > today and not stop.done]
    live = story.project.live
    return min(days, default=live if live and live > today else None)


def _closed(text: str) -> str:
    text = one_line(text)
    return text if not text or text[-1] in ".!?…" else f"{text}."


def _caption(proof: Proof) -> str:
    """What the minutes are: `back in every shift`; a loss says so."""
    benefit, won = proof.standing.benefit, (proof.time or 0) >= 0
    period = f"in every {benefit.period or 'period'}"
    if benefit.direction == "higher":
        return f"{'won' if won else 'lost'} {period}"
    return f"{'back' if won else 'more'} {period}"


# A project's page


def _project(material: Material, story: Story, on_cover: Collection[str]) -> Section:
    """A project's page; what the cover said in large type is not said again."""
    name = one_line(story.project.name)
    told = story.messages
    parts: tuple[object, ...] = (
        brand(story),
        *(Paragraph(runs=plain(one_line(m.headline)), role="lead") for m in told[:1] if name not in on_cover),
        *_before_now(material, story),
        *(_approved(story) if told else _not_approved(material, story)),
        *((Heading(text="When it reaches you"), steps(material.words, story.stops)) if story.stops else ()),
        *_quotes(material, story),
        *_places(story.sites),
        *_measured(material, story),
        *unmeasured(material, story.proofs),
    )
    return Section(kind="project", kicker=name, title=name, parts=parts, record=story.record)


def _approved(story: Story) -> Parts:
    """The approved messages: what changes beside what to do; under them how it comes, until then, and promises."""
    first, *others = story.messages
    comes = led("How it comes.", story.project.least_disruption)
    until = (*led("Until then.", story.project.workaround), *_promised(story))
    more = (part for m in others for part in (Heading(text=one_line(m.headline)), *_message(m, (), ())))
    return (*_message(first, comes, until), *more)


def _promised(story: Story) -> Lines:
    return tuple(line for promise in story.promises for line in led("We promised.", promise.words))


def _message(message: Message, comes: Lines, until: Lines) -> Parts:
    """Two columns; where only one has a text, it takes the whole width."""
    left = _block("What changes for you", message.body, comes)
    right = _block("What you need to do", message.what_to_do, until)
    return (Columns(left=left, right=right),) if left and right else left or right


def _block(heading: str, text: str, more: Lines) -> tuple[Heading | Paragraph, ...]:
    found = prose(text)
    return (Heading(text=heading), *found, *more) if found else more


def _not_approved(material: Material, story: Story) -> Parts:
    missing = Paragraph(runs=plain(material.nothing_approved), role="missing")
    said = (*prose(story.project.summary), *led("Until then.", story.project.workaround))
    return (missing, *said, *led("How it comes.", story.project.least_disruption))


def _before_now(material: Material, story: Story) -> Parts:
    proof = leading(story)
    if proof is None or proof.time is None:
        return ()
    words, benefit = material.words, proof.standing.benefit
    big = words.time(abs(proof.time))
    # A time is only worked out where both ends are known.
    before, after = benefit.baseline or Decimal(0), proof.standing.now or Decimal(0)
    was, now = words.long_amount(before, benefit.measure), words.long_amount(after, benefit.measure)
    note = f"{sentence(proof.statement).rstrip('.')}, {evidence_said(words, proof)}. {_often(material, proof)}"
    return (
        BeforeNow(
            big=big,
            caption=_caption(proof),
            before=max(float(before), 0.0),
            before_text=was,
            now=max(float(after), 0.0),
            now_text=now,
            evidence=proof.evidence,
            note=note.strip(),
            alt=f"{proof.statement}: it was {was}, it is {now}. {big} {_caption(proof)}.",
            figure=proof.number,
        ),
    )


def _often(material: Material, proof: Proof) -> str:
    """How often it happens in a period; silent where it is once."""
    benefit = proof.standing.benefit
    count = benefit.occurrences_per_period
    if count is None or count == 1:
        return ""
    return f"{material.words.number(count)} {benefit.occurrence_name or 'times'} a {benefit.period}."


def _quotes(material: Material, story: Story) -> Parts:
    on_cover = {touchpoint.id for touchpoint in material.answered[:_ANSWERS]} if "words" not in material.off else set()
    fresh = [touchpoint for touchpoint in story.quotes if touchpoint.id not in on_cover]
    return tuple(quote(touchpoint) for touchpoint in fresh[:_QUOTES])


def _measured(material: Material, story: Story) -> Parts:
    """Everything else that was read: a table, or a note where the page has its large figure already."""
    first, words = leading(story), material.words
    others = [proof for proof in story.proofs if proof.known and proof is not first]
    if not others:
        return ()
    if first:
        said = "; ".join(f"{p.statement}: {_was_now(words, p)} ({p.evidence})" for p in others)
        return (Paragraph(runs=(Run(text="We also count. ", style="strong"), Run(text=f"{said}.")), role="note"),)
    columns = (Column(title="What", width=0.5), Column(title="Was and is", width=0.3), Column(title="When", width=0.2))
    rows = tuple(
        (Cell(runs=plain(p.statement)), Cell(runs=plain(_was_now(words, p))), _quiet(_read(words, p))) for p in others
    )
    caption = f"Readings until {words.long_day(words.as_of)}"
    return (Heading(text="What we count"), Table(columns=columns, rows=rows, caption=caption, header=False))


def _was_now(words: Words, proof: Proof) -> str:
    benefit, now = proof.standing.benefit, proof.standing.now
    said = words.amount(now, benefit.measure) if now is not None else ""
    if benefit.baseline is None:
        return said
    return f"was {words.amount(benefit.baseline, benefit.measure)}, is {said}"


def _read(words: Words, proof: Proof) -> str:
    return f"{sentence(proof.evidence)}, {words.day(proof.read_on)}"


def _quiet(text: str) -> Cell:
    return Cell(runs=(Run(text=text, style="quiet"),))


def _places(sites: tuple[Site, ...]) -> Parts:
    if not sites:
        return ()
    columns = (Column(title="Site", width=0.23), Column(title="Where", width=0.37), Column(title="When", width=0.4))
    rows = tuple(cells(site.name, site.where, site.opening_times) for site in sites)
    table = Table(columns=columns, rows=rows, caption="Where to find us", header=False)
    return (Heading(text="Where to find us"), table)
