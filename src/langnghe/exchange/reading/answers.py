"""Which opinion an answer that stands apart belongs to: by number, speaker, hamlet, order or the same words."""

import re

from langnghe.exchange.reading import hamlets
from langnghe.exchange.reading.accounting import Book
from langnghe.exchange.reading.said import Reply, Said
from langnghe.exchange.reading.words import WORD

_ALIKE = 0.4
_CLEARLY = 0.12
_NEARLY_ALL = 0.8
_EMPTY = frozenset(
    [
        "đề",
        "nghị",
        "kiến",
        "nghị",
        "phản",
        "ánh",
        "tình",
        "trạng",
        "của",
        "cho",
        "và",
        "các",
        "những",
        "đã",
        "đang",
        "sẽ",
        "được",
        "không",
        "còn",
        "về",
        "việc",
        "xã",
        "phường",
        "thôn",
        "tổ",
        "dân",
        "phố",
        "ubnd",
        "người",
        "bà",
        "con",
        "ý",
        "nội",
        "dung",
        "tại",
        "trong",
        "đến",
        "thì",
        "là",
        "có",
        "này",
        "sau",
        "như",
        "với",
        "mong",
        "xin",
        "hay",
        "sớm",
        "đối",
        "ở",
        "bị",
    ]
)
_ABOUT = re.compile(r"(?:về|đối với|việc|vấn đề|nội dung)\s+([^:]{3,90}):", re.IGNORECASE)


def join(book: Book, replies: list[Reply], said: list[Said]) -> None:
    """Give every reply to its opinions; a reply that fits none is given back, to be shown as unread."""
    in_order, keyed = _in_order(replies, said), _keyed(replies, said)
    for index, reply in enumerate(replies):
        if not reply.words:
            continue
        chosen = _chosen(book, reply, said, keyed=keyed) or ([said[index]] if in_order else [])
        for one in chosen:
            one.answer += reply.words
            one.answered_by = one.answered_by or reply.by
        if not chosen:
            for span in reply.words:
                book.give_back(span)


def _in_order(replies: list[Reply], said: list[Said]) -> bool:
    """As many answers as opinions, none of which says whose it is: they follow the same order."""
    return len(replies) == len(said) and not any(reply.numbers or reply.speakers or reply.to_all for reply in replies)


def _keyed(replies: list[Reply], said: list[Said]) -> bool:
    """Whether the answers' own numbers are the opinions' numbers, and not just a shorter list counted from one."""
    orders = [reply.order for reply in replies if reply.order is not None]
    return bool(orders) and (len(orders) == len(said) or orders != list(range(1, len(orders) + 1)))


def _chosen(book: Book, reply: Reply, said: list[Said], *, keyed: bool) -> list[Said]:
    among = [one for one in said if reply.hamlet is None or hamlets.same(one.hamlet, reply.hamlet)]
    if reply.numbers:
        return _numbered(reply.numbers, among or said, said)
    if reply.to_all:
        return [one for one in among if not one.answer]
    if reply.speakers:
        spoke = [one for one in said if one.speakers & reply.speakers or _shares_given_name(one, reply)]
        if spoke:
            return spoke if len(spoke) == 1 else _alike(book, reply, spoke) or spoke
    retold = _retold(book, reply, said)
    if retold:
        return retold
    if reply.hamlet and len(among) == 1:
        return among
    return (_by_order(reply, among, said) if keyed else []) or _alike(book, reply, among)


def _numbered(numbers: tuple[int, ...], among: list[Said], said: list[Said]) -> list[Said]:
    found = []
    for number in numbers:
        named = [one for one in among if one.number == number] or [one for one in said if one.number == number]
        if len(named) != 1 and 0 < number <= len(said):
            named = [said[number - 1]]
        found += named[:1]
    return found


def _by_order(reply: Reply, among: list[Said], said: list[Said]) -> list[Said]:
    if reply.order is None:
        return []
    return _numbered((reply.order,), among or said, said)


def _shares_given_name(one: Said, reply: Reply) -> bool:
    given = {name.split()[-1] for name in one.speakers if name}
    return any(name in given for name in reply.speakers if " " not in name)


def _words(text: str) -> set[str]:
    return {word for word in WORD.findall(text.lower()) if word not in _EMPTY and (len(word) > 1 or word.isdigit())}


def _retold(book: Book, reply: Reply, said: list[Said]) -> list[Said]:
    """The opinions whose own words the answer says nearly all again; it may answer several together."""
    told = _words(" ".join(book.text(span) for span in reply.words))
    asked = [(one, _words(one.text(book))) for one in said if not one.answer]
    return [one for one, words in asked if len(words) >= 2 and len(words & told) >= _NEARLY_ALL * len(words)]


def _alike(book: Book, reply: Reply, said: list[Said]) -> list[Said]:
    told = " ".join(book.text(span) for span in reply.words)
    about = _ABOUT.match(told)
    scored = [
        (_likeness(_words(one.text(book)), _words(told), _words(about[1]) if about else set()), one) for one in said
    ]
    scored.sort(key=lambda pair: -pair[0])
    if not scored or scored[0][0] < _ALIKE or (len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEARLY):
        return []
    return [scored[0][1]]


def _likeness(asked: set[str], told: set[str], about: set[str]) -> float:
    """How much of what was asked is told again, or how much of what the answer says it is about was asked."""
    again = len(asked & told) / (len(asked) or 1)
    return max(again, len(asked & about) / len(about) if about else 0.0)
