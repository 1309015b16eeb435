"""Measures the house: lines per file and function. Run by hand:  python tests/architecture/shape.py"""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[2]
MEASURED = ("brm_app", "ui", "tools", "tests", "run.py")
GENERATED = ROOT / "brm_app" / "ui" / "drawn"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources(*tops: str) -> list[Path]:
    """Return the hand-written Python files below these places of the checkout."""
    places = [ROOT / top for top in tops]
    files = [file for place in places for file in ([place] if place.is_file() else place.rglob("*.py"))]
    return sorted(file for file in files if GENERATED not in file.parents)


def functions(file: Path) -> Iterator[Function]:
    """Yield every function and method of a file, those inside others too."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, Function):
            yield node


def file_lengths(*tops: str) -> dict[str, int]:
    """Return the number of lines of each file."""
    return {_name(file): len(file.read_text("utf-8").splitlines()) for file in sources(*tops)}


def function_lengths(*tops: str) -> dict[str, int]:
    """Return the number of lines of each function, from its def line to its last."""
    return {
        f"{_name(file)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for file in sources(*tops)
        for node in functions(file)
    }


def summary(lengths: dict[str, int]) -> str:
    """Say how many there are and how long."""
    longest = max(lengths, key=lengths.__getitem__)
    ninetieth = quantiles(lengths.values(), n=10)[-1]
    return (
        f"{len(lengths):5}  median {median(lengths.values()):.0f}, 90th percentile {ninetieth:.0f},"
        f" longest {lengths[longest]} ({longest})"
    )


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    for title, tops in (("the program", ("brm_app",)), ("all with its tests and tools", MEASURED)):
        print(f"{title}\n  files    {summary(file_lengths(*tops))}\n  functions{summary(function_lengths(*tops))}")
