# ruff: noqa: E501 long lines are papers' own
"""Papers laid out by hand, each in a way some ward office writes; what a reader must find stands under each.

A line is a paragraph. "| a | b |" is a row of a table, "^" in a cell continues the cell above it, "<" the cell on its left,
"¶" parts paragraphs of one cell and "⏎" breaks a line inside a paragraph. "#", "##", "-#" in front let Word make the mark.
"""

import re
from collections.abc import Iterator

from tests.exchange.corpus import word
from tests.exchange.corpus.generate import Expected, Sample
from tests.exchange.corpus.word import Word, cell, paragraph, run

_LISTED = {
    "# ": ("decimal", 0),
    "## ": ("decimal", 1),
    "-# ": ("bullet", 0),
    "--# ": ("bullet", 1),
    "a# ": ("lowerLetter", 1),
}

PAPERS: dict[str, tuple[str, str]] = {}


def _paper(name: str, text: str, expected: str) -> None:
    PAPERS[name] = (text.strip("\n"), expected.strip("\n"))


HEAD = """
ỦY BAN NHÂN DÂN
XÃ MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
BIÊN BẢN
Hội nghị tiếp xúc, đối thoại với Nhân dân
Hôm nay, vào hồi 19 giờ 30 phút, ngày 05 tháng 10 năm 2025, UBND xã Mẫu tổ chức hội nghị đối thoại.
"""

_paper(
    "roman headings, starred hamlets, dashed opinions, plussed answers",
    HEAD
    + """
I. Thành phần tham dự:
1. Đại diện lãnh đạo xã
- Ông Nguyễn Văn Mẫuan - Bí thư Đảng ủy xã;
- Bà Trần Thị Mẫubình - Chủ tịch UBMTTQ Việt Nam xã.
2. Đại diện Nhân dân: 45 người.
II. Nội dung hội nghị:
1. Ông Nguyễn Văn Mẫuan phát biểu khai mạc, nêu mục đích của buổi đối thoại.
2. Các ý kiến, kiến nghị của Nhân dân:
* Thôn Mẫu Đông:
- Tuyến mương nội đồng bị vùi lấp sau lũ, nước không về ruộng.
+ UBND xã trả lời: Sẽ nạo vét trong tháng 11.
- Đề nghị mở lớp dạy nghề cho lao động nữ trên 40 tuổi.
* Thôn Mẫu Tây:
- Điện sinh hoạt yếu vào giờ cao điểm.
+ UBND xã trả lời: Đã kiến nghị điện lực thay máy biến áp.
III. Kết luận
Chủ trì giao các bộ phận thực hiện.
""",
    """
Thôn Mẫu Đông | Tuyến mương nội đồng bị vùi lấp sau lũ, nước không về ruộng | Sẽ nạo vét trong tháng 11
Thôn Mẫu Đông | Đề nghị mở lớp dạy nghề cho lao động nữ trên 40 tuổi |
Thôn Mẫu Tây | Điện sinh hoạt yếu vào giờ cao điểm | Đã kiến nghị điện lực thay máy biến áp
""",
)

_paper(
    "question and answer",
    HEAD
    + """
PHẦN HỎI - ĐÁP
Câu hỏi 1: Ông Lê Văn Mẫuchi (Tổ dân phố 3): Bao giờ hẻm 25 được lắp đèn?
Trả lời: Quý I năm 2026.
Câu hỏi 2: Bà Phạm Thị Mẫudung (Tổ dân phố 5): Vì sao hồ sơ đất nộp 6 tháng chưa có kết quả?
Trả lời: Do phải xác minh nguồn gốc; xã sẽ trả kết quả trước 30/10.
Câu hỏi 3: Tổ dân phố 5: Trường tiểu học có được xây thêm phòng không?
KẾT LUẬN
Ghi nhận.
""",
    """
Tổ dân phố 3 | Bao giờ hẻm 25 được lắp đèn? | Quý I năm 2026
Tổ dân phố 5 | Vì sao hồ sơ đất nộp 6 tháng chưa có kết quả? | Do phải xác minh nguồn gốc; xã sẽ trả kết quả trước 30/10
Tổ dân phố 5 | Trường tiểu học có được xây thêm phòng không? |
""",
)

