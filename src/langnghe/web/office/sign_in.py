"""Signing in and out. A wrong name and a wrong password get the same answer."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from langnghe.people import queries as people
from langnghe.people.rules import SAMPLE_NAME
from langnghe.web.office.home import first_page
from langnghe.web.office.wording import WORK

if TYPE_CHECKING:
    from langnghe.people.models import Person


class SignInForm(forms.Form):
    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Mật khẩu"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def clean_username(self) -> str:
        """One form for one name, so that wrong tries are counted together."""
        return str(self.cleaned_data["username"]).strip().lower()


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST or None)
    person: Person | None = None
    if form.is_valid():
        # Under its field's own name: the count of wrong tries looks for the login there.
        said = {"login": form.cleaned_data["username"], "password": form.cleaned_data["password"]}
        person = authenticate(request, **said)
        if person is None:
            form.add_error(None, gettext("Tên đăng nhập hoặc mật khẩu chưa đúng. Xin xem lại rồi gõ lần nữa."))
    if person is not None:
        login(request, person)
    if request.user.is_authenticated:
        return HttpResponseRedirect(_onward(request))
    return _page(request, form, status=422 if form.errors else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return HttpResponseRedirect(reverse("board"))


def locked_out(request: HttpRequest, response: object, credentials: dict[str, Any] | None) -> HttpResponse:
    """Answer somebody who has tried too often with one name: for a quarter of an hour not even the right word helps."""
    form = SignInForm(request.POST)
    form.is_valid()
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    words = gettext("Đã gõ sai nhiều lần với tên này. Xin đợi %(minutes)s phút rồi thử lại, hoặc nhờ quản trị viên.")
    form.add_error(None, words % {"minutes": minutes})
    return _page(request, form, status=429)


def _page(request: HttpRequest, form: SignInForm, *, status: int) -> HttpResponse:
    sample = _sample_people()
    facts = {"form": form, "next": _asked(request), "demo_people": sample, "sample": bool(sample)}
    return render(request, "office/sign_in.html", facts, status=status)


def _asked(request: HttpRequest) -> str:
    """Return the page of ours that somebody wanted to see before signing in, or ""."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours else ""


def _onward(request: HttpRequest) -> str:
    return _asked(request) or first_page(request.user)  # type: ignore[arg-type]


def _sample_people() -> list[dict[str, object]]:
    return [
        {
            "username": mandate.person.login,
            "password": settings.DEMO_PASSWORD,
            "role": capfirst(mandate.person.name.removeprefix(SAMPLE_NAME).strip(" –-")) or mandate.person.login,
            "does": WORK[mandate.role],
        }
        for mandate in people.sample_staff()
    ]
