"""What can be done in a cell with one key; each act is one write."""

from __future__ import annotations

from brm_app.services.proving import AGAIN
from brm_app.services.telling.cells import Cell, Said
from brm_app.services.telling.writing import to_approve, told
from brm_app.ui.desk import Desk, short
from brm_app.ui.projects.writing import MessageActs

NOTHING = "There is no message here yet. Press Enter to write one."


class CellActs:
    """Approves, returns and tells; says in the status bar why something can't be done."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._acts = desk, MessageActs(desk)

    def approve(self, cell: Cell) -> None:
        """Approves the message that waits for it, for its proof as it is now."""
        said = to_approve(cell.said)
        if said is None:
            self._desk.status("Every message here is approved." if cell.said else NOTHING)
            return
        self._acts.approve(said.message)

    def returnable(self, cell: Cell) -> Said | None:
        """The message that can be returned; says so where there is none."""
        given = [said for said in cell.said if said.standing in ("in review", AGAIN, "approved")]
        if not given:
            words = "Only a message that was handed in or approved can be returned."
            self._desk.status(words if cell.said else NOTHING)
        return min(given, key=lambda said: ("in review", AGAIN, "approved").index(said.standing), default=None)

    def send_back(self, said: Said, reason: str) -> bool:
        """Returns it to its writer; False without a reason."""
        return self._acts.send_back(said.message, reason)

    def tell(self, cell: Cell) -> None:
        """Notes that its people were told today."""
        if not cell.said:
            self._desk.status(NOTHING)
            return
        with self._desk.telling():
            telling = told(cell, self._desk.clock.today())
            with self._desk.workspace.write(f"Tell {short(telling)}", origin=self) as batch:
                batch.add(telling)
            self._desk.status(f"Told {short(telling)} today.", undo=True)
