import uuid

from django.db import models

from langnghe.dialogues.models import Dialogue
from langnghe.people.models import Person
from langnghe.places.models import Place


class Paper(models.Model):
    """One set of minutes or one register that came in. The paper itself is not kept: its SHA-256 and counts are."""

    forever = True

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    sha256 = models.CharField(max_length=64)
    kind = models.CharField(max_length=12)
    commune = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    opinions = models.PositiveIntegerField()
    unread = models.PositiveIntegerField()
    speakers = models.PositiveIntegerField()
    received_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField()
    dialogues = models.ManyToManyField(Dialogue, through="PaperDialogue", related_name="+")

    class Meta:
        indexes = [models.Index(fields=["commune", "sha256"], name="paper_same_bytes")]

    def __str__(self) -> str:
        return f"{self.kind} {self.sha256[:8]}"


class PaperDialogue(models.Model):
    """That a paper told of a dialogue."""

    forever = True

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+")
    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.paper_id} {self.dialogue_id}"


class PaperOpinion(models.Model):
    """That a paper told of an opinion, in which place. The key of an erased opinion opens nothing."""

    forever = True

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    opinion_key = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["paper", "number"], name="paper_place_once")]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.number}"


class Piece(models.Model):
    """One paragraph or cell of a paper and what the reader took it for; deleted when a person has confirmed.

    What it took for an opinion or an answer is not written here a second time: `opinion_key` names the opinion, so
    that setting it aside erases the only copy. A speaker's name is not here either.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="pieces")
    number = models.PositiveIntegerField()
    where = models.CharField(max_length=120)
    role = models.CharField(max_length=12)
    name = models.CharField(max_length=60, blank=True)
    words = models.TextField(blank=True)
    opinion_key = models.UUIDField(null=True, db_index=True)

    class Meta:
        indexes = [models.Index(fields=["paper", "number"], name="piece_in_order")]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.where}"
