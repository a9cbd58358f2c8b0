# ruff: noqa: E501 long lines are papers' own
"""What the corpus's papers are filled with. Written apart from the reader's own tables, on purpose."""

OPINIONS = """
Đường bê tông trước nhà văn hóa nứt toác, xe đạp học sinh đi rất dễ ngã
Kiến nghị xã sớm kéo điện ba pha ra cánh đồng để bơm nước
Đề nghị UBND xã trả lời dứt điểm việc cấp sổ đỏ cho các hộ ven đồi
Hai tháng nay xe rác chỉ vào một lần mỗi tuần, rác ứ trước cổng chợ
Báo cáo thu chi quỹ của thôn chưa được công khai cho dân biết
Nước máy chảy yếu vào buổi tối, có hôm mất hẳn từ 18 giờ đến 22 giờ
Cần thêm biển báo ở ngã ba (gần cây xăng) vì đã có 3 vụ va quẹt
Người cao tuổi lên xã làm giấy tờ phải đi lại 3 đến 4 lần
Mùa mưa năm nào mương cũng tràn, lúa đông xuân ngập trắng; mong nạo vét trước tháng 9
Trẻ con tắm hồ không ai trông coi, đề nghị cắm biển và làm rào
Loa phát thanh đầu xóm hỏng đã lâu, tin bão không ai nghe được
Heo nhà hàng xóm xả thẳng ra rãnh, mùi không chịu nổi
Việc thu tiền vệ sinh chưa thống nhất: chỗ 25.000 đồng, chỗ 30.000 đồng
Xin hỗ trợ giống cây ăn quả cho các hộ mới thoát nghèo
Đoạn từ cầu Khe Mẫu sang trường mầm non tối om, phụ nữ đi làm ca đêm rất sợ
Hộ có người khuyết tật chưa nhận được trợ cấp từ tháng 6/2025
Đất vườn của dân bị ghi thành đất rừng trên bản đồ, muốn sửa không biết hỏi ai
Trạm y tế hay hết thuốc bảo hiểm, bác sĩ mỗi tuần chỉ ngồi hai buổi
Sóng điện thoại trong xóm chập chờn, học trực tuyến không được
Thanh niên đua xe trên đường tránh lúc nửa đêm, mong công an tuần tra nhiều hơn
Nhà văn hóa xuống cấp, mái tôn thủng, ghế gãy gần hết
Bà con muốn được tập huấn dùng dịch vụ công trực tuyến
Chó thả rông cắn người đi đường, đã báo mà chưa thấy xử lý
Con mương chung bị lấp một đoạn khoảng 20 m để làm sân phơi
Giá đền bù đất lúa thấp hơn xã bên cạnh, đề nghị giải thích rõ cách tính
Mong có xe buýt về trung tâm thành phố để học sinh cấp ba đi học
Quỹ đất nghĩa trang sắp hết, cần quy hoạch chỗ mới
Tiếng hát karaoke kéo dài tới khuya, người già không ngủ được
Đề xuất đặt thêm hai thùng rác lớn ở đầu kiệt 12
Thông tin tuyển lao động ở khu công nghiệp đến dân quá chậm
Về tiền điện tháng trước tăng gấp đôi, bà con không hiểu vì sao
Kết luận thanh tra chợ cũ đến nay chưa được thông báo cho tiểu thương
Cột điện gỗ mục nghiêng ra đường, gió to là đổ
Phòng học lớp lá dột, cô giáo phải kê bàn tránh chỗ ướt
Sau bão số 5, 12 hộ tốc mái mới được hỗ trợ một nửa
Xe tải chở đất chạy ngày đêm làm vỡ mặt đường liên thôn
Trả lời kiến nghị lần trước về cống thoát nước còn chung chung
Cầu tạm bằng tre mỗi lần nước lên lại trôi, học sinh phải nghỉ học
Chưa có sân bóng cho trẻ em, các cháu đá bóng ngay giữa đường
Giấy khai sinh của cháu ghi sai tên đệm, xin được hướng dẫn sửa
Ruộng bậc thang phía trên thiếu nước từ tháng ba
Phụ cấp cho người hoạt động không chuyên trách ở thôn quá thấp so với công việc
Chợ chiều lấn hết lòng đường, xe cứu thương không vào được
Dự án khu dân cư treo từ năm 2012, dân không được xây sửa nhà
Hỏi khi nào làm xong đường vào khu sản xuất
Muỗi nhiều bất thường, đề nghị phun thuốc sớm
Vay vốn ngân hàng chính sách thủ tục còn lâu, hay thiếu giấy tờ
Đèn tín hiệu ở ngã tư tắt hai tuần nay
Bãi bồi bị hút cát trộm ban đêm, bờ lở sát nhà dân
Nên tổ chức đối thoại vào buổi tối để người đi làm dự được
""".strip().splitlines()

