"""Pages that show every part of the look, made from the product's own templates; for tests and for looking at."""

from copy import deepcopy
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.template.backends.django import DjangoTemplates
from django.test import RequestFactory
from django.urls import path
from django.utils import translation

from langnghe.people.rules import Verb
from langnghe.web.context import navigation
from langnghe.web.templatetags.words import STATES

HERE = Path(__file__).parent
TODAY = date(2026, 11, 29)
EVENING = datetime(2026, 12, 2, 19, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
PAGES = ("register", "opinion", "reader", "form", "board", "sign-in")

NAMES = {
    "register": "desk/opinions/",
    "triage": "desk/triage/",
    "unit": "desk/unit/",
    "campaigns": "office/campaigns/",
    "dialogues": "office/dialogues/",
    "places": "office/places/",
    "people": "office/people/",
    "rules": "office/rules/",
    "board": "board/",
    "language": "language/",
    "sign-in": "sign-in/",
    "sign-out": "sign-out/",
}
urlpatterns = [path(route, lambda request: None, name=name) for name, route in NAMES.items()]

SAID = (
    ("Đường liên thôn sụt lở từ mùa lụt năm ngoái, xe chở lúa không vô được", "Hạ tầng", "Phòng Kinh tế", "doing", -2),
    (
        "Đề nghị xã quan tâm hơn nữa công tác quản lý đất đai ở khu tái định cư",
        "Đất đai",
        "Phòng Kinh tế",
        "waiting",
        3,
    ),
    ("Thanh thiếu niên chưa có sân chơi, chưa có nhà văn hóa", "Văn hóa", "Phòng Văn hóa - Xã hội", "referred", 12),
    (
        "Cán bộ tổ dân phố dùng máy tính còn lúng túng, mong mở lớp tập huấn",
        "Số",
        "Phòng Văn hóa - Xã hội",
        "answered",
        0,
    ),
    ("Rác để ba bốn bữa mới thu gom một lần, mùi hôi nồng nặc", "Môi trường", "Phòng Kinh tế", "done", None),
    ("Nước máy chảy yếu, buổi tối không có nước để nấu cơm", "Hạ tầng", "Phòng Kinh tế", "reopened", 6),
)
ANSWER = "Xã đã bố trí kinh phí sửa đoạn này trong quý I, bắt đầu từ ngày 5 tháng 1; thôn cử người cùng giám sát."

LINES = (
    ("head", "Đầu giấy", "BIÊN BẢN hội nghị đối thoại Thôn 05"),
    ("opinion", "Ý kiến 1", "1. Đường liên thôn sụt lở từ mùa lụt năm ngoái, xe chở lúa không vô được."),
    ("answer", "Trả lời", "- Chủ tịch UBND xã: tuần sau cán bộ xuống khảo sát."),
    ("opinion", "Ý kiến 2", "2. Đề nghị xã quan tâm hơn nữa công tác quản lý đất đai."),
    ("opinion", "Ý kiến 3", "3. Thanh thiếu niên chưa có sân chơi."),
    ("unread", "Chưa hiểu", "(xem phụ lục kèm theo, mặt sau)"),
)


class SignInForm(forms.Form):
    username = forms.CharField(label="Tên đăng nhập")
    password = forms.CharField(label="Mật khẩu", widget=forms.PasswordInput)


class DialogueForm(forms.Form):
    venue = forms.CharField(label="Địa điểm", help_text="Ví dụ: Nhà sinh hoạt cộng đồng Thôn 05")
    held_on = forms.DateField(label="Ngày", widget=forms.DateInput(attrs={"type": "date"}))
    kind = forms.ChoiceField(
        label="Loại buổi",
        choices=[("a", "Hội nghị đối thoại"), ("b", "Tiếp công dân"), ("c", "Không rõ")],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea(attrs={"class": "spoken"}))
    told = forms.BooleanField(label="Đã báo cho các hộ trước 7 ngày", required=False)
    paper = forms.FileField(label="Biên bản", required=False, help_text="Word, Excel hoặc PDF")


def engine() -> DjangoTemplates:
    """Return the product's own template engine, which also finds the pages of this folder."""
    options = deepcopy(settings.TEMPLATES[0])
    options.pop("BACKEND")
    options["NAME"] = "look"
    options["DIRS"] = [*options["DIRS"], HERE / "look"]
    options["OPTIONS"]["loaders"] = ["django.template.loaders.filesystem.Loader"]
    options["OPTIONS"]["context_processors"] = [
        name for name in options["OPTIONS"]["context_processors"] if "auth" not in name and "messages" not in name
    ]
    return DjangoTemplates(options)


class SomeStaff:
    """Somebody signed in, without a store."""

    is_authenticated = True

    def __str__(self) -> str:
        return "Cán bộ mẫu"


def page(name: str, *, language: str = "vi", sample: bool = True) -> str:
    """Return one page of the gallery as HTML, as it would be sent to a browser."""
    request = RequestFactory().get("/" + NAMES.get(name, NAMES["register"]))
    if name not in ("board", "sign-in"):
        request.user = SomeStaff()
    template = "office/sign_in.html" if name == "sign-in" else f"{name}.html"
    with translation.override(language):
        may = set(Verb) if hasattr(request, "user") else set()
        said = {**CONTEXT, **context(name), "navigation": navigation(request.path, may), "sample": sample}
        return engine().get_template(template).render(said, request)


CONTEXT = {
    "place_name": "Xã Mẫu",
    "today": TODAY,
    "at": EVENING,
    "deadline": TODAY + timedelta(days=3),
    "trail": [{"label": "Xã Mẫu", "url": "#"}, {"label": "Thôn 05", "url": "#"}, {"label": "Sổ ý kiến"}],
    "pager": {"shown": 50, "total": 10000, "more_than": True, "previous": "", "next": "#"},
    "steps": [
        {"label": "Chọn giấy", "step": "done"},
        {"label": "Xem máy hiểu", "step": "now"},
        {"label": "Xác nhận", "step": "later"},
    ],
    "lines": [{"as": kind, "word": word, "text": text} for kind, word, text in LINES],
    "opinions": [
        {
            "reference": f"0 412 37{number}",
            "words": words,
            "place": f"Thôn {number + 5:02}",
            "day": EVENING.date(),
            "topic": topic,
            "unit": unit,
            "state": state,
            "deadline": None if days is None else TODAY + timedelta(days=days),
            "answer": ANSWER,
        }
        for number, (words, topic, unit, state, days) in enumerate(SAID)
    ],
}


def context(name: str) -> dict[str, object]:
    """Return what one page needs of its own."""
    if name == "form":
        return {"form": DialogueForm({"held_on": "hôm qua"})}
    if name == "sign-in":
        people = [
            {"username": "mau.thuky", "password": "tap-dung-mau", "role": "Thư ký", "does": "đọc biên bản, ghi ý kiến"},
            {"username": "mau.chutich", "password": "tap-dung-mau", "role": "Chủ tịch", "does": "quyết và cho trả lời"},
        ]
        return {"form": SignInForm(), "demo_people": people, "next": "/desk/"}
    return {"states": list(STATES)}
