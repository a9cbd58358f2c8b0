import ast
import statistics

import pytest

from tests.architecture.territory import ROOT, SOURCE, here, python_files, tree

pytestmark = pytest.mark.nodatabase

EVERYWHERE = ("src", "tests", "bench", "script")
WEB = SOURCE / "web"


def lines(file):
    return len(file.read_text("utf-8").splitlines())


def test_no_python_file_is_longer_than_one_sitting():
    assert [f"{here(file)}: {lines(file)}" for file in python_files(*EVERYWHERE) if lines(file) > 400] == []


def test_half_of_the_product_s_files_can_be_read_in_a_minute():
    assert statistics.median(lines(file) for file in python_files("src")) <= 150


def test_no_function_is_longer_than_a_page():
    long = [
        f"{here(file, node.lineno)} {node.name}: {node.end_lineno - node.lineno + 1}"
        for file in python_files(*EVERYWHERE)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno + 1 > 40
    ]

    assert long == []


@pytest.mark.parametrize(
    ("folder", "kind", "most"), [("templates", "*.html", 120), ("static", "*.css", 200), ("static", "*.js", 150)]
)
def test_no_page_part_is_too_long(folder, kind, most):
    files = (file for file in (WEB / folder).rglob(kind) if "vendor" not in file.parts)

    assert [f"{here(file)}: {lines(file)}" for file in files if lines(file) > most] == []


def test_every_script_fits_on_a_screen():
    scripts = (file for file in (ROOT / "script").iterdir() if file.is_file() and not file.suffix)

    assert [f"{here(file)}: {lines(file)}" for file in scripts if lines(file) > 30] == []
