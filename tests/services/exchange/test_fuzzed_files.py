"""A file that something has chewed on is read as a table or refused with a sentence, and never does anything else."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

from brm_app.domain.errors import Refused
from brm_app.domain.records import Unit
from brm_app.services.exchange import export, plan, read_table, run, suggested
from brm_app.services.workspace import Workspace

CSV = 'Name,Code,People\r\n"A ""x""",1,"5\r\n"\r\nÉlan;q,2,\r\n'.encode()
BITES = [
    b"<",
    b">",
    b'"',
    b'r="XFD9"',
    b'r="A0"',
    b't="s"',
    b"&bad;",
    b"9" * 25,
    b"\xff",
    b"\0",
    b't="e"',
    b"\r",
    b",;",
]


def chewed(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(made) + 1)
        bite = chance.random()
        if bite < 0.4:
            made[place : place + chance.randint(0, 9)] = chance.choice(BITES)
        elif bite < 0.7 and made:
            made[place % len(made)] = chance.randrange(256)
        else:
            del made[place : place + chance.randint(1, 40)]
    return bytes(made)


def chewed_workbook(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.1:
        return chewed(data, chance)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        names = whole.namelist()
        victim = chance.choice([*names, *["xl/worksheets/sheet1.xml"] * len(names)])
        for name in names:
            out.writestr(name, chewed(whole.read(name), chance) if name == victim else whole.read(name))
    return made.getvalue()


def test_chewed_files_are_read_or_refused_and_never_half_imported(
    tmp_path: Path, counted: Callable[[int, int], int]
) -> None:
    workspace = Workspace.create(tmp_path / "w.brm", "Meridian")
    with workspace.write("Add") as batch:
        for number in range(5):
            batch.add(Unit(name=f"Unit {number}", code=str(number), headcount=number))
    export(workspace, Unit, tmp_path / "units.xlsx")
    whole = (tmp_path / "units.xlsx").read_bytes()
    chance = random.Random(2026)
    path = tmp_path / "chewed"
    for turn in range(counted(300, 10_000)):
        path.write_bytes(chewed_workbook(whole, chance) if turn % 2 else chewed(CSV, chance))
        before = workspace.count(Unit)
        try:
            source = read_table(path)
            made = plan(workspace, Unit, source, suggested(Unit, source.columns), "")
        except Refused:
            continue
        if turn % 10 == 0:
            counts = run(workspace, made)
            assert workspace.count(Unit) == before + counts.created
        assert len(made.rows) == len(source.rows)
    workspace.close()
