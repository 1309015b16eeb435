"""The import dialog: a spreadsheet is read, matched to fields, checked, and brought in as one undo step."""
