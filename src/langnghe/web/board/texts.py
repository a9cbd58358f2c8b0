"""What everybody may read, arranged for a page of the board: by dialogue, by hamlet, by matter."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from langnghe.answers.rules import Outcome
from langnghe.feedback import wall
from langnghe.opinions import queries as opinions
from langnghe.web.board.wording import SENT
from langnghe.web.wording import OUTCOMES

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from langnghe.feedback.wall import Became, Raised
    from langnghe.places.models import Place

    Texts = QuerySet[Any, dict[str, Any]]
    Text = dict[str, Any]

FOUND = 100
"""A search shows this many of the newest texts."""
ELSEWHERE = 4
"""So many other places are named where people raised the same matter."""
NEWEST = ("-held_on", "-dialogue", "shuffled")
BY_HAMLET = ("-held_on", "-dialogue", "hamlet_name", "shuffled")


@dataclass
class Told:
    """One matter as it was raised in one place: its voices, and what became of it.

    `said` are the public texts, equal ones once; there are `here` of them. `voices` is how often the matter was raised
    anywhere, as far as that is public.
    """

    first: "Text"
    said: list["Text"] = field(default_factory=list)
    here: int = 0
    voices: int = 0
    became: "Became | None" = None
    unit: str = ""
    due_on: date | None = None
    elsewhere: list["Text"] = field(default_factory=list)
    more: int = 0

    @property
    def is_sent(self) -> bool:
        """Whether it went to the body that may decide it, and that body has not been heard from since."""
        return bool(self.became and self.became.sent_to and self.became.contents.outcome == Outcome.REFERRED)

    @property
    def outcome(self) -> tuple[str, object] | None:
        """The shape and the word of the answer, or None."""
        if self.became is None:
            return None
        return SENT if self.is_sent else OUTCOMES[self.became.contents.outcome]

    def add(self, text: "Text") -> None:
        """Take in one more voice."""
        self.here += 1
        if (text["text"], text["hamlet_name"]) not in {(each["text"], each["hamlet_name"]) for each in self.said}:
            self.said.append(text)

    def also(self, raised: "Raised") -> None:
        """Take in who looks into it, and where else it was raised."""
        here = {(text["code"], text["from_hamlet"]) for text in self.said}
        others = [place for place in raised.places if (place["code"], place["from_hamlet"]) not in here]
        self.unit, self.due_on, self.voices = raised.unit, raised.due_on, raised.voices
        self.elsewhere, self.more = others[:ELSEWHERE], len(others[ELSEWHERE:])


def matching(texts: "Texts", query: str, *, within: "Place | None" = None) -> "list[Text]":
    """Return up to FOUND of the newest of `texts` that say every word of `query`, with or without marks.

    `within` is the commune whose texts they are, if they are one commune's.
    """
    return list(opinions.saying(texts, query, within=within, most=FOUND))


def each_alone(texts: "Sequence[Text]") -> list[Told]:
    """Return each of `texts` with what became of it, equal matters apart, in the order given."""
    became = wall.became(text["matter"] for text in texts)
    return [Told(text, [text], 1, 1, became.get(text["matter"])) for text in texts]


def by_matter(texts: "Sequence[Text]", *, is_one_place: bool = False) -> list[Told]:
    """Return `texts` as matters with what became of them and where else they were raised.

    A matter stands once for each hamlet of each dialogue, or once in all with `is_one_place`, where its first voice
    stands; what belongs to no matter stands alone.
    """
    keys = {text["matter"] for text in texts}
    became, raised = wall.became(keys), wall.raised(keys)
    found: dict[object, Told] = {}
    for number, text in enumerate(texts):
        same = text["matter"] or f"alone {number}"
        place = None if is_one_place else (text["dialogue"], text["hamlet_name"])
        found.setdefault((same, place), Told(text, became=became.get(text["matter"]))).add(text)
    for one in found.values():
        if one.first["matter"] in raised:
            one.also(raised[one.first["matter"]])
    return list(found.values())


def by_dialogue(told: Sequence[Told]) -> "list[Text]":
    """Return `told` as dialogues with what was said in each hamlet; what names no hamlet comes last."""
    met = [list(group) for _, group in groupby(told, key=lambda one: one.first["dialogue"])]
    return [{**group[0].first, "hamlets": by_hamlet(group)} for group in met]


def by_hamlet(told: Sequence[Told]) -> "list[tuple[Text, list[Told]]]":
    """Return `told` by hamlet, each as the first text of it and its matters."""
    said: dict[str, list[Told]] = {}
    for one in told:
        said.setdefault(one.first["hamlet_name"], []).append(one)
    return [(said[name][0].first, said[name]) for name in sorted(said, key=lambda name: (not name, name))]
