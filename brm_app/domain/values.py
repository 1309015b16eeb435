"""Field values between their forms: Python value, typed text, and plain JSON."""

from __future__ import annotations

import base64
import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import Any

from brm_app.domain.errors import Refused
from brm_app.domain.fields import Kind, Spec, empty
from brm_app.domain.text import fold, unstorable

_YES = {"yes", "y", "true", "1", "x", "on"}
_NO = {"no", "n", "false", "0", "off"}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_GROUPED = re.compile(r"[+-]?\d{1,3}([,\u00a0\u202f ’']\d{3})+(\.\d+)?")
_WORDED_DATE = re.compile(r"(\d{1,2})\.? ([^\W\d]{3,9})\.?,? (\d{4})")


def parse(spec: Spec, text: str, digits: int = 2) -> Any:
    """The value that a person means by `text`; links are the caller's. `digits`: minor digits of the currency.

    Free text is kept to the letter. Raises `Refused` with a sentence that names the fix.
    """
    if spec.textual:
        return text
    stripped = text.strip()
    if not stripped:
        return empty(spec.kind)
    return _PARSERS[spec.kind](spec, stripped, digits)


def _choice(spec: Spec, text: str, _digits: int) -> str:
    found = [c for c in spec.choices if fold(c) == fold(text)]
    if not found:
        raise Refused(f"“{text}” is not one of: {', '.join(spec.choices)}.")
    return found[0]


def _choices(spec: Spec, text: str, digits: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_choice(spec, part.strip(), digits) for part in re.split("[,;]", text) if part.strip()))


def _flag(_spec: Spec, text: str, _digits: int) -> bool:
    if fold(text) not in _YES | _NO:
        raise Refused(f"“{text}” is neither yes nor no.")
    return fold(text) in _YES


def _decimal(spec: Spec, text: str, _digits: int) -> Decimal:
    if _GROUPED.fullmatch(text):
        text = re.sub(r"[,\u00a0\u202f ’']", "", text)
    elif re.fullmatch(r"[+-]?\d*,\d+", text):
        text = text.replace(",", ".")
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise Refused(f"“{text}” is not a number.") from None
    if not value.is_finite() or abs(value.adjusted()) > 300:  # beyond a double, and slow to work with
        raise Refused(f"“{text}” is not a number.")
    return value


def _whole(spec: Spec, text: str, digits: int) -> int:
    value = _decimal(spec, text, digits)
    if value != value.to_integral_value():
        raise Refused(f"“{text}” is not a whole number.")
    return int(value)


def _money(spec: Spec, text: str, digits: int) -> int:
    bare = re.sub(r"^\s*([A-Za-z]{3}|[$€£¥₹])\s*|\s*([A-Za-z]{3}|[$€£¥₹])\s*$", "", text)
    minor = _decimal(spec, bare or text, digits).scaleb(digits)
    if minor != minor.to_integral_value():
        raise Refused(f"“{text}” has more than {digits} digits after the point.")
    return int(minor)


def _date(_spec: Spec, text: str, _digits: int) -> dt.date:
    worded = _WORDED_DATE.fullmatch(text)
    try:
        if worded and fold(worded[2])[:3] in _MONTHS:
            return dt.date(int(worded[3]), _MONTHS.index(fold(worded[2])[:3]) + 1, int(worded[1]))
        return dt.date.fromisoformat(text.replace("/", "-").split("T")[0].removesuffix(" 00:00:00"))
    except ValueError:
        raise Refused(f"“{text}” is not a date; write it as 2026-11-19 or 19 Nov 2026.") from None


def _moment(spec: Spec, text: str, digits: int) -> dt.datetime:
    try:
        value = dt.datetime.fromisoformat(text)
    except ValueError:
        value = dt.datetime.combine(_date(spec, text, digits), dt.time(12))
    try:
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)
    except OverflowError:
        raise Refused(f"“{text}” is outside the calendar.") from None


def _colour(_spec: Spec, text: str, _digits: int) -> str:
    if not re.fullmatch("#?[0-9a-fA-F]{6}", text):
        raise Refused(f"“{text}” is not a colour; write it as #2A5BC7.")
    return "#" + text.removeprefix("#").upper()


def _bytes(_spec: Spec, text: str, _digits: int) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise Refused("The content is not base64.") from None


def _id(_spec: Spec, text: str, _digits: int) -> str:
    return text


def _ids(_spec: Spec, text: str, _digits: int) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


