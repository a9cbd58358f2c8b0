import uuid

from django.db import models
from django.db.models import Q

from langnghe.campaigns.models import Campaign, InvitedBody, VotersRequest, WorkingGroup
from langnghe.dialogues.rules import Kind
from langnghe.people.models import Person
from langnghe.places.models import Place


class Dialogue(models.Model):
    """One meeting in a hamlet or a cluster of hamlets. `chair` and `secretary` are functions, not names.

    `group` holds it; `request` is the voters' request it meets. `noted_on` is the day it came into the book.
    """

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=60, unique=True)
    commune = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    campaign = models.ForeignKey(Campaign, null=True, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(WorkingGroup, null=True, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(VotersRequest, null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=[(kind, kind) for kind in Kind], default=Kind.CONFERENCE)
    held_on = models.DateField()
    noted_on = models.DateField(null=True)
    starts_at = models.TimeField(null=True)
    venue = models.CharField(max_length=200, blank=True)
    chair = models.CharField(max_length=200, blank=True)
    secretary = models.CharField(max_length=200, blank=True)
    hamlets = models.ManyToManyField(Place, through="DialogueHamlet", related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(kind__in=list(Kind)), name="dialogue_kind_is_known")]
        indexes = [models.Index(fields=["commune", "held_on"], name="dialogue_commune_day")]

    def __str__(self) -> str:
        return self.code


class DialogueHamlet(models.Model):
    """One hamlet that a dialogue is for."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dialogue", "hamlet"], name="dialogue_for_a_hamlet_once")]

    def __str__(self) -> str:
        return f"{self.dialogue_id} {self.hamlet_id}"


class Attendance(models.Model):
    """How many came, as numbers; the newest row counts. That there is one says the dialogue was held."""

    forever = True

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    invited = models.PositiveIntegerField(null=True)
    present = models.PositiveIntegerField()
    women = models.PositiveIntegerField(null=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.dialogue_id} {self.present}"


class BodyPresence(models.Model):
    """How many of an invited body came, by one count; a number, never who. The newest for a dialogue counts."""

    forever = True

    attendance = models.ForeignKey(Attendance, on_delete=models.PROTECT, related_name="bodies")
    body = models.ForeignKey(InvitedBody, on_delete=models.PROTECT, related_name="+")
    present = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attendance", "body"], name="body_counted_once")]

    def __str__(self) -> str:
        return f"{self.body_id} {self.present}"


class Rescheduling(models.Model):
    """A dialogue was moved or otherwise planned anew. `changes` holds what was and what is, as text, by field.

    `moved_on` is the day on which another day was set, None where the day stayed.
    """

    forever = True

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    changes = models.JSONField()
    moved_on = models.DateField(null=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.dialogue_id} {self.at}"


class CallingOff(models.Model):
    """A dialogue that was planned will not be held, and why."""

    forever = True

    dialogue = models.OneToOneField(Dialogue, on_delete=models.PROTECT, related_name="calling_off")
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="called_off_for_a_reason")]

    def __str__(self) -> str:
        return f"{self.dialogue_id} {self.reason}"


class Said(models.Model):
    """What somebody answered in the hall, by function. History: never refused, never the official answer."""

    forever = "erasable"

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=200, blank=True)
    words = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="said_something")]

    def __str__(self) -> str:
        return str(self.key)
