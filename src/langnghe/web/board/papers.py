"""The papers that hang on the wall, for everybody to take home: the very bytes that were issued."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from langnghe.papers import queries as papers
from langnghe.papers.rules import CONTENT_TYPES
from langnghe.refusals import Refused


@require_safe
def paper(request: HttpRequest, key: UUID) -> HttpResponse:
    """Send a paper under the name of its number; its digest tells a machine whether it has these bytes already."""
    try:
        found = papers.public(key)
    except Refused as refusal:
        raise Http404 from refusal
    etag = f'"{found.digest}"'
    # Kept, but asked about each time: a paper may be withdrawn.
    headers = {"ETag": etag, "Cache-Control": "no-cache"}
    known = get_conditional_response(request, etag=etag, response=HttpResponse(headers=headers))
    if known is not None and known.status_code != HTTPStatus.OK:
        return known
    name = f"{found}-{found.year}.{found.form}".replace("/", "-")
    headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return HttpResponse(papers.content(found), content_type=CONTENT_TYPES[found.form], headers=headers)
