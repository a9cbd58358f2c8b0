"""A table that somebody pastes or sends as a file."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

LARGEST = 2 * 1024 * 1024


class TableForm(forms.Form):
    listing = forms.CharField(label=_("Dán danh sách vào đây"), required=False, widget=forms.Textarea({"rows": 12}))
    file = forms.FileField(
        label=_("Hoặc chọn tệp CSV"),
        required=False,
        help_text=_("Trong Excel: Lưu thành, chọn “CSV UTF-8”."),
        widget=forms.ClearableFileInput({"accept": ".csv,.txt,text/csv,text/plain"}),
    )
    text = ""

    def clean(self) -> dict[str, object]:
        """Take the file, else what was pasted."""
        file = self.cleaned_data.get("file")
        if file is not None and file.size > LARGEST:
            raise ValidationError(gettext("Tệp lớn quá. Danh sách chỉ nên vài nghìn dòng."))
        try:
            self.text = file.read().decode("utf-8-sig") if file else self.cleaned_data.get("listing", "")
        except UnicodeDecodeError:
            raise ValidationError(
                gettext("Tệp chưa ở dạng UTF-8 nên chữ có dấu sẽ sai. Xin lưu lại thành “CSV UTF-8”.")
            ) from None
        if not self.text.strip():
            raise ValidationError(gettext("Chưa có dòng nào. Xin dán danh sách hoặc chọn tệp."))
        return self.cleaned_data
