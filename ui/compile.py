"""Compile what a designer touches, ui/forms and ui/theme, into brm_app/ui/drawn and resources/theme.

Run by hand after a change:  python ui/compile.py
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from pprint import pformat

ROOT = Path(__file__).resolve().parent.parent
FORMS = ROOT / "ui" / "forms"
THEME = ROOT / "ui" / "theme"
ICONS = ROOT / "resources" / "icons"
DRAWN = Path("brm_app/ui/drawn")
PICTURES = Path("resources/theme")
# The pictures that style sheets show, with the colour of each: a style sheet cannot tint them itself.
PICTURE_COLOURS = {"check": "on_acc", "chevron-down": "tx2", "chevron-up": "tx2"}


def main() -> None:
    """Write every compiled file."""
    for path, text in compiled().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        print(path)


def compiled() -> dict[Path, str]:
    """Return what the compiled files should hold, by path below the checkout."""
    tokens = json.loads((THEME / "tokens.json").read_text("utf-8"))
    return {
        DRAWN / "__init__.py": '"""Forms and theme compiled from ui/ by ui/compile.py: change those, not these."""\n',
        DRAWN / "theme.py": theme(tokens),
        **{DRAWN / f"{form.stem}.py": drawn_form(form) for form in sorted(FORMS.glob("*.ui"))},
        **pictures(tokens),
    }


def drawn_form(form: Path) -> str:
    """Return the Python that builds a Qt Designer form, with the compiler's version line left out."""
    command = [str(Path(sys.executable).with_name("pyside6-uic")), "-g", "python", str(form)]
    text = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    text = used_only(re.sub(r"^## Created by: .*\n", "", text, flags=re.MULTILINE))
    return f'"""The form of ui/forms/{form.name}, compiled."""\n\n{text.rstrip()}\n'


def used_only(text: str) -> str:
    """Return the text with the imports that it uses: Qt makes each name when it is first imported, which takes time."""

    def used(found: re.Match[str]) -> str:
        names = [name.strip() for name in found["names"].split(",")]
        kept = [name for name in names if len(re.findall(rf"\b{name}\b", text)) > 1]
        return f"from {found['module']} import ({', '.join(kept)})\n" if kept else ""

    return re.sub(r"^from (?P<module>PySide6\.\w+) import \((?P<names>[^)]*)\)\n", used, text, flags=re.MULTILINE)


def theme(tokens: dict[str, dict[str, str]]) -> str:
    """Return the Python that holds the tokens and the style sheet's template."""
    style = "\n".join(path.read_text("utf-8") for path in sorted(THEME.glob("*.qss")))
    names = {"light": "LIGHT", "dark": "DARK", "type": "TYPE", "space": "SPACE"}
    values = "".join(f"{name} = {pformat(tokens[key], width=110)}\n" for key, name in names.items())
    heading = '"""The colours, type, spaces and style sheet of ui/theme, compiled."""'
    return f'{heading}\n\n{values}STYLE = """\\\n{style}"""\n'


def pictures(tokens: dict[str, dict[str, str]]) -> dict[Path, str]:
    """Return the style sheet's pictures in the colours of light and dark."""
    drawn = {}
    for mode in ("light", "dark"):
        for name, colour in PICTURE_COLOURS.items():
            icon = (ICONS / f"{name}.svg").read_text("utf-8")
            drawn[PICTURES / mode / f"{name}.svg"] = icon.replace("currentColor", tokens[mode][colour])
    return drawn


if __name__ == "__main__":
    main()
