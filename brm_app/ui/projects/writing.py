"""How a message is written, and what can be done with it once it is."""

from __future__ import annotations

from typing import Any

import attrs

from brm_app.domain.errors import Refused
from brm_app.domain.records import Benefit, Message, Record
from brm_app.services import approval
from brm_app.ui.desk import Desk
from brm_app.ui.editing.form import Groups, RecordForm
from brm_app.ui.editing.links import LinkEditor

MESSAGE: Groups = (("", ("headline", "body", "what_to_do", "benefit", "review_by", "internal")),)


class MessageForm(RecordForm):
    """The form of a message: offers the benefits of its project, and makes a changed text a draft again."""

    def show_record(self, record: Record, new: bool = False) -> None:
        """Shows a message."""
        assert isinstance(record, Message)
        own = {b.id for b in self.desk.workspace.find(Benefit, equals={"project": record.project})}
        editor = self.cells["benefit"].editor
        assert isinstance(editor, LinkEditor)
        editor.combo.offered = own.__contains__
        super().show_record(record, new)

    def _values(self) -> dict[str, Any] | None:
        values = super()._values()
        if values is None or not isinstance(self.start, Message):
            return values
        kept = approval.rewritten(self.start, attrs.evolve(self.start, **values))
        changed = {"state": kept.state, "approved_by": kept.approved_by, "approved_at": kept.approved_at}
        return {**values, **changed}


class MessageActs:
    """The one-key acts on a message; each is one undo step."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def hand_in(self, message: Message) -> None:
        """Asks for approval."""
        self._keep(message, approval.submitted(message), "Hand in")

    def approve(self, message: Message) -> None:
        """Approves it for the proof as it is now."""
        with self._desk.telling():
            after = approval.approved(message, self._desk.workspace.who, self._desk.clock.now_utc())
            self._keep(message, after, "Approve")

    def send_back(self, message: Message, reason: str) -> bool:
        """Returns it to its writer; False, and said in the status bar, without a reason."""
        try:
            after = approval.returned(message, reason)
        except Refused as refused:
            self._desk.status(str(refused))
            return False
        self._keep(message, after, "Return")
        return True

    def tell(self, message: Message) -> None:
        """Notes that the audience was told today."""
        if message.state != "approved":
            self._desk.status("Only an approved message can be marked as told. Approve it first.")
            return
        self._keep(message, attrs.evolve(message, told_on=self._desk.clock.today()), "Mark as told")

    def delete(self, message: Message) -> None:
        """Deletes it at once."""
        with self._desk.telling():
            self._desk.delete(message)

    def _keep(self, before: Message, after: Message, word: str) -> None:
        with self._desk.telling():
            self._desk.save(after, before, f"{word} “{after.headline[:40]}”")