_paper(
    "attribution in brackets at the end",
    HEAD
    + """
II. Ý kiến tham gia của bà con
1. Cống qua đường liên xóm quá nhỏ, nước tràn vào nhà (ông Hoàng Văn Mẫugiang, xóm 4).
2. Đề nghị bố trí thêm cán bộ một cửa vào ngày đầu tuần (bà Ngô Thị Mẫuhạnh - xóm 2).
3. Giá nước sạch tăng nhưng nước vẫn đục (ý kiến của cử tri xóm 4).
III. Kết luận của chủ trì
Giao Văn phòng tổng hợp.
""",
    """
xóm 4 | Cống qua đường liên xóm quá nhỏ, nước tràn vào nhà |
xóm 2 | Đề nghị bố trí thêm cán bộ một cửa vào ngày đầu tuần |
xóm 4 | Giá nước sạch tăng nhưng nước vẫn đục |
""",
)

_paper(
    "one answer for several opinions, later, by number",
    HEAD
    + """
III. Ý KIẾN CỦA CỬ TRI
1. Cử tri Thôn 1: Nhà văn hóa thôn dột.
2. Cử tri Thôn 1: Thiếu loa cho nhà văn hóa.
3. Cử tri Thôn 2: Xin mở đường vào nghĩa địa.
4. Cử tri Thôn 2: Chế độ cho thương binh chi trả chậm.
IV. TRẢ LỜI CỦA LÃNH ĐẠO XÃ
- Trả lời ý kiến 1, 2: Xã bố trí 80 triệu đồng sửa nhà văn hóa trong năm nay.
- Trả lời ý kiến số 4: Từ tháng sau chi trả trước ngày mùng 10.
- Đối với ý kiến số 3: Chờ thành phố phê duyệt quy hoạch.
V. KẾT LUẬN
""",
    """
Thôn 1 | Nhà văn hóa thôn dột | Xã bố trí 80 triệu đồng sửa nhà văn hóa trong năm nay
Thôn 1 | Thiếu loa cho nhà văn hóa | Xã bố trí 80 triệu đồng sửa nhà văn hóa trong năm nay
Thôn 2 | Xin mở đường vào nghĩa địa | Chờ thành phố phê duyệt quy hoạch
Thôn 2 | Chế độ cho thương binh chi trả chậm | Từ tháng sau chi trả trước ngày mùng 10
""",
)

_paper(
    "answers to speakers by name",
    HEAD
    + """
II. Nhân dân phát biểu
- Ông Trần Văn Mẫukhôi, thôn 6: Đường dây điện sau vườn trĩu thấp.
- Bà Đỗ Thị Mẫulan, thôn 7: Xin thêm thùng rác ở bến đò.
III. Giải trình của UBND xã
- Về ý kiến của bà Mẫulan: Sẽ đặt 3 thùng trong tuần tới.
- Về ý kiến của ông Trần Văn Mẫukhôi: Mời điện lực kiểm tra ngày 12/10.
IV. Kết luận
""",
    """
thôn 6 | Đường dây điện sau vườn trĩu thấp | Mời điện lực kiểm tra ngày 12/10
thôn 7 | Xin thêm thùng rác ở bến đò | Sẽ đặt 3 thùng trong tuần tới
""",
)

_paper(
    "word's own lists on two levels",
    HEAD
    + """
II. Ý kiến của nhân dân
# Thôn Hòa Mẫu có 2 ý kiến:
a# Bờ kè bị khoét sâu, nhà dân sắp đổ.
a# Mong có thuyền cứu hộ của thôn.
# Thôn An Mẫu có 1 ý kiến:
a# Người đi làm xa không đăng ký tạm trú trực tuyến được.
III. Kết luận
""",
    """
Thôn Hòa Mẫu | Bờ kè bị khoét sâu, nhà dân sắp đổ |
Thôn Hòa Mẫu | Mong có thuyền cứu hộ của thôn |
Thôn An Mẫu | Người đi làm xa không đăng ký tạm trú trực tuyến được |
""",
)

