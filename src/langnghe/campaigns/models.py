import uuid

from django.db import models
from django.db.models import F, Q

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
