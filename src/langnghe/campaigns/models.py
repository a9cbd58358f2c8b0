import uuid

from django.db import models
from django.db.models import F, Q

from langnghe.people.models import Person
from langnghe.places.models import Place


class Campaign(models.Model):
    """A commune's plan to listen in its hamlets between two days."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    commune = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    hamlets = models.ManyToManyField(Place, through="CampaignHamlet", related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="campaign_has_a_name"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="campaign_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.name


class CampaignHamlet(models.Model):
    """One hamlet that a campaign means to hear."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "hamlet"], name="campaign_hears_a_hamlet_once")]

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.hamlet_id}"


class WorkingGroup(models.Model):
    """A group of a campaign that goes out to hear; what it is called, who is in it and where it goes is its newest
    Formation."""

    forever = True

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.key)


class Formation(models.Model):
    """A working group as it was formed or changed, members by function, one a line; or, not formed, that it is no more.

    The newest counts.
    """

    forever = True

    group = models.ForeignKey(WorkingGroup, on_delete=models.PROTECT, related_name="formations")
    is_formed = models.BooleanField(default=True)
    name = models.CharField(max_length=200)
    members = models.TextField(blank=True)
    hamlets = models.ManyToManyField(Place, through="FormationHamlet", related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="working_group_has_a_name")]

    def __str__(self) -> str:
        return self.name


class FormationHamlet(models.Model):
    """One hamlet that a working group goes to."""

    forever = True

    formation = models.ForeignKey(Formation, on_delete=models.PROTECT, related_name="+")
    hamlet = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["formation", "hamlet"], name="group_goes_to_a_hamlet_once")]

    def __str__(self) -> str:
        return f"{self.formation_id} {self.hamlet_id}"


class InvitedBody(models.Model):
    """A body that a campaign means to meet. `code` is the country pack's; empty for one the commune named itself."""

    forever = True

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "code"], condition=~Q(code=""), name="campaign_invites_a_body_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.key)


class Listing(models.Model):
    """That a body is invited, or no longer, and how the commune calls it ("": as the pack does). The newest counts."""

    forever = True

    body = models.ForeignKey(InvitedBody, on_delete=models.PROTECT, related_name="listings")
    is_invited = models.BooleanField(default=True)
    name = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.body_id} {self.name}"


class VotersRequest(models.Model):
    """What voters of a commune ask a conference about. Numbers only: nobody who asks is known here."""

    forever = True

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    commune = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=200)
    same = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(subject=""), name="request_has_a_subject"),
            models.UniqueConstraint(fields=["commune", "same"], name="request_for_a_subject_once"),
        ]

    def __str__(self) -> str:
        return self.subject


class RequestCount(models.Model):
    """How many voters ask, of how many the commune has, as counted on a day. The newest row counts."""

    forever = True

    request = models.ForeignKey(VotersRequest, on_delete=models.PROTECT, related_name="counts")
    asking = models.PositiveIntegerField()
    voters = models.PositiveIntegerField()
    counted_on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(voters__gte=1, asking__lte=F("voters")), name="request_count_possible")
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.asking}/{self.voters}"
