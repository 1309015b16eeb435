"""Whatever a person pastes into any text field comes back to the letter, or is refused by the name of the field."""

from typing import Any

import attrs
import pytest

from brm_app.domain.errors import Refused
from brm_app.domain.fields import Kind, Spec, specs
from brm_app.domain.records import RECORDS, Record, Unit
from brm_app.services.merging import plain_values
from brm_app.services.workspace import Workspace
from tests.storage.filled import one_of_each

HOSTILE = {
    "markup": "<b>bold</b> &amp; <script>alert(1)</script> <para><br/></para> ]]> <!-- -->",
    "formulas": "=1+1",
    "more formulas": "@SUM(A1)\t+cmd|' /C calc'!A0\r\n-2",
    "quotes": "Robert'); DROP TABLE units;-- \"'`´“”«»",
    "lines": "one\r\ntwo\rthree\n\n\x0bfour\x0cfive\x1csix\x85seven\u2028eight\u2029nine",
    "spaces": "  \t leading,\u00a0hard,\u200bzero\ufeffwidth, trailing \u3000 ",
    "right to left": "שלום עולם \u202eevil\u202c العربية \u2066isolated\u2069",
    "combining": "e\u0301 \u00e9 Z͑͗͊a\u0300\u0301\u0302\u0303\u0304l\u0330\u0331go ﬁ ﬀ ẛ̣ Å Å",
    "astral": "𝄞 👩🏽‍⚕️ 🏳️‍🌈 𠜎 \U0010ffff \ue000 \ufffe \uffff",
    "controls": "".join(map(chr, range(1, 32))) + "\x7f\x80\x9f",
    "wildcards": "100% _under_ \\ back\\slash / [a-z] * ? {x} %s %(x)s :name $1",
    "json": '{"a": null, "b": "\\u0000"} \\u0041 \\n',
}
WORDS = " ".join(f"word{n}" for n in range(40_000))


def filled(text: str) -> list[Record]:
    """A record of each kind with `text` in every text field, as much of it as the field takes."""

    def of(spec: Spec) -> str:
        cut = text[: spec.length]
        return cut if cut.strip() else text.strip()[: spec.length]

    return list(one_of_each(of).values())


def held(workspace: Workspace, records: list[Record]) -> list[Record | None]:
    return [workspace.get(type(record), record.id) for record in records]


def save(workspace: Workspace, records: list[Record]) -> None:
    with workspace.write("Save") as batch:
        for record in records:
            batch.save(record)


@pytest.mark.parametrize("text", [*HOSTILE.values(), WORDS], ids=[*HOSTILE, "40,000 words"])
def test_any_text_in_every_field_survives_saving_changing_undo_redo_and_reopening(
    workspace: Workspace, text: str
) -> None:
    harmless = filled("plain")
    hostile = [
        attrs.evolve(record, id=other.id, **{s.attr: getattr(other, s.attr) for s in specs(type(other)) if s.target})
        for record, other in zip(filled(text), harmless, strict=True)
    ]
    save(workspace, harmless)
    save(workspace, hostile)
    workspace.close()
    again = Workspace.open(workspace.path)
    assert held(again, hostile) == hostile
    assert again.undo() is not None
    assert held(again, harmless) == harmless
    assert again.redo() is not None
    assert held(again, hostile) == hostile
    _, changes = again.history(limit=1)[0]
    told = {change.record_id: change.after for change in changes}
    assert all((told.get(record.id) or {}).items() <= plain_values(record).items() for record in hostile)
    assert len(told) > len(RECORDS) - 3
    again.check()
    again.close()


@pytest.mark.parametrize(("wrong", "why"), [("nul\0nul", "NUL"), ("half \ud83d", "half of a character")])
@pytest.mark.parametrize("kind", RECORDS)
def test_what_is_no_text_is_refused_naming_the_field(workspace: Workspace, kind: str, wrong: str, why: str) -> None:
    record = one_of_each(lambda spec: "plain"[: spec.length])[kind]
    for spec in specs(type(record)):
        if spec.kind in (Kind.TEXT, Kind.NOTE, Kind.COLOUR, Kind.CHOICE, Kind.LINK, Kind.LINKS):
            bad: Any = (wrong,) if spec.kind is Kind.LINKS else wrong
            with pytest.raises(Refused, match=why) as refused, workspace.write("Bad") as batch:
                batch.save(attrs.evolve(record, **{spec.attr: bad}))
            assert spec.label in str(refused.value)
    assert workspace.count(type(record)) == (2 if kind == "audiences" else 1 if kind == "organisation" else 0)


def test_hostile_text_is_found_by_its_words(workspace: Workspace) -> None:
    save(workspace, [Unit(name=text) for text in HOSTILE.values()])
    searches = (("100%", "wildcards"), ("_under_", "wildcards"), ("'); drop", "quotes"), ("שלום", "right to left"))
    for words, name in searches:
        assert [unit.name for unit in workspace.find(Unit, words=words)] == [HOSTILE[name]]
