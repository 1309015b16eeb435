"""Any file is genuine, altered or unknown, whatever it is called and whatever was done to it."""

import os
import random
import zlib
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import attrs
import pikepdf
import pytest

from brm_app.briefing import Appendix, protect, typeset
from brm_app.briefing.press import Press
from brm_app.domain.errors import Refused
from brm_app.domain.issues import Identified, Issue
from brm_app.domain.records import Reading
from brm_app.services import samples
from brm_app.services.issuing import files_of, identify, identify_file, keep_copy
from brm_app.services.workspace import Workspace
from tests.briefing.board_sample import board
from tests.briefing.staff_sample import staff
from tests.keeping import keep
from tests.services.issuing.ready import DAY, issued


@attrs.frozen
class Kept:
    """A workspace in which something was issued."""

    workspace: Workspace
    issue: Issue
    pdf: bytes

    def state(self, data: bytes) -> str:
        """What a file is here."""
        found = identify(self.workspace, data)
        assert found.issue == (None if found.state == "unknown" else self.issue)
        return found.state


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    workspace = samples.create(tmp_path_factory.mktemp("kept") / "w.brm", DAY)
    issue = issued(workspace)
    yield Kept(workspace, issue, files_of(workspace, issue.number)[1])
    workspace.close()


def test_the_bytes_of_an_issue_are_genuine_under_any_name(kept: Kept, tmp_path: Path) -> None:
    assert kept.state(kept.pdf) == "genuine"
    renamed = tmp_path / "pack-final-v2 (3).doc"
    renamed.write_bytes(kept.pdf)
    found = identify_file(kept.workspace, renamed)
    assert (found.state, found.issue) == ("genuine", kept.issue)


def test_a_flip_of_one_bit_anywhere_is_altered(kept: Kept) -> None:
    dice = random.Random(200)
    ends = [0, 1, len(kept.pdf) - 1]
    for place in ends + [dice.randrange(len(kept.pdf)) for _ in range(200)]:
        flipped = bytearray(kept.pdf)
        flipped[place] ^= 1 << dice.randrange(8)
        assert kept.state(bytes(flipped)) == "altered", place


def test_a_copy_with_a_password_is_known_without_the_password(kept: Kept) -> None:
    copies = [protect(kept.pdf, "tulip") for _ in range(2)]
    assert copies[0] != copies[1]
    for copy in copies:
        assert identify(kept.workspace, copy) == Identified("unknown", locked=True)
        keep_copy(kept.workspace, kept.issue, copy)
        assert identify(kept.workspace, copy) == Identified("genuine", kept.issue, locked=True)
    dice = random.Random(9)
    for _ in range(50):
        flipped = bytearray(copies[0])
        flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
        assert identify(kept.workspace, bytes(flipped)).state == "unknown"
    assert not identify(kept.workspace, kept.pdf).locked
    assert not identify(kept.workspace, typeset(board()).pdf).locked


