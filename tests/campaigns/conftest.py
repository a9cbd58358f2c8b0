"""A campaign over three hamlets of Bình Điền."""

import pytest

from langnghe.campaigns import actions as campaigns
from langnghe.places import actions as places
from tests.conftest import DAY, EVENING


@pytest.fixture
def hamlets(binh_dien, thon_5):
    names = ("Thôn 06", "Thôn 07")
    return [thon_5, *(places.add_hamlet(commune=binh_dien, name=name, by="a", at=EVENING) for name in names)]


@pytest.fixture
def campaign(binh_dien, hamlets, thao):
    return campaigns.plan(
        commune=binh_dien, name="Đợt mẫu", starts_on=DAY, ends_on=DAY, hamlets=hamlets, by=thao, at=EVENING
    )
