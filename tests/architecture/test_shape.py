"""The house keeps its shape: short files, short functions, every public name explained."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.shape import GENERATED, MEASURED, ROOT, file_lengths, function_lengths, sources

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def test_no_file_is_longer_than_400_lines() -> None:
    assert {name: lines for name, lines in file_lengths(*MEASURED).items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_60_lines() -> None:
    assert {name: lines for name, lines in function_lengths(*MEASURED).items() if lines > LONGEST_FUNCTION} == {}


def test_every_module_opens_with_a_sentence() -> None:
    files = [file for file in sources(*MEASURED) if file.read_text("utf-8").strip()]
    assert [str(file) for file in files if not ast.get_docstring(ast.parse(file.read_text("utf-8")))] == []


def test_every_public_class_and_function_is_documented() -> None:
    assert [name for file in sources("brm_app", "ui", "tools", "run.py") for name in undocumented(file)] == []


def undocumented(file: Path) -> Iterator[str]:
    """Yield the public names of a file that have no docstring."""
    for parent, node in public(ast.parse(file.read_text("utf-8"))):
        if not ast.get_docstring(node) and not overrides(parent, node):
            yield f"{file.relative_to(ROOT)}:{node.lineno} {node.name}"


def public(tree: ast.Module | ast.ClassDef) -> Iterator[tuple[ast.Module | ast.ClassDef, Documented]]:
    """Yield the public classes, functions and methods of a module or class with what holds them."""
    for node in tree.body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield tree, node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def overrides(parent: ast.AST, node: Documented) -> bool:
    """Say whether a method answers Qt, whose camelCase name for it is not ours to explain."""
    return isinstance(parent, ast.ClassDef) and node.name != node.name.lower()


def test_generated_files_stay_out_of_the_measures() -> None:
    assert all(GENERATED not in file.parents for file in sources("brm_app"))
