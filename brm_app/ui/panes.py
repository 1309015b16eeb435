"""F6: the keyboard goes from pane to pane: sidebar, command bar, the panes of the page, and back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QSplitter, QStackedWidget, QWidget

from brm_app.ui.widgets import seen_within

ROLES = ("pane", "inspector", "floating")


def step(window: QWidget, fixed: tuple[QWidget, ...], page: QWidget | None, forward: bool) -> None:
    """Moves the focus to the next pane, or the one before, that has anything to focus."""
    groups = [group for group in (*map(focusable, fixed), *_groups(page)) if group]
    if not groups:
        return
    here = window.focusWidget()
    at = next((n for n, group in enumerate(groups) if any(_holds(widget, here) for widget in group)), None)
    goal = 0 if at is None else (at + (1 if forward else -1)) % len(groups)
    group = groups[goal]
    # A group of places or segments is entered at the one that is on.
    on = next((w for w in group if isinstance(w, QAbstractButton) and w.isChecked() and w in groups[0]), group[0])
    on.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)


def focusable(pane: QWidget) -> list[QWidget]:
    """What Tab reaches inside a pane, in the order of Tab."""
    found, widget = [], pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget) and _can(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return [pane, *found] if _can(pane) else found


def _can(widget: QWidget) -> bool:
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
    )


def _holds(widget: QWidget, here: QWidget | None) -> bool:
    return here is not None and (widget is here or widget.isAncestorOf(here))


def _groups(page: QWidget | None) -> list[list[QWidget]]:
    """What can be focused on a page, by innermost pane, in the order in which the panes are read."""
    if page is None:
        return []
    panes = [widget for widget in seen_within(page) if _is_pane(widget)]
    groups: dict[QWidget, list[QWidget]] = {}
    for widget in focusable(page):
        inner = [pane for pane in panes if pane is widget or pane.isAncestorOf(widget)]
        groups.setdefault(max(inner, key=_depth, default=page), []).append(widget)
    right = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return [group for _, group in sorted(groups.items(), key=lambda item: _place(item[1], page, right))]


def _is_pane(widget: QWidget) -> bool:
    split = isinstance(widget.parentWidget(), QSplitter) and not isinstance(widget, QStackedWidget)
    return split or widget.property("role") in ROLES


def _depth(widget: QWidget) -> int:
    depth, above = 0, widget.parentWidget()
    while above is not None:
        depth, above = depth + 1, above.parentWidget()
    return depth


def _place(group: list[QWidget], page: QWidget, right_to_left: bool) -> int:
    left = min(widget.mapTo(page, QPoint(0, 0)).x() for widget in group)
    return -left if right_to_left else left
