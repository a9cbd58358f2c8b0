"""What sort of opinion it is, among those that stay in the open register."""

import pytest

from langnghe.language.kinds import suggest_kind
from langnghe.places.packs import pack

pytestmark = pytest.mark.nodatabase

KINDS = pack("vn").kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Cảm ơn phường đã làm đường, bà con rất phấn khởi", "thanks"),
        ("Cảm ơn xã đã làm đường, đề nghị làm thêm cống", "petition"),
        ("Đề nghị xã lắp đèn đường", "petition"),
        ("Thùng rác thủng, nước bẩn chảy ra đường bốc mùi", "reported_fact"),
        ("Góp ý dự thảo quy định về bảng giá đất", "policy_opinion"),
    ],
)
def test_thanks_facts_wishes_and_views_are_told_apart(text: str, kind: str):
    assert suggest_kind(text, KINDS) == kind


def test_most_samples_are_of_the_kind_they_were_given(samples: list[dict[str, str]]):
    guided = {kind.code for kind in KINDS if kind.is_guided}
    rows = [row for row in samples if row["kind"] not in guided]

    assert sum(suggest_kind(row["text"], KINDS) == row["kind"] for row in rows) / len(rows) >= 0.85


def test_a_guided_kind_is_never_suggested_here():
    assert suggest_kind("Tôi làm đơn tố cáo", KINDS) == "petition"
