"""How people name records: by id, by exact code, or by folded name; and the shortest name that is clear."""

from __future__ import annotations

from collections import defaultdict

import attrs

from brm_app.domain.errors import Refused
from brm_app.domain.records import RECORDS, Record
from brm_app.domain.text import fold
from brm_app.services.workspace import Workspace
from brm_app.storage import gateway

SEPARATOR = ";"


@attrs.define
class Names:
    """The records of one kind by what people call them, loaded once."""

    cls: type[Record]
    _codes: defaultdict[str, list[str]] = attrs.Factory(lambda: defaultdict(list))
    _titles: defaultdict[str, list[str]] = attrs.Factory(lambda: defaultdict(list))
    _called: dict[str, tuple[str, str]] = attrs.Factory(dict)

    @classmethod
    def load(cls, workspace: Workspace, collection: str) -> Names:
        """The names of all records of a collection."""
        record = RECORDS[collection]
        names = cls(record)
        fields = (record.title_field, *([record.code_field] if record.code_field else []))
        with workspace.rows() as connection:
            for key, title, *code in gateway.values_of(connection, record, *fields):
                names.put(key, str(title or ""), code[0] if code else "")
        return names

    def put(self, key: str, title: str, code: str) -> None:
        """Adds a record, or gives it another title and code."""
        self.drop(key)
        self._called[key] = (title, code)
        if code:
            self._codes[code].append(key)
        self._titles[fold(title)].append(key)

    def drop(self, key: str) -> None:
        """Forgets a record."""
        if key in self._called:
            title, code = self._called.pop(key)
            self._titles[fold(title)].remove(key)
            if code:
                self._codes[code].remove(key)

    def find(self, text: str) -> str:
        """The id of the record that `text` names. Raises `Refused` where none or several are called so."""
        if text in self._called:
            return text
        found = self._codes.get(text) or self._titles.get(fold(text)) or []
        if len(found) > 1:
            raise Refused(f"{len(found)} {self.cls.nouns} are called “{text}”. Use the code or the id of one.")
        if not found:
            raise Refused(f"No {self.cls.noun} is called “{text}”.")
        return found[0]

    def is_exact(self, text: str) -> bool:
        """Whether `text` is an id, a code or a title to the letter."""
        return text in self._called or bool(self._codes.get(text)) or text in self._spelled(text)

    def _spelled(self, text: str) -> set[str]:
        return {self._called[key][0] for key in self._titles.get(fold(text), ())}

    def shortest(self, key: str) -> str:
        """The code or title that `find` reads back to this record; its id where neither is clear."""
        title, code = self._called.get(key, ("", ""))
        for text in (code, title):
            clear = text and text == text.strip() and SEPARATOR not in text and "'" not in text[:1]
            if clear and self._leads_to(text, key):
                return text
        return key

    def _leads_to(self, text: str, key: str) -> bool:
        found = self._codes.get(text) or self._titles.get(fold(text)) or []
        return text not in self._called and found == [key]


class Registry:
    """The names of every kind that was asked for, each loaded once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._names: dict[str, Names] = {}

    def of(self, collection: str) -> Names:
        """The names of one collection."""
        if collection not in self._names:
            self._names[collection] = Names.load(self._workspace, collection)
        return self._names[collection]