def test_bytes_put_in_taken_out_cut_off_or_added_are_altered(kept: Kept) -> None:
    pdf, dice = kept.pdf, random.Random(3)
    middle = dice.randrange(len(pdf))
    for changed in (
        pdf[:middle] + b"more" + pdf[middle:],
        pdf[:middle] + pdf[middle + 100 :],
        pdf[: len(pdf) * 9 // 10],
        pdf[: len(pdf) // 3],
        pdf[len(pdf) // 5 :],
        pdf + b"\n%%EOF\n",
        pdf + dice.randbytes(len(pdf) // 2),
        b"From: somebody\r\n\r\n" + pdf,
        pdf[len(pdf) // 2 :] + pdf[: len(pdf) // 2],
    ):
        assert kept.state(changed) == "altered"


def test_other_files_are_unknown(kept: Kept) -> None:
    dice = random.Random(4)
    for other in (
        typeset(staff()).pdf,
        typeset(board()).pdf,
        kept.pdf[:300] + dice.randbytes(len(kept.pdf)),
        b"",
        b"%PDF-1.7\n",
        b"No PDF at all",
        bytes(100_000),
        dice.randbytes(50_000),
        kept.pdf + dice.randbytes(len(kept.pdf) * 3),
    ):
        assert kept.state(other) == "unknown"


def test_where_nothing_was_issued_everything_is_unknown(workspace: Workspace) -> None:
    assert identify(workspace, b"").state == "unknown"
    assert identify(workspace, typeset(staff()).pdf).state == "unknown"


def test_of_several_issues_the_one_that_it_was_made_from_is_named(ready: Workspace) -> None:
    made = [issued(ready), issued(ready, "Board")]
    for each in made:
        pdf = files_of(ready, each.number)[1]
        found = identify(ready, pdf[:-2] + b"  ")
        assert (found.state, found.issue) == ("altered", each)


def plan(picture: bytes, seed: int = 0) -> bytes:
    """A page of somebody else with a picture that isn't packed."""
    out = BytesIO()
    with pikepdf.new() as document:
        held = document.make_stream(picture, Subtype=pikepdf.Name.Image, Width=len(picture), Height=1)
        held.ColorSpace, held.BitsPerComponent = pikepdf.Name.DeviceGray, 8
        if picture[:1] == b"\x78":
            held.Filter, held.Width = pikepdf.Name.FlateDecode, len(zlib.decompress(picture))
        page = document.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=held))
        page.contents_add(f"q 100 0 0 {100 + seed} 0 0 cm /Im0 Do Q".encode())
        document.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    return out.getvalue()


@pytest.mark.parametrize(
    "picture", [zlib.compress(bytes(1_000_000), 0), zlib.compress(b"0123456789abcdef" * 60_000, 0)]
)
def test_a_flip_is_seen_however_long_and_even_an_appendix_is(ready: Workspace, picture: bytes) -> None:
    issue = issued(ready, press=Press(typeset, [Appendix("Floor plan", plan(picture))]))
    pdf, dice = files_of(ready, issue.number)[1], random.Random(5)
    for _ in range(20):
        flipped = bytearray(pdf)
        flipped[dice.randrange(len(pdf))] ^= 1 << dice.randrange(8)
        assert identify(ready, bytes(flipped)).state == "altered"


def test_what_others_made_is_unknown_though_it_is_an_appendix_of_an_issue(ready: Workspace) -> None:
    theirs = plan(zlib.compress(random.Random(6).randbytes(900_000)))
    issue = issued(ready, press=Press(typeset, [Appendix("Floor plan", theirs)]))
    pdf = files_of(ready, issue.number)[1]
    assert identify(ready, theirs) == Identified("unknown", appendix="Floor plan", of=issue.number)
    newer = plan(zlib.compress(random.Random(6).randbytes(900_000)), seed=7)
    assert identify(ready, newer) == Identified("unknown")
    dice = random.Random(8)
    for changed in (pdf[:9_000] + b"more" + pdf[9_000:-90] + b"and more", pdf[: len(pdf) // 2], pdf[200:] + pdf[:200]):
        assert identify(ready, changed).issue == issue
    flips = bytearray(pdf)
    for _ in range(20):
        flips[dice.randrange(len(pdf))] ^= 4
    assert identify(ready, bytes(flips)).issue == issue


def test_a_few_lines_that_any_file_may_hold_make_no_issue_of_it(kept: Kept) -> None:
    said = [line for line in kept.pdf.split(b"\n") if len(line) >= 24 and line.isascii()][:9]
    assert kept.state(b"\n".join((b"%PDF-1.4", *said, *(b"%d 0 R" % number for number in range(9_000))))) == "unknown"


def test_an_issue_with_a_figure_that_changed_since_is_recalled(ready: Workspace) -> None:
    issue = issued(ready)
    pdf = files_of(ready, issue.number)[1]
    assert not identify(ready, pdf).recalled
    keep(ready, *(attrs.evolve(reading, value=Decimal(30)) for reading in ready.find(Reading)))
    assert identify(ready, pdf).recalled
    assert identify(ready, pdf + b" ").recalled


def test_no_more_of_a_file_is_read_than_an_issue_could_have(kept: Kept, tmp_path: Path) -> None:
    endless = tmp_path / "endless.pdf"
    with open(endless, "wb") as file:
        file.write(kept.pdf)
        file.truncate(1 << 36)
    assert identify_file(kept.workspace, endless).state == "unknown"


def test_what_is_no_file_is_refused_with_a_sentence(kept: Kept, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for place in (
        tmp_path,
        pipe,
        tmp_path / "nowhere.pdf",
        Path("/dev/zero"),
        tmp_path / ("x" * 300),
        tmp_path / "a\0b",
    ):
        with pytest.raises(Refused, match=r"\.$"):
            identify_file(kept.workspace, place)
