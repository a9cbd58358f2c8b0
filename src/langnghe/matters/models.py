import uuid

from django.db import models
from django.db.models import F, Q

from langnghe.dialogues.models import Dialogue
from langnghe.matters.rules import NEVER, Competence
from langnghe.opinions.models import Opinion
from langnghe.people.models import Person
from langnghe.places.models import Place


class Matter(models.Model):
    """What one or several opinions are about. `title` is the office's text; `sameness` is what equal words share."""

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=12, unique=True)
    commune = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    sameness = models.CharField(max_length=64)
    opened_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["commune", "sameness"], name="matter_same_words")]

    def __str__(self) -> str:
        return self.code


class Membership(models.Model):
    """That an opinion belongs to a matter: one line of the register.

    Every voice is kept: moving changes the matter, never the opinion. Beside it stands what the register is narrowed
    and sorted by: where it was said, and what was decided on its matter last ("" and NEVER while nobody has). Only this
    word's actions write it, and it is never more than what the records say.
    """

    opinion = models.OneToOneField(Opinion, on_delete=models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="memberships")
    commune = models.ForeignKey(Place, null=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    dialogue = models.ForeignKey(Dialogue, null=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    hamlet_code = models.CharField(max_length=40, db_default="")
    topic = models.CharField(max_length=24, db_default="")
    competence = models.CharField(max_length=12, db_default="")
    unit = models.CharField(max_length=160, db_default="")
    due_on = models.DateField(db_default=NEVER)

    class Meta:
        # Every question below names one of these and ends with the newest opinion, so that a page reads a page's rows.
        indexes = [
            models.Index(fields=["commune", "opinion"], name="line_commune"),
            models.Index(fields=["commune", "topic", "opinion"], name="line_commune_topic"),
            models.Index(fields=["commune", "competence", "opinion"], name="line_commune_competence"),
            models.Index(fields=["commune", "unit", "opinion"], name="line_commune_unit"),
            models.Index(fields=["commune", "due_on", "opinion"], name="line_commune_due"),
            models.Index(fields=["commune", "hamlet_code", "opinion"], name="line_commune_hamlet"),
            models.Index(fields=["dialogue", "opinion"], name="line_dialogue"),
            models.Index(fields=["topic", "opinion"], name="line_topic"),
            models.Index(fields=["competence", "opinion"], name="line_competence"),
            models.Index(fields=["unit", "opinion"], name="line_unit"),
            models.Index(fields=["due_on", "opinion"], name="line_due"),
            models.Index(fields=["hamlet_code", "opinion"], name="line_hamlet_code"),
        ]

    def __str__(self) -> str:
        return f"{self.opinion_id} {self.matter_id}"


class Decision(models.Model):
    """What a person decided a matter to be; the newest counts. Suggestions are never stored."""

    forever = True

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="decisions")
    topic = models.CharField(max_length=24)
    kind = models.CharField(max_length=24)
    competence = models.CharField(max_length=12, choices=[(each, each) for each in Competence])
    unit = models.CharField(max_length=160, blank=True)
    due_on = models.DateField(null=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(competence__in=list(Competence)), name="decision_competence_known")
        ]
        indexes = [models.Index(fields=["unit", "due_on"], name="decision_unit_due")]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.topic}"


class Moving(models.Model):
    """A person moved voices from one matter to another, because they are about the same thing, or are not after all."""

    forever = True

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    origin = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    target = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(origin=F("target")), name="moving_goes_elsewhere")]

    def __str__(self) -> str:
        return f"{self.origin_id} {self.target_id}"


class Moved(models.Model):
    """One voice of a moving."""

    forever = True

    moving = models.ForeignKey(Moving, on_delete=models.PROTECT, related_name="voices")
    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.moving_id} {self.opinion_id}"


class Restoring(models.Model):
    """A moving was taken back: its voices are where they were."""

    forever = True

    moving = models.OneToOneField(Moving, on_delete=models.PROTECT, related_name="restoring")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.moving_id)


class Apart(models.Model):
    """A person said that two matters are not the same thing: the suggestion is not made again."""

    forever = True

    one = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="apart_said_once")]

    def __str__(self) -> str:
        return f"{self.one_id} {self.other_id}"
