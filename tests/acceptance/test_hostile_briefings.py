"""Whatever stands in a workspace, each way to paper gives a briefing or a sentence, soon, and with every word in it."""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import io
import os
import re
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import attrs
import pikepdf
import pytest
from PIL import Image

from brm_app.briefing import typeset
from brm_app.briefing.pages import page_texts
from brm_app.briefing.press import Press
from brm_app.briefing.result import Typeset
from brm_app.domain.content import Document
from brm_app.domain.errors import Refused
from brm_app.domain.fields import specs
from brm_app.domain.records import (
    RECORDS,
    Attachment,
    Audience,
    Benefit,
    Briefing,
    Message,
    Organisation,
    Project,
    Promise,
    Reading,
    Record,
    Rollout,
    Site,
    Touchpoint,
    Unit,
)  # fmt: skip
from brm_app.services.briefs.prepsheet import MARKING, prep_sheet
from brm_app.services.briefs.unitpage import unit_page
from brm_app.services.issuing import Asked, NotIssued, Wish, files_of, identify, identify_file, issues, make_issue
from brm_app.services.recalling import recalls
from brm_app.services.workspace import Workspace
from tests.briefing.checked import failed_rules
from tests.keeping import keep
from tests.services.issuing.ready import DAY, audience, fill, issued

NOW = dt.datetime.combine(DAY, dt.time(12), dt.UTC)
R = TypeVar("R", bound=Record)
SETTINGS = ("currency", "locale", "media_type", "corrects", "issue")
LONGEST = 10.0  # seconds without a word to whoever waits

HOSTILE = {
    "markup": ('<b>bold</b> &amp; <img src="file:///etc/passwd"/> <script>x()</script> ]]> <!-- %s {0} \\n', None),
    "right to left": ("שלום עולם مرحبا بالعالم \u202eevil\u202c \u2067mixed\u2069", "שלום עולם مرحبا بالعالم evil"),
    "combining": ("a\u0300 e\u0301tude nai\u0308ve \u1112\u1161\u11ab", "à étude naïve 한"),
    "marks that nothing places": ("Z\u0351\u0357a\u0300\u0301 ที่นี่ हिन्दी", "Z\u0351\u0357à\u0301 ที่นี่ हिन्दी"),
    "astral": ("𝐀𝐁 😀🎉 漢字 ไทย", None),
    "controls": ("a\x07b c\x1bd \x7f e\x01f", "a␇b c␛d ␡ e␁f"),
    "long words": ("x" * 400 + " " + "é" * 130 + "end", "é" * 130 + "end"),
    "no font has it": ("before \U0001d11e\ue000 after", None),
    "nothing to see": ("\u200b\u2060\ufeff\xad \u3000", ""),
}


class Told:
    """A press that keeps what it made, and the longest time in which it said nothing."""

    def __init__(self) -> None:
        self.made: list[Typeset] = []
        self.longest = 0.0

    def typeset(self, content: Document, following: int = 0) -> Typeset:
        """Typesets, and looks at the clock at each page."""
        self._last = time.process_time()
        made = typeset(content, lambda _: self._heard(), self._is_cancelled, following)
        self._heard()
        self.made.append(made)
        return made

    def _is_cancelled(self) -> bool:
        self._heard()
        return False

    def _heard(self) -> None:
        now = time.process_time()
        self.longest, self._last = max(self.longest, now - self._last), now


def spoilt(record: R, text: str) -> R:
    """The record with the text behind what stands in each of its texts."""
    fields = [s for s in specs(type(record)) if s.textual and s.attr not in SETTINGS]
    texts: dict[str, Any] = {s.attr: f"{getattr(record, s.attr)} {text}".strip()[: s.length] for s in fields}
    return attrs.evolve(record, **texts)


