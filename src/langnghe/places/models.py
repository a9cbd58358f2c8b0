from datetime import date

from django.db import models
from django.db.models import F, Q

from langnghe.places.rules import Change, Kind


class PlaceQuerySet(models.QuerySet["Place"]):
    def on(self, day: date) -> "PlaceQuerySet":
        """Places that exist on `day`."""
        begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
        return self.filter(begun, Q(valid_to__isnull=True) | Q(valid_to__gt=day))

    def within(self, path: str) -> "PlaceQuerySet":
        """The place at `path` and everything below it."""
        return self.filter(path__startswith=path)


class Place(models.Model):
    """A country, city, commune or hamlet. Its name on a day is its newest PlaceName by then.

    `path` holds the codes from the country down ("VN/46/20035/"), so that a prefix is a scope.
    """

    code = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=8, choices=[(kind, kind) for kind in Kind])
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    path = models.CharField(max_length=160, unique=True)
    name = models.CharField(max_length=200)
    is_sample = models.BooleanField(default=False)
    is_confirmed = models.BooleanField(default=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="place_has_a_name"),
            models.CheckConstraint(condition=Q(kind__in=list(Kind)), name="place_kind_is_known"),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="place_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["parent", "kind"], name="place_children")]

    def __str__(self) -> str:
        return self.name


class PlaceName(models.Model):
    """What a place is called from a day on; older names stay for the papers of their time."""

    forever = True

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="names")
    name = models.CharField(max_length=200)
    same = models.CharField(max_length=200)
    valid_from = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["same"], name="place_name_same")]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """One merger, split or renaming, from a day, by a decision."""

    forever = True

    kind = models.CharField(max_length=8, choices=[(change, change) for change in Change])
    within = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    from_day = models.DateField()
    basis = models.CharField(max_length=300, blank=True)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} {self.from_day}"


class SuccessionPart(models.Model):
    """One place that ended by a succession, or began by it."""

    forever = True

    succession = models.ForeignKey(Succession, on_delete=models.PROTECT, related_name="parts")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    begins = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.succession} {self.place}"