_paper(
    "table with hamlet rows, merged, total and continuation",
    HEAD
    + """
II. Tổng hợp ý kiến
| TT | Nội dung phản ánh, kiến nghị | Nhóm vấn đề | Ý kiến trả lời |
| I | Thôn 05 | < | < |
| 1 | Nước giếng nhiễm phèn, đề nghị | Môi trường | Xã lấy mẫu kiểm tra |
| | xã cho xét nghiệm. | | |
| 2 | Sân bóng thôn bị chiếm làm chỗ phơi keo. | Văn hóa | |
| II | Thôn 09 | < | < |
| 1 | Hộ cận nghèo chưa được vay vốn. | Chính sách xã hội | Liên hệ tổ vay vốn thôn |
| | Tổng cộng: 03 ý kiến | < | < |
III. Kết luận
""",
    """
Thôn 05 | Nước giếng nhiễm phèn, đề nghị xã cho xét nghiệm | Xã lấy mẫu kiểm tra | environment
Thôn 05 | Sân bóng thôn bị chiếm làm chỗ phơi keo | | culture
Thôn 09 | Hộ cận nghèo chưa được vay vốn | Liên hệ tổ vay vốn thôn | social
""",
)

_paper(
    "table: speaker and hamlet in one cell, answer cell merged down",
    HEAD
    + """
2. Ý kiến phát biểu
| Số TT | Họ tên, địa chỉ người có ý kiến | Ý kiến | Trả lời của chủ tọa |
| 01 | Ông Võ Văn Mẫuminh, Khu phố 2 | Rác ở chợ để qua đêm. | Giao ban quản lý chợ dọn trước 5 giờ sáng |
| 02 | Bà Hồ Thị Mẫunga - Khu phố 4 | Nước chợ chảy ra hói. | ^ |
| 03 | Trần Mẫuphúc¶Khu phố 4 | Bãi giữ xe thu quá giá. | |
""",
    """
Khu phố 2 | Rác ở chợ để qua đêm | Giao ban quản lý chợ dọn trước 5 giờ sáng
Khu phố 4 | Nước chợ chảy ra hói | Giao ban quản lý chợ dọn trước 5 giờ sáng
Khu phố 4 | Bãi giữ xe thu quá giá |
""",
)

_paper(
    "other tables around: delegates, agenda, last time's results",
    HEAD
    + """
I. Thành phần
| STT | Họ và tên | Chức vụ | Ghi chú |
| 1 | Nguyễn Văn Mẫuquý | Chủ tịch UBND xã | Chủ trì |
| 2 | Lê Thị Mẫusen | Công chức địa chính | |
II. Chương trình
| Thời gian | Nội dung | Người thực hiện |
| 19h30 | Khai mạc | Chủ tịch UBND xã |
| 20h00 | Nghe ý kiến của dân | Nhân dân |
III. Kết quả giải quyết kiến nghị kỳ trước
| STT | Nội dung kiến nghị | Kết quả giải quyết |
| 1 | Sửa cống đầu làng | Đã xong |
IV. Ý kiến tại hội nghị
| STT | Thôn | Nội dung |
| 1 | Thôn Mẫu Bắc | Cần cắm biển cấm tải trọng ở cầu gỗ. |
| 2 | Thôn Mẫu Nam | Ao làng bị san lấp trái phép. |
V. Kết luận
""",
    """
Thôn Mẫu Bắc | Cần cắm biển cấm tải trọng ở cầu gỗ |
Thôn Mẫu Nam | Ao làng bị san lấp trái phép |
""",
)

_paper(
    "no marks at all, paragraphs under hamlets",
    HEAD
    + """
Sau khi nghe báo cáo, bà con đã thẳng thắn nêu các ý kiến, cụ thể:
Tổ dân phố Mẫu 1
Vỉa hè bị bong tróc, người già khó đi.
Hàng quán bật loa quá giờ.
Tổ dân phố Mẫu 2
Kiệt 14 chưa có cống.
Biên bản được lập thành 02 bản. Hội nghị kết thúc lúc 21 giờ.
""",
    """
Tổ dân phố Mẫu 1 | Vỉa hè bị bong tróc, người già khó đi |
Tổ dân phố Mẫu 1 | Hàng quán bật loa quá giờ |
Tổ dân phố Mẫu 2 | Kiệt 14 chưa có cống |
""",
)

