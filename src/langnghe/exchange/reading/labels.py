"""The label in front of words: who speaks, from which hamlet, or who answers which opinion.

"Người dân Thôn 01: …", "Ông … (Thôn 05): …", "Cử tri thôn Bồn Trì kiến nghị …", "UBND xã trả lời ý kiến 3: …".
"""

import re
from dataclasses import dataclass, field

from langnghe.exchange.reading import dates, hamlets, names
from langnghe.exchange.reading import vocabulary as say
from langnghe.exchange.reading.words import flat

_LONGEST_LABEL = 220
_SHAPES: list[tuple[str, re.Pattern[str]]] = [
    ("reference", say.REFERENCE),
    ("counted", say.COUNTED),
    ("answer", re.compile(say.ANSWER + say.END)),
    ("resident", re.compile(say.RESIDENT + say.END)),
    ("official", re.compile(say.OFFICIAL + say.END)),
    ("neutral", re.compile(say.NEUTRAL + say.END)),
    ("petition", re.compile(say.PETITION + say.END)),
    ("noun", re.compile(say.NOUN + say.END)),
    ("link", re.compile(say.LINK + say.END)),
    ("unit", say.UNIT),
    ("number", say.PLAIN_NUMBER),
]
_HEADING = ("heading", re.compile(say.HEADING + say.END))
_COLON = re.compile(r"(?<!\d):|:(?!\d)")
_DASH = re.compile(r"\s[-–—]\s*|[-–—]\s")
_AFTER_VERB = re.compile(r"^\s*(?:ý kiến\s*)?(?:rằng|là|như sau)?\s*[:,]?\s*", re.IGNORECASE)
_ME = re.compile(
    r"(?:kính thưa[^,.:]*[,.:]\s*)?(?:tôi|em|cháu|tui|con)\s+(?:xin\s+)?(?:tên\s+)?(?:là|tên)\s*:?\s*", re.IGNORECASE
)
_DAY = re.compile(
    r"(?:(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)(?!\w)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:(?:tra loi|giai trinh)?\s*(?:ve|doi voi)|tra loi|giai trinh)\s+(?:cac\s+)?(?:noi dung\s+)?(?:y kien|kien "
    r"nghi|cau hoi|phan anh|de nghi|noi dung)\b"
)
_TAIL = re.compile(r"[.;,]?\s*[(\[]([^()\[\]]{2,120})[)\]]\s*[.;]?\s*$")
_DASHED_TAIL = re.compile(r"[.;,]?\s[-–]\s([^-–:()]{2,60}?)[.;]?\s*$")


@dataclass
class Label:
    """What a label says; `end` is where the words behind it begin."""

    end: int = 0
    kinds: list[tuple[str, int, int]] = field(default_factory=list)
    numbers: tuple[int, ...] = ()

    def places(self, kind: str) -> list[tuple[int, int]]:
        """Return where parts of this kind stand."""
        return [(start, end) for one, start, end in self.kinds if one == kind]

    def has(self, *kinds: str) -> bool:
        """Whether the label holds a part of one of these kinds."""
        return any(kind in kinds for kind, *_ in self.kinds)

    def hamlet(self, text: str) -> str | None:
        """Return the hamlet as written, or several when they stand together."""
        places = self.places("hamlet")
        if not places:
            return None
        start, end = places[0]
        for first, last in places[1:]:
            if not re.fullmatch(r"\s*(?:,|;|và|&|-|–)\s*", text[end:first]):
                break
            end = last
        return text[start:end]

    @property
    def answers(self) -> bool:
        """Whether the label announces an answer rather than an opinion."""
        if self.has("answer", "about"):
            return True
        return self.has("official", "unit") and not self.has("hamlet", "resident", "petition")

    @property
    def identifies(self) -> bool:
        """Whether the label says who or where, or which opinion."""
        return self.has("hamlet", "name", "resident", "reference", "answer", "official", "unit")

    def by(self, text: str) -> str:
        """Return the function of the person who answers, never the name."""
        parts = [(start, end) for kind, start, end in self.kinds if kind in ("official", "unit", "commune")]
        if not parts:
            return ""
        start, end = parts[0][0], parts[0][1]
        for first, last in parts[1:]:
            if any(start <= place[0] < last for place in self.places("name")):
                break
            if first - end <= 6:
                end = last
        tail = re.match(r"\s+(?:xã|phường)(?!\w)", text[end:], re.IGNORECASE)
        return text[start : end + (tail.end() if tail else 0)].strip()


