"""A name of several lines, as a table may bring it in, takes one line in a list."""

from brm_app.domain.records import Person
from brm_app.ui.listing import RecordTable
from tests.ui.conftest import Driver


def test_a_name_of_several_lines_is_one_line_in_a_list(driver: Driver) -> None:
    with driver.workspace.write("Add") as batch:
        batch.add(Person(name="Ada\r\nMoss\u2028Hale"))
    driver.window.go("people")
    assert driver.find(RecordTable, "peopleList").model().index(0, 0).data() == "Ada Moss Hale"