_paper(
    "continuation paragraphs and a list inside an opinion",
    HEAD
    + """
II. Ý KIẾN
1. Người dân Thôn 12: Đường liên thôn xuống cấp nhiều đoạn, cụ thể:
- Đoạn qua nhà văn hóa;
- Đoạn ra trạm bơm.
2. Người dân Thôn 12: Trạm bơm chạy không đúng lịch.
Năm ngoái lúa mất trắng vì thiếu nước.
=> Chủ tịch UBND xã: Yêu cầu hợp tác xã niêm yết lịch bơm.
III. KẾT LUẬN
""",
    """
Thôn 12 | Đường liên thôn xuống cấp nhiều đoạn, cụ thể: Đoạn qua nhà văn hóa; Đoạn ra trạm bơm |
Thôn 12 | Trạm bơm chạy không đúng lịch. Năm ngoái lúa mất trắng vì thiếu nước | Yêu cầu hợp tác xã niêm yết lịch bơm
""",
)

_paper(
    "answers on the same line",
    HEAD
    + """
II. Ý kiến của Nhân dân
1. Ấp 3: Cầu ván mục, trẻ em đi học nguy hiểm. UBND xã trả lời: Đã đưa vào danh mục sửa chữa năm 2026.
2. Ấp 3: Cần thêm máy gặt của hợp tác xã. (Trả lời: Hợp tác xã đang làm thủ tục mua.)
3. Ấp 6: Xe khách chạy quá tốc độ qua trường học → Công an xã: sẽ lập biên bản xử phạt
""",
    """
Ấp 3 | Cầu ván mục, trẻ em đi học nguy hiểm | Đã đưa vào danh mục sửa chữa năm 2026
Ấp 3 | Cần thêm máy gặt của hợp tác xã | Hợp tác xã đang làm thủ tục mua
Ấp 6 | Xe khách chạy quá tốc độ qua trường học | sẽ lập biên bản xử phạt
""",
)

_paper(
    "fields as headings, hamlet inside the label",
    HEAD
    + """
B. KIẾN NGHỊ CỦA NHÂN DÂN
1. Lĩnh vực đất đai
1.1. Ông Phan Văn Mẫutài (Bản Mẫu) đề nghị: Cắm lại mốc giới đất rừng cộng đồng.
1.2. Nhân dân Bản Trên phản ánh: Đo đạc lệch thửa.
2. Lĩnh vực giáo dục
2.1. Bà con Bản Mẫu: Điểm trường lẻ không có nước uống.
C. KẾT LUẬN
""",
    """
Bản Mẫu | Cắm lại mốc giới đất rừng cộng đồng | | land
Bản Trên | Đo đạc lệch thửa | | land
Bản Mẫu | Điểm trường lẻ không có nước uống | | education
""",
)

_paper(
    "hamlet at the venue only, plain numbered list",
    """
ỦY BAN NHÂN DÂN PHƯỜNG MẪU
BIÊN BẢN
Hội nghị đối thoại với Nhân dân Tổ dân phố Mẫu An
Thời gian: 19 giờ 00 ngày 28/9/2025
Địa điểm: Nhà văn hóa Tổ dân phố Mẫu An
Chủ trì: Ông Nguyễn Văn Mẫuuy, Phó Chủ tịch UBND phường
Thư ký: Lê Thị Mẫuvân
Nội dung:
1/ Xe container đỗ chắn lối vào trường.
2/ Cây đổ sau bão chưa dọn.
3/ Mong phường dạy bà con nhận biết lừa đảo qua mạng.
Kết luận: Phường tiếp thu và phân công trong tuần.
""",
    """
Tổ dân phố Mẫu An | Xe container đỗ chắn lối vào trường |
Tổ dân phố Mẫu An | Cây đổ sau bão chưa dọn |
Tổ dân phố Mẫu An | Mong phường dạy bà con nhận biết lừa đảo qua mạng |
""",
)

