"""The command `new`: makes a workspace, empty or with the sample in it."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

import attrs

from brm_app.domain.currency import digits
from brm_app.domain.errors import Refused
from brm_app.domain.fields import by_name
from brm_app.domain.records import Organisation
from brm_app.domain.values import fault, parse
from brm_app.services.workspace import Workspace


def new(args: argparse.Namespace) -> None:
    """Makes a workspace, empty or with the sample in it."""
    currency = args.currency.upper() or "USD"
    rate = _rate(args.hourly_rate, currency)
    workspace = Workspace.create(args.workspace, args.organisation, currency, rate)
    try:
        if args.sample:
            _fill(workspace, args, rate)
    except BaseException:
        workspace.close()
        args.workspace.unlink()
        raise
    workspace.close()
    print(f"Made {args.workspace}.")


def _rate(text: str, currency: str) -> Any:
    """The rate in minor units of the currency. Raises `Refused` where one of both can't be."""
    specs = by_name(Organisation)
    try:
        rate = parse(specs["hourly_rate"], text, digits(currency))
    except Refused as refused:
        raise Refused(f"The hourly rate {refused} Nothing was made. Give another value.") from None
    if reason := fault(specs["currency"], currency) or fault(specs["hourly_rate"], rate):
        raise Refused(f"{reason} Nothing was made. Give another value.")
    return rate


def _fill(workspace: Workspace, args: argparse.Namespace, rate: Any) -> None:
    """Puts the sample in; what was typed about the organisation goes before what the sample says."""
    from brm_app.briefing import typeset
    from brm_app.briefing.press import Press
    from brm_app.services.samples import fill

    fill(workspace, dt.date.today(), Press(typeset))
    typed_in = {"name": args.organisation, "currency": args.currency.upper(), "hourly_rate": rate}
    given = {name: value for name, value in typed_in.items() if value not in ("", None)}
    if given:
        with workspace.write("Change organisation") as batch:
            batch.save(attrs.evolve(workspace.organisation, **given), workspace.organisation)
        workspace.forget_undo()
