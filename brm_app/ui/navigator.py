"""Goes from place to place: makes pages, remembers the way, and keeps sidebar and command bar in step."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from functools import partial
from weakref import ref

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from brm_app.ui import layouts
from brm_app.ui.commandbar import CommandBar
from brm_app.ui.desk import Desk
from brm_app.ui.drawn.shell import Ui_Shell
from brm_app.ui.lately import Lately
from brm_app.ui.page import Page
from brm_app.ui.sidebar import PLACES, Sidebar
from brm_app.ui.statusline import StatusLine
from brm_app.ui.thrift import Thrift
from brm_app.ui.trail import Trail

Step = Callable[[str, str], tuple[str, str] | None]


class Navigator:
    """The pages of the open workspace, of which at most one is shown."""

    def __init__(
        self, form: Ui_Shell, bar: CommandBar, sidebar: Sidebar, line: StatusLine, settings: QSettings
    ) -> None:
        self._stack, self._bar, self._sidebar, self._line = form.pages, bar, sidebar, line
        self._settings = settings
        self.fixed_panes = (form.sidebar, form.commandBar)
        self.pages: dict[str, Page] = {}
        self.page: Page | None = None
        self.desk: Desk | None = None
        self.trail = Trail()
        self._lately = Lately()
        self._taken_down: list[ref[Page]] = []  # of whose Python objects nobody has been rid yet
        self._thrift = Thrift(form.pages)
        self._thrift.resting.connect(self._let_go)
        # Making a page and painting it may take 50 ms each: the window lives in between.
        self._painting = QTimer(form.pages, singleShot=True, interval=0)
        self._painting.timeout.connect(lambda: self._stack.setUpdatesEnabled(True))
        self._way: object = None  # what the bar shows; making it anew takes longer than looking

    @property
    def shown_widget(self) -> QWidget | None:
        """The page that is shown, or what is shown in place of one."""
        return self._stack.currentWidget()

    @property
    def collection(self) -> str:
        """The collection that the page lists, projects where it lists none."""
        kinds = {place.name: place.collection for place in PLACES}
        return kinds.get(self.page.name if self.page else "") or "projects"

    def settled(self) -> bool:
        """Lets the shown page save or ask; False where the person stays."""
        return self.page is None or self.page.settle()

    def go(self, place: str, record_id: str = "") -> None:
        """Opens a place, and a record there."""
        if self.desk is None or not self.settled():
            self._sidebar.choose(self.page.name if self.page else "")
            return
        if self.page:
            self.trail.leave(self.page.name, self.page.shown_record())
        self._show(place, record_id)

    def step(self, back: bool) -> None:
        """Goes back, or forward to what was left with back."""
        if self.page and self.settled():
            way: Step = self.trail.back if back else self.trail.forward
            target = way(self.page.name, self.page.shown_record())
            if target:
                self._show(*target)

    def _show(self, place: str, record_id: str) -> None:
        self._stack.setUpdatesEnabled(False)
        self._painting.start()
        self._lately.note(place)
        if place not in self.pages:
            record_id = record_id or self._lately.take_up(place)
        self.page = page = self._page(place)
        self._stack.setCurrentWidget(page)
        page.refresh(None)
        page.open_record(record_id)
        layouts.follow_splitters(self._settings, page)
        self._sidebar.choose(page.name)
        self.show_hints()
        self._bar.show_tools(page.tools())
        self.show_crumbs()
        self._thrift.soon()

    def show_hints(self, hints: Sequence[tuple[str, str]] = ()) -> None:
        """Shows keys in the status bar: those of a panel over the page, else those of the page."""
        own = hints or (self.page.hints if self.page else ())
        self._line.hints((*own, ("F1", "all keys")))

    def _page(self, name: str) -> Page:
        if name not in self.pages:
            from brm_app.ui.places import make_page  # pages need the services, which are not there at first paint

            assert self.desk is not None
            page = self.pages[name] = make_page(name, self.desk)
            page.crumbs_changed.connect(self.show_crumbs)
            self._stack.addWidget(page)
        return self.pages[name]

    def show_other(self, widget: QWidget, words: str) -> None:
        """Shows what is no page of the workspace."""
        self.page = None
        self._stack.setCurrentWidget(widget)
        self._sidebar.choose("")
        self._bar.show_tools(())
        self._show_bar((words,))

    def drop(self) -> None:
        """Takes all pages down; the way is forgotten."""
        for page in self.pages.values():
            self._take_down(page)
        self.pages, self.page, self.trail, self._way = {}, None, Trail(), None
        self._lately = Lately()
        self._thrift.soon()

    def _take_down(self, page: Page) -> None:
        page.close_down()
        self._stack.removeWidget(page)
        page.deleteLater()
        self._taken_down.append(ref(page))

    def _let_go(self) -> None:
        """Takes down what was not shown for long, and the next time is rid of what Python keeps of it."""
        if self._taken_down:
            for page in filter(None, (each() for each in self._taken_down)):
                if not isValid(page):
                    vars(page).clear()  # now and then the bindings never let go of a page, and so of all that it held
            self._taken_down.clear()
            gc.collect()  # a page is old: it would be among the last that are looked at
        for old in [page for page in self.pages.values() if page.name not in self._lately and page.can_go]:
            if old.keeps_choice:
                self._lately.leave(old.name, old.shown_record())
            self._take_down(self.pages.pop(old.name))
            self._thrift.soon()

    def make_anew(self) -> None:
        """Makes the pages again in the colours of now, with the same place shown."""
        page, trail = self.page, self.trail
        if page is None:
            self.drop()
            return
        place, record_id = page.name, page.shown_record()
        self.drop()
        self.trail = trail
        self._show(place, record_id)

    def show_crumbs(self) -> None:
        """Shows the way to what the page shows."""
        if self.page:
            self._show_bar(self.page.crumbs())

    def _show_bar(self, crumbs: tuple[str, ...]) -> None:
        page, trail = self.page, self.trail
        place = page.name if page else ""
        back, forward = bool(page) and trail.can_go_back, bool(page) and trail.can_go_forward
        if self._way != (way := (place, crumbs, back, forward)):
            self._way = way
            self._bar.show_way(crumbs, partial(self.go, place), back, forward)