_paper(
    "table inside a table and whole minutes in one cell",
    """
| UBND XÃ MẪU¶BIÊN BẢN ĐỐI THOẠI¶Hôm nay, ngày 05/10/2025, tại Thôn 08 và Thôn 10¶II. Ý kiến của bà con¶1. Thôn 08: Chuồng trâu sát trạm y tế.¶2. Thôn 10: Cần sân phơi lúa chung.¶III. Kết luận: giao cán bộ kiểm tra. |
""",
    """
Thôn 08 | Chuồng trâu sát trạm y tế |
Thôn 10 | Cần sân phơi lúa chung |
""",
)

_paper(
    "several opinions in cells, several answers beside them",
    HEAD
    + """
II. Ý kiến, kiến nghị
| STT | Thôn/TDP | Kiến nghị, đề xuất | Tiếp thu, giải trình |
| 1 | Thôn Mẫu Hạ | 1. Thiếu nước tưới vụ hè thu.¶2. Đường ra đồng lầy lội. | 1. Điều tiết nước từ hồ Mẫu.¶2. Rải đá cấp phối trong quý IV. |
| 2 | Thôn Mẫu Thượng | - Loa hỏng.¶- Chưa có wifi ở nhà văn hóa. | Xã lắp trong tháng 12. |
""",
    """
Thôn Mẫu Hạ | Thiếu nước tưới vụ hè thu | Điều tiết nước từ hồ Mẫu
Thôn Mẫu Hạ | Đường ra đồng lầy lội | Rải đá cấp phối trong quý IV
Thôn Mẫu Thượng | Loa hỏng | Xã lắp trong tháng 12
Thôn Mẫu Thượng | Chưa có wifi ở nhà văn hóa | Xã lắp trong tháng 12
""",
)

_paper(
    "unaccented typing",
    """
UBND XA MAU
BIEN BAN HOI NGHI DOI THOAI
Hom nay, ngay 05 thang 10 nam 2025, UBND xa Mau to chuc doi thoai.
II. Y kien cua nhan dan
1. Nguoi dan thon 02: Duong vao xom ngap nuoc.
Tra loi: Se nang nen duong.
2. Nguoi dan thon 03: De nghi som cap so do.
III. Ket luan
Giao can bo thuc hien.
""",
    """
thon 02 | Duong vao xom ngap nuoc | Se nang nen duong
thon 03 | De nghi som cap so do |
""",
)

_paper(
    "slips one after the other",
    """
PHIẾU Ý KIẾN
| Thôn/TDP | Thôn 14 |
| Lĩnh vực | Giao thông |
| Nội dung ý kiến | Gờ giảm tốc trước trường đã mòn. |
PHIẾU Ý KIẾN
| Thôn/TDP | Thôn 15 |
| Lĩnh vực | Y tế |
| Nội dung ý kiến | Xin khám bệnh lưu động cho người già. |
""",
    """
Thôn 14 | Gờ giảm tốc trước trường đã mòn | | infrastructure
Thôn 15 | Xin khám bệnh lưu động cho người già | | health
""",
)

_paper(
    "table cut by a page, head repeated or missing",
    HEAD
    + """
II. Ý kiến của cử tri
| STT | Ý kiến của cử tri | Địa chỉ |
| 1 | Ngõ 9 chưa có số nhà. | KP 1 |
| 2 | Đèn cầu vượt không sáng. | KP 2 |
| 3 | Nắp cống kêu to khi xe qua. | KP 2 |
xã Mẫu
| STT | Ý kiến của cử tri | Địa chỉ |
| 4 | Chợ đêm xả nước bẩn. | KP 3 |
| 5 | Thiếu chỗ đỗ xe ở công viên. | KP 3 |
""",
    """
KP 1 | Ngõ 9 chưa có số nhà |
KP 2 | Đèn cầu vượt không sáng |
KP 2 | Nắp cống kêu to khi xe qua |
KP 3 | Chợ đêm xả nước bẩn |
KP 3 | Thiếu chỗ đỗ xe ở công viên |
""",
)

