"""Bringing in what was said: a paper, pasted text, or one opinion a line."""

import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.utils.translation import gettext, ngettext

from langnghe.dialogues.queries import seen
from langnghe.exchange import actions as exchange
from langnghe.exchange.actions import Where
from langnghe.exchange.queries import Outcome
from langnghe.exchange.reading.sandbox import read_papers
from langnghe.exchange.reading.shapes import Failure, Reading
from langnghe.opinions.rules import Channel
from langnghe.people.queries import communes
from langnghe.people.rules import Verb
from langnghe.places.queries import hamlets
from langnghe.refusals import Refused
from langnghe.web.access import StaffRequest, for_work, staff_only
from langnghe.web.clock import now, today
from langnghe.web.desk.forms import PaperForm, PastedForm, TypedForm, WhereForm
from langnghe.web.desk.trail import below_register, of_dialogue
from langnghe.web.pages import answered_by, done, show, to

if TYPE_CHECKING:
    from langnghe.dialogues.models import Dialogue
    from langnghe.places.models import Place


class Ways:
    """The three ways in, side by side; `way` is the one that was sent, and the others stay as they are."""

    def __init__(self, request: StaffRequest, within: "list[Place]") -> None:
        self.request = request
        self.way = request.POST.get("way", "") if request.method == "POST" else ""
        self.paper = PaperForm(**self._sent("paper"))
        self.pasted = PastedForm(**self._sent("pasted"))
        self.typed = TypedForm(**self._sent("typed"), hamlets=within)

    def _sent(self, way: str) -> dict[str, Any]:
        """What was sent belongs to the way that was chosen; what was typed for the others stays in its place."""
        sent = {"data": self.request.POST, "files": self.request.FILES} if self.way == way else {}
        return {**sent, "initial": self.request.POST.dict(), "auto_id": f"{way}-%s", "use_required_attribute": False}

    @property
    def form(self) -> PaperForm | PastedForm | TypedForm | None:
        ways: dict[str, PaperForm | PastedForm | TypedForm] = {
            "paper": self.paper,
            "pasted": self.pasted,
            "typed": self.typed,
        }
        return ways.get(self.way)

    def hear(self, into: Where) -> "tuple[Dialogue, str] | None":
        """Hear what was sent; return the dialogue and what happened, or None where the form has to be sent again."""
        form = self.form
        if form is None or not form.is_valid():
            return None
        with answered_by(form):
            if form is self.typed:
                return self._write_down(into)
            is_paper = form is self.paper
            reading = _read(*(_uploaded if is_paper else _pasted)(form.cleaned_data))
            channel = Channel.IMPORTED if is_paper else Channel.PASTED
            outcome = exchange.hear(reading=reading, into=into, channel=channel, by=self.request.user, at=now())
            self._doubt(reading, into)
            return outcome.dialogues[0], _told(outcome, reading)
        return None

    def _doubt(self, reading: Reading, into: Where) -> None:
        """Say so where a paper tells of another day than the dialogue's: it may be the wrong paper."""
        if into.dialogue and reading.held_on and reading.held_on != into.held_on:
            said = gettext("Trong giấy ghi ngày %(paper)s, khác ngày của hội nghị này. Xin xem có đúng giấy không.")
            messages.warning(self.request, said % {"paper": f"{reading.held_on:%d/%m/%Y}"})

    def _write_down(self, into: Where) -> "tuple[Dialogue, str]":
        form, lines = self.typed, self.typed.cleaned_data["lines"].splitlines()
        dialogue = exchange.write_down(
            lines=lines,
            hamlet=form.chosen_hamlet,
            into=into,
            channel=Channel(form.cleaned_data["channel"]),
            key=form.sent,
            by=self.request.user,
            at=now(),
        )
        count = sum(bool(line.strip()) for line in lines)
        said = ngettext("Đã ghi %(n)s ý kiến; xin xem lại.", "Đã ghi %(n)s ý kiến; xin xem lại.", count)
        return dialogue, said % {"n": count}


def _uploaded(said: dict[str, Any]) -> tuple[str, Iterable[bytes]]:
    """Return the ending and the bytes of a file. Its own name is not used: it may name a person."""
    paper: UploadedFile[bytes] = said["paper"]
    return PurePath(paper.name or "").suffix.lower()[:8], paper.chunks()


def _pasted(said: dict[str, Any]) -> tuple[str, Iterable[bytes]]:
    """Return pasted text as the file it could have been."""
    return ".txt", [said["text"].encode("utf-8", errors="replace")]


def _read(ending: str, chunks: Iterable[bytes]) -> Reading:
    """Read a paper in the limited process, from a file that is gone right after.

    Raises Refused with the code of the failure.
    """
    with tempfile.TemporaryDirectory(prefix="langnghe-") as folder:
        path = Path(folder) / f"paper{ending}"
        with path.open("wb") as copy:
            copy.writelines(chunks)
        [result] = read_papers([path])
    if isinstance(result, Failure):
        raise Refused(result.error, **result.facts)
    return result


def _told(outcome: Outcome, reading: Reading) -> str:
    """Say what hearing a paper did."""
    if not (outcome.added or outcome.reworded or outcome.missing):
        return gettext("Giấy này đã được đưa vào trước đây, hoặc không có ý kiến nào mới. Không có gì thay đổi.")
    parts = [
        ngettext("Máy đọc được %(n)s ý kiến mới", "Máy đọc được %(n)s ý kiến mới", len(outcome.added))
        % {"n": len(outcome.added)}
    ]
    if outcome.reworded:
        parts.append(gettext("%(n)s ý kiến được sửa lời theo giấy mới") % {"n": len(outcome.reworded)})
    if outcome.missing:
        parts.append(gettext("%(n)s ý kiến không còn trong giấy mới nhưng vẫn được giữ") % {"n": len(outcome.missing)})
    if reading.unread:
        parts.append(gettext("còn %(n)s chỗ máy chưa hiểu") % {"n": len(reading.unread)})
    return "; ".join(parts) + ". " + gettext("Xin xem lại bên dưới.")


@staff_only
def hear(request: StaffRequest, code: str) -> HttpResponse:
    """Bring opinions into a dialogue that is known."""
    dialogue = seen(code, request.user, verb=Verb.HEAR, on=today())
    ways = Ways(request, list(hamlets(dialogue.commune, on=dialogue.held_on)))
    heard = ways.hear(Where(dialogue.commune, dialogue.held_on, dialogue))
    if heard:
        return done(request, heard[1], to("review", heard[0].code))
    trail = below_register(of_dialogue(dialogue), (gettext("Đưa ý kiến vào"), ""))
    return show(request, "desk/hear", at=[dialogue.commune], trail=trail, ways=ways, dialogue=dialogue, form=ways.form)


@for_work(Verb.HEAR)
def hear_new(request: StaffRequest) -> HttpResponse:
    """Bring opinions in by commune and day; the dialogue is found, or begun."""
    offered = list(communes(request.user, Verb.HEAR, on=today()))
    where = WhereForm(request.POST or None, communes=offered, initial={"held_on": today()})
    only = offered[0] if len(offered) == 1 else None
    ways = Ways(request, list(hamlets(only, on=today())) if only else [])
    if where.is_valid() and (heard := ways.hear(where.where)):
        return done(request, heard[1], to("review", heard[0].code))
    trail = below_register((gettext("Đưa ý kiến vào"), ""))
    sample = any(commune.is_sample for commune in offered)
    facts: dict[str, Any] = {"sample": sample, **({"place_name": only.name} if only else {})}
    return show(request, "desk/hear", trail=trail, ways=ways, where=where, form=ways.form, **facts)
