import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from langnghe.people.rules import Role
from langnghe.places.models import Place


class People(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(login=(username or "").strip().lower())


class Person(AbstractBaseUser):
    """One member of staff. Residents are never persons here."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    login = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS = ["name"]
    objects = People()

    def __str__(self) -> str:
        return self.name


class Mandates(models.Manager["Mandate"]):
    """A mandate is nothing without its place."""

    def get_queryset(self) -> "models.QuerySet[Mandate]":
        return super().get_queryset().select_related("place")


class Mandate(models.Model):
    """What a person may do, where, from a day to another; as oneself or standing in for someone."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mandates")
    role = models.CharField(max_length=16, choices=[(role, role) for role in Role])
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    unit = models.CharField(max_length=120, blank=True)
    function = models.CharField(max_length=160, blank=True)
    stands_in_for = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = Mandates()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(role__in=list(Role)), name="mandate_role_is_known"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")), name="mandate_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.place_id}"
