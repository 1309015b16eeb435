"""Finds the files of resources/ from a checkout, an editable install, a wheel or a frozen folder."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# A wheel and a frozen folder carry the resources inside the package; a checkout has them beside it.
_CARRIED = _PACKAGE / "_resources"
_FOLDER = _CARRIED if _CARRIED.is_dir() else _PACKAGE.parent / "resources"
_GUIDE = _CARRIED / "guide" if _CARRIED.is_dir() else _PACKAGE.parent / "docs"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, e.g. resource("fonts", "Inter_400Regular.ttf").

    Raises FileNotFoundError when the installation does not hold it.
    """
    path = _FOLDER.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"The installation lacks the file {'/'.join(parts)}. Install Liaison again.")
    return path


def guide() -> Path:
    """Return the folder of the user guide: Markdown pages and, in `pictures`, what they show."""
    return _GUIDE
