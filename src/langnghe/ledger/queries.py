"""Is the record whole? Everything is computed again, from the rows of the words down to the signed roots."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext

from langnghe.ledger import checkpoints, erasures, rules, store
from langnghe.ledger.models import Checkpoint, Entry, Log, Position
from langnghe.ledger.rules import Claim
from langnghe.ledger.tree import EMPTY, Edge, leaf_hash
from langnghe.refusals import Refused

CHUNK = 2000


@dataclass
class Report:
    """What `verify` found. `heads` holds each log's root in hex; a problem is an entry's key, or "", and a sentence."""

    entries: int = 0
    heads: dict[str, str] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.problems

    @property
    def head(self) -> str:
        """One hash, in hex, over the roots of all logs."""
        return rules.seal(rules.canonical(self.heads)).hex()

    def found(self, entry: object, what: str) -> None:
        """Add one problem."""
        self.problems.append((str(entry), what))


class Line(NamedTuple):
    """An entry with what stands beside it in other tables."""

    id: int
    key: UUID
    log: str
    kind: str
    about: UUID
    by: str
    at: Any
    prev: bytes
    body: bytes
    seal: bytes
    secret: bytes | None


def heads() -> dict[str, str]:
    """Return the newest signed root of each log, in hex."""
    newest = Checkpoint.objects.order_by("log", "size")
    found = {log: bytes(root).hex() for log, root in newest.values_list("log", "root").iterator(CHUNK)}
    return {log: found.get(log, EMPTY.hex()) for log in Log.objects.order_by("code").values_list("code", flat=True)}


def verify(claims: Iterable[Claim], *, kinds: Collection[str] = ()) -> Report:
    """Compute the whole record again and compare it with `claims`, what the words' rows say.

    Every entry of `kinds`, and of the kinds that are claimed, needs its claim. Reads one state of the store and holds
    little of it in memory at a time.
    """
    report = Report()
    with store.snapshot():
        claimed = bytearray((Entry.objects.aggregate(last=Max("id"))["last"] or 0) + 1)
        seen = set(kinds)
        stream = iter(claims)
        while chunk := list(islice(stream, CHUNK)):
            seen.update(claim.kind for claim in chunk)
            _compare(chunk, claimed, report)
        _check_entries(claimed, seen, report)
        for code in Log.objects.order_by("code").values_list("code", flat=True):
            _check_tree(code, report)
    return report


def _compare(chunk: list[Claim], claimed: bytearray, report: Report) -> None:
    """Find for each claim an entry that no other claim has taken, and mark it."""
    lines: dict[tuple[str, UUID], list[Line]] = defaultdict(list)
    for line in _lines(Entry.objects.filter(about__in={claim.about for claim in chunk}).order_by("id")):
        lines[line.kind, line.about].append(line)
    for claim in chunk:
        free = [line for line in lines[claim.kind, claim.about] if not claimed[line.id]]
        match = next((line for line in free if not _differing(line, claim)), None)
        if match:
            claimed[match.id] = 1
        elif free:
            claimed[free[0].id] = 1
            names = ", ".join(sorted(_differing(free[0], claim)))
            report.found(free[0].key, gettext("Dữ liệu khác với điều đã niêm: %(names)s") % {"names": names})
        else:
            report.found("", gettext("Có dữ liệu mà không có dòng sổ: %(kind)s") % {"kind": claim.kind})


def _differing(line: Line, claim: Claim) -> set[str]:
    """Return the names of the facts in which an entry and a claim differ."""
    if line.secret is None:
        return set()
    try:
        _, facts = rules.opened(line.body)
        said = {name: rules.commitment(line.secret, f"fact:{name}", value) for name, value in claim.facts.items()}
    except (ValueError, Refused):
        return set(claim.facts)
    return {name for name in facts.keys() | said.keys() if facts.get(name) != said.get(name)}


def _check_entries(claimed: bytearray, kinds: set[str], report: Report) -> None:
    unplaced = Entry.objects.filter(position=None, pending=None).values_list("key", flat=True)
    for key in unplaced.iterator(CHUNK):
        report.found(key, gettext("Dòng này không có chỗ trong cây"))
    for key in Entry.objects.exclude(position=None).exclude(pending=None).values_list("key", flat=True):
        report.found(key, gettext("Dòng này vừa có chỗ trong cây vừa chờ chỗ"))
    for _, group in groupby(_lines(Entry.objects.order_by("about", "id")), key=lambda line: line.about):
        earlier: set[tuple[str, bytes]] = set()
        lines = list(group)
        for line in lines:
            report.entries += 1
            for what in _faults(line, lines, earlier):
                report.found(line.key, what)
            if line.kind in kinds and not claimed[line.id] and line.secret is not None:
                report.found(line.key, gettext("Có dòng sổ mà không còn dữ liệu: %(kind)s") % {"kind": line.kind})
            earlier.add((line.log, line.seal))


def _faults(line: Line, lines: list[Line], earlier: set[tuple[str, bytes]]) -> Iterator[str]:
    """Yield what is wrong with one entry by itself. `lines` are all entries about the same."""
    if rules.seal(line.body) != line.seal:
        yield gettext("Nội dung không khớp với dấu niêm")
    if line.prev and (line.log, line.prev) not in earlier:
        yield gettext("Dòng trước của dòng này không còn")
    if line.secret is None:
        if not any(other.id > line.id and other.kind in erasures.KINDS and other.secret for other in lines):
            yield gettext("Mất khóa mở mà không có ghi nhận đã xóa")
        return
    values = rules.sealed_fields(kind=line.kind, log=line.log, about=line.about, by=line.by, at=line.at, prev=line.prev)
    try:
        sealed, _ = rules.opened(line.body)
    except ValueError:
        yield gettext("Nội dung không đọc được")
        return
    for name, value in values.items():
        if sealed.get(name) != rules.commitment(line.secret, f"sealed:{name}", value):
            yield gettext("Điều đã niêm bị sửa: %(name)s") % {"name": name}


def _check_tree(log: str, report: Report) -> None:
    """Grow the tree of a log again and compare it with each of its checkpoints."""
    positions = Position.objects.filter(log=log).order_by("index")
    leaves = positions.values_list("index", "entry__seal", "entry__log", "entry__key").iterator(CHUNK)
    edge, is_broken = Edge(), False
    for point in Checkpoint.objects.filter(log=log).order_by("size").iterator(CHUNK):
        before, root = edge.size, bytes(point.root)
        batch = list(islice(leaves, max(point.size - before, 0)))
        _check_places(log, before, batch, report)
        edge = edge.grown(leaf_hash(bytes(seal)) for _, seal, _, _ in batch)
        is_same = (edge.size, edge.root(), edge.packed()) == (point.size, root, bytes(point.edge))
        if not is_same and not is_broken:  # what follows a wrong root has a wrong root too; the first says where
            where = {"log": log, "size": point.size, "before": before}
            report.found("", gettext("Sổ %(log)s: gốc cây ở %(size)s khác với gốc đã ký (từ %(before)s)") % where)
        is_broken = is_broken or not is_same
        if not checkpoints.is_signed(point.note, log=log, size=point.size, root=root):
            report.found("", gettext("Sổ %(log)s: chữ ký ở %(size)s không đúng") % {"log": log, "size": point.size})
    for index, _, _, key in leaves:
        report.found(key, gettext("Chỗ %(index)s trong cây chưa được ký") % {"index": index})
    report.heads[log] = edge.root().hex()


def _check_places(log: str, start: int, batch: list[tuple[int, Any, str, UUID]], report: Report) -> None:
    for expected, (index, _, own, key) in enumerate(batch, start):
        if index != expected:
            report.found(key, gettext("Chỗ %(index)s trong cây bị thiếu hoặc trùng") % {"index": expected})
            return
        if own != log:
            report.found(key, gettext("Dòng này đứng trong cây của sổ khác"))


def _lines(entries: Any) -> Iterator[Line]:
    fields = ("id", "key", "log", "kind", "about", "by", "at", "prev", "body", "seal", "secret__secret")
    for row in entries.values_list(*fields).iterator(CHUNK):
        *_, prev, body, seal, secret = row
        yield Line._make([*row[:7], bytes(prev), bytes(body), bytes(seal), None if secret is None else bytes(secret)])
