"""A table is read whatever program wrote it, and refused with a sentence when it can't be read as one table."""

import io
import zipfile
from pathlib import Path

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped, unused-ignore]

from brm_app.domain.errors import Refused
from brm_app.services.exchange import Source, read_table


def table(folder: Path, data: bytes, **how: str) -> Source:
    path = folder / "table.csv"
    path.write_bytes(data)
    return read_table(path, **how)


def cells(source: Source) -> list[tuple[str, ...]]:
    return [line.cells for line in source.rows]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Name,Café\nÉlan,1\n".encode("utf-8-sig"), "utf-8-sig"),
        ("Name,Café\nÉlan,1\n".encode(), "utf-8"),
        ("Name,Café\nÉlan,1\n".encode("cp1252"), "cp1252"),
        ("Name,Café\nÉlan,1\n".encode("utf-16"), "utf-16"),
    ],
)
def test_the_encoding_is_recognised(tmp_path: Path, data: bytes, encoding: str) -> None:
    source = table(tmp_path, data)
    assert (source.columns, source.encoding) == (("Name", "Café"), encoding)
    assert cells(source) == [("Élan", "1")]


def test_an_encoding_can_be_named(tmp_path: Path) -> None:
    assert table(tmp_path, "Имя\nОля\n".encode("cp1251"), encoding="cp1251").columns == ("Имя",)
    with pytest.raises(Refused, match="no encoding “klingon”"):
        table(tmp_path, b"a\n1\n", encoding="klingon")
    with pytest.raises(Refused, match="is not utf-8 text"):
        table(tmp_path, b"a\n\xff\n", encoding="utf-8")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_recognised_even_among_the_others(tmp_path: Path, delimiter: str) -> None:
    rows = [["Name", "Note"], ["A", '"one, two; three | four\tfive"'], ["B", '"x, y"'], ["C", "plain"]]
    source = table(tmp_path, "\r\n".join(delimiter.join(row) for row in rows).encode())
    assert source.delimiter == delimiter
    assert cells(source)[0] == ("A", "one, two; three | four\tfive")


def test_a_line_that_names_the_delimiter_is_obeyed(tmp_path: Path) -> None:
    source = table(tmp_path, b"sep=;\r\nName;Note\r\nA;b,c,d\r\n")
    assert source.columns == ("Name", "Note")
    assert source.rows[0].number == 2


def test_line_breaks_and_quotes_in_cells_are_kept(tmp_path: Path) -> None:
    source = table(tmp_path, b'Name,Note\r\n"A","one\r\ntwo ""three"""\r\nB,x\r\n')
    assert cells(source) == [("A", 'one\r\ntwo "three"'), ("B", "x")]


def test_blank_rows_are_skipped_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    source = table(tmp_path, b"\nName,Note\n,\nA,1\n\nB,2\n")
    assert [line.number for line in source.rows] == [4, 6]


def test_a_large_cell_is_kept_whole(tmp_path: Path) -> None:
    assert len(cells(table(tmp_path, b"Note\n" + b"x" * 200_000))[0][0]) == 200_000


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "has no rows"),
        (b"\n\n,,\n", "has no rows"),
        (b"Name,Code,Name\nA,B,C\n", "Two columns of table.csv are called “Name”"),
        (b'Name\nA\n"B\nC\n', "after row 2: a quote is opened and never closed"),
        (b'Name\n"A"x\n', "after row 1"),
        (b"Name\n\x81\x8d\n", "neither UTF-8 nor Windows-1252"),
        (b"\xd0\xcf\x11\xe0rest", "old or protected workbook"),
        (b"PK\x03\x04rest", "not a whole XLSX workbook"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        table(tmp_path, data)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "no.csv", tmp_path):
        with pytest.raises(Refused, match="can’t be read"):
            read_table(path)


def workbook(folder: Path, **sheets: list[list[object]]) -> Path:
    path = folder / "book.xlsx"
    with Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    sheet.write(number, place, cell)
    return path


def test_a_workbook_is_read_as_a_person_would_type_it(tmp_path: Path) -> None:
    source = read_table(workbook(tmp_path, People=[["Code", "Share", "Seat"], [70, 0.1, True], ["007", "x ", False]]))
    assert source.columns == ("Code", "Share", "Seat")
    assert cells(source) == [("70", "0.1", "yes"), ("007", "x ", "no")]


def test_a_sheet_is_chosen_by_name(tmp_path: Path) -> None:
    path = workbook(tmp_path, One=[["A"], ["1"]], Two=[["B"], ["2"]])
    assert read_table(path).sheets == ("One", "Two")
    assert read_table(path, sheet="Two").columns == ("B",)
    with pytest.raises(Refused, match="no sheet “Three”"):
        read_table(path, sheet="Three")


def test_charts_are_no_sheets_and_a_hidden_sheet_is_not_read_unasked(tmp_path: Path) -> None:
    path = tmp_path / "charts.xlsx"
    with Workbook(str(path)) as book:
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Secret!$A$1:$A$1"})
        book.add_chartsheet("Chart").set_chart(chart)
        for name in ("Secret", "Data"):
            sheet = book.add_worksheet(name)
            sheet.write("A1", name)
            sheet.activate() if name == "Data" else sheet.hide()
    assert (read_table(path).sheet, read_table(path).sheets) == ("Data", ("Data", "Secret"))


def test_a_sheet_with_a_cell_at_the_end_of_the_world_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    with Workbook(str(path)) as book:
        book.add_worksheet().write(1_048_575, 16_383, "far")
    with pytest.raises(Refused, match="reaches to row 1,048,576, column 16,384"):
        read_table(path)


def test_a_workbook_that_unfolds_to_fill_the_memory_is_refused(tmp_path: Path) -> None:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts,
        parts.open("xl/a.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(300):
            part.write(bytes(2**20))
    with pytest.raises(Refused, match="unfolds to more than 256 MB"):
        table(tmp_path, made.getvalue())
    with pytest.raises(Refused, match="not a whole XLSX"):
        table(tmp_path, made.getvalue()[:-40])