def cover(text: str, start: int, stop: int, *, as_heading: bool = False, until_verb: bool = False) -> Label | None:
    """Return the label that covers `text` from `start` to `stop` whole, or None when a word falls outside it.

    With `until_verb` the label may stop earlier, in front of the first verb of saying or where its words run out.
    """
    label = Label(end=start)
    plain = flat(text[:stop])
    at = start
    while at < stop:
        gap = say.GAP.match(plain, at)
        if gap:
            at = gap.end()
            continue
        part = _part(text[:stop], plain, at, as_heading=as_heading) or _same_kin(text[:stop], at, label)
        if part is None and not as_heading:
            part = _leading_name(text, at, stop, label)
        if part is None or (until_verb and part[0] in ("neutral", "petition", "answer")):
            if until_verb:
                break
            return None
        person = names.addressed_at(text[:stop], at) if part[0] == "name" else None
        label.kinds.append((part[0], person[0] if person else at, part[1]))
        if part[0] == "reference":
            label.numbers += _referred(plain[at : part[1]])
        at = part[1]
    label.end = at
    return label


def _same_kin(text: str, at: int, label: Label) -> tuple[str, int] | None:
    """ "thôn Mẫu 1, Mẫu 2": the second hamlet goes without its kind when it shares a word with the first."""
    if not label.kinds or label.kinds[-1][0] != "hamlet":
        return None
    found = re.compile(r"\w+(?:\s\w+)?\s\d{1,2}(?!\w)").match(text, at)
    before = text[label.kinds[-1][1] : label.kinds[-1][2]].split()
    return ("hamlet", found.end()) if found and found[0].split()[0] in before else None


def _leading_name(text: str, at: int, stop: int, label: Label) -> tuple[str, int] | None:
    """A label that opens with capitalised words nobody knows opens with a name: family names are many."""
    run = names.run_at(text[:stop], at)
    if len(run) < 2 or label.has("hamlet", "name", "official") or text[at : run[-1][1]].isupper():
        return None
    return ("name", run[-1][1]) if re.match(r"\s*(?:[,(:–-]|$)", text[run[-1][1] : stop]) else None


def opening(text: str, start: int) -> Label:
    """Return what the first words of a line say before the first word that no label knows."""
    label = Label(end=start)
    plain = flat(text)
    at = start
    while at < min(len(text), start + 160):
        if gap := say.GAP.match(plain, at):
            at = gap.end()
            continue
        part = _part(text, plain, at, as_heading=False)
        if part is None:
            break
        person = names.addressed_at(text, at) if part[0] == "name" else None
        label.kinds.append((part[0], person[0] if person else at, part[1]))
        label.numbers += _referred(plain[at : part[1]]) if part[0] == "reference" else ()
        at = part[1]
        label.end = at
    return label


def _referred(plain: str) -> tuple[int, ...]:
    found = say.REFERENCE.match(plain)
    return say.numbers_in(found[1]) if found else ()


def _part(text: str, plain: str, at: int, *, as_heading: bool) -> tuple[str, int] | None:
    found = _phone_or_place(text, at)
    if found:
        return found
    shapes = [_HEADING, *_SHAPES] if as_heading else _SHAPES
    best: tuple[str, int] | None = None
    for kind, shape in shapes:
        match = shape.match(plain, at)
        if match and match.end() > at and (best is None or match.end() > best[1]):
            best = (kind, match.end())
    person = names.addressed_at(text, at)
    if person and (best is None or person[1] > best[1]):
        return "name", person[1]
    end = names.name_at(text, at)
    if end and (best is None or end > best[1]):
        return "name", end
    place = hamlets.find(text, at) if best else None
    if best and place and at < place[0] < best[1] < place[1]:
        return best[0], place[0]
    return best


def _phone_or_place(text: str, at: int) -> tuple[str, int] | None:
    phone = say.PHONE.match(text, at)
    if phone:
        return "name", phone.end()
    day = _DAY.match(text, at)
    if day:
        return "date", day.end()
    for kind, find in (("hamlet", hamlets.at), ("commune", dates.commune_at)):
        end = find(text, at)
        if end:
            return kind, end
    return None


def read(text: str, start: int = 0) -> Label | None:
    """Return the label in front of the words of `text`, or None when the words begin at once."""
    for look in (_before_colon, _in_brackets, _before_dash, _self_named, _before_verb):
        label = look(text, start)
        if label:
            if _ABOUT.match(flat(text), start):
                label.kinds.append(("about", label.end, label.end))
            return label
    return None


