"""Which matters of a commune may be the same thing: one index of likeness for each commune, kept in this process.

It holds the open opinions; the waiting room is in no index. Whenever it is asked it takes in what is new, whoever wrote
it, so any process may write. It only suggests: a person joins, or says that two are different things.
"""

import threading
from collections import OrderedDict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from langnghe.language.likeness import Band, Likeness, Near, same_text_key
from langnghe.matters import queries
from langnghe.matters.models import Apart, Matter, Membership
from langnghe.opinions.models import Correction, Opening
from langnghe.places.models import Place

if TYPE_CHECKING:
    from langnghe.dialogues.models import Dialogue

COMMUNES, TEXTS = 4, 4000
"""So many communes' indexes are kept, those asked for last, each with its newest opinions: about 20 MB for one."""
LOOKED_BACK = 500
"""A row's number is given out before its transaction ends: so many of the newest rows are read again each time."""
UNSURE = 3
"""So many uncertain suggestions are made about one matter."""
WORTH_A_LOOK = 0.3
"""How alike (0 to 1) two texts must be to stand among the pairs to be looked at."""
_ASKED, _VOICES, _PAIRED = 12, 12, 200


@dataclass(frozen=True)
class Alike:
    """A matter that may be the same thing: how surely, which of its voices says so, and by which words."""

    matter: Matter
    opinion: int
    words: str
    band: Band
    score: float
    shared: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        return self.band == Band.SURE


@dataclass(frozen=True)
class Pair:
    """Two matters that may be the same thing, the older one first."""

    one: Matter
    other: Matter
    band: Band
    score: float
    shared: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        return self.band == Band.SURE


class Index:
    """The open opinions of one commune by their newest words. Threads may ask at the same time."""

    def __init__(self, commune: int) -> None:
        self._commune = commune
        self._lock = threading.Lock()
        self._likeness = Likeness()
        self._words: dict[int, str] = {}
        self._opened = self._corrected = 0
        self._known: dict[tuple[str, frozenset[int]], list[Near]] = {}

    def __len__(self) -> int:
        return len(self._words)

    def take_in(self) -> None:
        """Bring the index up to date with the store."""
        with self._lock:
            fresh = {opinion: words for opinion, words in self._fresh() if self._words.get(opinion) != words}
            if fresh.keys() & self._words.keys():
                self._known.clear()
            for opinion, words in fresh.items():
                self._likeness.add(str(opinion), words)
            self._words |= fresh
            for opinion in sorted(self._words)[: max(len(self._words) - TEXTS, 0)]:
                self._likeness.remove(str(opinion))
                del self._words[opinion]

    def _fresh(self) -> list[tuple[int, str]]:
        """Return (primary key, newest words) of what was opened or corrected since the last time."""
        newest = Correction.objects.filter(opinion=OuterRef("opinion")).order_by("-pk").values("words")[:1]
        now = Coalesce(Subquery(newest), F("opinion__words"))
        opened = Opening.objects.filter(opinion__commune=self._commune, pk__gt=self._opened - LOOKED_BACK)
        first = list(opened.order_by("-pk").values_list("pk", "opinion", now)[:TEXTS])
        corrected = Correction.objects.filter(opinion__commune=self._commune, pk__gt=self._corrected - LOOKED_BACK)
        then = list(corrected.order_by("-pk").values_list("pk", "opinion", "words")[:TEXTS])
        self._opened = max((pk for pk, _opinion, _words in first), default=self._opened)
        self._corrected = max((pk for pk, _opinion, _words in then), default=self._corrected)
        found = {opinion: words for _pk, opinion, words in first}
        known = found.keys() | self._words.keys()
        return list((found | {opinion: words for _pk, opinion, words in reversed(then) if opinion in known}).items())

    def words(self, opinion: int) -> str:
        """Return the words of an opinion as the index knows them, "" where it does not."""
        return self._words.get(opinion, "")

    def near(self, text: str, *, without: Collection[int] = ()) -> list[Near]:
        """Return the opinions nearest to a text, by primary key as text, leaving out those of `without`."""
        left_out = {str(opinion) for opinion in without}
        with self._lock:
            return self._likeness.near(text, limit=_ASKED, without=left_out)

    def recalled(self, text: str, *, without: Collection[int]) -> list[Near]:
        """Return what was near a text when that was asked first; what came later finds the text from its own side."""
        asked = (text, frozenset(without))
        if asked not in self._known:
            self._known[asked] = self.near(text, without=without)
        return self._known[asked]


_indexes: OrderedDict[int, Index] = OrderedDict()
_guard = threading.Lock()


