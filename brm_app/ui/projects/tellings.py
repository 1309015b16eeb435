"""Sections made of message cards: what is typed on a card stays until it is sent or taken back."""

from __future__ import annotations

from collections.abc import Callable

from brm_app.domain.records import Message
from brm_app.ui.desk import Desk
from brm_app.ui.projects.cards import MessageCard
from brm_app.ui.projects.section import Section
from brm_app.ui.projects.writing import MESSAGE, MessageActs, MessageForm


class Tellings(Section):
    """The base of the two sections that show messages."""

    def __init__(self, desk: Desk, name: str, heading: str) -> None:
        super().__init__(desk, name, heading, "bare")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.acts = MessageActs(desk)
        self.wide = True

    @property
    def _cards(self) -> list[MessageCard]:
        return [card for card in self.view.findChildren(MessageCard) if card.isVisible()]

    def edit(self, message: Message, card: MessageCard) -> None:
        """Opens a message on its card."""
        self.open_form(message, MESSAGE, columns=1, form=MessageForm, holder=card)

    def card_of(self, message_id: str) -> MessageCard | None:
        """The card of a message, where it is shown."""
        return next((card for card in self._cards if (it := card.telling.message) and it.id == message_id), None)

    def approve_next(self) -> None:
        """Approves the first message that waits for it, and leaves the keyboard on its card."""
        self._act_on_first("Approve", MessageCard.approve, "Every message here is approved.")

    def tell_next(self) -> None:
        """Marks the first approved message as told today, and leaves the keyboard on its card."""
        self._act_on_first("Mark as told", MessageCard.tell, "No approved message here is waiting to be told.")

    def _act_on_first(self, offer: str, act: Callable[[MessageCard], object], otherwise: str) -> None:
        card = next((card for card in self._cards if card.offers(offer)), None)
        if card:
            card.setFocus()
            act(card)
        else:
            self.desk.status(otherwise)

    def rebuild(self) -> None:
        """Shows the cards anew; while a reason is typed they stay as they are."""
        if not any(card.asking for card in self._cards):
            super().rebuild()

    def take_back(self) -> bool:
        """Closes a field for a reason, or a form without typing."""
        return any(card.take_back() for card in self._cards) or super().take_back()

    def settle(self) -> bool:
        """Asks about a reason that was typed and not sent, then saves what else was typed."""
        asking = [card for card in self._cards if card.asking]
        if asking and not self.desk.ask.confirm("The reason is not sent yet. Leave without it?", "Leave"):
            return False
        for card in asking:
            card.take_back()
        return super().settle()
