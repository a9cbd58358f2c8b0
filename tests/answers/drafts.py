"""What an office of Bình Điền would answer: one good answer of each outcome."""

from datetime import timedelta
from typing import Any

from langnghe.answers.rules import Contents, Outcome
from tests.conftest import DAY

GOOD: dict[Outcome, dict[str, Any]] = {
    Outcome.DONE: {"words": "Tổ điện đã thay 4 bóng đèn ở đầu thôn.", "done_on": DAY},
    Outcome.WILL_DO: {
        "words": "Đổ bê tông 120 mét đường vào thôn.",
        "due_on": DAY + timedelta(days=60),
        "owner": "Phòng Kinh tế",
        "money": 80_000_000,
        "source": "ngân sách xã năm 2026",
    },
    Outcome.PARTLY: {
        "words": "Đã nạo vét 300 mét mương từ cống ông Lộc đến đình.",
        "done_on": DAY,
        "reason": "Đoạn sau nhà văn hóa phải chờ máy múc của hợp tác xã sau vụ gặt.",
    },
    Outcome.NOT_POSSIBLE: {
        "words": "Xã chưa mở thêm điểm trường trong năm học này.",
        "reason": "Cả thôn chỉ có 7 cháu đúng tuổi, chưa đủ lập một lớp.",
        "whom": "Phòng Văn hóa - Xã hội",
    },
    Outcome.REFERRED: {
        "words": "Tỉnh lộ do thành phố quản lý; xã gửi phiếu chuyển kèm ảnh hiện trạng.",
        "due_on": DAY + timedelta(days=30),
        "whom": "Sở Xây dựng",
    },
    Outcome.GUIDED: {
        "words": "Cấp lại thẻ bảo hiểm do cơ quan bảo hiểm xã hội làm, nộp tờ khai tại bưu điện xã cũng được.",
        "reason": "Xã không giữ dữ liệu thẻ bảo hiểm y tế.",
        "whom": "Bảo hiểm xã hội cơ sở",
    },
}


def good(outcome: Outcome, **facts: Any) -> Contents:
    """Return a good answer of an outcome; what is named replaces what it says."""
    return Contents(outcome=outcome, **{**GOOD[outcome], **facts})
