import uuid

from django.db import models
from django.db.models import Q

from langnghe.answers.models import Answer
from langnghe.people.models import Person
from langnghe.places.models import Place


class Commitment(models.Model):
    """What was promised: what, who sees to it, by when, and with which money (in đồng)."""

    forever = True

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    commune = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    what = models.TextField()
    owner = models.CharField(max_length=200)
    due_on = models.DateField()
    money = models.BigIntegerField(null=True)
    source = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(what="") & ~Q(owner=""), name="commitment_says_what_and_who"),
            models.CheckConstraint(
                condition=Q(money__isnull=True) | ~Q(source=""), name="commitment_money_has_a_source"
            ),
        ]
        indexes = [models.Index(fields=["commune", "due_on"], name="commitment_commune_due")]

    def __str__(self) -> str:
        return str(self.key)


class Serving(models.Model):
    """That a commitment is what an answer promised; one commitment may serve the answers of many matters."""

    forever = True

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="servings")
    answer = models.OneToOneField(Answer, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.answer_id}"
