"""The one place where a rule's "no" gets a voice, in three languages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from langnghe.refusals import Refused

SENTENCES: dict[str, Promise | str] = {
    "act-in-the-future": _("Việc đã làm không thể ở sau hôm nay. Nếu chưa làm, hãy chọn “Sẽ làm”."),
    "already-decided": _("Ý kiến %(reference)s đã được quyết định rồi; hãy tải lại trang để xem."),
    "answer-says-nothing": _(
        "Câu trả lời này chưa nói gì cụ thể: %(formulas)s. Hãy ghi đã làm gì, ngày nào; hoặc sẽ làm gì, ai làm, "
        "khi nào; hoặc vì sao chưa làm được."
    ),
    "answer-without-address": _("Hãy ghi bà con hỏi tiếp ở đâu, hoặc việc được chuyển đến đâu."),
    "answer-without-day": _("Hãy ghi ngày đã làm."),
    "answer-without-deadline": _("Hãy ghi đến ngày nào."),
    "answer-without-owner": _("Hãy ghi phòng, đơn vị hoặc chức vụ nào làm việc này."),
    "answer-without-reason": _("Hãy ghi rõ vì sao, để bà con hiểu."),
    "answer-without-words": _("Hãy viết câu trả lời cho bà con."),
    "attendance-impossible": _("Số người dự không hợp lý: số có mặt không được âm, số nữ không nhiều hơn số có mặt."),
    "backup-damaged": _("Bản sao lưu bị hỏng hoặc đã bị sửa ở %(name)s. Hãy dùng bản khác."),
    "backup-exists": _("Tệp %(name)s đã có. Hãy đặt tên khác; bản cũ được giữ nguyên."),
    "body-invited-already": _("Thành phần này đã được mời rồi."),
    "body-not-invited": _("Thành phần này không có trong danh sách mời của đợt này."),
    "body-without-name": _("Hãy chọn hoặc ghi tên ít nhất một thành phần."),
    "campaign-without-hamlets": _("Đợt đối thoại cần ít nhất một thôn hoặc tổ dân phố."),
    "campaign-without-name": _("Hãy đặt tên cho đợt đối thoại."),
    "cannot-be-sealed": _("Dữ liệu này không ghi được vào sổ gốc; chưa có gì bị thay đổi."),
    "cannot-copy-store": _("Không sao chép được kho dữ liệu (%(name)s). Hãy kiểm tra đĩa còn chỗ rồi thử lại."),
    "change-unclear": _(
        "Sáp nhập cần ít nhất hai nơi cũ và một nơi mới; chia tách cần một nơi cũ và ít nhất hai nơi mới."
    ),
    "deadline-passed": _("Hạn này đã qua. Hãy ghi một ngày từ hôm nay trở đi."),
    "dialogue-called-off": _("Hội nghị này đã hủy. Muốn họp lại, hãy lên lịch hội nghị mới."),
    "dialogue-held-already": _("Hội nghị này đã họp nên không hủy được."),
    "draft-is-past": _("Bản thảo này không còn chờ duyệt: đã duyệt, đã trả lại hoặc đã có bản mới hơn."),
    "due-before-heard": _("Hạn giải quyết không thể trước ngày bà con nêu ý kiến."),
    "ends-before-it-begins": _("Ngày kết thúc phải sau ngày bắt đầu."),
    "group-disbanded": _("“%(name)s” không còn nữa. Hãy lập đoàn mới."),
    "group-elsewhere": _("Đoàn này thuộc đợt đối thoại khác. Hãy chọn đoàn của đúng đợt."),
    "group-name-taken": _("Đợt này đã có đoàn tên “%(name)s”. Hãy đặt tên khác."),
    "group-without-name": _("Hãy đặt tên cho đoàn công tác."),
    "hamlet-elsewhere": _("%(hamlet)s không thuộc %(place)s."),
    "hamlet-not-in-campaign": _("%(hamlet)s không thuộc đợt đối thoại này."),
    "held-cannot-be-ahead": _("Hội nghị này đã họp, nên ngày họp không thể ở sau hôm nay."),
    "held-with-these-hamlets": _(
        "Hội nghị này đã họp với các thôn, tổ dân phố ấy, nên không bỏ nơi nào được; chỉ thêm được."
    ),
    "issued-in-the-future": _("Ngày ban hành không thể ở sau hôm nay."),
    "key-taken": _(
        "Mã này đã dùng cho một ý kiến khác. Ý kiến trước được giữ nguyên; hãy gửi lại ý kiến này với mã mới."
    ),
    "last-voice": _("Vụ việc %(code)s phải còn ít nhất một ý kiến. Hãy chọn ít hơn."),
    "list-too-long": _("Danh sách dài quá %(rows)s dòng của một trang tính; hãy lọc bớt hoặc chọn tệp CSV."),
    "login-taken": _("Tên đăng nhập %(login)s đã có người dùng; hãy chọn tên khác."),
    "login-unclear": _("Tên đăng nhập chỉ gồm chữ không dấu, chữ số, dấu chấm và gạch nối."),
    "matter-is-ours": _(
        "Vụ việc này thuộc thẩm quyền của xã, phường; không chuyển đi được. Nếu không đúng, hãy quyết định lại "
        "thẩm quyền."
    ),
    "matter-undecided": _("Hãy quyết định vụ việc thuộc thẩm quyền của ai trước khi chuyển."),
    "may-not-appoint": _("Chỉ quản trị viên được thêm cán bộ."),
    "money-impossible": _("Số tiền phải lớn hơn 0; nếu không cần tiền, hãy để trống."),
    "money-without-source": _("Hãy ghi tiền lấy từ nguồn nào."),
    "moved-since": _("Các ý kiến này đã được chuyển tiếp sau đó. Hãy tách lần ghép sau cùng ở vụ việc %(code)s trước."),
    "name-too-long": _("Tên dài quá %(longest)s chữ; hãy ghi ngắn hơn."),
    "no-postgresql-tools": _("Cần chương trình %(name)s của PostgreSQL để sao lưu; hãy cài gói postgresql-client."),
    "no-reason": _("Hãy ghi rõ lý do."),
    "no-such-body": _("Không có thành phần nào như vậy, hoặc nơi này không thuộc quyền của anh/chị."),
    "no-such-campaign": _("Không tìm thấy đợt đối thoại này trong địa bàn của ông/bà."),
    "no-such-dialogue": _("Không tìm thấy cuộc đối thoại “%(code)s”. Lệnh langnghe dialogues kể các mã đang có."),
    "no-such-draft": _("Không tìm thấy bản thảo này trong địa bàn của ông/bà."),
    "no-such-form": _("Không viết được dạng “%(form)s”. Các dạng có thể: %(known)s."),
    "no-such-group": _("Không có đoàn công tác nào như vậy, hoặc nơi này không thuộc quyền của anh/chị."),
    "no-such-issued-paper": _("Không tìm thấy văn bản này trong địa bàn của ông/bà."),
    "no-such-layout": _("Không có mẫu trình bày “%(profile)s”. Các mẫu đang có: %(known)s."),
    "no-such-mandate": _("Không tìm thấy việc giao quyền này trong địa bàn của ông/bà."),
    "no-such-matter": _("Không tìm thấy vụ việc %(code)s trong địa bàn của ông/bà."),
    "no-such-moving": _("Không tìm thấy lần ghép này trong địa bàn của ông/bà."),
    "no-such-opinion": _("Không tìm thấy ý kiến %(reference)s trong địa bàn của ông/bà."),
    "no-such-paper": _("Không có loại giấy tờ “%(kind)s”. Các loại: %(known)s."),
    "no-such-person": _("Không có cán bộ nào đăng nhập bằng tên “%(login)s”."),
    "no-such-place": _("Không có xã, phường nào tên “%(name)s”. Gần giống nhất: %(nearest)s."),
    "no-such-request": _("Xã, phường này không có yêu cầu nào như vậy của cử tri."),
    "not-a-paper": _(
        "Đây không phải tệp biên bản đọc được. Hãy dùng Word (.docx), Excel (.xlsx), CSV hoặc văn bản (.txt)."
    ),
    "not-answered-yet": _("Vụ việc %(code)s chưa có câu trả lời chính thức. Hãy chờ Chủ tịch duyệt câu trả lời."),
    "not-in-an-action": _("Việc này chưa được ghi vào sổ; chưa có gì bị thay đổi."),
    "not-open-yet": _("Ý kiến %(reference)s còn chờ xác nhận, chưa thể công khai."),
    "not-yours": _("Anh/chị chưa được giao việc này ở %(place)s. Hãy nhờ quản trị viên giao quyền."),
    "nothing-said": _("Chưa có nội dung nào để ghi."),
    "nothing-to-move": _("Không còn ý kiến nào để chuyển; có thể người khác vừa ghép. Hãy tải lại trang."),
    "nothing-to-tell": _("Không có ý kiến nào của nơi này trong buổi đối thoại để báo kết quả."),
    "notice-after-dialogue": _("Buổi đối thoại đã diễn ra trước ngày của thông báo, giấy mời này."),
    "notice-of-nothing": _("Hãy chọn ít nhất một buổi đối thoại để thông báo."),
    "number-taken": _("Số %(number)s đã cấp trong năm này. Hãy xem sổ văn bản đi và chọn số khác."),
    "number-unclear": _("Hãy ghi số từ 1 trở lên, và ký hiệu như TB-UBND."),
    "office-failed": _("LibreOffice không chuyển được tệp này. Hãy lưu lại thành .docx hoặc .xlsx rồi thử lại."),
    "office-missing": _(
        "Máy này chưa có LibreOffice để mở dạng tệp này. Hãy lưu thành .docx hoặc .xlsx, hoặc cài LibreOffice."
    ),
    "other-commune": _("Vụ việc %(code)s thuộc xã, phường khác; chỉ ghép được trong một xã, phường."),
    "other-store": _("Bản sao lưu thuộc loại kho khác (%(name)s). Hãy phục hồi vào kho cùng loại."),
    "pack-broken": _("Bộ dữ liệu quốc gia có lỗi ở tệp %(file)s, dòng %(line)s: %(why)s."),
    "pack-unknown": _("Không có bộ dữ liệu quốc gia “%(pack)s”. Đang có: %(known)s."),
    "paper-altered": _(
        "Tệp của văn bản %(number)s không còn như khi ban hành. Hãy báo quản trị viên; đừng dùng tệp này."
    ),
    "paper-broken": _("Tệp bị hỏng, không mở được trọn vẹn. Hãy mở bằng Word hoặc Excel, lưu lại rồi thử lại."),
    "paper-empty": _("Tệp không có nội dung nào."),
    "paper-hostile": _(
        "Tệp có cấu tạo bất thường, có thể gây hại, nên không được mở. Hãy xin lại bản gốc từ người soạn."
    ),
    "paper-locked": _("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi thử lại."),
    "paper-missing": _("Không tìm thấy hoặc không mở được tệp này. Hãy kiểm tra lại tên và nơi để tệp."),
    "paper-slow": _("Đọc tệp quá lâu nên đã dừng. Hãy chia nhỏ tệp rồi thử lại."),
    "paper-too-large": _("Tệp quá lớn. Hãy chia nhỏ thành nhiều tệp rồi thử lại."),
    "personal-data": _(
        "Trong câu còn thông tin riêng (số điện thoại, tên người, địa chỉ…). Hãy bỏ đi hoặc xác nhận đã kiểm tra."
    ),
    "place-already-ended": _("Chỉ gộp được những nơi đang còn và cùng một cấp trên: %(names)s."),
    "place-exists": _("%(name)s đã có trong danh sách."),
    "place-without-name": _("Hãy ghi tên thôn, tổ dân phố."),
    "posted-before-issued": _("Không thể niêm yết trước ngày ban hành."),
    "posted-in-the-future": _("Ngày niêm yết không thể ở sau hôm nay. Hãy ghi khi đã niêm yết."),
    "posted-nowhere": _("Hãy ghi nơi niêm yết, đọc loa hoặc gửi."),
    "print-failed": _("Không in được bảng dài này. Hãy thử lại, hoặc lấy tệp .xlsx."),
    "promise-it": _("Việc “sẽ làm” phải được ghi thành cam kết khi duyệt."),
    "referral-to-nobody": _("Hãy ghi chuyển đến cơ quan nào."),
    "request-impossible": _(
        "Số cử tri không hợp lý: số yêu cầu không nhiều hơn tổng số, và ngày đếm không ở sau hôm nay."
    ),
    "request-without-subject": _("Hãy ghi cử tri yêu cầu đối thoại về việc gì."),
    "restored-already": _("Lần ghép này đã được tách lại rồi."),
    "same-matter": _("Vụ việc %(code)s không ghép được với chính nó."),
    "signatory-not-in-office": _(
        "Người ký không giữ chức vụ này vào ngày ban hành. Hãy chọn người ký khác hoặc nhờ quản trị viên giao quyền."
    ),
    "still-undecided": _("Còn %(count)s vụ việc chưa quyết định. Hãy quyết định hết rồi mới ban hành bảng tổng hợp."),
    "still-waiting": _("Còn %(count)s ý kiến chờ xem lại của buổi này. Hãy xem lại hết rồi mới ban hành."),
    "store-not-empty": _("Nơi này đã có dữ liệu, và dữ liệu được giữ nguyên. Hãy chọn một nơi còn trống."),
    "store-unsafe": _("Máy này chưa an toàn để giữ sổ: %(problems)s"),
    "texts-missing": _("Còn %(count)s ý kiến chưa có bản công khai. Hãy viết đủ rồi mới ban hành kết quả."),
    "too-busy": _("Nhiều người đang ghi cùng lúc. Nội dung của ông/bà vẫn còn; hãy bấm gửi lại sau vài giây."),
    "two-such-places": _("Có nhiều nơi tên “%(name)s”: %(places)s. Hãy ghi đầy đủ."),
    "units-csv-broken": _("Dòng %(line)s của bảng chưa đúng: %(why)s. Chưa thêm gì."),
    "withdrawn": _("Văn bản %(number)s đã được thu hồi."),
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
