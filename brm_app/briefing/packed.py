"""A PDF file as it is written: streams one by one, small objects packed together, and at the end where each stands."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Callable
from io import BytesIO

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_MOST = 500  # objects in a pack: more would be smaller, but a reader unpacks all of them for one
_SPOT = struct.Struct(">BIH")  # sort of object, its place or its pack, its number in the pack
_ALONE, _PACKED = 1, 2


def stream(said: bytes, data: bytes) -> bytes:
    """A stream of what its dictionary says besides the length, and what is in it."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (said, len(data), data)


class PackedFile:
    """`new_number` gives the number of an object that nobody else numbers."""

    def __init__(self, new_number: Callable[[], int]) -> None:
        self.new_number = new_number
        self._out = BytesIO()
        self._out.write(_HEAD)
        self._spots = bytearray(_SPOT.size)
        self._pack: list[tuple[int, bytes]] = []

    def add(self, number: int, said: bytes) -> None:
        """An object that is no stream."""
        self._pack.append((number, said))
        if len(self._pack) == _MOST:
            self._close_pack()

    def add_alone(self, number: int, said: bytes) -> None:
        """An object that can't be packed, as a stream is."""
        self._spot(number, _ALONE, self._out.tell(), 0)
        self._out.write(b"%d 0 obj\n%s\nendobj\n" % (number, said))

    def finish(self, root: int, info: int) -> bytes:
        """The whole file; the same objects give the same bytes."""
        self._close_pack()
        number, start = self.new_number(), self._out.tell()
        self._spot(number, _ALONE, start, 0)
        name = hashlib.sha256(self._out.getbuffer()).hexdigest()[:32].encode()
        said = b"/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>/Filter/FlateDecode" % _SPOT.size
        said += b"/Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (number + 1, root, info, name, name)
        table = zlib.compress(_differences(self._spots, _SPOT.size), 9)
        self._out.write(b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, stream(said, table), start))
        return self._out.getvalue()

    def _spot(self, number: int, sort: int, place: int, index: int) -> None:
        at, spots = number * _SPOT.size, self._spots
        if len(spots) < at + _SPOT.size:
            spots.extend(bytes(at + _SPOT.size - len(spots)))
        _SPOT.pack_into(spots, at, sort, place, index)

    def _close_pack(self) -> None:
        if not self._pack:
            return
        own, places, place = self.new_number(), list[str](), 0
        for index, (number, said) in enumerate(self._pack):
            self._spot(number, _PACKED, own, index)
            places.append(f"{number} {place}")
            place += len(said) + 1
        head = " ".join(places).encode() + b"\n"
        body = b"\n".join(said for _, said in self._pack)
        said = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(self._pack), len(head))
        self._pack.clear()
        packer = zlib.compressobj(9)  # numbers and names are each packed their own way: a thirtieth smaller
        packed = packer.compress(head) + packer.flush(zlib.Z_BLOCK) + packer.compress(body) + packer.flush()
        self.add_alone(own, stream(said, packed))


def _differences(rows: bytes | bytearray, size: int) -> bytes:
    """Each row less the one above it, which packs much smaller; before each, the sign that it is so."""
    above = bytes(size) + rows[:-size]
    less = bytes((here - there) & 255 for here, there in zip(rows, above, strict=True))
    return b"".join(b"\x02" + less[at : at + size] for at in range(0, len(less), size))
