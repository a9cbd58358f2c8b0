"""Which language a page speaks: the one chosen on this machine, else the ward's own. The browser is not asked."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

COOKIE = "langnghe_language"
ONE_YEAR = 365 * 24 * 3600


def chosen(request: HttpRequest) -> str:
    """Return the code of the language this machine chose, or the ward's own."""
    code = request.COOKIES.get(COOKIE, "")
    return code if code in dict(settings.LANGUAGES) else settings.WARD_LANGUAGE


class LanguageMiddleware:
    """Speak the chosen language. An address is the same in every language, and nobody is sent elsewhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = chosen(request)
        translation.activate(code)
        request.LANGUAGE_CODE = code
        response = self.get_response(request)
        patch_vary_headers(response, ("Cookie",))
        response.headers.setdefault("Content-Language", code)
        return response


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the language of this machine and go back to the page it was chosen on."""
    way_back = request.POST.get("next", "")
    if not (way_back.startswith("/") and url_has_allowed_host_and_scheme(way_back, allowed_hosts=None)):
        way_back = "/"
    response = HttpResponseRedirect(way_back)
    code = request.POST.get("language", "")
    if code in dict(settings.LANGUAGES):
        response.set_cookie(COOKIE, code, max_age=ONE_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax")
    return response
