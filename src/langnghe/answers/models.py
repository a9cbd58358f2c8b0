import uuid

from django.db import models
from django.db.models import Q

from langnghe.answers.rules import Contents, Outcome
from langnghe.matters.models import Matter
from langnghe.people.models import Person


class Draft(models.Model):
    """An answer somebody proposes for a matter; the newest counts. Nobody outside reads it before it is released."""

    forever = True

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=16, choices=[(outcome, outcome) for outcome in Outcome])
    words = models.TextField()
    done_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    reason = models.TextField(blank=True)
    whom = models.CharField(max_length=300, blank=True)
    owner = models.CharField(max_length=200, blank=True)
    money = models.BigIntegerField(null=True)
    source = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=list(Outcome)), name="draft_outcome_is_known"),
            models.CheckConstraint(condition=~Q(words=""), name="draft_says_something"),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def contents(self) -> Contents:
        """What it says, as the rules see it."""
        return Contents(
            outcome=Outcome(self.outcome),
            words=self.words,
            done_on=self.done_on,
            due_on=self.due_on,
            reason=self.reason,
            whom=self.whom,
            owner=self.owner,
            money=self.money,
            source=self.source,
        )


class Answer(models.Model):
    """The official answer: a draft the chair released. The newest of a matter counts; all stay."""

    forever = True

    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="answer")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.draft_id)


class Remark(models.Model):
    """The chair gave a draft back, saying what it lacks."""

    forever = True

    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="remark")
    words = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="remark_says_something")]

    def __str__(self) -> str:
        return str(self.draft_id)