def index(commune: Place) -> Index:
    """Return the index of a commune, brought up to date."""
    with _guard:
        found = _indexes.pop(commune.pk, None) or Index(commune.pk)
        _indexes[commune.pk] = found
        while len(_indexes) > COMMUNES:
            _indexes.popitem(last=False)
    found.take_in()
    return found


def forget() -> None:
    """Drop every index; the next question builds it anew."""
    with _guard:
        _indexes.clear()


def alike(matter: Matter) -> list[Alike]:
    """Return which other matters may be the same thing as one: the sure ones first, then up to three uncertain ones."""
    known = index(matter.commune)
    own = _members([matter])[matter.pk]
    texts = _different(voice.words_now for voice in queries.voices(matter)[:_VOICES])
    near = [each for text in texts for each in known.near(text, without=own)]
    return _best(near, _matters_of(near), known, without=queries.kept_apart(matter) | {matter.pk})


def alike_words(texts: Iterable[str], commune: Place) -> list[list[Alike]]:
    """Return for each text that is in no matter yet which matters of a commune may be about it."""
    known = index(commune)
    near = [known.near(text) for text in texts]
    belongs = _matters_of(each for found in near for each in found)
    return [_best(found, belongs, known, without=()) for found in near]


def pairs(commune: Place, dialogue: "Dialogue | None" = None) -> list[Pair]:
    """Return the pairs of a commune's newest matters (or of a dialogue's) that may be the same thing, the surest first.

    What somebody said to be different things is not asked again.
    """
    rows = Matter.objects.filter(commune=commune).select_related("commune").order_by("-pk")
    if dialogue is not None:
        rows = rows.filter(memberships__opinion__dialogue=dialogue).distinct()
    matters = {row.pk: row for row in rows[:_PAIRED]}
    known, members = index(commune), _members(matters.values())
    near = {
        pk: [each for text in _different(map(known.words, own[:_VOICES])) for each in known.recalled(text, without=own)]
        for pk, own in members.items()
    }
    belongs = _matters_of(each for found in near.values() for each in found)
    apart = _apart(matters)
    best: dict[tuple[int, int], Pair] = {}
    for pk, found in near.items():
        for each in _best(found, belongs, known, without={pk}):
            key = (min(pk, each.matter.pk), max(pk, each.matter.pk))
            is_worth = each.is_sure or each.score >= WORTH_A_LOOK
            if is_worth and key not in apart and (key not in best or each.score > best[key].score):
                best[key] = _pair(matters[pk], each)
    return sorted(best.values(), key=lambda pair: (not pair.is_sure, -pair.score, pair.one.pk, pair.other.pk))


def _pair(matter: Matter, found: Alike) -> Pair:
    one, other = sorted((matter, found.matter), key=lambda each: each.pk)
    return Pair(one, other, found.band, found.score, found.shared)


def _different(texts: Iterable[str]) -> list[str]:
    """Return the texts that say different things, without empty ones."""
    return list({same_text_key(text): text for text in texts if text}.values())


def _best(near: list[Near], belongs: dict[int, Matter], known: Index, *, without: Collection[int]) -> list[Alike]:
    """Return the best suggestion for each matter, the sure ones and the first of the others."""
    best: dict[int, Alike] = {}
    for each in sorted(near, key=lambda one: (one.band != Band.SURE, -one.score, one.key)):
        matter = belongs.get(int(each.key))
        if matter is not None and matter.pk not in without and matter.pk not in best:
            words = known.words(int(each.key))
            best[matter.pk] = Alike(matter, int(each.key), words, each.band, each.score, each.shared)
    sure = [each for each in best.values() if each.is_sure]
    return [*sure, *[each for each in best.values() if not each.is_sure][:UNSURE]]


def _members(matters: Iterable[Matter]) -> dict[int, list[int]]:
    """Return the primary keys of each matter's opinions, the first heard first."""
    found: dict[int, list[int]] = {matter.pk: [] for matter in matters}
    rows = Membership.objects.filter(matter__in=list(found)).order_by("opinion").values_list("matter", "opinion")
    for matter, opinion in rows:
        found[matter].append(opinion)
    return found


def _matters_of(near: Iterable[Near]) -> dict[int, Matter]:
    """Return the matter of each opinion that was found, by the opinion's primary key."""
    keys = {int(each.key) for each in near}
    rows = Membership.objects.filter(opinion__in=keys).select_related("matter__commune")
    return {row.opinion_id: row.matter for row in rows}


def _apart(matters: Collection[int]) -> set[tuple[int, int]]:
    rows = Apart.objects.filter(Q(one__in=matters) | Q(other__in=matters)).values_list("one", "other")
    return {(min(pair), max(pair)) for pair in rows}