def crowded(workspace: Workspace) -> None:
    """What `fill` leaves out: a third audience, a place, a quote with an answer, a promise, briefings."""
    fill(workspace)
    third = Audience(name="Union", lenses=("risk", "time"), marking="For the union.")
    (project,), (unit,) = workspace.find(Project), workspace.find(Unit)
    message = next(m for m in workspace.find(Message) if m.audience == audience(workspace, "Staff").id)
    told = Message(project=project.id, audience=third.id, headline="Less typing", body="A tap.", state="approved",
                   approved_by="Ann", approved_at=message.approved_at, review_by=message.review_by)  # fmt: skip
    said = Touchpoint(happened_at=dt.datetime(2026, 11, 2, tzinfo=dt.UTC), unit=unit.id, quote="I used to wait",
                      our_answer="You no longer do", consent=True, speaker_role="Nurse")  # fmt: skip
    site = Site(name="Main site", unit=unit.id)
    due = Promise(words="We bring the readers", message=message.id, touchpoint=said.id, due=dt.date(2026, 12, 1))
    keep(workspace, third, told, said, site, due, Rollout(project=project.id, site=site.id, date=dt.date(2026, 12, 3)))
    keep(workspace, *(Briefing(title="News", audience=a.id) for a in workspace.find(Audience)))


def spoil(workspace: Workspace, text: str) -> None:
    """Puts the text into every field, and approves what it made of the messages."""
    messages = [spoilt(message, text) for message in workspace.find(Message)]
    for cls in RECORDS.values():
        keep(workspace, *(spoilt(record, text) for record in workspace.find(cls)))
    keep(workspace, *(attrs.evolve(message, state="draft", approved_at=None) for message in messages))
    keep(workspace, *messages, label="Approve")


def sheets(workspace: Workspace) -> Iterator[Document]:
    """The one-pager for each audience, and the prep sheet."""
    (unit,) = workspace.find(Unit)
    for each in workspace.find(Audience):
        yield unit_page(workspace, unit.id, each, DAY)
    yield prep_sheet(workspace, unit.id, NOW)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def words_of(made: Typeset) -> str:
    return unicodedata.normalize("NFC", bare("\n".join(page_texts(made.pdf))))


def through(workspace: Workspace, name: str) -> Told:
    """Issues a briefing twice, knows both again and asks for recalls; what is refused is refused with a sentence."""
    press = Told()
    for _ in range(2):
        try:
            issue = issued(workspace, name, press=Press(press.typeset))
        except NotIssued:  # with a sentence
            continue
        pdf = files_of(workspace, issue.number)[1]
        assert identify(workspace, pdf).state == "genuine"
        assert identify(workspace, pdf + b"\n").state == "altered"
    recalls(workspace)
    assert press.longest < LONGEST
    return press


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_in_every_field_goes_through_the_whole_path(workspace: Workspace, kind: str) -> None:
    text, printed = HOSTILE[kind]
    crowded(workspace)
    spoil(workspace, text)
    press = Told()
    for each in workspace.find(Audience):
        one = through(workspace, each.name)
        press.made += one.made
    for content in sheets(workspace):
        press.typeset(content)
    assert len(press.made) == 10
    for made in {made.pdf: made for made in press.made}.values():
        assert failed_rules(made.pdf) == []
        assert (made.missing == "") == (kind not in ("no font has it", "marks that nothing places"))
        if kind != "no font has it":
            found = words_of(made)
            assert all(word in found for word in (text if printed is None else printed).split()), kind


# Sizes

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'
)
COPIES = "".join('<g id="a{}">{}</g>'.format(n, f'<use xlink:href="#a{n - 1}"/>' * 9) for n in range(1, 9))


def pixels(wide: int, high: int) -> bytes:
    made = io.BytesIO()
    Image.new("1", (wide, high)).save(made, "PNG")
    return made.getvalue()


