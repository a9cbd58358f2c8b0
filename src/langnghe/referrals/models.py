import uuid

from django.db import models
from django.db.models import Q

from langnghe.matters.models import Matter
from langnghe.papers.models import Issued
from langnghe.people.models import Person


class Referral(models.Model):
    """A matter was sent to a body that may decide it, with the slip that was issued; it should reply by a day."""

    forever = True

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    to = models.CharField(max_length=200)
    reason = models.TextField()
    reply_by = models.DateField()
    paper = models.OneToOneField(Issued, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(to="") & ~Q(reason=""), name="referral_says_to_whom_and_why")
        ]

    def __str__(self) -> str:
        return str(self.key)