_paper(
    "speakers in bold lines, words below",
    HEAD
    + """
II. Ý KIẾN PHÁT BIỂU
1. Ông Đặng Văn Mẫuxuân – Trưởng thôn Mẫu Trung
Quỹ khuyến học của thôn cần xã hỗ trợ thêm.
Ngoài ra đề nghị xã cấp loa kéo cho thôn.
2. Bà Bùi Thị Mẫuyến – Chi hội trưởng Phụ nữ thôn Mẫu Ngoại
Lớp xóa mù chữ thiếu sách.
III. PHÁT BIỂU TIẾP THU, GIẢI TRÌNH
Đ/c Nguyễn Văn Mẫuan, Chủ tịch UBND xã tiếp thu các ý kiến và chỉ đạo các bộ phận thực hiện.
IV. KẾT LUẬN
""",
    """
thôn Mẫu Trung | Quỹ khuyến học của thôn cần xã hỗ trợ thêm. Ngoài ra đề nghị xã cấp loa kéo cho thôn |
thôn Mẫu Ngoại | Lớp xóa mù chữ thiếu sách |
""",
)

_paper(
    "answers as a list of their own inside each hamlet",
    HEAD
    + """
II. Ý KIẾN VÀ TRẢ LỜI
1. Thôn 21
a) Ý kiến của Nhân dân:
- Cầu treo rỉ sét.
- Thiếu giáo viên mầm non.
b) Trả lời của UBND xã:
- Sơn và thay cáp trước Tết.
- Đã xin thành phố bổ sung 2 giáo viên.
2. Thôn 22
a) Ý kiến của Nhân dân:
- Bến đò không có áo phao.
b) Trả lời của UBND xã:
- Cấp 20 áo phao trong tháng 10.
III. KẾT LUẬN
""",
    """
Thôn 21 | Cầu treo rỉ sét | Sơn và thay cáp trước Tết
Thôn 21 | Thiếu giáo viên mầm non | Đã xin thành phố bổ sung 2 giáo viên
Thôn 22 | Bến đò không có áo phao | Cấp 20 áo phao trong tháng 10
""",
)

_paper(
    "table with subject to the left and two rows of heads",
    HEAD
    + """
| Lĩnh vực | Ý kiến của Nhân dân | < | Ý kiến của UBND xã |
| ^ | Nội dung | Thôn | ^ |
| Đất đai | Sổ đỏ cấp sai diện tích. | Thôn 3 | Rà soát lại hồ sơ |
| ^ | Đất công bị lấn. | Thôn 4 | |
| Giáo dục | Trường mầm non thiếu sân chơi. | Thôn 3 | Đã có kế hoạch |
""",
    """
Thôn 3 | Sổ đỏ cấp sai diện tích | Rà soát lại hồ sơ | land
Thôn 4 | Đất công bị lấn | | land
Thôn 3 | Trường mầm non thiếu sân chơi | Đã có kế hoạch | education
""",
)

_paper(
    "ordinals in words and quotation marks",
    HEAD
    + """
NỘI DUNG Ý KIẾN
Ý kiến thứ nhất: Bà Lương Thị Mẫuhoa, tổ dân phố 8, phát biểu: “Nước mưa từ dự án đổ thẳng xuống vườn tôi.”
Ý kiến thứ hai: Cử tri tổ dân phố 9 có ý kiến: “Xin giữ lại cây đa đầu làng.”
TRẢ LỜI
Ý kiến thứ nhất: Yêu cầu chủ đầu tư đào mương trước 20/10.
""",
    """
tổ dân phố 8 | Nước mưa từ dự án đổ thẳng xuống vườn tôi | Yêu cầu chủ đầu tư đào mương trước 20/10
tổ dân phố 9 | Xin giữ lại cây đa đầu làng |
""",
)

