import pytest

from tests.ledger.house import built, copied


@pytest.fixture(autouse=True)
def keys(settings, tmp_path):
    """Keys of its own for every test: none signs with, or erases by, those of the house."""
    settings.KEYS = tmp_path / "keys"
    return settings.KEYS


@pytest.fixture(scope="session")
def empty_house(tmp_path_factory):
    return built(tmp_path_factory.mktemp("house") / "data")


@pytest.fixture
def house(empty_house, tmp_path):
    """A ward's own store, migrated and empty."""
    return copied(empty_house, tmp_path / "data")
