"""Where papers usually hang and what they usually cost: suggestions for the register of outgoing papers."""

from collections.abc import Sequence

OFFICE = "Trụ sở UBND"
RADIO = "Loa truyền thanh"
COSTS = "Từ dự toán chi thường xuyên hằng năm của địa phương"
MANY = 3
"""So many hamlets have a line of their own."""


def houses(hamlets: Sequence[str]) -> list[str]:
    """Return where a paper for hamlets hangs, and who gets it; for many of them in one line each."""
    if len(hamlets) > MANY:
        return ["Nhà sinh hoạt cộng đồng từng thôn, tổ dân phố", "Gửi trưởng thôn, tổ trưởng từng nơi"]
    posted = [f"Nhà sinh hoạt cộng đồng {name}" for name in hamlets]
    return [*posted, *(f"Gửi trưởng thôn, tổ trưởng {name}" for name in hamlets)]