_paper(
    "two levels of numbers, answers to named speakers in another part",
    HEAD
    + """
I- THÀNH PHẦN
1- Chủ trì: Đ/c Nguyễn Văn Mẫuan, UVBTV, Bí thư Đảng ủy
2- Đại biểu nhân dân: Đại diện 22 thôn (mỗi thôn 5 người).
II- NỘI DUNG
1- Đ/c Bí thư Đảng ủy phát biểu khai mạc
2- Phần đối thoại
2.1- Ý kiến của Nhân dân
* Ông Hồ Văn Mẫubằng, thôn Mẫu Thượng:
- Đường vào bãi rác cũ không đi được;
- Trâu bò thả rông phá hoa màu.
* Bà Kê Thị Mẫucúc, thôn Mẫu Hạ:
- Nhà sàn văn hóa mục cột.
2.2- Trả lời của lãnh đạo xã
- Đ/c Trần Thị Mẫudiệp - PCT HĐND xã trả lời ý kiến của bà Kê Thị Mẫucúc: đưa vào kế hoạch 2026.
3- Đ/c Bí thư Đảng ủy kết luận:
Giao UBND xã thực hiện các nội dung trên.
""",
    """
thôn Mẫu Thượng | Đường vào bãi rác cũ không đi được |
thôn Mẫu Thượng | Trâu bò thả rông phá hoa màu |
thôn Mẫu Hạ | Nhà sàn văn hóa mục cột | đưa vào kế hoạch 2026
""",
)

_paper(
    "names of every kind",
    HEAD
    + """
II. Ý kiến
1. Quỳnh Mẫuanh (Thôn 2): Thiếu nước.
2. Pơloong Văn Mẫubảo, thôn 3: Xa trường.
3. Trưởng thôn Mẫu Nguyễn Văn Mẫucảnh: Đường hỏng.
4. Chị Kăn Lịch Mẫudiễm (thôn 5) phản ánh trạm xá đóng cửa.
5. Nguyễn Văn Mẫugiáp - SĐT 0912345678 - TDP 5: Rác nhiều.
6. Ông Tôn Thất Mẫuhiệp và bà Công Tằng Tôn Nữ Mẫuhoài (TDP 8): Cống tắc.
7. Tôi là Trần Mẫukiên, ở TDP 9, xin hỏi bao giờ làm đường?
8. Bà con thôn 3 (ông Trần Văn Mẫulộc đại diện): Loa hỏng.
9. Ý kiến của một người dân: Đường tối.
III. Kết luận
""",
    """
Thôn 2 | Thiếu nước |
thôn 3 | Xa trường |
thôn Mẫu | Đường hỏng |
thôn 5 | trạm xá đóng cửa |
TDP 5 | Rác nhiều |
TDP 8 | Cống tắc |
TDP 9 | xin hỏi bao giờ làm đường? |
thôn 3 | Loa hỏng |
| Đường tối |
""",
)

_paper(
    "answers in the same order, without any sign",
    """
UBND PHƯỜNG MẪU
BIÊN BẢN LÀM VIỆC
Vào lúc 19h30 ngày 02 tháng 10 năm 2025, tại Nhà văn hóa TDP Mẫu 1
A. Thành phần tham gia:
+ Ông Phạm Mẫumạnh: Chủ tịch UBND phường
B. Nội dung làm việc:
Sau khi nghe đồng chí Chủ tịch báo cáo, các hộ dân có ý kiến như sau:
1. Hộ ông Trần Mẫunam: Nhà bị ngập do cống nhỏ.
2. TDP Mẫu 2: Sân chơi trẻ em hỏng.
Lãnh đạo phường tiếp thu và trả lời như sau:
1. Cống sẽ mở rộng trong năm 2026.
2. Vận động xã hội hóa để sửa.
Cuộc họp kết thúc vào lúc 21h00 cùng ngày./.
""",
    """
TDP Mẫu 1 | Nhà bị ngập do cống nhỏ | Cống sẽ mở rộng trong năm 2026
TDP Mẫu 2 | Sân chơi trẻ em hỏng | Vận động xã hội hóa để sửa
""",
)

