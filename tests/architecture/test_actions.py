import ast

import pytest

from tests.architecture.territory import SOURCE, here, name_of, python_files, tree

pytestmark = pytest.mark.nodatabase

# The ledger writes inside the action that calls it, and refuses to be called alone.
ACTIONS = [
    pytest.param(file, node, id=f"{file.parent.name}.{node.name}")
    for file in sorted(SOURCE.glob("*/actions.py"))
    if file.parent.name != "ledger"
    for node in tree(file).body
    if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
]
# The integrator works by itself, second by second: nobody is there to tell it the time.
OWN_CLOCK = {"ledger/integration.py"}
CLOCKS = {"now", "today", "utcnow", "localdate", "localtime"}


@pytest.mark.parametrize(("file", "node"), ACTIONS)
def test_every_action_is_one_transaction_signed_and_dated(file, node):
    required = {
        name.arg for name, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True) if default is None
    }

    assert "action" in map(name_of, node.decorator_list), f"{here(file, node.lineno)} is not an @action"
    assert not node.args.posonlyargs + node.args.args, f"{here(file, node.lineno)} takes arguments by position"
    assert {"by", "at"} <= required, f"{here(file, node.lineno)} does not require by= and at="


@pytest.mark.parametrize(("file", "node"), ACTIONS)
def test_every_action_says_what_it_does(file, node):
    assert ast.get_docstring(node), here(file, node.lineno)


def test_only_the_web_reads_the_clock():
    words = (file for file in python_files("src") if file.parent != SOURCE and "web" not in file.parts)
    words = (file for file in words if file.relative_to(SOURCE).as_posix() not in OWN_CLOCK)
    clocks = [
        here(file, node.lineno)
        for file in words
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS
    ]

    assert clocks == []