_PARSERS = {
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.FLAG: _flag,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _decimal,
    Kind.MONEY: _money,
    Kind.DATE: _date,
    Kind.MOMENT: _moment,
    Kind.COLOUR: _colour,
    Kind.BYTES: _bytes,
    Kind.LINK: _id,
    Kind.LINKS: _ids,
}


def to_text(spec: Spec, value: Any, digits: int = 2) -> str:
    """The text that `parse` reads back to the same value (links as their ids, joined by `; `)."""
    if value is None:
        return ""
    match spec.kind:
        case Kind.FLAG:
            return "yes" if value else "no"
        case Kind.MONEY:
            return f"{Decimal(value).scaleb(-digits):f}"
        case Kind.NUMBER:
            return f"{value:f}"
        case Kind.DATE | Kind.MOMENT:
            return str(value.isoformat())
        case Kind.CHOICES | Kind.LINKS:
            return "; ".join(value)
        case Kind.BYTES:
            return base64.b64encode(value).decode()
    return str(value)


def to_plain(spec: Spec, value: Any) -> Any:
    """The value as JSON knows it: money in minor units, dates in ISO form, numbers as numbers."""
    match spec.kind:
        case Kind.NUMBER if value is not None:
            return int(value) if value == value.to_integral_value() and abs(value) < 10**15 else float(value)
        case Kind.MOMENT if value is not None:
            return value.astimezone(dt.UTC).isoformat()  # one spelling, so that equal moments are equal in history
        case Kind.DATE if value is not None:
            return value.isoformat()
        case Kind.CHOICES | Kind.LINKS:
            return list(value)
        case Kind.BYTES:
            return base64.b64encode(value).decode()
    return value


def from_plain(spec: Spec, data: Any) -> Any:
    """The value that `to_plain` wrote."""
    if data is None:
        return None
    match spec.kind:
        case Kind.NUMBER:
            return Decimal(str(data))
        case Kind.DATE:
            return dt.date.fromisoformat(data)
        case Kind.MOMENT:
            return dt.datetime.fromisoformat(data)
        case Kind.CHOICES | Kind.LINKS:
            return tuple(data)
        case Kind.BYTES:
            return base64.b64decode(data)
    return data


def fault(spec: Spec, value: Any) -> str:
    """Why a record can't hold `value` in this field, as a sentence; empty when it can."""
    if value in (None, "", ()) or (spec.textual and spec.required and not value.strip()):
        return f"{spec.label} is empty." if spec.required else ""
    if spec.kind is Kind.MOMENT and value.tzinfo is None:
        return f"{spec.label} has no time zone."
    return _text_fault(spec, value) or _number_fault(spec, value) or _choice_fault(spec, value)


def _text_fault(spec: Spec, value: Any) -> str:
    if isinstance(value, tuple):
        return next((reason for part in value if (reason := _text_fault(spec, part))), "")
    if not isinstance(value, str):
        return ""
    reason = unstorable(value)
    if reason:
        return f"{spec.label} can’t be kept: {reason}."
    if spec.length and len(value) > spec.length:
        return f"{spec.label} is longer than {spec.length:,} characters."
    if spec.kind is Kind.COLOUR and value and not re.fullmatch("#[0-9A-F]{6}", value):
        return f"“{value}” is not a colour; write it as #2A5BC7."
    return ""


def _number_fault(spec: Spec, value: Any) -> str:
    if spec.kind not in (Kind.WHOLE, Kind.MONEY, Kind.NUMBER):
        return ""
    if spec.kind is Kind.NUMBER and not value.is_finite():
        return f"{spec.label} is not a number."
    if spec.kind is Kind.NUMBER and (len(value.normalize().as_tuple().digits) > 15 or abs(value.adjusted()) > 300):
        return f"{spec.label} has more than 15 digits."
    if abs(value) >= 2**63 and spec.kind is not Kind.NUMBER:
        return f"{spec.label} is too large."
    if spec.least is not None and value < spec.least:
        return f"{spec.label} is less than {spec.least}."
    if spec.most is not None and value > spec.most:
        return f"{spec.label} is more than {spec.most}."
    return ""


def _choice_fault(spec: Spec, value: Any) -> str:
    chosen = (value,) if spec.kind is Kind.CHOICE else value if spec.kind is Kind.CHOICES else ()
    wrong = [c for c in chosen if c and c not in spec.choices]
    return f"“{wrong[0]}” is not one of: {', '.join(spec.choices)}." if wrong else ""
