from tests.ledger.conftest import empty_house, house

__all__ = ["empty_house", "house"]
