"""The territory that the architecture tests walk: where the files are, and which words they belong to."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "langnghe"
TEMPLATES = SOURCE / "web" / "templates"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONTRACTS = {each["id"]: each for each in PROJECT["tool"]["importlinter"]["contracts"]}
WORDS: list[str] = CONTRACTS["words"]["layers"]  # from the top of the map to its ground


def python_files(*folders: str) -> list[Path]:
    """Every hand-written Python file of these folders of the repository; migrations are made by a machine."""
    found = (file for folder in folders for file in (ROOT / folder).rglob("*.py"))
    return sorted(file for file in found if "migrations" not in file.parts)


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def name_of(node: ast.expr) -> str:
    """`action` for `action`, `writing.action` and `action(...)`."""
    if isinstance(node, ast.Call):
        return name_of(node.func)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def calls(file: Path, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Call) and name_of(node.func) == name:
            yield node


def here(file: Path, line: int | None = None) -> str:
    return str(file.relative_to(ROOT)) + (f":{line}" if line else "")


def page(name: str) -> str:
    """The text of a page of the repository; a page that nobody has written yet skips the test that reads it."""
    if not (ROOT / name).exists():
        pytest.skip(f"{name} is not written yet")
    return (ROOT / name).read_text("utf-8")
