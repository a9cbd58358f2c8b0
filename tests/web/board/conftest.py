"""What the evening in Thôn 05 brought before everybody."""

from uuid import UUID

import pytest

from langnghe.opinions import actions as opinions
from tests.conftest import EVENING


@pytest.fixture
def published(said, thao):
    """Return what writes an opinion down, opens it and gives everybody a text of it."""

    def publish(spoken, public, **facts):
        opinion = said(spoken, **facts)
        opinions.open_one(opinion=opinion, by=thao, at=EVENING)
        opinions.publish(opinion=opinion, words=public, is_checked=True, by=thao, at=EVENING)
        return opinion

    return publish


@pytest.fixture
def in_turn(published):
    """Return what publishes texts said one after another, with keys that rise as a hasty device might make them."""

    def publish(count, **facts):
        return [
            published(f"Lời {number:02}", f"Lời {number:02}", key=UUID(int=number), **facts) for number in range(count)
        ]

    return publish
