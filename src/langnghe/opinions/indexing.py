"""What is kept beside the opinions so that pages stay quick: the words of what is open, the lines of the board.

Only the actions of this word write here, in their own transaction; all of it can be made again from the records.
"""

import random

from django.db.models import Exists, OuterRef

from langnghe.dialogues.models import Dialogue
from langnghe.opinions import searching
from langnghe.opinions.models import (
    BoardCommune,
    BoardIndex,
    BoardLine,
    Correction,
    Opening,
    Opinion,
    PublicText,
    SpokenIndex,
)

_ROOM = 2**31


def take_in(opinion: Opinion) -> None:
    """Let an opinion be found by its newest words, if it is open."""
    if Opening.objects.filter(opinion=opinion).exists():
        newest = Correction.objects.filter(opinion=opinion).order_by("-pk").values_list("words", flat=True).first()
        searching.put(SpokenIndex, opinion.pk, newest or opinion.words, commune=opinion.commune_id)


def put_up(text: PublicText) -> None:
    """Put a text on the board, in place of an older one of the same opinion, and let it be found there."""
    opinion = text.opinion
    line = BoardLine.objects.filter(opinion=opinion).first() or _first_line(opinion)
    line.words = text.words
    line.save()
    searching.put(BoardIndex, line.shuffled, text.words, commune=opinion.commune_id)


def _first_line(opinion: Opinion) -> BoardLine:
    dialogue = opinion.dialogue
    BoardCommune.objects.get_or_create(commune_id=opinion.commune_id, defaults={"newest": dialogue})
    # Locked before the board is looked at, so that two first texts of one dialogue are not counted as two dialogues.
    counted = BoardCommune.objects.select_for_update().get(commune_id=opinion.commune_id)
    is_known = Exists(BoardLine.objects.filter(dialogue=OuterRef("pk")))
    known = Dialogue.objects.filter(is_known, commune=opinion.commune_id)
    counted.texts += 1
    counted.dialogues += not known.filter(pk=dialogue.pk).exists()
    counted.newest = max([dialogue, *known.order_by("-held_on", "-pk")[:1]], key=lambda one: (one.held_on, one.pk))
    counted.save()
    return BoardLine(
        opinion=opinion,
        commune_id=opinion.commune_id,
        dialogue=dialogue,
        hamlet_id=opinion.hamlet_id,
        shuffled=_shuffled(dialogue.pk),
    )


def _shuffled(dialogue: int) -> int:
    """Return a free number that rises with the dialogue's and is random within it."""
    source = random.SystemRandom()
    while True:
        number = dialogue * _ROOM + source.randrange(_ROOM)
        if not BoardLine.objects.filter(shuffled=number).exists():
            return number