_paper(
    "a report with several voices on one line and the commune's own proposals",
    """
BÁO CÁO
Tổng hợp ý kiến, kiến nghị của Nhân dân tại hội nghị đối thoại
I. TÌNH HÌNH CHUNG
Xã Mẫu đã tổ chức 22 hội nghị.
II. Ý KIẾN, KIẾN NGHỊ
1. Về đất đai
- Thôn Mẫu 1: đề nghị đo đạc lại; thôn Mẫu 2: đề nghị giao đất rừng.
- Đề nghị xã công khai quỹ đất 5% (thôn Mẫu 3).
2. Về môi trường
- Nước thải chuồng trại (thôn Mẫu 1, thôn Mẫu 4).
III. ĐỀ XUẤT, KIẾN NGHỊ CỦA UBND XÃ
1. Đề nghị thành phố bố trí vốn.
""",
    """
Thôn Mẫu 1 | đề nghị đo đạc lại | | land
thôn Mẫu 2 | đề nghị giao đất rừng | | land
thôn Mẫu 3 | Đề nghị xã công khai quỹ đất 5% | | land
thôn Mẫu 1, thôn Mẫu 4 | Nước thải chuồng trại | | environment
""",
)

_paper(
    "titled voices, words and answers below",
    HEAD
    + """
II. Phần đối thoại
1. Ý kiến của ông Nguyễn Văn Mẫuoanh, Thôn 3 về việc chậm cấp sổ đỏ:
Gia đình tôi nộp hồ sơ từ năm 2023 đến nay chưa có kết quả. Đề nghị xã cho biết lý do.
Chủ tịch UBND xã trả lời: Hồ sơ vướng ranh giới; hẹn ngày 20/10 đo lại.
2. Ý kiến của bà Hồ Thị Mẫuphượng, Thôn 5 về nước sạch:
Đường ống cũ rò rỉ.
Chủ tịch UBND xã trả lời: Năm 2026 thay ống.
3. Thôn 6: không có ý kiến.
""",
    """
Thôn 3 | Gia đình tôi nộp hồ sơ từ năm 2023 đến nay chưa có kết quả. Đề nghị xã cho biết lý do | Hồ sơ vướng ranh giới; hẹn ngày 20/10 đo lại
Thôn 5 | Đường ống cũ rò rỉ | Năm 2026 thay ống
""",
)


def _rows(lines: list[str]) -> str:
    grid = [[part.strip() for part in line.strip().strip("|").split("|")] for line in lines]
    rows = []
    for index, texts in enumerate(grid):
        cells = []
        for column, text in enumerate(texts):
            if text == "<":
                continue
            span = 1
            while column + span < len(texts) and texts[column + span] == "<":
                span += 1
            below = index + 1 < len(grid) and column < len(grid[index + 1]) and grid[index + 1][column] == "^"
            merge = "continue" if text == "^" else "restart" if below else ""
            paragraphs = [] if text in ("", "^") else [_line(part) for part in text.split("¶")]
            cells.append(cell(*paragraphs, span=span, merge=merge))
        rows.append(cells)
    return word.table(rows)


def _line(text: str) -> str:
    for sign, (listed, depth) in _LISTED.items():
        if text.startswith(sign):
            return paragraph(run(text[len(sign) :].replace("⏎", "\n")), listed=listed, depth=depth)
    return paragraph(run(text.replace("⏎", "\n")))


def _laid(text: str) -> bytes:
    paper = Word()
    rows: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            paper.add(_rows(rows))
            rows = []
        if line:
            paper.add(_line(line))
    return paper.bytes()


def _expected(lines: str) -> Iterator[Expected]:
    for line in lines.split("\n"):
        hamlet, text, answer, topic, *_ = [part.strip() for part in (line + " | | |").split("|")]
        yield Expected(text, hamlet or None, answer, topic or None)


def papers() -> list[Sample]:
    """Return every paper laid out by hand, with the names that stand in it."""
    samples = []
    for name, (text, expected) in PAPERS.items():
        names = sorted(
            set(re.findall(r"(?:\w+ )*Mẫu[a-zđăâêôơưáàảãạấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộúùủũụứừửữựýỳỷỹỵ]{2,}", text))
        )
        samples.append(Sample("bien-ban.docx", _laid(text), list(_expected(expected)), name, names))
    return samples