def _before_colon(text: str, start: int) -> Label | None:
    for colon in list(_COLON.finditer(text, start, start + _LONGEST_LABEL))[:2]:
        label = cover(text, start, colon.start())
        if label and label.kinds and _is_a_label(label):
            label.end = _skip(text, colon.end())
            return _with_next(text, _with_count(text, label))
    return _only_a_label(text, start)


def _with_next(text: str, label: Label) -> Label:
    """ "Ý kiến 1: Cử tri thôn Mẫu kiến nghị: …" has two labels, one behind the other."""
    if label.has("hamlet", "name", "answer") or label.end >= len(text):
        return label
    following = read(text, label.end)
    if following is None or following.answers or not following.has("hamlet", "name", "resident"):
        return label
    return Label(following.end, label.kinds + following.kinds, label.numbers + following.numbers)


def _with_count(text: str, label: Label) -> Label:
    """ "Thôn 01: 5 ý kiến" says no more than its label."""
    rest = cover(text, label.end, len(text)) if len(text) - label.end < 40 else None
    if rest and rest.has("counted") and not rest.has("hamlet", "name", "petition", "answer"):
        label.kinds += rest.kinds
        label.end = len(text)
    return label


def _only_a_label(text: str, start: int) -> Label | None:
    """A whole line such as "Người dân Thôn 01" or "Thôn 03 có 2 ý kiến" needs no colon."""
    if len(text) - start > 120:
        return None
    label = cover(text, start, len(text))
    if label and label.has("hamlet", "name") and not (label.has("petition") and not label.has("counted")):
        return label
    return None


def _is_a_label(label: Label) -> bool:
    if label.has("hamlet", "name", "reference", "answer"):
        return True
    if label.has("petition"):
        return label.has("resident")
    return label.has("resident", "official", "unit", "counted") or label.has("neutral", "noun")


def _in_brackets(text: str, start: int) -> Label | None:
    if text[start : start + 1] not in ("(", "["):
        return None
    close = re.compile(r"[)\]]").search(text, start)
    label = cover(text, start + 1, close.start()) if close else None
    if close and label and label.has("hamlet", "name", "resident"):
        label.end = _skip(text, close.end())
        return label
    return None


def _before_dash(text: str, start: int) -> Label | None:
    found = None
    for dash in list(_DASH.finditer(text, start, start + 120))[:3]:
        label = cover(text, start, dash.start())
        if label and label.has("hamlet", "name") and not label.has("petition"):
            label.end = dash.end()
            found = label
    return found


def _self_named(text: str, start: int) -> Label | None:
    me = _ME.match(text, start)
    if not me:
        return None
    run = names.run_at(text, me.end())
    end = run[-1][1] if run else (names.addressed_at(text, me.end()) or (0, 0))[1]
    if not end:
        return None
    label = cover(text, end, len(text), until_verb=True) or Label(end=end)
    label.kinds.insert(0, ("name", run[0][0] if run else me.end(), end))
    label.end = _skip(text, label.end)
    return label


def _before_verb(text: str, start: int) -> Label | None:
    label = cover(text, start, min(len(text), start + _LONGEST_LABEL), until_verb=True)
    if label is None or not label.has("hamlet", "name", "official", "unit"):
        return None
    at = label.end
    plain = flat(text)
    if re.compile(say.ANSWER + say.END).match(plain, at) and not label.has("hamlet"):
        label.kinds.append(("answer", at, at))
        return label
    verb = re.compile(say.NEUTRAL + say.END).match(plain, at)
    if verb and label.has("hamlet", "name"):
        label.end = verb.end() + len(text[verb.end() :]) - len(_AFTER_VERB.sub("", text[verb.end() :], count=1))
        return label
    if re.compile(say.PETITION + say.END).match(plain, at) and label.has("hamlet", "name"):
        return label
    named = label.places("name")
    ended = re.search(r"[,.)–-]\s*$", text[start:at])
    return label if named and ended and at < len(text) else None


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in ' .,:;–-"“':
        at += 1
    return at


def tail(text: str, start: int) -> tuple[int, Label] | None:
    """Return the attribution at the end of the words, "(bà …, TDP 3)" or "- Thôn Mẫu", and where it begins."""
    found = _TAIL.search(text, start) or _DASHED_TAIL.search(text, start)
    if not found or found.start() <= start:
        return None
    label = cover(text, found.start(1), found.end(1))
    if label and label.has("hamlet", "name") and not label.has("petition"):
        return found.start(), label
    return None