def test_logos_of_any_kind_are_drawn_or_refused_and_read_no_file(workspace: Workspace, tmp_path: Path) -> None:
    pipe, opened = tmp_path / "pipe", threading.Event()
    os.mkfifo(pipe)

    def wait_for_a_reader() -> None:
        os.open(pipe, os.O_WRONLY)
        opened.set()

    threading.Thread(target=wait_for_a_reader, daemon=True).start()
    logos = {
        "nested": DRAWING.format(
            f'<g id="a0"><rect width="1" height="1"/></g>{COPIES}<use xlink:href="#a8"/>'
        ).encode(),
        "image": DRAWING.format(f'<image xlink:href="{pipe}" width="9" height="9"/>').encode(),
        "url": DRAWING.format(f'<image xlink:href="file://{pipe}" width="9" height="9"/>').encode("utf-16"),
        "other": DRAWING.format(f'<use xlink:href="{pipe}#a"/>').encode("utf-16-be"),
        "style": DRAWING.format(f'<style>@import url({pipe});</style><rect width="9" height="9"/>').encode(),
        "script": DRAWING.format('<script>x()</script><rect width="9" height="9" onload="x()"/>').encode(),
        "entity": f'<!DOCTYPE x [<!ENTITY e SYSTEM "{pipe}">]>{DRAWING.format("<text>&e;</text>")}'.encode(),
        "one pixel": pixels(1, 1),
        "80 megapixels": pixels(10_000, 8_000),
    }
    crowded(workspace)
    (organisation,), (project,) = workspace.find(Organisation), workspace.find(Project)
    for name, data in logos.items():
        kind = "image/png" if data.startswith(b"\x89PNG") else "image/svg+xml"
        kept = Attachment(name=name, media_type=kind, data=data)  # as in a workspace that somebody sent
        keep(workspace, kept)
        keep(workspace, attrs.evolve(project, logo=kept.id), attrs.evolve(organisation, logo=kept.id))
        for made in through(workspace, "Board").made[:1]:
            assert failed_rules(made.pdf) == []
    assert not opened.is_set()


def test_as_much_as_there_may_be_goes_through_without_a_pause_and_without_loss(
    workspace: Workspace, counted: Callable[[int, int], int]
) -> None:
    crowded(workspace)
    (project,), (unit,) = workspace.find(Project), workspace.find(Unit)
    words = " ".join(f"w{n}" for n in range(counted(4_000, 40_000)))
    benefits = [
        Benefit(project=project.id, statement=f"Wait {n} here", measure="s", baseline=Decimal(94 + n),
                target=Decimal(1), evidence="measured", source=f"Log {n}")
        for n in range(counted(150, 500))
    ]  # fmt: skip
    readings = [
        Reading(benefit=each.id, value=Decimal(20 + k), as_of=DAY - dt.timedelta(days=k + 1))
        for each in benefits
        for k in range(counted(2, 32))
    ]
    keep(workspace, *benefits, *readings, attrs.evolve(project, why=words), attrs.evolve(unit, note=words))
    for each in workspace.find(Audience):
        press = through(workspace, each.name)
        assert press.made
        if each.name == "Board":  # the others are told neither why nor what each benefit is
            found = words_of(press.made[0])
            assert all(word in found for word in words.split())
            assert all(bare(benefit.statement) in found for benefit in benefits)
            assert failed_rules(press.made[0].pdf) == []
    for content in sheets(workspace):
        press.typeset(content)
    assert press.longest < LONGEST


def test_a_prep_sheet_is_never_issued(workspace: Workspace) -> None:
    crowded(workspace)
    (unit,) = workspace.find(Unit)
    content = prep_sheet(workspace, unit.id, NOW)
    assert content.meta.marking == MARKING
    for each in workspace.find(Audience):
        with pytest.raises(NotIssued, match="what this audience may not read"):
            asked = Asked(content=content, wish=Wish(audience=each, day=DAY), press=Press(typeset))
            make_issue(workspace, lambda asked=asked: asked)  # type: ignore[misc]
    assert issues(workspace) == []


def test_what_is_made_of_an_issue_is_never_genuine(workspace: Workspace, tmp_path: Path) -> None:
    fill(workspace)
    issue = issued(workspace)
    pdf = files_of(workspace, issue.number)[1]
    wrapped, link, huge = io.BytesIO(), tmp_path / "link.pdf", tmp_path / "huge.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.attachments["kept.pdf"] = pdf
        document.save(wrapped)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        again = io.BytesIO()
        document.save(again, static_id=True)
    for made in (wrapped.getvalue(), gzip.compress(pdf), base64.b64encode(pdf), pdf * 2, pdf[::-1], again.getvalue()):
        assert identify(workspace, made).state in ("altered", "unknown")
    (tmp_path / "kept").write_bytes(pdf)
    link.symlink_to(tmp_path / "kept")
    assert identify_file(workspace, link).state == "genuine"
    with open(huge, "wb") as file:
        file.write(pdf)
        file.truncate(1 << 40)
    assert identify_file(workspace, huge).state == "unknown"
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path, tmp_path / "pipe", tmp_path / "nothing"):
        with pytest.raises(Refused, match=r"There is no file .*\.$"):
            identify_file(workspace, place)
