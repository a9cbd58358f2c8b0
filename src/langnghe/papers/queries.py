"""Questions about issued papers: which are there, which number is next, who may sign, since when are they public."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Exists, Max, Min, OuterRef, Q, QuerySet

from langnghe.ledger.rules import Claim
from langnghe.papers import rules
from langnghe.papers.models import Issued, Posting, Subject, Withdrawal
from langnghe.papers.rules import Kind
from langnghe.people import queries as people
from langnghe.people.models import Mandate, Person
from langnghe.people.rules import Role, Verb
from langnghe.places.models import Place
from langnghe.refusals import Refused


def every() -> QuerySet[Issued]:
    """Return all issued papers without their bytes, the newest first, with `is_withdrawn` and `posted_on`."""
    withdrawn = Exists(Withdrawal.objects.filter(paper=OuterRef("pk")))
    rows = Issued.objects.defer("content").select_related("commune", "hamlet", "signatory__person", "by")
    return rows.annotate(is_withdrawn=withdrawn, posted_on=Min("postings__on")).order_by("-issued_on", "-pk")


def issued(viewer: Person, *, on: date) -> QuerySet[Issued]:
    """Return the register of issued papers that a viewer may read, the newest first."""
    return every().filter(people.below(people.reach(viewer, Verb.READ, on=on), "commune__path"))


def paper(key: UUID, viewer: Person, *, on: date) -> Issued:
    """Return one issued paper that a viewer may read. Raises Refused: "no-such-issued-paper"."""
    found = issued(viewer, on=on).filter(key=key).first()
    if found is None:
        raise Refused("no-such-issued-paper")
    return found


def hanging() -> QuerySet[Issued]:
    """Return the papers that hang on the wall for everybody, the newest first."""
    return every().filter(kind__in=rules.PUBLIC, withdrawal__isnull=True, postings__isnull=False)


def public(key: UUID) -> Issued:
    """Return a paper that hangs on the wall for everybody. Raises Refused: "no-such-issued-paper"."""
    found = hanging().filter(key=key).first()
    if found is None:
        raise Refused("no-such-issued-paper")
    return found


def content(paper: Issued) -> bytes:
    """Return the frozen bytes of a paper. Raises Refused: "paper-altered" if they are not what was issued."""
    kept = bytes(Issued.objects.values_list("content", flat=True).get(pk=paper.pk))
    if rules.digest(kept) != paper.digest:
        raise Refused("paper-altered", number=str(paper))
    return kept


def about(*keys: UUID, kind: Kind | None = None) -> QuerySet[Issued]:
    """Return the papers about a campaign, a dialogue or a matter, the newest first, withdrawn ones too."""
    found = every().filter(pk__in=Subject.objects.filter(about__in=keys).values("paper"))
    return found.filter(kind=kind) if kind else found


def posted(kind: Kind, keys: Iterable[UUID]) -> dict[UUID, dict[int | None, date]]:
    """Return since when a paper of `kind` is public, by what it is about and by hamlet (None: the whole), in one query.

    The first posting counts; a withdrawn paper does not.
    """
    rows = Subject.objects.filter(about__in=list(keys), paper__kind=kind, paper__withdrawal__isnull=True)
    days = rows.values_list("about", "paper__hamlet").annotate(on=Min("paper__postings__on"))
    found: dict[UUID, dict[int | None, date]] = {}
    for key, hamlet, on in days:
        if on is not None:
            found.setdefault(key, {})[hamlet] = on
    return found


def next_number(commune: Place, year: int, symbol: str) -> int:
    """Return the number after the highest of a year and symbol: a suggestion, the clerk's register decides."""
    series = Issued.objects.filter(commune=commune, year=year, symbol=symbol)
    return int(series.aggregate(highest=Max("number"))["highest"] or 0) + 1


def is_taken(commune: Place, year: int, symbol: str, number: int) -> bool:
    """Whether a number of a year and symbol was given already."""
    return Issued.objects.filter(commune=commune, year=year, symbol=symbol, number=number).exists()


def wait_for(paper: Issued) -> None:
    """Wait until nobody else is doing anything to a paper; from then on others wait for this transaction."""
    Issued.objects.select_for_update(no_key=True).values_list("pk").get(pk=paper.pk)


def is_withdrawn(paper: Issued) -> bool:
    """Whether a paper was withdrawn."""
    return Withdrawal.objects.filter(paper=paper).exists()


def postings(paper: Issued) -> QuerySet[Posting]:
    """Return where a paper was posted, the first day first."""
    return Posting.objects.filter(paper=paper).order_by("on", "pk")


def signatories(commune: Place, *, on: date) -> list[Mandate]:
    """Return the mandates that may sign for a commune on a day, the chair's own before those who stand in."""
    rows = Mandate.objects.filter(role=Role.CHAIR, place=commune, person__is_active=True, valid_from__lte=on)
    rows = rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on)).select_related("person", "stands_in_for")
    return sorted(rows, key=lambda row: (row.stands_in_for_id is not None, row.pk))


def may_sign(mandate: Mandate, commune: Place, *, on: date) -> bool:
    """Whether a mandate signs for a commune on a day."""
    return mandate in signatories(commune, on=on)


def facts_of(paper: Issued, abouts: Sequence[str]) -> Mapping[str, object]:
    """Return what the record holds of an issued paper; its bytes by their digest."""
    return {
        "commune": paper.commune.code,
        "kind": str(paper.kind),
        "number": str(paper),
        "on": paper.issued_on.isoformat(),
        "title": paper.title,
        "signatory": paper.signatory_id,
        "form": paper.form,
        "digest": paper.digest,
        "about": list(abouts),
        "hamlet": paper.hamlet.code if paper.hamlet else None,
    }


def claims() -> Iterator[Claim]:
    """Yield what the rows of this word say about the record."""
    papers = Issued.objects.select_related("commune", "hamlet").prefetch_related("subjects").order_by("pk")
    for row in papers.iterator(chunk_size=20):
        facts = facts_of(row, sorted(str(each.about) for each in row.subjects.all()))
        is_whole = rules.digest(bytes(row.content)) == row.digest
        yield Claim("paper issued", row.key, facts if is_whole else {**facts, "digest": ""})
    for posting in Posting.objects.select_related("paper").defer("paper__content").order_by("pk").iterator(2000):
        facts = {"where": posting.where, "on": posting.on.isoformat()}
        yield Claim("paper posted", posting.paper.key, facts)
    for gone in Withdrawal.objects.select_related("paper").defer("paper__content").order_by("pk").iterator(2000):
        yield Claim("paper withdrawn", gone.paper.key, {"reason": gone.reason})
