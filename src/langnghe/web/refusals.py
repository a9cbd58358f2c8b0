"""The one place where a rule's "no" gets a voice, in three languages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from langnghe.refusals import Refused

SENTENCES: dict[str, Promise | str] = {
    "already-decided": _("Ý kiến %(reference)s đã được quyết định rồi; hãy tải lại trang để xem."),
    "attendance-impossible": _("Số người dự không hợp lý: số có mặt không được âm, số nữ không nhiều hơn số có mặt."),
    "backup-damaged": _("Bản sao lưu bị hỏng hoặc đã bị sửa ở %(name)s. Hãy dùng bản khác."),
    "backup-exists": _("Tệp %(name)s đã có. Hãy đặt tên khác; bản cũ được giữ nguyên."),
    "campaign-without-hamlets": _("Đợt đối thoại cần ít nhất một thôn hoặc tổ dân phố."),
    "campaign-without-name": _("Hãy đặt tên cho đợt đối thoại."),
    "cannot-be-sealed": _("Dữ liệu này không ghi được vào sổ gốc; chưa có gì bị thay đổi."),
    "cannot-copy-store": _("Không sao chép được kho dữ liệu (%(name)s). Hãy kiểm tra đĩa còn chỗ rồi thử lại."),
    "change-unclear": _(
        "Sáp nhập cần ít nhất hai nơi cũ và một nơi mới; chia tách cần một nơi cũ và ít nhất hai nơi mới."
    ),
    "due-before-heard": _("Hạn giải quyết không thể trước ngày bà con nêu ý kiến."),
    "ends-before-it-begins": _("Ngày kết thúc phải sau ngày bắt đầu."),
    "hamlet-elsewhere": _("%(hamlet)s không thuộc %(place)s."),
    "key-taken": _(
        "Mã này đã dùng cho một ý kiến khác. Ý kiến trước được giữ nguyên; hãy gửi lại ý kiến này với mã mới."
    ),
    "list-too-long": _("Danh sách dài quá %(rows)s dòng của một trang tính; hãy lọc bớt hoặc chọn tệp CSV."),
    "login-taken": _("Tên đăng nhập %(login)s đã có người dùng; hãy chọn tên khác."),
    "login-unclear": _("Tên đăng nhập chỉ gồm chữ không dấu, chữ số, dấu chấm và gạch nối."),
    "may-not-appoint": _("Chỉ quản trị viên được thêm cán bộ."),
    "name-too-long": _("Tên dài quá %(longest)s chữ; hãy ghi ngắn hơn."),
    "no-postgresql-tools": _("Cần chương trình %(name)s của PostgreSQL để sao lưu; hãy cài gói postgresql-client."),
    "no-such-campaign": _("Không tìm thấy đợt đối thoại này trong địa bàn của anh/chị."),
    "no-such-dialogue": _("Không tìm thấy cuộc đối thoại “%(code)s”. Lệnh langnghe dialogues kể các mã đang có."),
    "no-such-form": _("Không viết được dạng “%(form)s”. Các dạng có thể: %(known)s."),
    "no-such-layout": _("Không có mẫu trình bày “%(profile)s”. Các mẫu đang có: %(known)s."),
    "no-such-mandate": _("Không tìm thấy việc giao quyền này trong địa bàn của anh/chị."),
    "no-such-matter": _("Không tìm thấy vụ việc %(code)s trong địa bàn của anh/chị."),
    "no-such-opinion": _("Không tìm thấy ý kiến %(reference)s trong địa bàn của anh/chị."),
    "no-such-paper": _("Không có loại giấy tờ “%(kind)s”. Các loại: %(known)s."),
    "no-such-person": _("Không có cán bộ nào đăng nhập bằng tên “%(login)s”."),
    "no-such-place": _("Không có xã, phường nào tên “%(name)s”. Gần giống nhất: %(nearest)s."),
    "not-a-paper": _(
        "Đây không phải tệp biên bản đọc được. Hãy dùng Word (.docx), Excel (.xlsx), CSV hoặc văn bản (.txt)."
    ),
    "not-in-an-action": _("Việc này chưa được ghi vào sổ; chưa có gì bị thay đổi."),
    "not-open-yet": _("Ý kiến %(reference)s còn chờ xác nhận, chưa thể công khai."),
    "not-yours": _("Anh/chị chưa được giao việc này ở %(place)s. Hãy nhờ quản trị viên giao quyền."),
    "nothing-said": _("Chưa có nội dung nào để ghi."),
    "office-failed": _("LibreOffice không chuyển được tệp này. Hãy lưu lại thành .docx hoặc .xlsx rồi thử lại."),
    "office-missing": _(
        "Máy này chưa có LibreOffice để mở dạng tệp này. Hãy lưu thành .docx hoặc .xlsx, hoặc cài LibreOffice."
    ),
    "other-store": _("Bản sao lưu thuộc loại kho khác (%(name)s). Hãy phục hồi vào kho cùng loại."),
    "pack-broken": _("Bộ dữ liệu quốc gia có lỗi ở tệp %(file)s, dòng %(line)s: %(why)s."),
    "pack-unknown": _("Không có bộ dữ liệu quốc gia “%(pack)s”. Đang có: %(known)s."),
    "paper-broken": _("Tệp bị hỏng, không mở được trọn vẹn. Hãy mở bằng Word hoặc Excel, lưu lại rồi thử lại."),
    "paper-empty": _("Tệp không có nội dung nào."),
    "paper-hostile": _(
        "Tệp có cấu tạo bất thường, có thể gây hại, nên không được mở. Hãy xin lại bản gốc từ người soạn."
    ),
    "paper-locked": _("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi thử lại."),
    "paper-missing": _("Không tìm thấy hoặc không mở được tệp này. Hãy kiểm tra lại tên và nơi để tệp."),
    "paper-not-yet": _("Loại giấy tờ “%(kind)s” chưa có trong bản này."),
    "paper-slow": _("Đọc tệp quá lâu nên đã dừng. Hãy chia nhỏ tệp rồi thử lại."),
    "paper-too-large": _("Tệp quá lớn. Hãy chia nhỏ thành nhiều tệp rồi thử lại."),
    "personal-data": _(
        "Trong câu còn thông tin riêng (số điện thoại, tên người, địa chỉ…). Hãy bỏ đi hoặc xác nhận đã kiểm tra."
    ),
    "place-already-ended": _("Chỉ gộp được những nơi đang còn và cùng một cấp trên: %(names)s."),
    "place-exists": _("%(name)s đã có trong danh sách."),
    "place-without-name": _("Hãy ghi tên thôn, tổ dân phố."),
    "store-not-empty": _("Nơi này đã có dữ liệu, và dữ liệu được giữ nguyên. Hãy chọn một nơi còn trống."),
    "store-unsafe": _("Máy này chưa an toàn để giữ sổ: %(problems)s"),
    "too-busy": _("Nhiều người đang ghi cùng lúc. Nội dung của anh/chị vẫn còn; hãy bấm gửi lại sau vài giây."),
    "two-such-places": _("Có nhiều nơi tên “%(name)s”: %(places)s. Hãy ghi đầy đủ."),
    "units-csv-broken": _("Dòng %(line)s của bảng chưa đúng: %(why)s. Chưa thêm gì."),
}


def sentence(refusal: Refused) -> str:
    """Return what a refusal says, in the language now spoken."""
    return str(SENTENCES[refusal.code]) % refusal.facts


class RefusalMiddleware:
    """Answer a refusal with a page that says why; nothing was changed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn a refusal into a page; let every other error pass."""
        if not isinstance(error, Refused):
            return None
        status = {"not-yours": 403}.get(error.code, 404 if error.code.startswith("no-such") else 409)
        return render(request, "refused.html", {"sentence": sentence(error)}, status=status)
