"""Passwords: one's own, and a first one for somebody else, shown once and kept nowhere readable."""

import secrets
from typing import Any

from django import forms
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import validate_password
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from langnghe.people import actions
from langnghe.people import queries as people
from langnghe.people.rules import Verb
from langnghe.web.access import StaffRequest, for_work, staff_only
from langnghe.web.clock import now
from langnghe.web.pages import answered_by, done, show, step

_SALT = "first password"
_ONE_HOUR = 3600
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class SealedPassword(forms.Form):
    """A password the machine made, carried through the form: a second sending gives the same one, not another."""

    sealed = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"sealed": sealed()})

    def clean_sealed(self) -> str:
        """Return the password itself."""
        try:
            return str(signing.loads(self.cleaned_data["sealed"], salt=_SALT, max_age=_ONE_HOUR))
        except signing.BadSignature:
            raise ValidationError(gettext("Trang đã mở quá lâu. Xin mở lại trang này.")) from None


class OwnPasswordForm(forms.Form):
    old = forms.CharField(
        label=_("Mật khẩu đang dùng"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=_("Mật khẩu mới"),
        strip=False,
        max_length=200,
        help_text=_("Ít nhất 10 chữ. Vài từ ghép lại dễ nhớ hơn và khó đoán hơn."),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Gõ lại mật khẩu mới"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def __init__(self, person: Any, data: Any) -> None:
        super().__init__(data)
        self.person = person

    def clean_old(self) -> str:
        if not check_password(self.cleaned_data["old"], self.person.password):
            raise ValidationError(gettext("Mật khẩu đang dùng chưa đúng."))
        return str(self.cleaned_data["old"])

    def clean_new(self) -> str:
        validate_password(self.cleaned_data["new"], self.person)
        return str(self.cleaned_data["new"])

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("new") != self.cleaned_data.get("again") and "new" in self.cleaned_data:
            self.add_error("again", gettext("Hai lần gõ chưa giống nhau."))
        return self.cleaned_data


@never_cache
@sensitive_post_parameters()
@staff_only
def own(request: StaffRequest) -> HttpResponse:
    form = OwnPasswordForm(request.user, request.POST or None)
    if form.is_valid():
        actions.renew_password(person=request.user, password=form.cleaned_data["new"], by=request.user, at=now())
        update_session_auth_hash(request, people.person(request.user.login))
        return done(request, gettext("Đã đổi mật khẩu."), reverse("office"))
    return show(request, "office/password", trail=((_("Đổi mật khẩu"), ""),), form=form)


@never_cache
@sensitive_post_parameters()
@for_work(Verb.APPOINT)
def renew(request: StaffRequest, login: str) -> HttpResponse:
    """Somebody has forgotten theirs: give them a new first password."""
    person = people.person(login)
    form = SealedPassword(request.POST or None)
    trail = (step(_("Cán bộ"), "people"), (_("Mật khẩu mới"), ""))
    if form.is_valid():
        with answered_by(form):
            password = form.cleaned_data["sealed"]
            actions.renew_password(person=person, password=password, by=request.user, at=now())
            return show(request, "office/password_given", trail=trail, person=person, password=password)
    return show(request, "office/password_renew", trail=trail, form=form, person=person)


def sealed() -> str:
    """Return a fresh password of three groups of four, signed by this machine."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
    return signing.dumps("-".join(groups), salt=_SALT)
