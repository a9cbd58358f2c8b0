import uuid

from django.db import models
from django.db.models import Q

from langnghe.papers.rules import Kind
from langnghe.people.models import Mandate, Person
from langnghe.places.models import Place


class Issued(models.Model):
    """One paper the office issued: its number in the commune's register, its day, who signed, and its frozen bytes."""

    forever = True

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    commune = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Place, null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in Kind])
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    symbol = models.CharField(max_length=24)
    issued_on = models.DateField()
    title = models.CharField(max_length=300)
    signatory = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=8)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(Kind)), name="issued_kind_is_known"),
            models.UniqueConstraint(fields=["commune", "year", "symbol", "number"], name="issued_number_once_a_year"),
        ]
        indexes = [models.Index(fields=["commune", "-issued_on"], name="issued_commune_newest")]

    def __str__(self) -> str:
        return f"{self.number:02}/{self.symbol}"


class Subject(models.Model):
    """What a paper is about, by the key of the campaign, dialogue or matter; a notice may be about many dialogues."""

    forever = True

    paper = models.ForeignKey(Issued, on_delete=models.PROTECT, related_name="subjects")
    about = models.UUIDField(db_index=True)

    def __str__(self) -> str:
        return f"{self.paper_id} {self.about}"


class Posting(models.Model):
    """Where a paper was posted, read out or handed over, and on which day."""

    forever = True

    paper = models.ForeignKey(Issued, on_delete=models.PROTECT, related_name="postings")
    where = models.CharField(max_length=200)
    on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(where=""), name="posting_is_somewhere")]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.on}"


class Withdrawal(models.Model):
    """An issued paper was withdrawn: it stays in the register, and stops no clock any more."""

    forever = True

    paper = models.OneToOneField(Issued, on_delete=models.PROTECT, related_name="withdrawal")
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.paper_id)
