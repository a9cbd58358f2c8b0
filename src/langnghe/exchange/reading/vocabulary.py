"""The closed vocabulary of minutes: the words that say who speaks, who answers and where a part begins.

Everything is flat (lower case, no marks). A stretch of text is a label or a heading when these words, names, hamlets
and communes cover it whole; one word more and it belongs to what somebody said.
"""

import re

from langnghe.exchange.reading.words import any_of

RESIDENT = any_of(
    "công an viên, "
    "người dân, bà con, cử tri, nhân dân, hộ dân, hộ gia đình, gia đình, hộ, công dân, quý vị, hội viên, đoàn viên, "
    "thanh niên, phụ nữ,"
    "cựu chiến binh, người cao tuổi, hưu trí, cán bộ hưu trí, đảng viên, chủ hộ, nông dân, tiểu thương, giáo viên, "
    "phụ huynh,"
    "trưởng thôn, phó thôn, phó trưởng thôn, thôn trưởng, tổ trưởng, tổ phó, xóm trưởng, trưởng xóm, trưởng ấp, "
    "trưởng bản, trưởng khu phố,"
    "trưởng khu, trưởng ban, phó ban, phó trưởng ban, ban công tác mặt trận, ban ctmt, ctmt, trưởng ban công tác mặt "
    "trận, bí thư chi bộ,"
    "phó bí thư chi bộ, chi bộ, chi hội trưởng, chi hội phó, chi hội, bí thư chi đoàn, chi đoàn, cán bộ thôn, người "
    "có uy tín,"
    "người phát biểu, người kiến nghị, người nêu, người hỏi, người phản ánh, người có ý kiến, đại biểu, các đại biểu,"
    " cộng tác viên, già làng, dân,"
    "hội nông dân, hội phụ nữ, hội cựu chiến binh, hội người cao tuổi, đoàn thanh niên, tập thể, tổ liên gia, ông bà,"
    " tôi, hội trưởng"
)
OFFICIAL = any_of(
    "ubnd, uỷ ban nhân dân, ủy ban, hđnd, hội đồng nhân dân, đảng ủy, đảng uỷ, ban thường vụ, btv, thường trực, chủ "
    "tịch, phó chủ tịch, bí thư,"
    "phó bí thư, bí thư đảng ủy, lãnh đạo, chủ trì, chủ tọa, chủ toạ, đoàn chủ tịch, trưởng phòng, phó trưởng phòng, "
    "phó phòng, công an, trưởng công an,"
    "cán bộ địa chính, địa chính, công chức, công chức địa chính, cán bộ chuyên môn, chuyên viên, văn phòng, chánh "
    "văn phòng, giám đốc, phó giám đốc, điện lực,"
    "ubmttq, ubmttqvn, mttq, mặt trận tổ quốc, mặt trận, trạm y tế, trạm trưởng, hiệu trưởng, ban ngành, các ban "
    "ngành, các ngành, ngành, chuyên môn,"
    "cơ quan chuyên môn, ngành chức năng, cơ quan chức năng, chính quyền, chính quyền địa phương, địa phương, ban "
    "chỉ huy quân sự, chỉ huy trưởng, cấp ủy, tổ công tác,"
    "người đứng đầu, đơn vị, các đơn vị, cơ quan, phòng ban, phòng chuyên môn, các phòng, các phòng chuyên môn, "
    "phòng, báo cáo viên, đoàn công tác, việt nam, vn, chủ toạ đoàn,"
    "cán bộ, ct, pct, bt, pbt, cán bộ tư pháp, tư pháp, hội nghị, xí nghiệp, hợp tác xã, htx"
)
ANSWER = any_of(
    "trả lời, giải trình, tiếp thu, giải đáp, làm rõ, thông tin, ghi nhận, phản hồi, đáp, tl, kết quả giải quyết, "
    "hướng giải quyết, hướng xử lý, biện pháp giải quyết,"
    "cam kết, cho biết, giải thích, ý kiến trả lời, nội dung trả lời, phúc đáp, đáp từ, tiếp thu giải trình, trao "
    "đổi, kết quả xử lý, ý kiến giải trình, ý kiến tiếp thu,"
    "phần trả lời, phần giải trình, đã trả lời, đã giải trình, hướng khắc phục, chỉ đạo, báo cáo giải trình"
)
NEUTRAL = any_of(
    "phát biểu, phát biểu ý kiến, nêu, nêu ý kiến, phản ánh, phản ảnh, có ý kiến, ý kiến, trình bày, cho rằng, nói, "
    "nói rằng, chia sẻ, bày tỏ, hỏi, có câu hỏi, đặt câu hỏi,"
    "tham gia ý kiến, góp ý, đóng góp ý kiến, có kiến nghị, có phản ánh, thắc mắc, thưa, bức xúc, trăn trở, cho biết,"
    " ý kiến rằng, có nêu, đã nêu,"
    "đã phát biểu, phát biểu và, phản ánh rằng"
)
PETITION = any_of(
    "kiến nghị, đề nghị, đề xuất, mong, mong muốn, xin, yêu cầu, nguyện vọng, có nguyện vọng, đề đạt, cần, rất mong, "
    "kính đề nghị, cũng đề nghị, tiếp tục đề nghị, tiếp tục kiến nghị"
)
NOUN = any_of(
    "nội dung, câu hỏi, câu, vấn đề, ý kiến, kiến nghị, phản ánh, phần, mục, hỏi, việc, phát biểu, nguyện vọng, đề "
    "xuất, đề nghị, tham luận, ý, kn, yk"
)
LINK = any_of(
    "và, của, ở, tại, thuộc, trú, trú tại, ngụ, ngụ tại, với, là, số, thứ, như sau, sau, sau đây, rằng, các, những, "
    "cùng, về, về việc, đối với, đến từ, thay mặt, đại diện, đại diện cho, nguyên,"
    "hiện, sinh năm, địa chỉ, đc, tuổi, nam, nữ, lần, tiếp theo, tiếp, trực tiếp, chung, trên, nêu trên, do, này, "
    "thôn, tổ dân phố, tdp, khu phố, tổ, xóm, xã, phường, thành phố, có, cho,"
    "điện thoại, sđt, đt, cụ thể, một, một số, nhiều, mấy, ông, bà, anh, chị, đồng chí, đ/c, cô, chú, bác, hộ ông, "
    "hộ bà, ông/bà, đã, được, trong, hội nghị, buổi đối thoại, cuộc họp, tại hội nghị, tại chỗ,"
    "trực tiếp tại hội nghị, ban, tổng hợp, cấp, lượt, người, thứ nhất, thứ hai, thứ ba, thứ tư, thứ năm, phía, bên, "
    "đầu tiên, còn lại, khác, cuối cùng, gồm, bao gồm, tiếp nhận, sau khi, nghe, để, từng"
)
HEADING = any_of(
    "chất vấn, "
    "làm việc, hội nghị, đối thoại, buổi, cuộc họp, tổng hợp, phần, nội dung, kết luận, bế mạc, khai mạc, báo cáo, "
    "tình hình, kết quả, thành phần, tham dự, tham gia, diễn biến, chương trình,"
    "thảo luận, góp ý, đóng góp, phát biểu, tiếp xúc, ý kiến, kiến nghị, phản ánh, phản ảnh, đề xuất, nguyện vọng, "
    "câu hỏi, vướng mắc, tâm tư, hỏi đáp, hỏi, đáp, giải quyết, xử lý, tóm tắt, thuộc thẩm quyền, thẩm quyền,"
    "vượt, vượt thẩm quyền, chuyển, cấp trên, cấp có thẩm quyền, xem xét, theo, địa bàn, lĩnh vực, nhóm, danh sách, "
    "bảng, phụ lục, đại biểu, khách mời, chủ trì, thư ký, thời gian, địa điểm, tiến hành, trao đổi,"
    "dân chủ, trung ương, thông báo, trình bày, tiến trình, ghi nhận, đăng ký, trước, chủ yếu, nổi bật, chính, lời, "
    "cảm ơn, tuyên bố lý do, giới thiệu, kỳ trước, lần trước, năm trước, kỳ họp trước, đợt trước,"
    "nơi nhận, ký tên, nhất trí, bổ sung, được, gửi đến, gửi, gửi tới, thu thập, quan tâm, bằng văn bản, qua phiếu, "
    "phiếu, tổ chức, người nói, đến, cam kết, khen thưởng, văn bản, nông thôn, cơ sở, hội trường, chủ đề, trọng tâm"
)
_DUTIES = (
    "kinh te|van hoa|ha tang|tai nguyen|tai chinh|tu phap|noi vu|lao dong|giao duc|y te|nong nghiep|xay dung|giao "
    "thong|moi truong|do thi|"
    "dat dai|phuc vu|dich vu|cap nuoc|nuoc sach|dien luc|vien thong|hdnd|ubnd|quan ly|phat trien|dang ky|cong "
    "thuong|khoa hoc|thong tin|"
    "chuyen mon|dia chinh|thuy loi|cong vien|trat tu|quan su|chinh sach|bao hiem|tiep cong dan|mot cua|to chuc|tuyen "
    "giao|dan van|thanh tra"
)
UNIT = re.compile(
    rf"(?:phong|trung tam|cong ty|so|ban|chi nhanh|doi|tram|van phong|bo phan|to)\s+(?:tnhh\s+|co phan\s+"
    rf"|cp\s+)?(?:{_DUTIES})\b"
    rf"(?:(?:\s|,|-|–|&|\bva\b)+(?:{_DUTIES})\b)*"
)
NUMBERS = {
    "nhat": 1,
    "mot": 1,
    "hai": 2,
    "nhi": 2,
    "ba": 3,
    "tu": 4,
    "bon": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
}
_SPELT = "|".join(NUMBERS)
_LIST = r"\d{1,3}(?:\s*(?:,|;|va|&|-|–|den)\s*(?:so\s+)?\d{1,3})*"
REFERENCE = re.compile(
    rf"(?:cac\s+|nhung\s+)?(?:y\s+kien|cau\s+hoi|cau|kien\s+nghi|noi\s+dung|van\s+de|phan\s+anh|de\s+nghi|de\s+xuat"
    rf"|muc|stt|yk|kn|hoi|nguoi\s+dan|nguoi|cu\s+tri)\s*"
    rf"(?:(?:so|thu|tu)\s*)?:?\s*({_LIST}|(?<=thu )(?:{_SPELT})|(?<=so )(?:{_SPELT}))(?![\w/])(?!\s*(?:tuoi|thang"
    rf"|nguoi|ho|y\s+kien|km|m\b))"
)
COUNTED = re.compile(
    rf"(?:co|neu|gom|voi|tong so|tong cong|tong)?\s*(?:tong so|tong cong)?\s*(?:\d{{1,3}}|{_SPELT}|nhieu|mot so|mot "
    rf"vai|may)\s*(?:\(\d+\)\s*)?(?:luot\s+)?(?:y\s+kien|kien\s+nghi|luot|noi\s+dung|van\s+de|cau\s+hoi|phan\s+anh"
    rf"|viec|nguyen\s+vong|de\s+nghi|y)(?:\s+(?:sau|nhu\s+sau|phat\s+bieu|kien\s+nghi|cu\s+the))*(?!\w)"
)
PHONE = re.compile(r"(?:\+?84|0)\d[\d .]{7,11}\d")
PLAIN_NUMBER = re.compile(r"\d{1,4}(?!\w)")
GAP = re.compile(r"[\s,;:/&()\[\]\"“”'‘’.…–—*-]+|\+")
END = r"(?!\w)"


def numbers_in(text: str) -> tuple[int, ...]:
    """Return the numbers of a flat list such as "1, 2 va 5", "3-6" or "thu nhat"."""
    spelt = NUMBERS.get(text.strip())
    if spelt:
        return (spelt,)
    found: list[int] = []
    for part in re.finditer(r"(\d+)(?:\s*(?:-|–|den)\s*(?:so\s+)?(\d+))?", text):
        first = int(part[1])
        last = int(part[2]) if part[2] else first
        found += range(first, last + 1) if 0 <= last - first < 200 else [first, last]
    return tuple(found)
