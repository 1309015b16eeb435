"""How Sphinx builds the user guide; the same pages are shown by the window under Help."""

project = "Liaison"
copyright = "the Liaison developers"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
html_theme = "furo"
html_title = "Liaison"
html_show_sphinx = False
