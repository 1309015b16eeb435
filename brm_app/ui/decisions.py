"""The page of decisions: what an audience is asked to decide, with its options."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from brm_app.domain.days import short_day
from brm_app.domain.records import Decision, Option, Record
from brm_app.ui.desk import Desk
from brm_app.ui.listing import Column
from brm_app.ui.marks import in_shape
from brm_app.ui.recordspage import RecordsPage
from brm_app.ui.settingslist import SettingsList
from brm_app.ui.widgets import label
from brm_app.ui.words import capital, clip, one_line

STATES = {"open": "warn", "decided": "good"}
OPTION = (("", ("name", "cost", "cost_words", "words", "effect", "recommended", "order", "source")),)


def stands(state: str) -> str:
    """`▲ Open`: how a decision stands, after its shape."""
    return in_shape(STATES.get(state, ""), capital(state))


INKS = {stands(state).lower(): ink for state, ink in STATES.items()}


class DecisionsPage(RecordsPage):
    """Each decision prints a page in the briefing of its audience while it is open."""

    name = "decisions"
    cls = Decision
    empty_words = "No decisions yet.\nWhat an audience is asked to decide, with its options."
    concerns = frozenset({"options", "projects", "audiences"})
    groups = (
        ("", ("ask", "audience", "project", "lead", "today", "touchpoint", "benefit", "waiting")),
        ("What is asked", ("asked", "decide_by", "consequence", "business_owner", "it_owner")),
        ("How it stands", ("state", "outcome", "note")),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.options = SettingsList(desk, "Options", Option, OPTION, _told, self._fresh)
        self.side.addWidget(self.options)

    def _fresh(self) -> Option:
        decision = self.shown_record()
        held = self.desk.workspace.find(Option, equals={"decision": decision})
        return Option(decision=decision, order=len(held) + 1)

    def title(self) -> str:
        """The words of this place."""
        return "Decisions"

    def columns(self) -> Sequence[Column]:
        """What is asked, of whom, how it stands, and until when."""
        return (
            Column("Decision", lambda d: clip(d.ask), muted=False, sort="ask"),
            Column("Audience", lambda d: self.desk.title_of("audiences", d.audience), 120, needs=560),
            Column(
                "State", lambda d: stands(d.state), 112, sort="state", states=INKS, spoken=lambda d: capital(d.state)
            ),
            Column("Decide by", lambda d: short_day(d.decide_by, self.desk.clock.today()), 96, sort="decide_by"),
        )

    def headline(self, record: Record) -> str:
        """The whole request."""
        assert isinstance(record, Decision)
        return clip(record.ask)

    def summary(self, record: Record) -> str:
        """Who is asked, and about which project."""
        assert isinstance(record, Decision)
        titles = self.desk.title_of("audiences", record.audience), self.desk.title_of("projects", record.project)
        return ", ".join(title for title in titles if title)

    def show_around(self, record: Record | None) -> None:
        """The options, once the decision is in the workspace."""
        self.options.setVisible(record is not None)
        if record is None:
            self.options.show_records(())
            return
        opened = self.options.opened
        if opened and opened.base and getattr(opened.base, "decision", None) != record.id:
            self.options.fold()
        held = self.desk.workspace.find(Option, equals={"decision": record.id}, sort="order")
        self.options.show_records(held)

    def settle(self) -> bool:
        """Saves what was typed, or asks; the form of an option is closed with it."""
        if not (self.options.settle() and super().settle()):
            return False
        self.options.fold()
        return True

    def save_record(self) -> None:
        """Saves both forms."""
        self.options.save()
        if self.form.new or self.form.dirty:
            super().save_record()


def _told(option: Record) -> Sequence[QWidget]:
    assert isinstance(option, Option)
    return label(str(option.order or ""), "secondary"), label(clip(one_line(option.title), 120), "name", wrap=True)