ANSWERS = """
Giao phòng chuyên môn kiểm tra, sửa xong trước ngày 30/11/2025
Xã đã đưa vào kế hoạch vốn năm 2026, khởi công quý II
Nội dung này thuộc thẩm quyền thành phố, xã sẽ có văn bản chuyển trong tuần
Đã làm việc với đơn vị thu gom, từ tháng sau tăng lên ba chuyến mỗi tuần
Mời bà con mang hồ sơ đến bộ phận một cửa để được hướng dẫn
Công an xã lập chốt từ 22 giờ đến 1 giờ sáng
Sẽ khảo sát thực địa cùng trưởng thôn vào thứ Bảy này
Chưa có nguồn kinh phí, xã đề nghị thành phố hỗ trợ
""".strip().splitlines()

TOPICS = [
    ("Đất đai", "land"), ("Môi trường", "environment"), ("Giao thông", "infrastructure"), ("Hạ tầng", "infrastructure"), ("Y tế", "health"),
    ("Giáo dục", "education"), ("An ninh trật tự", "security"), ("Nông nghiệp", "agriculture"), ("Thủ tục hành chính", "admin"),
    ("Văn hóa - xã hội", "culture"), ("Chuyển đổi số", "digital"), ("Lĩnh vực giáo dục", "education"), ("An sinh xã hội", "social"),
]  # fmt: skip

HAMLETS = [
    ["Thôn 01", "Thôn 02", "Thôn 03", "Thôn 04"],
    ["Thôn Mẫu Đông", "Thôn Mẫu Tây", "Thôn Thượng Mẫu"],
    ["Tổ dân phố 1", "Tổ dân phố 2", "Tổ dân phố 7", "Tổ dân phố 11"],
    ["TDP số 4", "TDP số 5", "TDP số 9"],
    ["Khu phố 3", "Khu phố 6"],
    ["Xóm Mẫu", "Xóm Giữa", "Xóm Ngoài"],
    ["Bản Mẫu Một", "Bản Mẫu Hai"],
    ["thôn Hòa Mẫu", "thôn An Mẫu", "thôn Phú Mẫu 2"],
    ["Ấp 2", "Ấp 5A"],
    ["Khối phố Mẫu An", "Khối phố Mẫu Bình"],
    ["TDP 12", "TDP 13"],
]

FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Võ",
    "Đặng",
    "Bùi",
    "Hồ",
    "Ngô",
    "Dương",
    "Tôn Thất",
    "Huỳnh",
    "Đoàn",
]
MIDDLE = ["Văn", "Thị", "Đức", "Minh", "Hữu", "Thị Kim", "Quang", "Ngọc"]
GIVEN = [
    "Mẫuan",
    "Mẫubình",
    "Mẫuchi",
    "Mẫudũng",
    "Mẫugiang",
    "Mẫuhạnh",
    "Mẫukhôi",
    "Mẫulợi",
    "Mẫunga",
    "Mẫuphúc",
    "Mẫuquý",
    "Mẫusơn",
]

HEADS = {
    "number": ["STT", "TT", "Số TT", "Stt", "Số thứ tự"],
    "opinion": [
        "Nội dung ý kiến, kiến nghị", "Ý kiến của người dân", "Nội dung phản ánh", "Kiến nghị, đề xuất", "NỘI DUNG KIẾN NGHỊ",
        "Ý kiến, kiến nghị của cử tri", "Nội dung ý kiến", "Nội dung cử tri kiến nghị", "Ý kiến tham gia của Nhân dân", "Tâm tư, nguyện vọng",
        "Câu hỏi, kiến nghị", "Nội dung đề nghị", "Tóm tắt nội dung ý kiến phát biểu",
    ],
    "hamlet": ["Thôn", "Thôn/TDP", "Tổ dân phố", "Địa bàn", "Khu dân cư", "Thôn, tổ dân phố", "Đơn vị", "Địa chỉ", "Thôn (TDP)", "Địa bàn dân cư"],
    "topic": ["Lĩnh vực", "Nhóm vấn đề", "Chủ đề", "Thuộc lĩnh vực", "Phân loại lĩnh vực"],
    "answer": [
        "Trả lời tại hội nghị", "Giải trình, tiếp thu", "Ý kiến trả lời", "Nội dung trả lời", "Kết quả giải quyết", "Trả lời của UBND xã",
        "Ý kiến giải trình của lãnh đạo xã", "Tiếp thu, giải trình của chủ trì",
    ],
    "speaker": ["Họ và tên", "Người phát biểu", "Họ tên người kiến nghị", "Cử tri", "Ông (bà)", "Họ và tên cử tri"],
    "note": ["Ghi chú"],
    "unit": ["Đơn vị chủ trì", "Cơ quan xử lý", "Đơn vị giải quyết", "Bộ phận phụ trách"],
    "competence": ["Thẩm quyền", "Thẩm quyền giải quyết"],
    "deadline": ["Thời hạn", "Hạn xử lý", "Thời gian hoàn thành"],
}  # fmt: skip

UNITS = ["Phòng Kinh tế", "Văn phòng HĐND và UBND", "Công an xã", "Phòng Văn hóa - Xã hội"]
COMPETENCES = [("xã", "commune"), ("thành phố", "city"), ("xã và thành phố", "both"), ("trung ương", "central")]
