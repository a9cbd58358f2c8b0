import pytest

from tests.architecture.territory import ROOT, here

pytestmark = pytest.mark.nodatabase

DRAWERS = {
    *("common", "core", "helper", "helpers", "lib", "manager", "managers", "misc", "service", "services"),
    *("signals", "tool", "tools", "util", "utils"),
}


@pytest.mark.parametrize("folder", ["src", "tests", "bench", "script"])
def test_nothing_is_called_after_a_drawer(folder):
    named = (each for each in (ROOT / folder).rglob("*") if each.is_dir() or each.suffix == ".py")

    assert [here(each) for each in named if each.stem in DRAWERS] == []
